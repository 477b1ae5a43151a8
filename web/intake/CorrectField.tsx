import { namedField } from '#domain/casework/correctable-fields.ts';
import { TextArea, TextField } from '../ui/Field.tsx';
import { ExtraField } from './ApplyExtra.tsx';
import type { CalledField } from './correction-answers.ts';
import { formControls } from './form-controls.ts';
import type { Correction } from './use-correction.ts';

interface CorrectFieldProps<F> {
  readonly field: CalledField;
  readonly id: string;
  readonly correction: Correction<F>;
}

/**
 * A field of the form that was named for correction, asked as the form asks it, with what stands there now: for the applicant, for number
 * and code, and at a window alike.
 */
export function CorrectField<F>({ field, id, correction }: CorrectFieldProps<F>) {
  const { key, value: before } = field;
  const { text, kept } = correction.answerTo(key);
  const unchanged = before.trim() !== '' && text.trim() === before.trim();
  return (
    <div className="correct-field">
      <p className="small">原来填的：{before || '没有填'}</p>
      <Control
        field={field}
        id={id}
        error={correction.faultOf(key)}
        value={text}
        onChange={(next) => correction.setText(key, next)}
      />
      {unchanged && (
        <label className="choice correct-kept">
          <input type="checkbox" checked={kept} onChange={(event) => correction.setKept(key, event.target.checked)} />
          <span>核对过，不用改</span>
        </label>
      )}
    </div>
  );
}

interface ControlProps {
  readonly field: CalledField;
  readonly id: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Control({ field: { key, asks }, ...props }: ControlProps) {
  const named = namedField(key);
  if (asks)
    return (
      <ExtraField
        field={{
          ...asks,
          label: `改为：${asks.label}`,
          required: true,
          choices: asks.choices ? [...asks.choices] : undefined,
        }}
        {...props}
      />
    );
  // A question that the matter no longer asks: its words are gone, its answer can still be given.
  if (named?.part !== 'form') return <TextField {...props} label="改为" maxLength={1000} />;
  const { label, ...control } = formControls[named.field];
  const words = { ...control, ...props, label: `改为：${label}` };
  return named.field === 'facts' ? <TextArea {...words} rows={6} /> : <TextField {...words} />;
}
