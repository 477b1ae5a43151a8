import { Button } from 'antd';
import type { ItemView } from '#contract/casework.ts';
import { addressOf } from '../api.ts';
import { useAct } from '../office/ask.ts';
import { Nothing } from '../office/Loaded.tsx';
import { Refused } from '../office/Refused.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { dayText } from '../office/when.ts';
import { paperIsReady, paperStateWord } from '../office/words.ts';
import { ArchivePackage } from './ArchivePackage.tsx';
import { useReading } from './reading/use-reading.ts';

/** Papers made for this item; one that failed to print can be made again. */
export function PapersView({ view }: { view: ItemView }) {
  const reprint = useAct('reprintPaper', ['getItem']);
  const mayReprint = hasRole(useOfficer(), ['officer', 'window-clerk', 'operator']);
  const { subjectKey } = view.summary;
  const { open } = useReading();
  if (view.papers.length === 0) return <Nothing>还没有文书。受理、补正、决定后自动生成。</Nothing>;
  return (
    <>
      <Refused error={reprint.error} />
      <ul className="plain-list">
        {view.papers.map((paper) => (
          <li key={paper.paperId} className="line-card line-split">
            <div>
              <p>
                <strong>{paper.title}</strong> {paper.docNumber && <span className="figures">{paper.docNumber}</span>}
              </p>
              <p className="quiet">{dayText(paper.issuedOn)}</p>
            </div>
            {paperIsReady(paper.state) ? (
              <span className="inline-gap">
                <Button onClick={() => open(paper.paperId)}>和申请表对照</Button>
                <Button
                  href={addressOf('downloadPaper', { params: { subjectKey, paperId: paper.paperId } })}
                  target="_blank"
                  rel="noopener"
                  aria-label={`打开文书：${paper.title}`}
                >
                  打开文书
                </Button>
              </span>
            ) : (
              <span className="chip chip-plain">{paperStateWord(paper.state)}</span>
            )}
            {paper.state === 'failed' && mayReprint && (
              <Button
                loading={reprint.isPending}
                onClick={() => reprint.mutate({ params: { subjectKey, paperId: paper.paperId } })}
              >
                重新生成
              </Button>
            )}
          </li>
        ))}
      </ul>
      {view.summary.closedOn && <ArchivePackage item={view.summary} whyNot={view.notArchivable} />}
    </>
  );
}
