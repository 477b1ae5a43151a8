import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import type { RecordView } from '#contract/record.ts';
import { LoginGate, type SignedIn } from '../access/LoginGate.tsx';
import { useSessionActs } from '../access/use-session.ts';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { RecordCard } from '../record/RecordCard.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { beginDraft } from './use-draft.ts';

const title = '申请信用修复';

/**
 * Where the message 可以申请信用修复了 and the calculator lead: exactly the records they are about, and one button to the form with these
 * ticked. A message is named by its id, so that a text message stays short; other pages name the records.
 */
export function StartRepair() {
  const params = useParams({ strict: false }) as { subjectKey: string; recordIds?: string; messageId?: string };
  return (
    <LoginGate title={title} why="要为您的失信信息申请，所以先确认身份。登录后回到这一页。">
      {(who) => <Start {...who} params={params} />}
    </LoginGate>
  );
}

function Start({
  session,
  params,
}: SignedIn & { params: { subjectKey: string; recordIds?: string; messageId?: string } }) {
  const { subjectKey, recordIds, messageId } = params;
  const mine = session.subjects.some((one) => one.subjectKey === subjectKey);
  const found = useQuery({
    queryKey: ['start-repair', subjectKey, recordIds, messageId],
    queryFn: async () => {
      const ids = recordIds?.split(',') ?? (await recordsOfMessage(messageId));
      const { records } = await call('listRecords', { params: { subjectKey } });
      return records.filter((one) => ids.includes(one.recordId));
    },
    enabled: mine,
  });
  if (!mine)
    return (
      <Page title={title}>
        <Banner tone="wait" title="您登录的账号不能代表这家主体">
          <p>请退出后，用消息里写的那家单位或本人的账号登录，再打开一次。</p>
          <Link to="/records">看我自己的记录</Link>
        </Banner>
      </Page>
    );
  return (
    <Page title={title}>
      <Loaded query={found} lines={6}>
        {(records) => <Choice records={records} subjectKey={subjectKey} acting={session.actingFor === subjectKey} />}
      </Loaded>
    </Page>
  );
}

async function recordsOfMessage(messageId: string | undefined): Promise<readonly string[]> {
  const { messages } = await call('listMessages');
  return messages.find((one) => one.messageId === messageId)?.recordIds ?? [];
}

const applicable: readonly string[] = [
  'repairable-now',
  'needs-confirmation',
  'needs-classification',
  'duties-outstanding',
];

function canApply(record: RecordView): boolean {
  const { verdict, application } = record.verdict;
  if (record.openItem || record.repairedOn) return false;
  return applicable.includes(verdict) || application.route === 'judicial';
}

interface ChoiceProps {
  records: readonly RecordView[];
  subjectKey: string;
  acting: boolean;
}

function Choice({ records, subjectKey, acting }: ChoiceProps) {
  const navigate = useNavigate();
  const { actFor } = useSessionActs();
  // Kept over repeats, so that a lost answer does not leave a second draft behind.
  const draftId = useRef(newRequestId());
  const open = records.filter(canApply);
  const begin = useMutation({
    mutationFn: async () => {
      if (!acting) await actFor(subjectKey);
      return beginDraft(
        draftId.current,
        subjectKey,
        open.map((one) => one.recordId),
      );
    },
    onSuccess: (id) => navigate({ to: '/apply/$draftId', params: { draftId: id } }),
  });
  if (records.length === 0)
    return (
      <EmptyState title="没有找到这些信息">
        <p>可能已经修复，或者链接不完整。</p>
        <Link className={buttonClass('secondary')} to="/records">
          看我的全部记录
        </Link>
      </EmptyState>
    );
  return (
    <>
      <ul className="plain">
        {records.map((record) => (
          <RecordCard key={record.recordId} record={record} own />
        ))}
      </ul>
      {begin.error && (
        <p className="bad" role="alert">
          {asProblem(begin.error).detail}
        </p>
      )}
      {open.length > 0 && (
        <Button wide busy={begin.isPending} busyText="正在准备申请表…" onClick={() => begin.mutate()}>
          {open.length === 1 ? '为这一条申请修复' : `为这 ${open.length} 条一次申请`}
        </Button>
      )}
      <p>
        还有别的记录？<Link to="/records">看全部，一起申请</Link>
      </p>
    </>
  );
}
