import { Input, Select } from 'antd';
import type { RecordField } from './record-form-fields.ts';

interface Props {
  readonly field: RecordField;
  readonly value: string;
  readonly fault: string | undefined;
  readonly change: (value: string) => void;
}

/** One field of the form with its label, its hint and what is wrong with it. */
export function RecordFieldInput({ field, value, fault, change }: Props) {
  const id = `record-${field.label}`;
  const note = fault ?? field.hint;
  const told = { id, 'aria-invalid': fault !== undefined, ...(note ? { 'aria-describedby': `${id}-note` } : {}) };
  return (
    <div className="field">
      <label htmlFor={id}>
        {field.label}
        {field.required && <span className="quiet">（必填）</span>}
      </label>
      <Control field={field} value={value} change={change} told={told} />
      {note && (
        <span id={`${id}-note`} className={fault ? 'bad' : 'quiet'}>
          {fault ? `！${fault}` : note}
        </span>
      )}
    </div>
  );
}

interface ControlProps extends Pick<Props, 'field' | 'value' | 'change'> {
  readonly told: { readonly id: string; readonly 'aria-invalid': boolean };
}

function Control({ field, value, change, told }: ControlProps) {
  const options = field.choices?.map((one) => ({ value: one, label: one })) ?? [];
  const status = told['aria-invalid'] ? 'error' : '';
  switch (field.kind) {
    case 'area':
      return (
        <Input.TextArea
          {...told}
          status={status}
          value={value}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => change(event.target.value)}
        />
      );
    case 'day':
      return (
        <Input {...told} status={status} type="date" value={value} onChange={(event) => change(event.target.value)} />
      );
    case 'choice':
      return (
        <Select
          {...told}
          status={status}
          allowClear
          showSearch
          value={value || undefined}
          options={options}
          onChange={(chosen?: string) => change(chosen ?? '')}
        />
      );
    case 'choices':
      return (
        <Select
          {...told}
          status={status}
          mode="multiple"
          value={value ? value.split('、') : []}
          options={options}
          onChange={(chosen: string[]) => change(chosen.join('、'))}
        />
      );
    default:
      return <Input {...told} status={status} value={value} onChange={(event) => change(event.target.value)} />;
  }
}
