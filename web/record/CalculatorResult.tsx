import { Link } from '@tanstack/react-router';
import type { AssessmentVerdict } from '#contract/assessments.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { formatCitation } from '#law/cite.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import type { Answers } from './assessment.ts';
import { matterChoices } from './calculator-questions.ts';
import { VerdictDates, VerdictReasons } from './VerdictReasons.tsx';
import { verdictWords } from './verdict-words.ts';

const tones = { good: 'good', wait: 'wait', bad: 'bad', info: 'info' } as const;

/** The verdict, its days, its reasons, and what to do next. */
export function CalculatorResult({
  answers,
  today,
  result,
}: {
  answers: Answers;
  today: string;
  result: AssessmentVerdict;
}) {
  const words = verdictWords(result);
  const from = result.application.from;
  const matter = matterChoices.find((one) => one.value === answers.matter)?.label;
  return (
    <>
      <Banner tone={tones[words.tone]} live title={words.text}>
        {result.verdict === 'not-yet' && from ? (
          <p>
            <strong>{formatChinese(from)}</strong> 起可以申请。
          </p>
        ) : (
          <p>{words.todo}</p>
        )}
      </Banner>
      <section className="card">
        <h2>日子和期限</h2>
        <VerdictDates verdict={result} />
      </section>
      <section className="card">
        <h2>为什么</h2>
        <VerdictReasons
          verdict={{
            ...result,
            reasons: result.reasons.map((reason) => ({
              ...reason,
              citeText: reason.cite && formatCitation(reason.cite),
            })),
          }}
        />
      </section>
      <p className="small">
        按您填的内容（{matter}，{answers.findingDate && formatChinese(answers.findingDate)}作出）和
        {formatChinese(today)}
        有效的规定测算，供您参考；以认定单位的决定为准。
      </p>
      <div className="stack no-print">
        <Link className={buttonClass('primary', true)} to="/records">
          登录，查我的记录{result.verdict === 'repairable-now' ? '并申请' : ''}
        </Link>
        <div className="row">
          <Link className={buttonClass('secondary')} to="/guide/$matter" params={{ matter: answers.matter }}>
            看办理指引
          </Link>
          <PrintButton>打印结果</PrintButton>
        </div>
      </div>
    </>
  );
}
