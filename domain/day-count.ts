import { countBack, type DayCount, dueDay, type Extension, type Pause } from './due-day.ts';
import { periodEnd, periodStart } from './period-end.ts';
import { formatChinese, formatChineseShort, type PlainDate } from './plain-date.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Calendar } from './working-days.ts';

/** What somebody asks of the calendar: so many days or months from a day, forward or back. */
export interface DayQuestion {
  readonly from: PlainDate;
  readonly count: number;
  readonly unit: 'working-days' | 'natural-days' | 'months';
  readonly direction: 'forward' | 'back';
  readonly pauses: readonly Pause[];
  readonly extension: Extension | null;
}

/** The date with its explanation; `last` is the last day before it moved off a rest day. */
export interface DayAnswer extends DayCount {
  readonly last: PlainDate | null;
  /** The result in one Chinese sentence. */
  readonly text: string;
  /** What whoever relies on it should know. */
  readonly notes: readonly string[];
}

const units = { 'working-days': '个工作日', 'natural-days': '日（自然日）', months: '个月' } as const;

/** Answers a question, or says what in it cannot be: what pauses and extends a count runs forward. */
export function countDays(calendar: Calendar, question: DayQuestion): DayAnswer | Refusal {
  const { direction, pauses, extension, unit } = question;
  if (direction === 'back' && (pauses.length > 0 || extension))
    return refuse('invalid', 'only-forward', '往前推算时不能有中止和延长。');
  if (extension && unit !== 'working-days')
    return refuse('invalid', 'extension-unit', '只有按工作日计算的期限可以加延长。');
  const backward = pauses.find((pause) => pause.to !== null && pause.to < pause.from);
  if (backward)
    return refuse(
      'invalid',
      'pause-reversed',
      `中止的结束日${formatChineseShort(backward.to!)}早于开始日${formatChineseShort(backward.from)}。`,
    );
  const counted = answer(calendar, question);
  return { ...counted, text: sentence(question, counted.date), notes: notesOn(question, counted) };
}

function answer(calendar: Calendar, question: DayQuestion): DayCount & { last: PlainDate | null } {
  const { from: start, count, unit, direction, pauses, extension } = question;
  if (unit !== 'working-days') {
    if (direction === 'forward') return periodEnd(calendar, { start, count, unit, pauses });
    const back = periodStart(calendar, { start, count, unit });
    return { ...back, last: back.date };
  }
  if (direction === 'back') {
    const back = countBack(calendar, start, count);
    return { ...back, last: back.date };
  }
  const { due, ...rest } = dueDay(calendar, { start, days: count, pauses, extensions: extension ? [extension] : [] });
  return { ...rest, date: due, last: due };
}

function sentence({ from, count, unit, direction, extension }: DayQuestion, date: PlainDate | null): string {
  const length = `${count}${units[unit]}${extension ? `，延长${extension.days}个工作日` : ''}`;
  if (date === null) return `从${formatChinese(from)}起${length}：中止还没有结束，现在算不出到期日。`;
  return direction === 'back'
    ? `${formatChinese(from)}之前${length}，是${formatChinese(date)}。`
    : `从${formatChinese(from)}起${length}，到${formatChinese(date)}。`;
}

function notesOn({ unit, direction, pauses }: DayQuestion, { provisional, date, last }: DayAnswerParts): string[] {
  return [
    ...(provisional ? ['经过的日子里有放假安排尚未公布的，暂按周末推算，公布后可能变动。'] : []),
    ...(unit !== 'working-days' && direction === 'forward' && date !== last
      ? ['最后一日是休息日时顺延，依据是民法典的期间规定；行政机关的期限是否同样顺延，以办理单位的答复为准。']
      : []),
    ...(unit === 'months' && pauses.length > 0
      ? ['按月计算的期限中止的，按停止的天数顺延；没有查到明文规定，供参考。']
      : []),
  ];
}

type DayAnswerParts = Pick<DayAnswer, 'provisional' | 'date' | 'last'>;
