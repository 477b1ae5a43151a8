import { Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { addressOf } from '../../api.ts';
import { hasRole, useOfficer } from '../../office/session.ts';
import { ClosedSheet } from '../ClosedSheet.tsx';
import { PaperFacts } from './PaperFacts.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import { type FilePaper, paperAfter } from './papers-of-file.ts';

interface Props {
  readonly view: ItemView;
  /** Those that are gone through here. */
  readonly papers: readonly FilePaper[];
  readonly shown: FilePaper;
  readonly choose: (id: string) => void;
  /** Leaves comparing; absent where nothing is compared. */
  readonly leave?: () => void;
  readonly children?: React.ReactNode;
}

/** One paper of the file with what is said of it, and the way to the others. */
export function PaperReader({ view, papers, shown, choose, leave, children }: Props) {
  const at = papers.findIndex((one) => one.id === shown.id);
  const step = (by: 1 | -1) => choose(paperAfter(papers, shown.id, by)?.id ?? shown.id);
  return (
    <section className="viewer" aria-label="材料和文书">
      <div className="viewer-head">
        <label className="viewer-choice">
          <span className="quiet figures">
            第 {at + 1} 份，共 {papers.length} 份
          </span>
          <select value={shown.id} onChange={(event) => choose(event.target.value)}>
            <Options label="材料" papers={papers.filter((one) => one.kind === 'material')} />
            <Options label="文书" papers={papers.filter((one) => one.kind === 'issued')} />
          </select>
        </label>
        <span className="viewer-steps">
          <Button onClick={() => step(-1)} disabled={at <= 0} title="也可以按 [">
            上一份
          </Button>
          <Button onClick={() => step(1)} disabled={at >= papers.length - 1} title="也可以按 ]">
            下一份
          </Button>
          {leave && (
            <Button onClick={leave} title="也可以按 v">
              收起对照
            </Button>
          )}
        </span>
      </div>
      {children}
      <PaperFacts view={view} paper={shown} />
      <Body key={shown.id} view={view} paper={shown} />
    </section>
  );
}

function Options({ label, papers }: { label: string; papers: readonly FilePaper[] }) {
  if (papers.length === 0) return null;
  return (
    <optgroup label={label}>
      {papers.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </optgroup>
  );
}

function Body({ view, paper }: { view: ItemView; paper: FilePaper }) {
  const { subjectKey } = view.summary;
  const [reason, setReason] = useState<string>();
  const opens = hasRole(useOfficer(), ['officer', 'window-clerk']);
  if (!opens) return <p className="sheet-note">督办看办件怎么办的，材料和文书的内容只由办理单位和代收窗口打开。</p>;
  if (paper.scan === 'infected' || (paper.scan === 'waiting' && reason === undefined))
    return <ClosedSheet scan={paper.scan} open={setReason} />;
  const address =
    paper.kind === 'issued'
      ? addressOf('downloadPaper', { params: { subjectKey, paperId: paper.id } })
      : addressOf('readAttachment', { params: { subjectKey, attachmentId: paper.id }, query: { reason } });
  return <PaperSheet paper={paper} address={address} />;
}
