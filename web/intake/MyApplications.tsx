import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ApplicationView } from '#contract/intake.ts';
import { LoginGate, type SignedIn } from '../access/LoginGate.tsx';
import { SubjectSwitch } from '../access/SubjectSwitch.tsx';
import { call } from '../api.ts';
import { buttonClass } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { DraftList } from './DraftList.tsx';

/** 我的申请: each with how far it is and whether something waits for the applicant. */
export function MyApplications() {
  return (
    <LoginGate title="我的申请" why="申请里有您的信息，要先确认身份。只想看进度，可以用申请编号和查询码。">
      {(who) => <Applications {...who} />}
    </LoginGate>
  );
}

function Applications({ session, subject }: SignedIn) {
  const { subjectKey } = subject;
  const applications = useQuery({
    queryKey: ['applications', subjectKey],
    queryFn: () => call('listApplications', { params: { subjectKey } }),
  });
  return (
    <Page title="我的申请" lead={<SubjectSwitch session={session} subject={subject} />}>
      <DraftList subjectKey={subjectKey} />
      <Loaded query={applications}>
        {(reply) =>
          reply.applications.length === 0 ? (
            <EmptyState title="还没有提交过申请">
              <Link className={buttonClass()} to="/records">
                查我的记录
              </Link>
            </EmptyState>
          ) : (
            <ul className="plain stack">
              {reply.applications.map((application) => (
                <ApplicationCard key={application.applicationId} application={application} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function ApplicationCard({ application }: { application: ApplicationView }) {
  const { items } = application;
  const closed = items.filter((item) => item.closedOn).length;
  const yours = items.filter((item) => item.yourTurn && item.waitsOn === 'applicant' && !item.closedOn).length;
  return (
    <li className="card" style={{ maxWidth: 'none' }}>
      <h2>
        <Link
          className="number"
          to="/applications/$subjectKey/$applicationId"
          params={{ subjectKey: application.subjectKey, applicationId: application.applicationId }}
        >
          {application.number}
        </Link>
      </h2>
      <p>
        <DateText date={application.submittedOn} /> 提交
        {application.windowUnitName && `，由${application.windowUnitName}代收`}
      </p>
      <p className="small">{recordsOf(items)}</p>
      <p>
        {items.length} 项中 {closed} 项已办结。
        {yours > 0 && <span className="wait"> 有 {yours} 项等您补材料。</span>}
      </p>
    </li>
  );
}

/** By which its applicant knows an application again: the documents it is about, the first three by number. */
function recordsOf(items: ApplicationView['items']): string {
  const numbers = items.slice(0, 3).map((item) => item.docNumber);
  return `${numbers.join('、')}${items.length > 3 ? ` 等 ${items.length} 条` : ''}`;
}
