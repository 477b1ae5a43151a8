import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AssessmentCase } from '#contract/assessments.ts';
import type { Explanation } from '#contract/explanations.ts';
import { formatChinese, parsePlainDate } from '#domain/plain-date.ts';
import { formatCitation } from '#law/cite.ts';
import { call } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { ShareButton } from '../ui/ShareButton.tsx';
import { type Answers, toCase } from './assessment.ts';
import { CalculatorOwn } from './CalculatorOwn.tsx';
import { answerText, questionsFor } from './calculator-questions.ts';
import { ExplainedDates } from './ExplainedDates.tsx';
import { NextAct, OtherWays } from './NextAct.tsx';
import { VerdictFacts, VerdictReasons } from './VerdictReasons.tsx';
import { verdictWords } from './verdict-words.ts';

interface CalculatorResultProps {
  answers: Answers;
  today: string;
  onChange: (id: keyof Answers) => void;
  onRestart: () => void;
}

/** What the answers come to: the verdict, the one thing to do, every day with its steps, and the way on. */
export function CalculatorResult({ answers, today, onChange, onRestart }: CalculatorResultProps) {
  const asked = toCase(answers, today);
  const explained = useQuery({
    queryKey: ['calculator', asked],
    queryFn: () => call('explainCase', { body: asked }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (former) => former,
  });
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <Page title="测算结果">
      <h2 tabIndex={-1} ref={top} className="visually-hidden">
        结果
      </h2>
      <Loaded query={explained} lines={8}>
        {(told) => <Told told={told} asked={asked} />}
      </Loaded>
      <section className="card">
        <h2>您的回答</h2>
        <ul className="plain stack">
          {questionsFor(answers).map((question) => (
            <li key={question.id} className="answer">
              <span>
                <span className="small">{question.title}</span>
                <br />
                {sayAnswer(answerText(question, answers[question.id] ?? ''))}
              </span>
              <Button
                kind="quiet"
                className="no-print"
                aria-label={`改：${question.title}`}
                onClick={() => onChange(question.id)}
              >
                改
              </Button>
            </li>
          ))}
        </ul>
        <p className="small">
          按以上回答和{formatChinese(today)}
          有效的规定测算，供您参考，以认定单位的决定为准。三年内在申请修复时弄虚作假被查实的，不能申请。
        </p>
      </section>
      <div className="row no-print">
        <ShareButton title="信用修复测算结果" />
        <PrintButton>打印结果</PrintButton>
        <Button kind="quiet" onClick={onRestart}>
          重新测算
        </Button>
      </div>
    </Page>
  );
}

const sayAnswer = (text: string) => (parsePlainDate(text) ? formatChinese(text) : text);

function Told({ told, asked }: { told: Explanation; asked: AssessmentCase }) {
  const { verdict, next, others, dates } = told;
  const words = verdictWords(verdict);
  return (
    <>
      <Banner tone={words.tone} live title={words.text}>
        <NextAct next={next} />
      </Banner>
      <CalculatorOwn asked={asked} told={told} />
      <section className="card">
        <h2>日子</h2>
        <ExplainedDates dates={dates} />
        <VerdictFacts verdict={verdict} />
      </section>
      <section className="card">
        <h2>为什么</h2>
        <VerdictReasons
          verdict={{
            ...verdict,
            reasons: verdict.reasons.map((one) => ({ ...one, citeText: formatCitation(one.cite) })),
          }}
        />
        {others.length > 0 && <h3>还可以</h3>}
        <OtherWays ways={others} />
        <p className="no-print">
          <Link className={buttonClass('quiet')} to="/guide/$matter" params={{ matter: asked.matter }}>
            看办理指引
          </Link>
        </p>
      </section>
    </>
  );
}
