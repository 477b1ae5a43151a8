import { useState } from 'react';
import type { ApplicationDetail } from '#contract/intake.ts';
import { Cites } from '../ui/CitedReasons.tsx';
import { DateText } from '../ui/DateText.tsx';
import { SelectField } from '../ui/Field.tsx';

/** How many entries stand open; the rest unfolds. */
const first = 8;

/** 全部经过: what happened to every item of an application, newest first, for all or for one item. */
export function ApplicationTimeline({ view }: { view: ApplicationDetail }) {
  const [itemId, setItemId] = useState('');
  const [all, setAll] = useState(false);
  const named = new Map(view.items.map((item) => [item.itemId, item]));
  const entries = view.timeline.filter((entry) => !itemId || entry.itemId === itemId).toReversed();
  const shown = all ? entries : entries.slice(0, first);
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">全部经过</h2>
      {view.items.length > 1 && (
        <SelectField id="timeline-item" label="看哪一项" value={itemId} onChange={setItemId}>
          <option value="">全部 {view.items.length} 项</option>
          {view.items.map((item) => (
            <option key={item.itemId} value={item.itemId}>
              {item.docNumber}（{item.organName}）
            </option>
          ))}
        </SelectField>
      )}
      <ol className="timeline">
        {shown.map((entry) => (
          <li key={`${entry.itemId}-${entry.version}`}>
            <strong>{entry.title}</strong>
            {!itemId && view.items.length > 1 && <span>：{named.get(entry.itemId)?.docNumber}</span>}
            <br />
            <span className="small">
              <DateText date={entry.on} /> · {entry.by}
            </span>
            {entry.text && <p>{entry.text}</p>}
            <Cites cites={entry.cites} />
          </li>
        ))}
      </ol>
      {entries.length > shown.length && (
        <button type="button" className="button button-secondary" onClick={() => setAll(true)}>
          看全部 {entries.length} 条
        </button>
      )}
    </section>
  );
}
