import type { CatalogChange, Trial } from '#contract/catalog-changes.ts';
import { sayDiff } from '#domain/catalog/changes/diff-matter.ts';
import { countText, dayText } from '../when.ts';
import { isBeingTried } from './catalog-words.ts';

type Count = Trial['records'];

/** What a filing would do to records, items, drafts, deadlines and the guide, counted before anybody approves it. */
export function TrialView({ change }: { change: CatalogChange }) {
  return (
    <section className="card" aria-labelledby="trial-title" aria-live="polite">
      <h2 id="trial-title">影响推演</h2>
      {change.trial ? <Counted trial={change.trial} /> : <NotCounted change={change} />}
    </section>
  );
}

function NotCounted({ change }: { change: CatalogChange }) {
  if (!isBeingTried(change)) return <p className="quiet">处理以前没有推算。</p>;
  return (
    <p role="status">
      <span className="chip chip-attention">推算中</span>{' '}
      正在用新的规定把已有的记录和办件重新算一遍，算完自动显示在这里。您可以先离开。
    </p>
  );
}

function Counted({ trial }: { trial: Trial }) {
  return (
    <>
      <p className="quiet">
        用回答群众的同一套规则，按 {dayText(trial.on)} 推算，用时 {Math.max(0.1, trial.seconds).toFixed(1)} 秒。
      </p>
      <div className="trial-counts">
        <CountLine name="失信信息" unit="条" count={trial.records} />
        <CountLine name="办件" unit="件" count={trial.items} />
      </div>
      <ul className="tight">
        <li>{countText(trial.openItems)} 件在办件继续按提交时的版本办理，不受影响。</li>
        <li>{countText(trial.drafts)} 份草稿提交时重新检查，并告诉申请人哪里变了。</li>
        <li>{trial.deadlines === 0 ? '没有期限要重新计算。' : `${countText(trial.deadlines)} 个期限要重新计算。`}</li>
      </ul>
      <ByMatter trial={trial} />
      <Examples trial={trial} />
      <h3>指引的变化</h3>
      {trial.guide.length === 0 ? <p className="quiet">指引没有变化。</p> : <GuideChanges guide={trial.guide} />}
    </>
  );
}

function CountLine({ name, unit, count }: { name: string; unit: string; count: Count }) {
  return (
    <dl className="trial-count">
      <dt>
        {name} {countText(count.total)} {unit}
      </dt>
      <dd className="chip chip-good">↑ 更有利 {countText(count.better)}</dd>
      <dd className="chip chip-bad">↓ 更不利 {countText(count.worse)}</dd>
      <dd className="chip">＝ 不变 {countText(count.unchanged)}</dd>
    </dl>
  );
}

function ByMatter({ trial }: { trial: Trial }) {
  const touched = trial.byMatter.filter(
    ({ records, items }) => records.better + records.worse + items.better + items.worse > 0,
  );
  if (touched.length === 0) return null;
  return (
    <>
      <h3>按事项</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone. */}
      <section className="scroll-x" tabIndex={0} aria-label="按事项（可以左右滚动）">
        <table className="diff figures">
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">信息更有利</th>
              <th scope="col">信息更不利</th>
              <th scope="col">办件更有利</th>
              <th scope="col">办件更不利</th>
            </tr>
          </thead>
          <tbody>
            {touched.map(({ matterKey, name, records, items }) => (
              <tr key={matterKey}>
                <th scope="row">{name}</th>
                {[records.better, records.worse, items.better, items.worse].map((count, index) => (
                  <td key={index}>{countText(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Examples({ trial }: { trial: Trial }) {
  if (trial.examples.length === 0) return null;
  return (
    <>
      <h3>举例</h3>
      <ul className="examples">
        {trial.examples.map((one) => (
          <li key={`${one.of}${one.number}${one.after}`}>
            <span className={one.change === 'better' ? 'chip chip-good' : 'chip chip-bad'}>
              {one.change === 'better' ? '↑ 更有利' : '↓ 更不利'}
            </span>{' '}
            <strong>{one.number}</strong> <span className="quiet">{one.matterName}</span>
            <p>
              {one.before === one.after
                ? `${one.after}，${one.change === 'better' ? '日子提前或者要求放宽' : '日子推后或者要求收紧'}`
                : `${one.before} → ${one.after}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The guide's changes are sentences, under the matter whose guide it is. */
function GuideChanges({ guide }: { guide: Trial['guide'] }) {
  const byMatter = Map.groupBy(guide, (line) => line.label);
  return (
    <dl>
      {[...byMatter].map(([name, lines]) => (
        <div key={name}>
          <dt className="strong">{name}</dt>
          <dd>
            <ul className="tight">
              {lines.map((line, index) => (
                <li key={index}>{line.before === null && line.after !== null ? line.after : sayDiff(line)}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
