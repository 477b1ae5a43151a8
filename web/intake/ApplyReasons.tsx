import type { Static } from 'typebox';
import type { ExtraFieldView } from '#contract/catalog.ts';
import { formatChineseShort } from '#domain/plain-date.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { DateField, TextArea, TextField } from '../ui/Field.tsx';
import { ApplyPage } from './ApplyPage.tsx';
import { type ChosenRecord, checkReasons, extraId } from './application-checks.ts';
import { type Apply, useApply, withForm } from './apply-context.ts';

/** A beginning in the right form, from what is known; the applicant adds what was done. */
function opening({ chosen }: Apply): string {
  const lines = chosen.map(
    ({ record }, index) =>
      `${chosen.length > 1 ? `${index + 1}. ` : ''}${formatChineseShort(record.findingDate)}，${record.organName}作出${record.docNumber}（${record.plain}）。`,
  );
  return `${lines.join('\n')}\n以上失信行为已经纠正，相关义务已经履行，现申请信用修复。\n具体做了：`;
}

/** 事实和理由: one statement for all, and what single matters ask beside it. */
export function ApplyReasons() {
  const apply = useApply();
  const { content, chosen, update } = apply;
  const facts = content.form.facts ?? '';
  return (
    <ApplyPage
      title="事实和理由"
      lead="写清楚：当时发生了什么、您怎么改正的、义务什么时候履行的。"
      check={(now) => checkReasons(now.content, now.chosen)}
    >
      {(error) => (
        <>
          <TextArea
            id="facts"
            label="申请事实和理由"
            hint="几句话就可以。例如：罚款已于某月某日缴清，过期商品已全部下架，建立了进货查验制度。"
            rows={9}
            maxLength={4000}
            value={facts}
            error={error('facts')}
            onChange={(value) => update(withForm({ facts: value }))}
          />
          {facts.trim() === '' && (
            <Button kind="secondary" onClick={() => update(withForm({ facts: opening(apply) }))}>
              帮我起个头
            </Button>
          )}
          {chosen.map((one) => (
            <ExtraFields key={one.record.recordId} chosen={one} error={error} />
          ))}
        </>
      )}
    </ApplyPage>
  );
}

function ExtraFields({ chosen, error }: { chosen: ChosenRecord; error: (field: string) => string | undefined }) {
  const { record, matter } = chosen;
  if (!matter || matter.extraFields.length === 0) return null;
  return (
    <section className="card">
      <h2>{matter.name}还要填</h2>
      <p className="small">
        {record.organName} · {record.docNumber}
      </p>
      {matter.extraFields.map((field) => (
        <ExtraField
          key={field.key}
          field={field}
          recordId={record.recordId}
          error={error(extraId(record.recordId, field.key))}
        />
      ))}
    </section>
  );
}

interface ExtraFieldProps {
  field: Static<typeof ExtraFieldView>;
  recordId: string;
  error: string | undefined;
}

function ExtraField({ field, recordId, error }: ExtraFieldProps) {
  const { content, update } = useApply();
  const value = content.extra[recordId]?.[field.key] ?? '';
  const change = (next: string) =>
    update((now) => ({
      ...now,
      extra: { ...now.extra, [recordId]: { ...now.extra[recordId], [field.key]: next } },
    }));
  const props = {
    id: extraId(recordId, field.key),
    hint: field.why,
    error,
    optional: !field.required,
    onChange: change,
  };
  if (field.type === 'choice' && field.choices)
    return (
      <ChoiceField
        id={props.id}
        legend={field.label}
        hint={field.why}
        error={error}
        choices={field.choices.map((one) => ({ value: one, label: one }))}
        value={value ? [value] : []}
        onChange={([chosen]) => change(chosen ?? '')}
      />
    );
  if (field.type === 'date') return <DateField {...props} label={field.label} value={value} />;
  return (
    <TextField
      {...props}
      label={field.label}
      value={value}
      maxLength={1000}
      inputMode={field.type === 'number' ? 'decimal' : 'text'}
    />
  );
}
