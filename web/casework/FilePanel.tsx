import { Button } from 'antd';
import type { ItemView } from '#contract/casework.ts';
import { AttachmentsView } from './AttachmentsView.tsx';
import { ExchangesView } from './ExchangesView.tsx';
import { FormAndRecord } from './FormAndRecord.tsx';
import { PapersView } from './PapersView.tsx';
import { type FilePart, useReading } from './reading/use-reading.ts';

interface Part {
  readonly label: (view: ItemView) => string;
  readonly Part: (props: { view: ItemView }) => React.ReactNode;
}

const parts: Readonly<Record<FilePart, Part>> = {
  form: { label: () => '失信信息和申请表', Part: FormAndRecord },
  files: { label: (view) => `材料（${view.attachments.length}）`, Part: AttachmentsView },
  papers: { label: (view) => `文书（${view.papers.length}）`, Part: PapersView },
  exchanges: { label: (view) => `外部回执（${view.exchanges.length}）`, Part: ExchangesView },
};

/** The file itself: record and form, materials, papers, what went to outside systems; one at a time, or a paper beside the form. */
export function FilePanel({ view }: { view: ItemView }) {
  const { on, part, papers, showPart, turn } = useReading();
  const { Part } = parts[part];
  if (on)
    return (
      <section className="card" aria-label="案卷">
        <FormAndRecord view={view} />
      </section>
    );
  return (
    <section className="card" aria-label="案卷">
      <nav className="parts" aria-label="案卷各部分">
        {(Object.keys(parts) as FilePart[]).map((key) => (
          <button
            key={key}
            type="button"
            className={key === part ? 'part part-here' : 'part'}
            aria-current={key === part ? 'true' : undefined}
            onClick={() => showPart(key)}
          >
            {parts[key].label(view)}
          </button>
        ))}
        {papers.length > 0 && (
          <Button className="parts-act" size="small" onClick={() => turn(true)} title="也可以按 v">
            对照阅读
          </Button>
        )}
      </nav>
      <Part view={view} />
    </section>
  );
}
