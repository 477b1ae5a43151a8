import { Link } from '@tanstack/react-router';
import type { RecordView } from '#contract/record.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { Banner } from '../ui/Banner.tsx';
import { useSharedProofs } from './shared-proofs.ts';

interface Props {
  readonly subjectKey: string;
  readonly records: readonly RecordView[];
}

const leads = {
  running: '重整计划、和解协议执行期间，可以申请临时屏蔽失信信息：',
  completed: '重整计划、和解协议已经执行完毕的，可以凭法院裁定书申请修复：',
  accepted: '法院批准重整计划、认可和解协议以后，可以申请临时屏蔽。',
} as const;

/** 破产重整: where courts share a case of this enterprise, the road it opens, with the way to it for each record. */
export function ReorganisationNote({ subjectKey, records }: Props) {
  const found = useSharedProofs(subjectKey, []).data?.reorganisation;
  if (!found) return null;
  const open = records.filter((one) => !one.repairedOn && !one.heldBack && one.recordType !== 'judgment');
  return (
    <Banner title="法院的破产重整案件">
      <p>{found.text}</p>
      <p>{leads[found.standing]}</p>
      {found.standing !== 'accepted' && open.length > 0 && (
        <details className="unfold">
          <summary>
            {found.standing === 'running' ? '选一条，申请临时屏蔽' : '选一条，告知已经执行完毕'}（{open.length} 条）
          </summary>
          <ul>
            {open.map((one) => (
              <li key={one.recordId}>
                <Link to="/record-orders/$subjectKey/$recordId" params={{ subjectKey, recordId: one.recordId }}>
                  {one.docNumber}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="small">
        {found.source}，{formatChinese(found.asOf)}
      </p>
    </Banner>
  );
}
