import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AssessmentCase } from '#contract/assessments.ts';
import type { Explanation } from '#contract/explanations.ts';
import type { RecordView } from '#contract/record.ts';
import { actingSubject, loginAddress, useSession } from '../access/use-session.ts';
import { call } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { Reminder } from './Reminder.tsx';
import { ReorganisationNote } from './ReorganisationNote.tsx';

const applicable: readonly string[] = [
  'repairable-now',
  'needs-confirmation',
  'needs-classification',
  'duties-outstanding',
];

/** 下一步: for a guest the login that comes back here; for whoever is logged in the very record, if it is among theirs, and a reminder. */
export function CalculatorOwn({ asked, told }: { asked: AssessmentCase; told: Explanation }) {
  const session = useSession();
  const subject = actingSubject(session.data);
  if (session.data?.kind === 'officer') return null;
  if (!subject || session.data?.kind !== 'applicant')
    return (
      <p className="no-print">
        <a className={buttonClass('primary', true)} href={loginAddress()}>
          {applicable.includes(told.verdict.verdict) ? '登录，为这一条申请' : '登录，到时提醒我'}
        </a>
      </p>
    );
  return <Mine subjectKey={subject.subjectKey} name={subject.name} asked={asked} told={told} />;
}

interface MineProps {
  subjectKey: string;
  name: string;
  asked: AssessmentCase;
  told: Explanation;
}

function Mine({ subjectKey, name, asked, told }: MineProps) {
  const records = useQuery({
    queryKey: ['records', subjectKey],
    queryFn: () => call('listRecords', { params: { subjectKey } }),
  });
  if (!records.data) return null;
  const same = records.data.records.find(
    (one) => one.matterKey === asked.matter && one.findingDate === asked.findingDate,
  );
  if (same)
    return (
      <>
        <Same record={same} />
        <ReorganisationNote subjectKey={subjectKey} records={[same]} />
      </>
    );
  return (
    <div className="stack no-print">
      <p>
        “{name}”的记录里没有同一天、同一种的信息。<Link to="/records">看我的全部记录</Link>
      </p>
      <ReorganisationNote subjectKey={subjectKey} records={records.data.records} />
      {told.opensOn && <Reminder subjectKey={subjectKey} about={{ case: asked }} day={told.opensOn} />}
    </div>
  );
}

function Same({ record }: { record: RecordView }) {
  const { subjectKey, recordId, verdict, opensOn, openItem, repairedOn } = record;
  const open = !openItem && !repairedOn;
  const canApply = open && (applicable.includes(verdict.verdict) || verdict.application.route === 'judicial');
  return (
    <div className="no-print">
      <Banner tone="info" title="这是您的这一条">
        <p>
          {record.plain}（{record.organName}，{record.docNumber}）
        </p>
        {canApply && (
          <Link
            className={buttonClass('primary', true)}
            to="/repair/$subjectKey/$recordIds"
            params={{ subjectKey, recordIds: recordId }}
          >
            为这一条申请
          </Link>
        )}
        {open && opensOn && <Reminder subjectKey={subjectKey} about={{ recordId }} day={opensOn} />}
        <p>
          <Link to="/records">看我的全部记录</Link>
        </p>
      </Banner>
    </div>
  );
}
