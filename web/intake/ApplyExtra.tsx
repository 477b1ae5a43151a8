import type { Static } from 'typebox';
import type { ExtraFieldView } from '#contract/catalog.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { DateField, TextField } from '../ui/Field.tsx';
import { type ChosenRecord, extraId } from './application-checks.ts';
import { useApply } from './apply-context.ts';

type AskedField = Static<typeof ExtraFieldView>;

/** 另附表: what single matters ask beside the joint form, grouped by record, each with why. */
export function ApplyExtra({ error }: { error: (field: string) => string | undefined }) {
  const asking = useApply().chosen.filter(({ matter }) => matter && matter.extraFields.length > 0);
  if (asking.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="extra-title">
      <h2 id="extra-title">另附表（{asking.length} 条要补充）</h2>
      <p className="small">下面这些只有个别事项要填，会附在申请表后面。</p>
      {asking.map((one, index) => (
        <RecordExtra key={one.record.recordId} chosen={one} number={index + 1} error={error} />
      ))}
    </section>
  );
}

interface RecordExtraProps {
  chosen: ChosenRecord;
  number: number;
  error: (field: string) => string | undefined;
}

function RecordExtra({ chosen: { record, matter }, number, error }: RecordExtraProps) {
  const { content, update } = useApply();
  const { recordId } = record;
  return (
    <section className="card" aria-labelledby={`extra-of-${recordId}`}>
      <h3 id={`extra-of-${recordId}`}>
        {number}. {record.plain}
      </h3>
      <p className="small">
        {matter!.name} · {record.organName} · {record.docNumber}
      </p>
      {matter!.extraFields.map((field) => (
        <ExtraField
          key={field.key}
          field={field}
          id={extraId(recordId, field.key)}
          error={error(extraId(recordId, field.key))}
          value={content.extra[recordId]?.[field.key] ?? ''}
          onChange={(next) =>
            update((now) => ({
              ...now,
              extra: { ...now.extra, [recordId]: { ...now.extra[recordId], [field.key]: next } },
            }))
          }
        />
      ))}
    </section>
  );
}

interface ExtraFieldProps {
  field: AskedField;
  id: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** One question of the 另附表, asked by its kind. */
export function ExtraField({ field, id, error, value, onChange }: ExtraFieldProps) {
  const hint = `为什么要填：${field.why}`;
  if (field.type === 'choice' && field.choices)
    return (
      <ChoiceField
        id={id}
        legend={field.required ? field.label : `${field.label}（可不填）`}
        hint={hint}
        error={error}
        choices={field.choices.map((one) => ({ value: one, label: one }))}
        value={value ? [value] : []}
        onChange={([chosen]) => onChange(chosen ?? '')}
      />
    );
  const props = { id, hint, error, optional: !field.required, onChange, label: field.label, value };
  if (field.type === 'date') return <DateField {...props} />;
  return <TextField {...props} maxLength={1000} inputMode={field.type === 'number' ? 'decimal' : 'text'} />;
}
