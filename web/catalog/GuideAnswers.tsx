import './guide.css';
import type { GuideQuestion } from '#contract/guide.ts';
import type { CitedText } from '#contract/wire.ts';
import { type Citation, Cites } from '../ui/CitedReasons.tsx';

/** Sentences in plain words; what they rest on is folded away below them. */
export function PlainAnswers({ answers }: { answers: readonly CitedText[] }) {
  const cites = new Map(answers.flatMap((one) => one.cites).map((one): [string, Citation] => [one.id, one]));
  return (
    <>
      <ul className="guide-answers">
        {answers.map((one) => (
          <li key={one.text}>{one.text}</li>
        ))}
      </ul>
      {cites.size > 0 && (
        <details className="unfold guide-basis">
          <summary>依据</summary>
          <p>
            <Cites cites={[...cites.values()]} />
          </p>
        </details>
      )}
    </>
  );
}

/** What people ask, each folded; the answer with the articles it rests on. */
export function GuideQuestions({ questions }: { questions: readonly GuideQuestion[] }) {
  return (
    <section className="card guide-card">
      <h2>常见问题</h2>
      <div>
        {questions.map((one) => (
          <details className="unfold guide-question" key={one.key}>
            <summary>{one.question}</summary>
            <ul className="guide-answers">
              {one.answers.map((answer) => (
                <li key={answer.text}>
                  {answer.text} <Cites cites={answer.cites} />
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}
