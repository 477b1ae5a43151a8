import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import type { SessionView } from '#contract/access.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { loginAddress, useSession, useSessionActs } from '../access/use-session.ts';
import { call, newRequestId, type ReplyTo } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { ExplainedDates } from '../record/ExplainedDates.tsx';
import { NextAct } from '../record/NextAct.tsx';
import { VerdictFacts, VerdictReasons } from '../record/VerdictReasons.tsx';
import { verdictWords } from '../record/verdict-words.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { beginDraft } from './use-draft.ts';

/** The QR of a 信用修复告知书: which record this is, whether it can be repaired, and the way to apply for exactly it. */
export function NoticeLink() {
  const { token = '' } = useParams({ strict: false }) as { token?: string };
  const link = useQuery({
    queryKey: ['notice-link', token],
    queryFn: () => call('openNoticeToken', { params: { token } }),
  });
  const session = useSession();
  return (
    <Page title="信用修复告知书" lead="您扫的二维码对应下面这条信息。">
      <Loaded query={link} lines={8}>
        {(notice) => (
          <>
            <section className="card">
              <h2>{notice.matterName}</h2>
              <dl className="facts">
                <Row label="主体">{notice.maskedName}</Row>
                <Row label="认定单位">{notice.organName}</Row>
                <Row label="文书号">{notice.docNumber}</Row>
                {notice.notice && <Row label="告知书">{editionText(notice.notice)}</Row>}
              </dl>
            </section>
            <Verdict notice={notice} />
            {session.data && <Next notice={notice} session={session.data} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Notice = ReplyTo<'openNoticeToken'>;

/** Which edition was made or served, and which holds now: the paper in hand may be the older one. */
function editionText({ edition, servedOn, inForce }: NonNullable<Notice['notice']>): string {
  const own = `第 ${edition} 版${servedOn ? `，${formatChinese(servedOn)}送达` : ''}`;
  if (inForce.edition === edition) return `${own}，是现行版`;
  const since = inForce.from ? `（${formatChinese(inForce.from)}起）` : '';
  return `${own}；现在适用第 ${inForce.edition} 版${since}，以本页为准`;
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Verdict({ notice }: { notice: Notice }) {
  const words = verdictWords(notice.verdict);
  return (
    <>
      <Banner tone={words.tone} title={words.text}>
        <NextAct next={notice.next} />
      </Banner>
      <section className="card">
        <h2>日子和理由</h2>
        <VerdictFacts verdict={notice.verdict} />
        <ExplainedDates dates={notice.dates} />
        <VerdictReasons verdict={notice.verdict} />
      </section>
    </>
  );
}

const applicable = ['repairable-now', 'needs-confirmation', 'needs-classification'];

function Next({ notice, session }: { notice: Notice; session: SessionView }) {
  const mine = session.subjects.some((one) => one.subjectKey === notice.subjectKey);
  if (session.kind !== 'applicant')
    return (
      <a className={buttonClass('primary', true)} href={loginAddress()}>
        登录，为这一条申请
      </a>
    );
  if (!mine)
    return (
      <Banner tone="wait" title="您登录的账号不是这条信息的主体">
        <p>请退出后，用告知书上写的那家单位或本人的账号登录，再扫一次码。</p>
        <Link to="/records">看我自己的记录</Link>
      </Banner>
    );
  if (!applicable.includes(notice.verdict.verdict) && notice.verdict.application.route !== 'judicial')
    return (
      <Link className={buttonClass('primary', true)} to="/records">
        看我的全部记录
      </Link>
    );
  return <ApplyForThis notice={notice} acting={session.actingFor === notice.subjectKey} />;
}

function ApplyForThis({ notice, acting }: { notice: Notice; acting: boolean }) {
  const navigate = useNavigate();
  const { actFor } = useSessionActs();
  const draftId = useRef(newRequestId());
  const begin = useMutation({
    mutationFn: async () => {
      if (!acting) await actFor(notice.subjectKey);
      return beginDraft(draftId.current, notice.subjectKey, [notice.recordId]);
    },
    onSuccess: (id) => navigate({ to: '/apply/$draftId', params: { draftId: id } }),
  });
  return (
    <>
      {begin.error && (
        <p className="bad" role="alert">
          {asProblem(begin.error).detail}
        </p>
      )}
      <Button wide busy={begin.isPending} busyText="正在准备申请表…" onClick={() => begin.mutate()}>
        为这一条申请修复
      </Button>
      <p>
        还有别的记录？<Link to="/records">看全部，一起申请</Link>
      </p>
    </>
  );
}
