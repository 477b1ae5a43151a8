import { useGo } from '../office/address.ts';
import { useAsk } from '../office/ask.ts';
import { QuestionChip } from './QuestionChip.tsx';

const shown = 5;

/** Questions that wait for the unit's answer, above its queue; nothing where none waits. */
export function OpenQuestions() {
  const go = useGo();
  const list = useAsk('listOpenQuestions', { query: {} }, { refetchInterval: 60_000 });
  if (!list.data || list.data.open === 0) return null;
  const { questions, open, overdue } = list.data;
  return (
    <section className="card" aria-labelledby="open-questions-title">
      <h2 id="open-questions-title">
        申请人的提问，等本单位答复 <span className={overdue > 0 ? 'count count-bad' : 'count'}>{open}</span>
      </h2>
      <ul className="plain-list">
        {questions.slice(0, shown).map(({ question, ...item }) => (
          <li key={question.questionId} className="line-split">
            <span>
              <QuestionChip question={question} />{' '}
              <button type="button" className="link" onClick={() => go(`/items/${item.subjectKey}/${item.itemId}`)}>
                {item.subjectName}
              </button>
              <br />
              <span className="quiet">{question.text}</span>
            </span>
          </li>
        ))}
      </ul>
      {open > shown && <p className="quiet">还有 {open - shown} 条，答复前面的以后会出现。</p>}
    </section>
  );
}
