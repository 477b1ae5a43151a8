import type { ReplyTo } from '../api.ts';
import { DateText, InstantText } from '../ui/DateText.tsx';

const states: Readonly<Record<ReplyTo<'verifyPaper'>['state'], string>> = {
  'in-force': '有效',
  making: '正在生成',
  revoked: '已经撤销',
  replaced: '已经换发新的版本',
  ended: '所写的屏蔽已经结束',
};

/** What the public may know of a paper: nothing about its subject. */
export function PaperFacts({ paper }: { paper: ReplyTo<'verifyPaper'> }) {
  return (
    <div className="card">
      <dl className="facts">
        <Row label="文书">{paper.title}</Row>
        <Row label="文号">{paper.docNumber ?? '没有文号'}</Row>
        <Row label="出具单位">{paper.issuer}</Row>
        <Row label="日期">
          <DateText date={paper.issuedOn} />
        </Row>
        <Row label="状态">
          <strong>{states[paper.state]}</strong>
          {paper.endedOn && (
            <>
              ，<DateText date={paper.endedOn} />起
            </>
          )}
        </Row>
        {paper.seal && (
          <Row label="电子签章">
            {paper.seal.by}，<InstantText at={paper.seal.at} />
            {paper.seal.timeStampedAt ? (
              <>
                ；时间戳 <InstantText at={paper.seal.timeStampedAt} />
              </>
            ) : (
              <span className="small">（签章不带时间戳，日期以本页为准）</span>
            )}
          </Row>
        )}
        {paper.digest && (
          <Row label="文件摘要">
            <span className="number small digest">SHA-256 {paper.digest}</span>
            {paper.digestSm3 && <span className="number small digest">SM3 {paper.digestSm3}</span>}
          </Row>
        )}
      </dl>
    </div>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
