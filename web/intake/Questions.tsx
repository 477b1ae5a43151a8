import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { QuestionView } from '#contract/questions.ts';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { DateText, InstantText } from '../ui/DateText.tsx';
import { TextArea } from '../ui/Field.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const [least, most] = [4, 500];

/** 提问和答复 of one item, for whoever has logged in. */
export function Questions({ subjectKey, itemId }: { subjectKey: string; itemId: string }) {
  const queries = useQueryClient();
  const queryKey = ['questions', itemId];
  const params = { subjectKey, itemId };
  const questions = useQuery({ queryKey, queryFn: () => call('listQuestions', { params }) });
  return (
    <section className="card" aria-labelledby="questions-title">
      <h2 id="questions-title">提问和答复</h2>
      <Loaded query={questions} lines={3}>
        {(list) => (
          <QuestionThread
            {...list}
            id={`question-${itemId}`}
            ask={async (text, requestId) => {
              queries.setQueryData(queryKey, await call('askQuestion', { params, body: { requestId, text } }));
            }}
          />
        )}
      </Loaded>
    </section>
  );
}

interface ThreadProps {
  readonly id: string;
  readonly questions: readonly QuestionView[];
  readonly answerDays: number;
  readonly whyNot: string | null;
  readonly ask: (text: string, requestId: string) => Promise<unknown>;
}

/** What was asked and answered, and a field to ask; by when an answer is promised stands beside it. */
export function QuestionThread({ id, questions, answerDays, whyNot, ask }: ThreadProps) {
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
  return (
    <div className="stack">
      {questions.length > 0 && (
        <ol className="timeline">
          {questions.map((one) => (
            <Asked key={one.questionId} question={one} />
          ))}
        </ol>
      )}
      {whyNot ? (
        <p className="small">{whyNot}</p>
      ) : (
        <form className="stack" onSubmit={send} noValidate>
          <TextArea
            id={id}
            label="向办理单位提问"
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

function Asked({ question }: { question: QuestionView }) {
  const late = question.standing === 'overdue';
  return (
    <li>
      <strong>问：{question.text}</strong>
      <br />
      <span className="small">
        {question.askedBy}，<InstantText at={question.askedAt} />
      </span>
      {question.answer !== null && question.answeredAt ? (
        <p>
          答：{question.answer}
          <br />
          <span className="small">
            {question.answeredBy}，<InstantText at={question.answeredAt} />
          </span>
        </p>
      ) : (
        <p className={late ? 'wait' : ''}>
          {late ? '已过承诺的答复日：' : '承诺答复日：'}
          <DateText date={question.due} />
          {late && '。可以打办理单位的电话，或拨打 12345 反映。'}
        </p>
      )}
    </li>
  );
}
