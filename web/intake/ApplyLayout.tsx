import './apply.css';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Static } from 'typebox';
import type { SessionView } from '#contract/access.ts';
import type { MatterView } from '#contract/catalog.ts';
import type { DraftView, MatterChanged } from '#contract/drafts.ts';
import type { Prefill } from '#contract/intake.ts';
import type { RecordView } from '#contract/record.ts';
import { LoginGate } from '../access/LoginGate.tsx';
import { call } from '../api.ts';
import { matterAsked, useSharedProofs } from '../record/shared-proofs.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import type { SignatureValue } from '../ui/SignaturePad.tsx';
import { ApplyContext } from './apply-context.ts';
import { useDraft, useDraftQuery } from './use-draft.ts';
import { useWide } from './use-wide.ts';

// A telephone never shows it.
const WholeForm = lazy(() => import('./WholeForm.tsx').then((module) => ({ default: module.WholeForm })));

const title = '联办申请';

/** Loads a draft with all it needs, keeps it saved, and shows the screen of the step. */
export function ApplyLayout() {
  const { draftId = '' } = useParams({ strict: false }) as { draftId?: string };
  return (
    <LoginGate title={title} why="申请表里有您的证件和联系方式，要先确认是您本人。">
      {({ session }) => <FindDraft draftId={draftId} session={session} />}
    </LoginGate>
  );
}

function FindDraft({ draftId, session }: { draftId: string; session: SessionView }) {
  const found = useDraftQuery(
    draftId,
    session.subjects.map((one) => one.subjectKey),
  );
  if (found.data) return <Gather key={draftId} {...found.data} session={session} />;
  return (
    <Page title={title}>
      <Loaded query={found}>
        {() => (
          <EmptyState title="这份草稿不在了">
            <p>可能已经提交或删除，也可能属于另一个账号。</p>
            <div className="row">
              <Link className={buttonClass()} to="/applications">
                看我的申请
              </Link>
              <Link className={buttonClass('secondary')} to="/records">
                重新选择
              </Link>
            </div>
          </EmptyState>
        )}
      </Loaded>
    </Page>
  );
}

interface Gathered {
  subjectKey: string;
  draft: Static<typeof DraftView>;
  session: SessionView;
}

function Gather({ subjectKey, draft, session }: Gathered) {
  const params = { subjectKey };
  const parts = useQuery({
    queryKey: ['apply-parts', subjectKey],
    queryFn: async () => {
      const [records, matters, prefill] = await Promise.all([
        call('listRecords', { params }),
        call('listMatters'),
        call('getPrefill', { params }),
      ]);
      return { records: records.records, matters: matters.matters, prefill };
    },
    staleTime: 5 * 60_000,
  });
  if (!parts.data)
    return (
      <Page title={title}>
        <Loaded query={parts}>{() => null}</Loaded>
      </Page>
    );
  return <Filling {...{ subjectKey, draft, session }} {...parts.data} />;
}

interface FillingProps extends Gathered {
  records: RecordView[];
  matters: MatterView[];
  prefill: Static<typeof Prefill>;
}

function Filling({ subjectKey, draft, session, records, matters, prefill }: FillingProps) {
  const { content, state, update, saveNow, settle } = useDraft(subjectKey, draft);
  const shared = useSharedProofs(subjectKey, content.recordIds);
  const proofs = shared.data?.proofs;
  const [agreed, setAgreed] = useState(false);
  const [seen, setSeen] = useState<Record<string, number>>({});
  const [signature, setSignature] = useState<SignatureValue>({ way: 'typed', name: '' });
  // Fields nobody has touched take what the registry and the login know.
  useEffect(() => {
    update((now) => {
      const missing = Object.entries(prefill.form).filter(
        ([key]) => now.form[key as keyof typeof now.form] === undefined,
      );
      return missing.length === 0 ? now : { ...now, form: { ...Object.fromEntries(missing), ...now.form } };
    });
  }, [prefill, update]);
  const value = useMemo(
    () => ({
      draftId: draft.draftId,
      subjectKey,
      content,
      state,
      records,
      matters,
      prefill,
      today: session.today,
      assurance: session.assurance,
      agreed,
      signature,
      chosen: records
        .filter((record) => content.recordIds.includes(record.recordId))
        .map((record) => ({
          record,
          matter: matterAsked(
            matters.find((one) => one.matterKey === record.matterKey),
            record.recordId,
            proofs,
          ),
          proof: proofs?.find((one) => one.recordId === record.recordId),
        })),
      asking: shared.isPending,
      changed: draft.changed,
      seen,
      acknowledge(changed: readonly MatterChanged[]) {
        const read = changed.flatMap(({ matterKey, to }) => (to === null ? [] : [[matterKey, to] as const]));
        setSeen((now) => ({ ...now, ...Object.fromEntries(read) }));
      },
      update,
      saveNow,
      settle,
      sign(nowAgreed: boolean, nowSignature: SignatureValue) {
        setAgreed(nowAgreed);
        setSignature(nowSignature);
      },
    }),
    [
      draft,
      seen,
      subjectKey,
      content,
      state,
      records,
      matters,
      proofs,
      shared.isPending,
      prefill,
      session,
      agreed,
      signature,
      update,
      saveNow,
      settle,
    ],
  );
  const step = useLocation({ select: (place) => place.pathname.split('/')[3] ?? '' });
  const whole = useWide() && step !== 'check';
  return (
    <ApplyContext value={value}>
      {whole ? (
        <Suspense fallback={<p role="status">正在打开…</p>}>
          <WholeForm at={step} />
        </Suspense>
      ) : (
        <Outlet />
      )}
    </ApplyContext>
  );
}
