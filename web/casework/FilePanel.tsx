import { Tabs } from 'antd';
import type { ItemView } from '#contract/casework.ts';
import { AttachmentsView } from './AttachmentsView.tsx';
import { ExchangesView } from './ExchangesView.tsx';
import { FormAndRecord } from './FormAndRecord.tsx';
import { PapersView } from './PapersView.tsx';

/** The file itself: record and form, materials, papers, what went to outside systems. */
export function FilePanel({ view }: { view: ItemView }) {
  return (
    <section className="card" aria-label="案卷">
      <Tabs
        items={[
          { key: 'form', label: '失信信息和申请表', children: <FormAndRecord view={view} /> },
          { key: 'files', label: `材料（${view.attachments.length}）`, children: <AttachmentsView view={view} /> },
          { key: 'papers', label: `文书（${view.papers.length}）`, children: <PapersView view={view} /> },
          { key: 'exchanges', label: `外部回执（${view.exchanges.length}）`, children: <ExchangesView view={view} /> },
        ]}
      />
    </section>
  );
}
