import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { RecordView } from '#contract/record.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { call } from '../api.ts';
import { DateText } from '../ui/DateText.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { ExplainedDates } from './ExplainedDates.tsx';
import { NextAct, OtherWays } from './NextAct.tsx';
import { Reminder } from './Reminder.tsx';
import { VerdictFacts, VerdictReasons } from './VerdictReasons.tsx';
import { verdictWords } from './verdict-words.ts';

interface RecordCardProps {
  record: RecordView;
  /** Given where the record may be ticked. */
  choice?: { chosen: boolean; onToggle: () => void };
  /** The reader acts for the subject: may be reminded. */
  own?: boolean;
  /** What stands last: objections, which come after this module. */
  below?: ReactNode;
}

/** One record: plain words first, document number second; then what one can do, why, and from when. */
export function RecordCard({ record, choice, own = false, below }: RecordCardProps) {
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
        {record.next && <NextAct next={record.next} />}
        {record.opensOn && own && (
          <Reminder subjectKey={record.subjectKey} about={{ recordId: record.recordId }} day={record.opensOn} />
        )}
        <Details record={record} own={own} />
        {below}
      </div>
    </li>
  );
}

/** 为什么？有哪些日子？: fetched when it is unfolded. */
function Details({ record, own }: { record: RecordView; own: boolean }) {
  const [open, setOpen] = useState(false);
  const { subjectKey, recordId } = record;
  const explained = useQuery({
    queryKey: ['explanation', recordId],
    queryFn: () => call('explainRecord', { params: { subjectKey, recordId } }),
    enabled: open,
  });
  return (
    <details className="unfold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>为什么？有哪些日子？</summary>
      {open && (
        <Loaded query={explained} lines={4}>
          {(told) => (
            <>
              <VerdictFacts verdict={told.verdict} />
              <ExplainedDates dates={told.dates} />
              <h3>理由</h3>
              <VerdictReasons verdict={record.verdict} />
              {told.others.length > 0 && <h3>还可以</h3>}
              <OtherWays ways={told.others} />
            </>
          )}
        </Loaded>
      )}
      <p>
        <Link to="/guide/$matter" params={{ matter: record.matterKey }}>
          看这个事项的办理指引
        </Link>
      </p>
      {own && (
        <p>
          <Link
            to="/record-orders/$subjectKey/$recordId"
            params={{ subjectKey: record.subjectKey, recordId: record.recordId }}
          >
            重整、和解期间屏蔽，以及撤回、恢复公示的情况
          </Link>
        </p>
      )}
    </details>
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
  if (record.heldBack)
    return (
      <p>
        <span className="tag tag-info">{record.heldBack.text}</span> <DateText date={record.heldBack.since} /> 起。
        {record.heldBack.statement && `公示处写明：“${record.heldBack.statement}”。`}
        {record.heldBack.ground && (
          <>
            依据：{record.heldBack.ground.office}
            {record.heldBack.ground.number}，<DateText date={record.heldBack.ground.day} />。
          </>
        )}
        {record.heldBack.stays.length > 0 &&
          `没有一并结束的：${record.heldBack.stays.map((one) => one.text).join('；')}。`}
        {record.verdict.verdict === 'repairable-now' && '现在可以申请修复。'}
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
        !record.next && words.todo
      )}
    </p>
  );
}
