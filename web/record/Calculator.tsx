import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../access/use-session.ts';
import { Page } from '../ui/Page.tsx';
import type { Answers } from './assessment.ts';
import { CalculatorQuestion } from './CalculatorQuestion.tsx';
import { CalculatorResult } from './CalculatorResult.tsx';
import { answersOf, searchOf } from './calculator-address.ts';
import { answersThatCount, nextQuestion, questionsFor } from './calculator-questions.ts';

function dayHere(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/**
 * 自己测一测: one question at a time, only those that matter for what was answered, then the verdict. The answers stand in the address:
 * the browser's back goes back a question without loss, and a result can be kept and handed on. No login, nothing kept with us.
 */
export function Calculator() {
  const today = useSession().data?.today ?? dayHere();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const answers = answersOf(search);
  const questions = questionsFor(answers);
  const open = questions.find((one) => one.id === search.ask) ?? nextQuestion(answers);
  const go = (to: Answers, ask?: keyof Answers) =>
    navigate({ to: '/calculator', search: searchOf(to, ask) as never, resetScroll: true });
  if (!open)
    return (
      <CalculatorResult
        answers={answersThatCount(answers)}
        today={today}
        onChange={(id) => void go(answers, id)}
        onRestart={() => void go({})}
      />
    );
  const index = questions.findIndex((one) => one.id === open.id);
  const before = questions[index - 1];
  return (
    <Page
      title="自己测一测"
      lead={index === 0 ? '大约一分钟。不用登录，不保存您填的内容。手边最好有决定书。' : undefined}
    >
      <p className="small" aria-live="polite">
        第 {index + 1} 个问题
      </p>
      <CalculatorQuestion
        key={open.id}
        question={open}
        value={answers[open.id]}
        today={today}
        onAnswer={(value) => void go({ ...answers, [open.id]: value })}
      />
      {before ? (
        <p>
          <button type="button" className="link-button" onClick={() => void go(answers, before.id)}>
            ‹ 上一个问题
          </button>
        </p>
      ) : (
        <p className="small">
          已经登录过？<Link to="/records">直接看我的记录</Link>，不用自己填。
        </p>
      )}
    </Page>
  );
}
