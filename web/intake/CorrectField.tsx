import type { ItemView } from '#contract/casework.ts';
import type { NamedField } from '#domain/casework/correctable-fields.ts';
import { fieldLabels } from '#domain/intake/form-marks.ts';
import { TextArea, TextField } from '../ui/Field.tsx';
import { ExtraField } from './ApplyExtra.tsx';

interface CorrectFieldProps {
  view: ItemView;
  named: NamedField;
  id: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** What stands in the form now where a call for correction names this field. */
export function valueNow(view: ItemView, named: NamedField): string {
  return (named.part === 'form' ? view.form[named.field] : view.extra[named.field]) ?? '';
}

/** A field of the form that was named for correction, asked as the form asks it, with what stands there now. */
export function CorrectField({ view, named, id, value, error, onChange }: CorrectFieldProps) {
  const before = <p className="small">原来填的：{valueNow(view, named) || '没有填'}</p>;
  if (named.part === 'extra') {
    const field = view.extraFields.find((one) => one.key === named.field);
    return (
      <>
        {before}
        {field && <ExtraField field={{ ...field, required: true }} {...{ id, error, value, onChange }} />}
      </>
    );
  }
  const props = { id, error, value, onChange, label: `改为：${fieldLabels[named.field]}` };
  return (
    <>
      {before}
      {named.field === 'facts' ? (
        <TextArea {...props} rows={6} maxLength={4000} />
      ) : (
        <TextField {...props} maxLength={300} inputMode={named.field === 'phone' ? 'tel' : 'text'} />
      )}
    </>
  );
}
