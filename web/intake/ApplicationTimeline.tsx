import { useState } from 'react';
import type { ItemSummary, ItemTimelineEntry } from '#contract/item.ts';
import type { ItemQuestion } from '#contract/questions.ts';
import { SelectField } from '../ui/Field.tsx';
import { OneTimeline } from './OneTimeline.tsx';
import { oneTimeline } from './one-timeline.ts';

/** How many entries stand open; the rest unfolds. */
const first = 8;

interface ApplicationTimelineProps {
  readonly items: readonly Pick<ItemSummary, 'itemId' | 'docNumber' | 'organName'>[];
  readonly timeline: readonly ItemTimelineEntry[];
  readonly questions: readonly ItemQuestion[];
}

/** 全部经过: what happened to every item of an application, what was asked and answered, newest first, for all or for one item. */
export function ApplicationTimeline({ items, timeline, questions }: ApplicationTimelineProps) {
  const [itemId, setItemId] = useState('');
  const [all, setAll] = useState(false);
  const entries = oneTimeline(timeline, questions).filter((entry) => !itemId || entry.itemId === itemId);
  const shown = all ? entries : entries.slice(0, first);
  const several = items.length > 1 && !itemId;
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">全部经过</h2>
      {items.length > 1 && (
        <SelectField id="timeline-item" label="看哪一项" value={itemId} onChange={setItemId}>
          <option value="">全部 {items.length} 项</option>
          {items.map((item) => (
            <option key={item.itemId} value={item.itemId}>
              {item.docNumber}（{item.organName}）
            </option>
          ))}
        </SelectField>
      )}
      <OneTimeline
        happenings={shown}
        nameOf={(id) => (several ? items.find((item) => item.itemId === id)?.docNumber : undefined)}
      />
      {entries.length > shown.length && (
        <button type="button" className="button button-secondary" onClick={() => setAll(true)}>
          看全部 {entries.length} 条
        </button>
      )}
    </section>
  );
}
