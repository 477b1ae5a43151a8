import { useState } from 'react';
import type { CountedDayView, DayCountView } from '#contract/calendar.ts';
import { dayOfWeek, daysInMonth, partsOf, plainDate } from '#domain/plain-date.ts';
import { Button } from '../ui/Button.tsx';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
/** Months shown at once; the rest on request. */
const shown = 4;

/** The months a count passes through, each day with a word for what it was: the colour only repeats it. */
export function DayCounterMonths({ count }: { count: DayCountView }) {
  const [all, showAll] = useState(false);
  const days = new Map(count.days.map((day) => [day.date, day]));
  const months = [...new Set([...days.keys()].map((date) => date.slice(0, 7)))].sort();
  const visible = all || months.length <= shown + 1 ? months : [...months.slice(0, shown - 1), months.at(-1)!];
  return (
    <>
      <p className="small">
        起＝起算日，第几＝第几{count.unit === 'working-days' ? '个工作日' : '日'}
        ，休＝周末，假＝放假，班＝调休上班，停＝中止，顺＝顺延
      </p>
      <div className="months">
        {visible.map((month) => (
          <Month key={month} month={month} days={days} count={count} />
        ))}
      </div>
      {visible.length < months.length && (
        <Button kind="quiet" className="no-print" onClick={() => showAll(true)}>
          中间还有 {months.length - visible.length} 个月，全部展开
        </Button>
      )}
    </>
  );
}

interface MonthProps {
  readonly month: string;
  readonly days: ReadonlyMap<string, CountedDayView>;
  readonly count: DayCountView;
}

function Month({ month, days, count }: MonthProps) {
  const { year, month: number } = partsOf(`${month}-01`);
  const blanks = dayOfWeek(`${month}-01`) - 1;
  const dates = Array.from({ length: daysInMonth(year, number) }, (_, index) => plainDate(year, number, index + 1));
  const cells = [...Array.from({ length: blanks }, () => null), ...dates];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table className="month">
      <caption>
        {year}年{number}月
      </caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean) ?? ''}>
            {weekdays.map((name, index) => (
              <Day key={name} date={week[index] ?? null} day={days.get(week[index] ?? '')} count={count} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, day, count }: { date: string | null; day: CountedDayView | undefined; count: DayCountView }) {
  if (date === null) return <td />;
  const number = <span className="month-day">{partsOf(date).day}</span>;
  if (!day) return <td className="month-out">{number}</td>;
  const answer = date === count.date;
  return (
    <td className={`month-${day.kind}${answer ? ' month-answer' : ''}`} title={day.why}>
      {number}
      <span className="month-word">{wordOf(day)}</span>
      {count.unit === 'working-days' && day.kind === 'counted' && day.day === 'make-up' && (
        <span className="month-word">班</span>
      )}
      {answer && <span className="month-due">{count.direction === 'back' ? '就是这天' : '到期'}</span>}
    </td>
  );
}

/** What a day was, in two or three signs. */
function wordOf(day: CountedDayView): string {
  switch (day.kind) {
    case 'start':
      return '起';
    case 'counted':
      return day.n ? `第${day.n}` : '';
    case 'rest':
      return day.day === 'weekend' ? '休' : '假';
    case 'paused':
      return '停';
    case 'moved':
    case 'end':
      return '顺';
  }
}
