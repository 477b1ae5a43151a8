import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { QuestionView } from '#contract/questions.ts';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { TextArea } from '../ui/Field.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const [least, most] = [4, 500];
const keyOf = (itemId: string) => ['questions', itemId];

/** Questions and answers of one item, for whoever has logged in. */
export function useQuestions(subjectKey: string, itemId: string) {
  return useQuery({
    queryKey: keyOf(itemId),
    queryFn: () => call('listQuestions', { params: { subjectKey, itemId } }),
  });
}

/** 提问 about one item, for whoever has logged in; what was asked and answered stands in the timeline. */
export function Questions({ subjectKey, itemId }: { subjectKey: string; itemId: string }) {
  const queries = useQueryClient();
  const questions = useQuestions(subjectKey, itemId);
  const params = { subjectKey, itemId };
  return (
    <section className="card" aria-labelledby="questions-title">
      <h2 id="questions-title">向办理单位提问</h2>
      <Loaded query={questions} lines={3}>
        {(list) => (
          <AskQuestion
            {...list}
            id={`question-${itemId}`}
            ask={async (text, requestId) => {
              queries.setQueryData(keyOf(itemId), await call('askQuestion', { params, body: { requestId, text } }));
              await queries.invalidateQueries({ queryKey: ['application'] });
            }}
          />
        )}
      </Loaded>
    </section>
  );
}

interface AskQuestionProps {
  readonly id: string;
  readonly questions: readonly QuestionView[];
  readonly answerDays: number;
  readonly whyNot: string | null;
  readonly ask: (text: string, requestId: string) => Promise<unknown>;
}

/** A field to ask the unit; by when an answer is promised stands beside it. */
export function AskQuestion({ id, questions, answerDays, whyNot, ask }: AskQuestionProps) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const requestId = useRef(newRequestId());
  const sending = useMutation({
    mutationFn: () => ask(text.trim(), requestId.current),
    onSuccess: () => {
      setText('');
      requestId.current = newRequestId();
    },
  });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    const short = [...text.trim()].length < least;
    setFault(short ? '请把问题写清楚，办理单位才好答复' : undefined);
    if (!short) sending.mutate();
  };
  const latest = questions.at(-1);
  return (
    <div className="stack">
      <p role="status" className={sending.isSuccess ? 'good' : ''}>
        {sending.isSuccess && latest && (
          <>
            ✓ 已发给办理单位，承诺 <DateText date={latest.due} /> 前答复。问题和答复都列在经过里。
          </>
        )}
      </p>
      {whyNot ? (
        <p className="small">{whyNot}</p>
      ) : (
        <form className="stack" onSubmit={send} noValidate>
          <TextArea
            id={id}
            label="您的问题"
            hint={`办理单位承诺 ${answerDays} 个工作日内答复。这是服务承诺，不是法定期限，不影响办理期限。`}
            rows={3}
            maxLength={most}
            value={text}
            error={fault}
            onChange={setText}
          />
          {sending.error && (
            <p className="bad" role="alert">
              {asProblem(sending.error).detail}
            </p>
          )}
          <Button type="submit" kind="secondary" busy={sending.isPending} busyText="正在发送…">
            发送问题
          </Button>
        </form>
      )}
    </div>
  );
}
