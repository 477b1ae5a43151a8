import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../access/use-session.ts';
import { call } from '../api.ts';
import { asProblem, type FieldProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { type Answers, noAnswers, toCase } from './assessment.ts';
import { CalculatorPage } from './CalculatorPage.tsx';
import { CalculatorResult } from './CalculatorResult.tsx';
import { checkPage, pagesOf } from './calculator-questions.ts';

function dayHere(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** 自己测一测: four short pages of plain questions, then the verdict with its days and reasons. No login, nothing kept. */
export function Calculator() {
  const today = useSession().data?.today ?? dayHere();
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const [index, setIndex] = useState(0);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const top = useRef<HTMLHeadingElement>(null);
  const assess = useMutation({
    mutationFn: () => call('assessCase', { body: toCase(answers, today) }),
  });
  const pages = pagesOf(answers.matter);
  const page = pages[index]!;
  useEffect(() => {
    if (index > 0 || assess.data) top.current?.focus();
    scrollTo(0, 0);
  }, [index, assess.data]);
  const go = (to: number) => {
    setFaults([]);
    assess.reset();
    setIndex(to);
  };
  const next = (event: React.FormEvent) => {
    event.preventDefault();
    const found = checkPage(page, answers, today);
    setFaults(found);
    if (found.length > 0) return;
    if (index + 1 < pages.length) go(index + 1);
    else assess.mutate();
  };
  if (assess.data)
    return (
      <Page title="测算结果">
        <h2 tabIndex={-1} ref={top} className="visually-hidden">
          结果
        </h2>
        <CalculatorResult answers={answers} today={today} result={assess.data} />
        <div className="row no-print">
          <Button kind="secondary" onClick={() => go(0)}>
            改一改再算
          </Button>
        </div>
      </Page>
    );
  return (
    <Page
      title="自己测一测"
      lead={index === 0 ? '大约两分钟。不用登录，不保存您填的内容。手边最好有决定书。' : undefined}
    >
      <h2 tabIndex={-1} ref={top} className="small">
        第 {index + 1} 页，共 {answers.matter ? pages.length : 4} 页
      </h2>
      <ErrorSummary errors={faults} />
      {assess.error && (
        <Banner tone="bad" live title="没有算出来">
          <p>{asProblem(assess.error).detail}</p>
          {asProblem(assess.error).fields.map((one) => (
            <p key={one.field}>{one.text}</p>
          ))}
        </Banner>
      )}
      <form className="stack-wide" onSubmit={next} noValidate>
        <div>
          <CalculatorPage page={page} answers={answers} faults={faults} onChange={setAnswers} />
        </div>
        <div className="row">
          <Button type="submit" wide busy={assess.isPending} busyText="正在测算…">
            {index + 1 < pages.length ? '下一页' : '看结果'}
          </Button>
          {index > 0 && (
            <Button kind="quiet" onClick={() => go(index - 1)}>
              上一页
            </Button>
          )}
        </div>
      </form>
      {index === 0 && (
        <p className="small">
          已经登录过？<Link to="/records">直接看我的记录</Link>，不用自己填。
        </p>
      )}
    </Page>
  );
}
