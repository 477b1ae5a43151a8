import './counter.css';
import { useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ReplyTo } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAct, useAsk, useRequestId } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { Page } from '../Page.tsx';
import { Refused } from '../Refused.tsx';
import { CommitmentPart } from './CommitmentPart.tsx';
import { FormPart } from './FormPart.tsx';
import { MaterialsPart } from './MaterialsPart.tsx';
import { RecordsPart } from './RecordsPart.tsx';
import { emptyVisit, openPoints, queryCodes, submissionOf, type Visit } from './visit.ts';

type Prefill = ReplyTo<'getPrefill'>;
type Records = ReplyTo<'listRecords'>;

/** One visitor: records left, the joint form right, one signature, one submission. */
export function VisitorPage() {
  const { subjectKey } = useParams({ strict: false }) as { subjectKey: string };
  const records = useAsk('listRecords', { params: { subjectKey }, query: {} });
  const prefill = useAsk('getPrefill', { params: { subjectKey } }, { staleTime: Infinity });
  return (
    <Loaded query={records} rows={12}>
      {(list) => (
        <Page
          title={list.subject.name}
          intro={`${list.subject.identifier} · 代来访人提交联办申请`}
          acts={<BackToWindow />}
        >
          <Loaded query={prefill} rows={8}>
            {(known) => <Counter key={subjectKey} subjectKey={subjectKey} list={list} known={known} />}
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}

function BackToWindow() {
  const go = useGo();
  return <Button onClick={() => go('/window')}>换一位来访人</Button>;
}

function Counter({ subjectKey, list, known }: { subjectKey: string; list: Records; known: Prefill }) {
  const [visit, setVisit] = useState<Visit>(() => ({
    ...emptyVisit,
    form: known.form,
    withAgent: known.form.subjectKind !== 'person',
  }));
  const change = (part: Partial<Visit>) => setVisit((was) => ({ ...was, ...part }));
  const { submit, busy, error, tried } = useSubmission(subjectKey, visit);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  const chosen = visit.chosen.flatMap((id) => list.records.find((one) => one.recordId === id) ?? []);
  return (
    <div className="counter">
      <RecordsPart records={list.records} visit={visit} change={change} />
      <div className="counter-form">
        <FormPart visit={visit} change={change} known={known} error={error} />
        <MaterialsPart subjectKey={subjectKey} records={chosen} visit={visit} change={change} error={error} />
        <CommitmentPart visit={visit} change={change} known={known} />
        <section className="card" aria-label="提交">
          {tried && <OpenPoints visit={visit} />}
          <Refused error={error} />
          <Button type="primary" size="large" block loading={busy} onClick={submit} title="也可以按 Ctrl + Enter">
            提交申请（共 {visit.chosen.length} 项）
          </Button>
        </section>
      </div>
    </div>
  );
}

function OpenPoints({ visit }: { visit: Visit }) {
  const points = openPoints(visit);
  if (points.length === 0) return null;
  return (
    <div className="error-summary" role="alert">
      <strong>还有 {points.length} 处没有完成</strong>
      <ul className="tight">
        {points.map((one) => (
          <li key={one.id}>
            <a
              href={`#${one.id}`}
              onClick={(event) => {
                event.preventDefault();
                const place = document.getElementById(one.id);
                place?.scrollIntoView({ block: 'center' });
                place?.focus();
              }}
            >
              {one.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useSubmission(subjectKey: string, visit: Visit) {
  const act = useAct('submitApplication', ['listRecords', 'listWindowApplications']);
  const requestId = useRequestId();
  const go = useGo();
  const { message } = App.useApp();
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (act.isPending || openPoints(visit).length > 0) return;
    act.mutate(
      { params: { subjectKey }, body: submissionOf(visit, requestId.current()) },
      {
        onSuccess: (answer) => {
          requestId.answered();
          if (answer.queryCode) queryCodes.set(answer.applicationId, answer.queryCode);
          void message.success('已提交，请打印回执。');
          go(`/window/${subjectKey}/receipt/${answer.applicationId}`);
        },
        onError: (error) => requestId.answered(error),
      },
    );
  };
  return { submit, busy: act.isPending, error: act.error, tried };
}
