import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { fieldsToCorrect } from '#domain/casework/correctable-fields.ts';
import { LoginGate } from '../access/LoginGate.tsx';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { UploadedFile } from '../ui/FileUpload.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { CorrectLine } from './CorrectLine.tsx';
import { sendMaterial } from './send-material.ts';
import { useCorrection } from './use-correction.ts';

const title = '补正';

/** 补正: opens exactly what the authority named, nothing else. */
export function CorrectItem() {
  const params = useParams({ strict: false }) as { subjectKey: string; applicationId: string; itemId: string };
  const item = useQuery({
    queryKey: ['item', params.itemId],
    queryFn: () => call('getItem', { params: { subjectKey: params.subjectKey, itemId: params.itemId } }),
  });
  return (
    <LoginGate title={title} why="补正材料要由申请人本人提交。">
      {() => (
        <Page
          title={title}
          above={
            <Link to="/applications/$subjectKey/$applicationId/$itemId" params={params}>
              ← 回到这一项
            </Link>
          }
        >
          <Loaded query={item}>
            {(view) =>
              view.missing.length === 0 || view.summary.state !== 'correcting' ? (
                <EmptyState title="这一项现在不需要补正">
                  <p>可能已经补正过，或期限已过。</p>
                  <Link className={buttonClass()} to="/applications/$subjectKey/$applicationId/$itemId" params={params}>
                    看这一项的进度
                  </Link>
                </EmptyState>
              ) : (
                <CorrectionForm view={view} params={params} />
              )
            }
          </Loaded>
        </Page>
      )}
    </LoginGate>
  );
}

const fileId = (file: UploadedFile) => file.id;
const controlOf = (key: string) => `text-${key}`;

function CorrectionForm({ view, params }: { view: ItemView; params: { subjectKey: string; itemId: string } }) {
  const { subjectKey, itemId } = params;
  const { missing } = view;
  const fields = fieldsToCorrect(missing, view, view.extraFields);
  const correction = useCorrection<UploadedFile>({ missing, fields, fileId, controlOf });
  const requestId = useRef(newRequestId());
  const queries = useQueryClient();
  const navigate = useNavigate();
  const correct = useMutation({
    mutationFn: () =>
      call('correctItem', {
        params: { subjectKey, itemId },
        body: { requestId: requestId.current, version: view.summary.version, materials: correction.toSend() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['item', itemId] });
      await queries.invalidateQueries({ queryKey: ['application'] });
      await navigate({
        to: '/applications/$subjectKey/$applicationId/$itemId',
        params: { ...params, applicationId: view.summary.applicationId },
      });
    },
  });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (correction.check()) correct.mutate();
  };
  return (
    <form className="stack-wide" onSubmit={send} noValidate>
      <Banner tone="wait" title={`${view.summary.unitName}需要您补 ${missing.length} 项`}>
        {view.summary.due && (
          <p>
            请在 <DateText date={view.summary.due.due} /> 前一次补齐。
          </p>
        )}
      </Banner>
      <ErrorSummary errors={correction.faults} />
      {correct.error && (
        <Banner tone="bad" live title="没有提交成功">
          <p>{asProblem(correct.error).detail}</p>
          <p className="small">您填的内容都在，可以改好再交；不知道有没有交成功的，再按一次也不会重复。</p>
        </Banner>
      )}
      {missing.map((line) => (
        <section className="card" key={line.key}>
          <h2>{line.name}</h2>
          <p>为什么要补：{line.reason}</p>
          <CorrectLine
            line={line}
            field={fields.find((one) => one.key === line.key)}
            correction={correction}
            id={controlOf(line.key)}
            pendingKey={`${subjectKey}/${itemId}/${line.key}`}
            send={(file, onProgress, signal) => sendMaterial(subjectKey, line.key, file, onProgress, signal)}
          />
        </section>
      ))}
      <Button type="submit" wide busy={correct.isPending} busyText="正在提交…">
        提交补正
      </Button>
    </form>
  );
}
