import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { MatterView } from '#contract/catalog.ts';
import type { RecordView } from '#contract/record.ts';
import { actingSubject, loginAddress, useSession } from '../access/use-session.ts';
import { call } from '../api.ts';
import { useChannelVisit } from '../catalog/use-channel.ts';
import { RecordCard } from '../record/RecordCard.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';

/** Where a portal's link to one matter leads: what it is, and on to one's own records of it, the calculator, the guide or a window. */
export function ApplyFor() {
  const { matter: matterKey = '' } = useParams({ strict: false }) as { matter?: string };
  useChannelVisit(`apply-for:${matterKey}`);
  const matters = useQuery({ queryKey: ['matters'], queryFn: () => call('listMatters') });
  const found = matters.data?.matters.find((one) => one.matterKey === matterKey);
  return (
    <Page title={found?.name ?? '申请信用修复'} lead={found?.plain}>
      <Loaded query={matters} lines={8}>
        {() => (found ? <Ways matter={found} /> : <Unknown />)}
      </Loaded>
    </Page>
  );
}

function Unknown() {
  return (
    <EmptyState title="没有这个事项">
      <p>链接可能不完整，或者这个事项已经取消。</p>
      <div className="row">
        <Link className={buttonClass()} to="/">
          从首页找
        </Link>
        <Link className={buttonClass('secondary')} to="/guide">
          看全部事项
        </Link>
      </div>
    </EmptyState>
  );
}

function Ways({ matter }: { matter: MatterView }) {
  const session = useSession();
  const subject = actingSubject(session.data);
  return (
    <>
      <Loaded query={session} lines={3}>
        {(who) =>
          who.kind === 'applicant' && subject ? (
            <Mine matter={matter} subjectKey={subject.subjectKey} name={subject.name} />
          ) : (
            <section className="card">
              <h2>看看您有没有这样的记录</h2>
              <p>登录以后，您的每一条记录都写明：能不能修复、为什么、哪一天起可以。</p>
              <a className={buttonClass('primary', true)} href={loginAddress()}>
                登录，查我的记录
              </a>
            </section>
          )
        }
      </Loaded>
      <section className="card">
        <h2>先了解一下</h2>
        <ul className="split-ways plain">
          <li>
            <Link to="/guide/$matter" params={{ matter: matter.matterKey }}>
              看这个事项的办理指引
            </Link>
          </li>
          <li>
            <Link to="/calculator" search={{ matter: matter.matterKey } as never}>
              不登录，自己测一测
            </Link>
          </li>
          <li>
            <Link to="/windows">到窗口办：窗口在哪里</Link>
          </li>
        </ul>
      </section>
    </>
  );
}

function Mine({ matter, subjectKey, name }: { matter: MatterView; subjectKey: string; name: string }) {
  const records = useQuery({
    queryKey: ['records', subjectKey],
    queryFn: () => call('listRecords', { params: { subjectKey } }),
  });
  return (
    <Loaded query={records} lines={6}>
      {(reply) => {
        const fitting = reply.records.filter((one) => one.matterKey === matter.matterKey);
        return fitting.length === 0 ? <None name={name} /> : <Fitting records={fitting} subjectKey={subjectKey} />;
      }}
    </Loaded>
  );
}

function None({ name }: { name: string }) {
  return (
    <EmptyState title={`“${name}”没有这一类记录`}>
      <p>别的记录也许有。刚收到决定书的，可能还没有报送，过几天再查。</p>
      <Link className={buttonClass()} to="/records">
        看我的全部记录
      </Link>
    </EmptyState>
  );
}

function Fitting({ records, subjectKey }: { records: readonly RecordView[]; subjectKey: string }) {
  return (
    <section className="stack" aria-labelledby="mine">
      <h2 id="mine">您的这一类记录（{records.length} 条）</h2>
      <ul className="plain">
        {records.map((record) => (
          <RecordCard key={record.recordId} record={record} own />
        ))}
      </ul>
      <Link
        className={buttonClass('primary', true)}
        to="/repair/$subjectKey/$recordIds"
        params={{ subjectKey, recordIds: records.map((one) => one.recordId).join(',') }}
      >
        {records.length === 1 ? '为这一条申请修复' : '为这几条一次申请'}
      </Link>
    </section>
  );
}
