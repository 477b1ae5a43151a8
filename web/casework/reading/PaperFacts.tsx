import type { ItemView } from '#contract/casework.ts';
import { dayText, momentText, sizeText } from '../../office/when.ts';
import { type FilePaper, kindText } from './papers-of-file.ts';

/** Where a paper comes from: kind and size, who gave it when, whether it was checked for viruses, whether it was given before. */
export function PaperFacts({ view, paper }: { view: ItemView; paper: FilePaper }) {
  if (paper.kind === 'issued') {
    const issued = view.papers.find((one) => one.paperId === paper.id);
    return (
      <p className="quiet">
        本平台出具的文书{issued?.docNumber && <span className="figures">，{issued.docNumber}</span>}，
        {dayText(issued?.issuedOn)}
      </p>
    );
  }
  const file = view.attachments.find((one) => one.attachmentId === paper.id);
  if (!file) return null;
  const scan = scanTexts[file.scan];
  return (
    <div className="paper-facts">
      <p className="quiet">
        {kindText(file.mediaType, file.pages)}，{sizeText(file.bytes)}，{file.fileName}
      </p>
      <p className="quiet">
        {file.uploadedBy}，{momentText(file.uploadedAt)}上传
      </p>
      <p>
        <span className={`chip chip-${scan.look}`}>{scan.text}</span>
        {file.reused && (
          <span className="chip chip-plain">
            以前交过，经同意再用：{dayText(file.reused.givenOn)}
            {file.reused.applicationNumber && `，申请 ${file.reused.applicationNumber}`}
          </span>
        )}
      </p>
    </div>
  );
}

const scanTexts: Readonly<Record<ItemView['attachments'][number]['scan'], { look: string; text: string }>> = {
  clean: { look: 'good', text: '✓ 查过病毒' },
  received: { look: 'plain', text: '没有接查毒服务' },
  waiting: { look: 'attention', text: '▲ 还没有查毒' },
  infected: { look: 'bad', text: '! 查出病毒，已删除' },
};
