import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { faultOfCorrected, namedField } from '#domain/casework/correctable-fields.ts';
import { LoginGate } from '../access/LoginGate.tsx';
import { call, newRequestId } from '../api.ts';
import { asProblem, type FieldProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextArea } from '../ui/Field.tsx';
import { FileUpload, type UploadedFile } from '../ui/FileUpload.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { CorrectField, valueNow } from './CorrectField.tsx';
import { sendMaterial } from './send-material.ts';

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

interface Answer {
  readonly files: readonly UploadedFile[];
  readonly text: string;
}

function CorrectionForm({ view, params }: { view: ItemView; params: { subjectKey: string; itemId: string } }) {
  const { subjectKey, itemId } = params;
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [faults, setFaults] = useState<FieldProblem[]>([]);
  const requestId = useRef(newRequestId());
  const queries = useQueryClient();
  const navigate = useNavigate();
  /** A field of the form begins with what stands there now. */
  const begin = (key: string): Answer => {
    const named = namedField(key);
    return { files: [], text: named ? valueNow(view, named) : '' };
  };
  const answerTo = (key: string): Answer => answers[key] ?? begin(key);
  const set = (key: string, change: (answer: Answer) => Answer) =>
    setAnswers((now) => ({ ...now, [key]: change(now[key] ?? begin(key)) }));
  const correct = useMutation({
    mutationFn: () =>
      call('correctItem', {
        params: { subjectKey, itemId },
        body: {
          requestId: requestId.current,
          version: view.summary.version,
          materials: view.missing.map(({ key }) => {
            const { files, text } = answerTo(key);
            return { key, attachmentIds: files.map((file) => file.id), ...(text.trim() ? { text: text.trim() } : {}) };
          }),
        },
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
    const found = view.missing.flatMap(({ key, name }) => {
      const { files, text } = answerTo(key);
      const named = namedField(key);
      const fault = named
        ? faultOfCorrected(named, text, view.extraFields)
        : files.length === 0 && !text.trim() && `请为“${name}”上传材料或写明情况`;
      return fault ? [{ field: `text-${key}`, text: fault }] : [];
    });
    setFaults(found);
    if (found.length === 0) correct.mutate();
  };
  return (
    <form className="stack-wide" onSubmit={send} noValidate>
      <Banner tone="wait" title={`${view.summary.unitName}需要您补 ${view.missing.length} 项`}>
        {view.summary.due && (
          <p>
            请在 <DateText date={view.summary.due.due} /> 前一次补齐。
          </p>
        )}
      </Banner>
      <ErrorSummary errors={faults} />
      {correct.error && (
        <Banner tone="bad" live title="没有提交成功">
          <p>{asProblem(correct.error).detail}</p>
          <p className="small">您填的内容都在，可以改好再交；不知道有没有交成功的，再按一次也不会重复。</p>
        </Banner>
      )}
      {view.missing.map((one) => {
        const named = namedField(one.key);
        const error = faults.find((fault) => fault.field === `text-${one.key}`)?.text;
        const onText = (text: string) => {
          set(one.key, (now) => ({ ...now, text }));
          setFaults(faults.filter((fault) => fault.field !== `text-${one.key}`));
        };
        return (
          <section className="card" key={one.key}>
            <h2>{one.name}</h2>
            <p>为什么要补：{one.reason}</p>
            {named ? (
              <CorrectField
                view={view}
                named={named}
                id={`text-${one.key}`}
                value={answerTo(one.key).text}
                error={error}
                onChange={onText}
              />
            ) : (
              <>
                <FileUpload
                  id={`file-${one.key}`}
                  label={one.name}
                  files={answerTo(one.key).files}
                  onRemove={(id) =>
                    set(one.key, (now) => ({ ...now, files: now.files.filter((file) => file.id !== id) }))
                  }
                  pendingKey={`${subjectKey}/${itemId}/${one.key}`}
                  send={async (file, onProgress, signal) => {
                    const sent = await sendMaterial(subjectKey, one.key, file, onProgress, signal);
                    const { attachmentId: id, fileName: name, bytes } = sent;
                    set(one.key, (now) => ({
                      ...now,
                      files: [...now.files, { id, name, bytes, waiting: sent.scan === 'waiting' }],
                    }));
                  }}
                />
                <TextArea
                  id={`text-${one.key}`}
                  label="说明"
                  optional
                  rows={3}
                  maxLength={2000}
                  value={answerTo(one.key).text}
                  error={error}
                  onChange={onText}
                />
              </>
            )}
          </section>
        );
      })}
      <Button type="submit" wide busy={correct.isPending} busyText="正在提交…">
        提交补正
      </Button>
    </form>
  );
}
