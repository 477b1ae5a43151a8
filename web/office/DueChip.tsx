import type { ClockView } from '#contract/item.ts';
import { diffDays } from '#domain/plain-date.ts';
import { dayText } from './when.ts';

/** What the due chip says: 今天到期, 还剩 2 个工作日, 超期 1 天. */
export function dueWords(
  due: ClockView,
  today: string,
): { text: string; look: 'bad' | 'attention' | 'plain' | 'good' } {
  if (due.doneOn) return { text: '已完成', look: 'good' };
  // The applicant's day, not the unit's: nobody is late, and somebody must decide.
  if (due.kind === 'correction' && due.standing === 'overdue')
    return { text: `补正期满 ${Math.max(1, diffDays(due.due, today))} 天`, look: 'attention' };
  if (due.standing === 'overdue') return { text: `超期 ${Math.max(1, diffDays(due.due, today))} 天`, look: 'bad' };
  if (due.standing === 'today') return { text: '今天到期', look: 'bad' };
  return {
    text: `还剩 ${due.workingDaysLeft} 个工作日`,
    look: due.standing === 'soon' ? 'attention' : 'plain',
  };
}

const signs = { bad: '!', attention: '▲', plain: '', good: '✓' } as const;

/** First thing in every line of a desk: how long there is still. */
export function DueChip({ due, today, closed }: { due: ClockView | null; today: string; closed?: boolean }) {
  if (closed && !due) return <span className="chip chip-none">已办结</span>;
  if (!due) return <span className="chip chip-none">不计时限</span>;
  const { text, look } = dueWords(due, today);
  return (
    <span className={`chip chip-${look}`} title={`${due.label}：${dayText(due.due)}`}>
      {signs[look] && <span aria-hidden="true">{signs[look]} </span>}
      {text}
    </span>
  );
}
