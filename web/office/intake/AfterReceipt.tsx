import type { ApplicationView } from '#contract/intake.ts';
import { addressOf, type ReplyTo } from '../../api.ts';
import { momentText } from '../when.ts';
import { paperIsReady, paperStateWord } from '../words.ts';

interface Props {
  readonly view: ApplicationView;
  readonly visit: ReplyTo<'getVisit'>;
}

/** Below the receipt, never on paper: papers to open, what was handed out, and which windows followed the application up. */
export function AfterReceipt({ view, visit }: Props) {
  return (
    <div className="no-print after-receipt">
      <h3>可以下载的文书</h3>
      {view.papers.length === 0 && <p className="quiet">文书正在生成，几秒钟后出现在这里。</p>}
      <ul className="plain-list">
        {view.papers.map((paper) => (
          <li key={paper.paperId}>
            {paperIsReady(paper.state) ? (
              <a
                href={addressOf('downloadPaper', { params: { subjectKey: view.subjectKey, paperId: paper.paperId } })}
                target="_blank"
                rel="noopener"
              >
                {paper.title}
              </a>
            ) : (
              <span>
                {paper.title} <span className="quiet">{paperStateWord(paper.state)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {visit.handOuts.length > 0 && (
        <>
          <h3>已经发放的结果</h3>
          <ul className="tight">
            {visit.handOuts.map((one) => (
              <li key={one.itemId}>
                {view.items.find((item) => item.itemId === one.itemId)?.matterName}：{momentText(one.at)} {one.wayText}
                ，{one.receivedBy}
                {one.document && `（${one.document}）`}，经手人{one.by}
              </li>
            ))}
          </ul>
        </>
      )}
      {visit.handOvers.length > 0 && (
        <>
          <h3>窗口之间的移交</h3>
          <ul className="tight">
            {visit.handOvers.map((one) => (
              <li key={one.handOverId}>
                {momentText(one.askedAt)} {one.fromName}移交{one.toName}：{one.reason}（{one.answerText}
                {one.answeredAt && `，${momentText(one.answeredAt)}`}）
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
