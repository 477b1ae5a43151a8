import { App, Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { QuestionView } from '#contract/questions.ts';
import { asProblem } from '../api-problem.ts';
import { useAct, useAsk } from '../office/ask.ts';
import { hasRole, useOfficer } from '../office/session.ts';
import { TextBox } from '../office/TextInput.tsx';
import { momentText } from '../office/when.ts';
import { QuestionChip } from './QuestionChip.tsx';

/** 提问和答复: what the applicant asked about the item, and the unit's answer. Once given an answer stands. */
export function QuestionsPanel({ view }: { view: ItemView }) {
  const { subjectKey, itemId, unitId } = view.summary;
  const officer = useOfficer();
  const list = useAsk('listQuestions', { params: { subjectKey, itemId } }, { refetchInterval: 60_000 });
  const answers = hasRole(officer, ['officer']) && officer.unit?.unitId === unitId;
  if (!list.data || list.data.questions.length === 0) return null;
  return (
    <section className="card" aria-labelledby="asked-title">
      <h2 id="asked-title">提问和答复</h2>
      <ul className="plain-list">
        {list.data.questions.map((question) => (
          <li key={question.questionId}>
            <p className="prewrap">
              <strong>问：{question.text}</strong>
            </p>
            <p className="quiet">
              {question.askedBy} · {momentText(question.askedAt)} <QuestionChip question={question} />
            </p>
            {question.answer !== null && question.answeredAt ? (
              <p className="prewrap">
                答：{question.answer}
                <br />
                <span className="quiet">
                  {question.answeredBy} · {momentText(question.answeredAt)}
                </span>
              </p>
            ) : (
              answers && <AnswerForm subjectKey={subjectKey} itemId={itemId} question={question} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AnswerForm(props: { subjectKey: string; itemId: string; question: QuestionView }) {
  const { subjectKey, itemId, question } = props;
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const { message } = App.useApp();
  const answer = useAct('answerQuestion', ['listQuestions', 'listOpenQuestions']);
  const id = `answer-${question.questionId}`;
  const send = () => {
    setFault(text.trim() ? undefined : '请写答复。');
    if (!text.trim()) return;
    answer.mutate(
      { params: { subjectKey, itemId, questionId: question.questionId }, body: { text: text.trim() } },
      { onSuccess: () => void message.success('已答复，申请人会收到通知。') },
    );
  };
  const problem = fault ?? (answer.error ? asProblem(answer.error).detail : undefined);
  return (
    <div className="answer-form">
      <label htmlFor={id}>答复（答复后不能再改）</label>
      <TextBox
        id={id}
        rows={3}
        maxLength={1000}
        value={text}
        status={problem ? 'error' : ''}
        aria-describedby={problem ? `${id}-fault` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && (
        <p className="bad" id={`${id}-fault`} role="alert">
          {problem}
        </p>
      )}
      <Button loading={answer.isPending} onClick={send}>
        答复申请人
      </Button>
    </div>
  );
}
