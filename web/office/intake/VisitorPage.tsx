import './counter.css';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { RecordView } from '#contract/record.ts';
import type { ReplyTo } from '../../api.ts';
import { newRequestId } from '../../api.ts';
import { matterAsked, useSharedProofs } from '../../record/shared-proofs.ts';
import { useFilters, useGo } from '../address.ts';
import { useAsk } from '../ask.ts';
import { KeysDialog } from '../KeysDialog.tsx';
import { Loaded } from '../Loaded.tsx';
import { Page } from '../Page.tsx';
import { useOfficer } from '../session.ts';
import { CommitmentPart } from './CommitmentPart.tsx';
import { FormPart } from './FormPart.tsx';
import { MaterialsPart } from './MaterialsPart.tsx';
import { OriginalsPart } from './OriginalsPart.tsx';
import { RecordsPart } from './RecordsPart.tsx';
import { SavingLine } from './SavingLine.tsx';
import { SigningSheet } from './SigningSheet.tsx';
import { SubmitPart } from './SubmitPart.tsx';
import { useSubmission } from './use-submission.ts';
import { type KeptDraft, useVisit } from './use-visit.ts';
import { useVisitKeys } from './use-visit-keys.ts';
import { VisitorPart } from './VisitorPart.tsx';
import { beginVisit } from './visit.ts';
import { visitKeys } from './visit-keys.ts';
import { openPoints } from './visit-points.ts';

type Prefill = ReplyTo<'getPrefill'>;
type Records = ReplyTo<'listRecords'>;

/** One visitor: who is there and the records left, the joint form right, one signature, one submission. */
export function VisitorPage() {
  const { subjectKey } = useParams({ strict: false }) as { subjectKey: string };
  const [filters, change] = useFilters();
  const [fresh] = useState(newRequestId);
  const draftId = filters.visit ?? fresh;
  useEffect(() => {
    if (!filters.visit) change({ visit: fresh });
  }, [filters.visit, change, fresh]);
  const records = useAsk('listRecords', { params: { subjectKey }, query: {} });
  const prefill = useAsk('getPrefill', { params: { subjectKey } }, { staleTime: Infinity });
  const drafts = useAsk('listDrafts', { params: { subjectKey } }, { staleTime: Infinity });
  return (
    <Loaded query={records} rows={12} screen="来访人">
      {(list) => (
        <Page
          title={list.subject.name}
          intro={`${list.subject.identifier}${list.subject.formerNames ? ` · 曾用名：${list.subject.formerNames.join('、')}` : ''}`}
          acts={<BackToWindow />}
        >
          <Loaded query={prefill} rows={8}>
            {(known) => (
              <Loaded query={drafts} rows={8}>
                {(kept) => (
                  <Arrived subjectKey={subjectKey} draftId={draftId} drafts={kept.drafts}>
                    {(draft) => (
                      <Counter
                        key={draftId}
                        subjectKey={subjectKey}
                        draftId={draftId}
                        draft={draft}
                        list={list}
                        known={known}
                      />
                    )}
                  </Arrived>
                )}
              </Loaded>
            )}
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}

interface ArrivedProps {
  readonly subjectKey: string;
  readonly draftId: string;
  readonly drafts: readonly KeptDraft[];
  readonly children: (draft: KeptDraft | null) => React.ReactNode;
}

/** A visit without a draft is new, or was submitted before the page was closed: then its receipt is shown. */
function Arrived({ subjectKey, draftId, drafts, children }: ArrivedProps) {
  const draft = drafts.find((one) => one.draftId === draftId) ?? null;
  const params = { subjectKey, requestId: draftId };
  const [first] = useState(draft === null);
  const asked = useAsk('findSubmission', { params }, { enabled: first, staleTime: Infinity });
  const go = useGo();
  const found = asked.data?.found;
  useEffect(() => {
    if (found) go(`/window/${subjectKey}/receipt/${found.applicationId}`);
  }, [found, go, subjectKey]);
  if (!first) return children(draft);
  return (
    <Loaded query={asked} rows={8}>
      {(answer) => (answer.found ? null : children(null))}
    </Loaded>
  );
}

function BackToWindow() {
  const go = useGo();
  return <Button onClick={() => go('/window')}>换一位来访人</Button>;
}

interface CounterProps {
  readonly subjectKey: string;
  readonly draftId: string;
  readonly draft: KeptDraft | null;
  readonly list: Records;
  readonly known: Prefill;
}

function Counter({ subjectKey, draftId, draft, list, known }: CounterProps) {
  const { today } = useOfficer();
  const matters = useAsk('listMatters', { query: {} }, { staleTime: 3_600_000 });
  const begun = useMemo(() => beginVisit(known.form), [known.form]);
  const { visit, change, saving, saveNow, takeOver, stop } = useVisit(subjectKey, draftId, draft, begun);
  const { sending, send } = useSubmission({ subjectKey, draftId, visit, stop });
  const [tried, setTried] = useState(false);
  const chosen = visit.chosen.flatMap((id) => list.records.find((one) => one.recordId === id) ?? []);
  const shared = useSharedProofs(subjectKey, visit.chosen);
  const matterOf = (record: RecordView) =>
    matterAsked(
      matters.data?.matters.find((one) => one.matterKey === record.matterKey),
      record.recordId,
      shared.data?.proofs,
    );
  const points = openPoints(visit, chosen, matterOf, today);
  const submit = () => {
    setTried(true);
    if (points.length === 0) void send();
  };
  const print = () => window.print();
  useVisitKeys({ points, submit, print });
  const error = sending.kind === 'refused' ? sending.problem : null;
  const props = { subjectKey, visit, change };
  return (
    <>
      <SavingLine saving={saving} saveNow={saveNow} takeOver={takeOver} />
      <div className="counter">
        <div className="counter-visitor">
          <VisitorPart {...props} />
          <RecordsPart subjectKey={subjectKey} records={list.records} visit={visit} change={change} />
        </div>
        <div className="counter-form">
          <FormPart visit={visit} change={change} known={known} error={error} />
          <MaterialsPart
            {...props}
            records={chosen}
            matterOf={matterOf}
            proofs={shared.data?.proofs ?? []}
            error={error}
          />
          <CommitmentPart {...props} known={known} print={print} />
          <OriginalsPart visit={visit} change={change} />
          <SubmitPart
            count={visit.chosen.length}
            points={tried ? points : []}
            sending={sending}
            submit={submit}
            again={(seen) => void send(seen)}
          />
        </div>
      </div>
      <SigningSheet visit={visit} records={chosen} known={known} today={today} />
      <KeysDialog keys={visitKeys} />
    </>
  );
}
