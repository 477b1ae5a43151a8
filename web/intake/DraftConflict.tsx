import { useState } from 'react';
import type { Static } from 'typebox';
import type { DraftView } from '#contract/drafts.ts';
import type { FormContent } from '#contract/intake.ts';
import { fieldLabels } from '#domain/intake/form-marks.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { InstantText } from '../ui/DateText.tsx';
import { agentWords } from './agent-words.ts';
import { type Apply, recallFile, useApply } from './apply-context.ts';
import { type DraftDifference, draftDifferences, takeTheirs } from './draft-differences.ts';
import { subjectKinds } from './subject-kinds.ts';

/**
 * Two devices filled in the same draft: every place where they part, both versions side by side, one choice each. Until then nothing is
 * sent, and nothing is lost.
 */
export function DraftConflict({ theirs }: { theirs: Static<typeof DraftView> }) {
  const apply = useApply();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const differences = draftDifferences(apply.content, theirs.content);
  const choose = (key: string, other: boolean) => {
    const next = new Set(taken);
    if (other) next.add(key);
    else next.delete(key);
    setTaken(next);
  };
  const goOn = () =>
    apply.settle(
      theirs,
      takeTheirs(
        apply.content,
        differences.filter((one) => taken.has(one.path.join())),
      ),
    );
  return (
    <Banner tone="wait" live title="这份草稿在另一台设备上也改过">
      <p>
        那边 <InstantText at={theirs.updatedAt} /> 保存。下面 {differences.length} 处不一样，请各选一个，两边都没有丢。
      </p>
      {differences.map((one) => {
        const key = one.path.join();
        return (
          <fieldset className="field difference" key={key}>
            <legend className="field-label">{labelOf(apply, one)}</legend>
            <div className="choices choices-inline">
              {([false, true] as const).map((other) => (
                <label className="choice" key={String(other)}>
                  <input
                    type="radio"
                    name={`difference-${key}`}
                    checked={taken.has(key) === other}
                    onChange={() => choose(key, other)}
                  />
                  <span>
                    <span className="choice-hint">{other ? '另一台设备上的' : '这里的'}</span>
                    <span className="choice-label">{wordsOf(apply, one, other ? one.theirs : one.mine)}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
      <Button kind="secondary" onClick={goOn}>
        按选好的接着填
      </Button>
    </Banner>
  );
}

function labelOf({ records, matters }: Apply, { path }: DraftDifference): string {
  const [part, first, second] = path as [string, string, string];
  if (part === 'recordIds') return '修复事项';
  if (part === 'form') return first === 'agent' ? '经办人' : fieldLabels[first as keyof typeof fieldLabels];
  const record = records.find((one) => one.recordId === first);
  const matter = matters.find((one) => one.matterKey === record?.matterKey);
  const name =
    part === 'extra'
      ? matter?.extraFields.find((one) => one.key === second)?.label
      : matter?.materials.find((one) => one.key === second)?.name;
  return `${name ?? '附加内容'}（${record?.docNumber ?? '已去掉的一条'}）`;
}

/** A value of the draft as people read it. */
function wordsOf({ records }: Apply, { path }: DraftDifference, value: unknown): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '（没有填）';
  if (path[0] === 'recordIds')
    return (value as string[]).map((id) => records.find((one) => one.recordId === id)?.docNumber ?? '一条').join('、');
  if (path[0] === 'materials') return (value as string[]).map((id) => recallFile(id).name).join('、');
  if (path[1] === 'agent') {
    return agentWords(value as NonNullable<FormContent['agent']>) || '（没有填）';
  }
  if (path[1] === 'subjectKind') return subjectKinds.find((one) => one.value === value)?.label ?? '';
  return String(value);
}
