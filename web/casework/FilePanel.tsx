import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { AttachmentsView } from './AttachmentsView.tsx';
import { ExchangesView } from './ExchangesView.tsx';
import { FormAndRecord } from './FormAndRecord.tsx';
import { PapersView } from './PapersView.tsx';

const parts = [
  { key: 'form', label: () => '失信信息和申请表', Part: FormAndRecord },
  { key: 'files', label: (view: ItemView) => `材料（${view.attachments.length}）`, Part: AttachmentsView },
  { key: 'papers', label: (view: ItemView) => `文书（${view.papers.length}）`, Part: PapersView },
  { key: 'exchanges', label: (view: ItemView) => `外部回执（${view.exchanges.length}）`, Part: ExchangesView },
] as const;

/** The file itself: record and form, materials, papers, what went to outside systems. */
export function FilePanel({ view }: { view: ItemView }) {
  const [shown, show] = useState<(typeof parts)[number]['key']>('form');
  const { Part } = parts.find((one) => one.key === shown)!;
  return (
    <section className="card" aria-label="案卷">
      <nav className="parts" aria-label="案卷各部分">
        {parts.map((one) => (
          <button
            key={one.key}
            type="button"
            className={one.key === shown ? 'part part-here' : 'part'}
            aria-current={one.key === shown ? 'true' : undefined}
            onClick={() => show(one.key)}
          >
            {one.label(view)}
          </button>
        ))}
      </nav>
      <Part view={view} />
    </section>
  );
}
