import { addressOf } from '../api.ts';
import { DateText } from '../ui/DateText.tsx';

/** A paper as both views list it. */
export interface ListedPaper {
  readonly paperId: string;
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuedOn: string;
  readonly state: string;
  readonly verificationCode?: string;
}

/** Papers to download; one that is still being printed says so. */
export function Papers({ subjectKey, papers }: { subjectKey: string; papers: readonly ListedPaper[] }) {
  if (papers.length === 0) return null;
  return (
    <section className="card">
      <h2>文书</h2>
      <ul className="plain stack">
        {papers.map((paper) => (
          <li key={paper.paperId}>
            {paper.state === 'printed' ? (
              <a href={addressOf('downloadPaper', { params: { subjectKey, paperId: paper.paperId } })} download>
                下载《{paper.title}》
              </a>
            ) : (
              <>
                《{paper.title}》{' '}
                <span className="tag">
                  {paper.state === 'failed' ? '打印出了问题，正在重新生成' : '正在生成，稍后自动出现'}
                </span>
              </>
            )}
            <br />
            <span className="small">
              {paper.docNumber && `${paper.docNumber}，`}
              <DateText date={paper.issuedOn} />
              {paper.verificationCode && <span className="number">，验证码 {paper.verificationCode}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
