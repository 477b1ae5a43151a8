import { formatChineseShort } from '#domain/plain-date.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/Field.tsx';
import { ApplyExtra } from './ApplyExtra.tsx';
import { ApplyPage } from './ApplyPage.tsx';
import { checkReasons } from './application-checks.ts';
import { type Apply, useApply, withForm } from './apply-context.ts';
import { formControls } from './form-controls.ts';

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
  const { content, update } = apply;
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
            {...formControls.facts}
            id="facts"
            rows={9}
            value={facts}
            error={error('facts')}
            onChange={(value) => update(withForm({ facts: value }))}
          />
          {facts.trim() === '' && (
            <Button kind="secondary" onClick={() => update(withForm({ facts: opening(apply) }))}>
              帮我起个头
            </Button>
          )}
          <ApplyExtra error={error} />
        </>
      )}
    </ApplyPage>
  );
}
