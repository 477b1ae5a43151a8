import type { DraftContent } from '#contract/drafts.ts';
import { fieldLabels } from '#domain/intake/form-marks.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { type Apply, useApply, withForm } from './apply-context.ts';

const reusable = ['phone', 'address', 'registryOrgan', 'legalRep'] as const;

/** What the last application can add: fields that are still empty, and the person who handled it. */
function offered({ content, prefill }: Apply): DraftContent['form'] {
  const last = prefill.last?.form ?? {};
  const { form } = content;
  const empty = reusable.filter(
    (key) => last[key] && !form[key]?.trim() && !(key === 'legalRep' && form.subjectKind === 'person'),
  );
  // A telephone number that came from the login may be another one than people wish to be called on.
  const otherPhone =
    last.phone && form.phone === prefill.form.phone && last.phone !== form.phone ? ['phone' as const] : [];
  return {
    ...Object.fromEntries([...empty, ...otherPhone].map((key) => [key, last[key]])),
    ...(last.agent && !form.agent ? { agent: last.agent } : {}),
  };
}

/** 用上次填过的: offered with what it would fill in, never done unasked. */
export function LastApplication() {
  const apply = useApply();
  const { last } = apply.prefill;
  const fill = offered(apply);
  if (!last || Object.keys(fill).length === 0) return null;
  return (
    <Banner title="用上次填过的">
      <p>
        您 <DateText date={last.submittedOn} /> 的申请里填过：
      </p>
      <ul>
        {reusable.map((key) => fill[key] && <li key={key}>{`${fieldLabels[key]}：${fill[key]}`}</li>)}
        {fill.agent && <li>{`经办人：${fill.agent.name}，${fill.agent.phone}`}</li>}
      </ul>
      <Button kind="secondary" onClick={() => apply.update(withForm(fill))}>
        用上次填过的
      </Button>
    </Banner>
  );
}
