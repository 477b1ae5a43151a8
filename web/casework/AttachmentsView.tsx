import type { ItemView } from '#contract/casework.ts';
import { Nothing } from '../office/Loaded.tsx';
import { PaperReader } from './reading/PaperReader.tsx';
import { useReading } from './reading/use-reading.ts';

/** The materials handed in, all at a glance and one opened in place. */
export function AttachmentsView({ view }: { view: ItemView }) {
  const reading = useReading();
  const papers = reading.papers.filter((one) => one.kind === 'material');
  const shown = papers.find((one) => one.id === reading.shown?.id) ?? papers[0];
  if (!shown) return <Nothing>申请人没有上传材料。平台和办理单位能查到的，不用申请人交。</Nothing>;
  return (
    <>
      {papers.length > 1 && (
        <ul className="viewer-list" aria-label="材料清单">
          {papers.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className={one.id === shown.id ? 'list-link list-here' : 'list-link'}
                aria-current={one.id === shown.id ? 'true' : undefined}
                onClick={() => reading.choose(one.id)}
              >
                <span>{one.name}</span>
                <span className="quiet">{one.fileName}</span>
                {scanMarks[one.scan] && <span className="chip chip-attention">▲ {scanMarks[one.scan]}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <PaperReader view={view} papers={papers} shown={shown} choose={reading.choose} />
    </>
  );
}

/** What the mark beside a file says, where there is something to say. */
const scanMarks: Readonly<Record<string, string>> = { waiting: '待查毒', infected: '查出病毒，已删除' };
