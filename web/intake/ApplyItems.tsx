import { type ReactNode, useContext } from 'react';
import { RecordCard } from '../record/RecordCard.tsx';
import { groupRecords } from '../record/record-groups.ts';
import { ApplyPage } from './ApplyPage.tsx';
import { useApply, WholeFormFaults } from './apply-context.ts';
import { gapsIn } from './form-gaps.ts';

/** 修复事项: which records this application is for. */
export function ApplyItems() {
  const { content, records, chosen, update } = useApply();
  const whole = useContext(WholeFormFaults) !== null;
  const groups = groupRecords(records).filter((group) => group.selectable);
  const toggle = (recordId: string) =>
    update((now) => ({
      ...now,
      recordIds: now.recordIds.includes(recordId)
        ? now.recordIds.filter((one) => one !== recordId)
        : [...now.recordIds, recordId],
    }));
  return (
    <ApplyPage
      title="修复事项"
      lead="勾选这次要修复的，几条可以一起申请，各自由认定单位分别决定。"
      check={(apply) => gapsIn('items', apply)}
    >
      {() => {
        const all = groups.map((group, index) => (
          <section key={group.key} className="group" id={index === 0 ? 'choose' : undefined} tabIndex={-1}>
            <h2>
              {group.title}（{group.records.length}）
            </h2>
            <p className="small">{group.hint}</p>
            <ul className="plain">
              {group.records.map((record) => (
                <RecordCard
                  key={record.recordId}
                  record={record}
                  choice={{
                    chosen: content.recordIds.includes(record.recordId),
                    onToggle: () => toggle(record.recordId),
                  }}
                />
              ))}
            </ul>
          </section>
        ));
        return whole && chosen.length > 0 ? <Chosen all={all} /> : all;
      }}
    </ApplyPage>
  );
}

/** On the page with the whole form only what was chosen stands open; the rest unfolds. */
function Chosen({ all }: { all: ReactNode }) {
  const { chosen } = useApply();
  return (
    <>
      <ol className="stack">
        {chosen.map(({ record }) => (
          <li key={record.recordId}>
            {record.plain}
            <p className="small">
              {record.matterName} · {record.organName} · {record.docNumber}
            </p>
          </li>
        ))}
      </ol>
      <details className="unfold">
        <summary>改选要修复的信息</summary>
        {all}
      </details>
    </>
  );
}
