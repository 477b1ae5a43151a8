import { Link } from '@tanstack/react-router';
import type { RecordView } from '#contract/record.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { DateText } from '../ui/DateText.tsx';
import { VerdictDates, VerdictReasons } from './VerdictReasons.tsx';
import { verdictWords } from './verdict-words.ts';

interface RecordCardProps {
  record: RecordView;
  /** Given where the record may be ticked. */
  choice?: { chosen: boolean; onToggle: () => void };
}

/** One record: plain words first, document number second; then what one can do, why, and from when. */
export function RecordCard({ record, choice }: RecordCardProps) {
  const words = (
    <span>
      <span className="record-plain">{record.plain}</span>
      <span className="record-facts">
        {formatChinese(record.findingDate)} · {record.organName}
      </span>
      <span className="record-facts">
        {record.matterName} · {record.docNumber}
      </span>
    </span>
  );
  return (
    <li className="record" style={{ maxWidth: 'none' }}>
      {choice ? (
        <label className="record-choice">
          <input type="checkbox" checked={choice.chosen} onChange={choice.onToggle} />
          {words}
        </label>
      ) : (
        <div className="record-choice" style={{ cursor: 'default' }}>
          {words}
        </div>
      )}
      <div className="record-verdict">
        <Standing record={record} />
        <details className="unfold">
          <summary>为什么？有哪些日子？</summary>
          <VerdictDates verdict={record.verdict} />
          <VerdictReasons verdict={record.verdict} />
          <p>
            <Link to="/guide/$matter" params={{ matter: record.matterKey }}>
              看这个事项的办理指引
            </Link>
          </p>
        </details>
      </div>
    </li>
  );
}

function Standing({ record }: { record: RecordView }) {
  if (record.openItem)
    return (
      <p>
        <span className="tag tag-info">正在办理</span> {record.openItem.publicState}{' '}
        <Link
          to="/applications/$subjectKey/$applicationId"
          params={{ subjectKey: record.subjectKey, applicationId: record.openItem.applicationId }}
        >
          看进度
        </Link>
      </p>
    );
  if (record.repairedOn)
    return (
      <p>
        <span className="tag tag-good">✓ 已修复</span> <DateText date={record.repairedOn} /> 准予修复
      </p>
    );
  const words = verdictWords(record.verdict);
  const { application, publication, verdict } = record.verdict;
  return (
    <p>
      <span className={`tag tag-${words.tone}`}>{words.text}</span>{' '}
      {verdict === 'not-yet' && application.from ? (
        <>
          <DateText date={application.from} /> 起可以申请。
        </>
      ) : verdict === 'ends-automatically' && publication.latestEnd ? (
        <>
          <DateText date={publication.latestEnd} /> 期满，自动停止公示。
        </>
      ) : (
        words.todo
      )}
    </p>
  );
}
