import type { QuestionView } from '#contract/questions.ts';
import { dayText } from '../office/when.ts';

const looks = {
  answered: { look: 'good', sign: '✓' },
  overdue: { look: 'bad', sign: '!' },
  today: { look: 'bad', sign: '!' },
  soon: { look: 'attention', sign: '▲' },
  later: { look: 'plain', sign: '' },
} as const;

function words({ standing, workingDaysLeft }: QuestionView): string {
  if (standing === 'answered') return '已答复';
  if (standing === 'overdue') return '过了承诺日';
  return standing === 'today' ? '今天该答复' : `${workingDaysLeft} 个工作日内答复`;
}

/** How long there is still to keep the promise of an answer. */
export function QuestionChip({ question }: { question: QuestionView }) {
  const { look, sign } = looks[question.standing];
  return (
    <span className={`chip chip-${look}`} title={`承诺${dayText(question.due)}前答复（不是法定期限）`}>
      {sign && <span aria-hidden="true">{sign} </span>}
      {words(question)}
    </span>
  );
}
