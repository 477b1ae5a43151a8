import type { ItemView } from '#contract/casework.ts';
import { VerdictReasons } from '../office/VerdictReasons.tsx';
import { dayText } from '../office/when.ts';
import { classWord, sourceWord } from '../office/words.ts';

/** Which of the record's own days its period is counted from: by 36号 the day of the decision, by 107号 that of its display. */
function startName({ verdict, findingDate, publishedDate }: ItemView['record']): string {
  const { from } = verdict.publication;
  if (from === findingDate) return '认定之日';
  return from === publishedDate ? '公示之日' : '';
}

/** What the platform already knows, so that nobody asks the applicant for it. */
export function KnownFacts({ view }: { view: ItemView }) {
  const { record } = view;
  const { publication } = record.verdict;
  return (
    <section className="card" aria-labelledby="known-title">
      <h2 id="known-title">平台已经掌握</h2>
      <VerdictReasons verdict={record.verdict} folded />
      <dl className="facts">
        <dt>类别</dt>
        <dd>{classWord(record.verdict.class)}</dd>
        <dt>义务履行</dt>
        <dd>{record.dutiesPerformed ? '登记为已履行' : '没有已履行的登记，需要核实'}</dd>
        <dt>公示</dt>
        <dd>
          {publication.shown ? '正在公示' : '没有在公示'}
          {publication.from && `，公示期从${startName(record)}${dayText(publication.from)}起算`}
          {publication.earliestEnd && `，最短到${dayText(publication.earliestEnd)}`}
          {publication.latestEnd && `，最长到${dayText(publication.latestEnd)}`}
          {publication.from && publication.from === record.findingDate && publication.from !== record.publishedDate && (
            <span className="quiet">（按条文从认定之日算，不从上网公示的日期算）</span>
          )}
        </dd>
        {record.verdict.application.from && (
          <>
            <dt>可申请</dt>
            <dd>{dayText(record.verdict.application.from)}起</dd>
          </>
        )}
      </dl>
      <details>
        <summary>材料从哪里来（{view.materials.length}）</summary>
        <ul className="tight">
          {view.materials.map((material) => (
            <li key={material.key}>
              {material.name}
              <span className="quiet">：{sourceWord(material.source)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
