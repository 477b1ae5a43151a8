import type { CalendarNotice } from '#law/calendar/arrangement.ts';
import { type PlainDate, partsOf, weekdayName } from './plain-date.ts';
import type { DayStatus } from './working-days.ts';

/**
 * One day passed while counting. `start` is the day that starts the count and is not counted; `counted` is the n-th; `rest` and
 * `paused` (中止) are skipped; `moved` is a rest day over which the last day moves on (顺延), `end` the day it comes to rest on.
 */
export interface CountedDay {
  readonly date: PlainDate;
  readonly kind: 'start' | 'counted' | 'rest' | 'paused' | 'moved' | 'end';
  /** Chinese, e.g. 国庆节放假 */
  readonly why: string;
  readonly n?: number;
  /** What the calendar says of the day: rest days that are counted (natural days) and make-up days are told apart by it. */
  readonly day: DayStatus['kind'];
  readonly provisional: boolean;
  readonly notice?: CalendarNotice;
  readonly cites?: readonly string[];
}

/** An extension (延长) granted on the way: after the day that would have been the last one. */
export interface ExtensionMark {
  readonly after: PlainDate;
  readonly days: number;
  /** Days in all from then on. */
  readonly whole: number;
  readonly why: string;
  readonly cites: readonly string[];
}

/** One line of an explanation: a run of days that are alike, or an extension. */
export interface CountStep {
  readonly kind: CountedDay['kind'] | 'extended';
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The whole line in Chinese, dates included. */
  readonly text: string;
  /** Title and number of the notice it rests on; null where the law or the week says so. */
  readonly notice: string | null;
  readonly cites: readonly string[];
  readonly provisional: boolean;
}

/** What is counted: 第3个工作日, 第3日. */
export type CountUnit = 'working-days' | 'natural-days';

const ordinal = (unit: CountUnit, n: number) => (unit === 'working-days' ? `第${n}个工作日` : `第${n}日`);

/** `《…的通知》（国办发明电〔2025〕7号）` */
export function noticeText({ title, number }: CalendarNotice): string {
  return `《${title}》${number === null ? '' : `（${number}）`}`;
}

/**
 * Folds the days of a count into readable lines: runs of days that are alike become one, extensions stand behind the day they
 * follow. `days` is in the order of counting, forward or back.
 */
export function foldDays(
  days: readonly CountedDay[],
  unit: CountUnit,
  extensions: readonly ExtensionMark[] = [],
): CountStep[] {
  const steps: CountStep[] = [];
  const marks = [...extensions];
  let run: CountedDay[] = [];
  let year = 0;
  const close = () => {
    if (run.length > 0) steps.push(stepOf(run, unit, year));
    year = run.at(-1) ? partsOf(run.at(-1)!.date).year : year;
    run = [];
  };
  for (const day of days) {
    if (run.length > 0 && !alike(run.at(-1)!, day)) close();
    run.push(day);
    while (marks[0]?.after === day.date) {
      close();
      steps.push(extensionStep(marks.shift()!, unit));
    }
  }
  close();
  return steps;
}

function alike(a: CountedDay, b: CountedDay): boolean {
  if (a.kind !== b.kind || a.kind === 'start') return false;
  if (a.kind === 'counted') return true;
  if (a.kind === 'paused') return a.why === b.why && a.cites?.join() === b.cites?.join();
  return a.day === b.day && (a.day === 'weekend' || a.why === b.why);
}

function stepOf(run: readonly CountedDay[], unit: CountUnit, year: number): CountStep {
  const [first, last] = [run[0]!, run.at(-1)!];
  const [from, to] = first.date <= last.date ? [first.date, last.date] : [last.date, first.date];
  const noticed = run.find(
    (day) => day.notice && (day.day === 'make-up' || day.kind === 'rest' || day.kind === 'moved'),
  );
  return {
    kind: first.kind,
    from,
    to,
    text: `${rangeText(from, to, year)} ${saidOf(run, unit)}`,
    notice: noticed?.notice ? noticeText(noticed.notice) : null,
    cites: first.cites ?? [],
    provisional: run.some((day) => day.provisional),
  };
}

function saidOf(run: readonly CountedDay[], unit: CountUnit): string {
  const [first, last] = [run[0]!, run.at(-1)!];
  const length = run.length;
  const unsure = run.some((day) => day.provisional);
  switch (first.kind) {
    case 'start':
    case 'end':
      return first.why;
    case 'counted':
      return `${ordinalsOf(first, last, unit)}${madeUp(run, unit)}${unsure ? '（放假安排尚未公布，暂按周末推算）' : ''}`;
    case 'paused':
      return `中止${length > 1 ? `${length}天` : ''}，不计入${first.why === '' ? '' : `：${first.why}`}`;
    case 'moved':
      return `${restOf(run)}，顺延`;
    case 'rest':
      return `${restOf(run)}${length > 1 ? `，${length}天不计入` : '，不计入'}`;
  }
}

const restOf = (run: readonly CountedDay[]) =>
  run[0]!.day === 'weekend'
    ? `周末休息${run.some((day) => day.provisional) ? '（放假安排尚未公布）' : ''}`
    : run[0]!.why;

function ordinalsOf(first: CountedDay, last: CountedDay, unit: CountUnit): string {
  // Counting none gives the day itself, or the first working day after it.
  if (first.n === 0) return '期限为零日，到这一天';
  const [low, high] = [Math.min(first.n!, last.n!), Math.max(first.n!, last.n!)];
  return low === high ? ordinal(unit, low) : `第${low}至${ordinal(unit, high)}`;
}

function madeUp(run: readonly CountedDay[], unit: CountUnit): string {
  const made = unit === 'working-days' ? run.filter((day) => day.day === 'make-up') : [];
  if (made.length === 0) return '';
  return `，${run.length > 1 ? '其中' : ''}${made.map((day) => `${shortDay(day.date)}（${weekdayName(day.date)}）`).join('、')}调休上班`;
}

function extensionStep({ after, days, whole, why, cites }: ExtensionMark, unit: CountUnit): CountStep {
  const named = unit === 'working-days' ? '个工作日' : '日';
  return {
    kind: 'extended',
    from: after,
    to: after,
    text: `延长${days}${named}，共${whole}${named}：${why}`,
    notice: null,
    cites,
    provisional: false,
  };
}

/** `10月1日` */
function shortDay(date: PlainDate): string {
  const { month, day } = partsOf(date);
  return `${month}月${day}日`;
}

/** `10月1日至7日`, `12月31日（周四）`; the year where it is another one than the line before. */
function rangeText(from: PlainDate, to: PlainDate, year: number): string {
  const [a, b] = [partsOf(from), partsOf(to)];
  const head = a.year === year ? '' : `${a.year}年`;
  if (from === to) return `${head}${shortDay(from)}（${weekdayName(from)}）`;
  const tail = a.year !== b.year ? `${b.year}年${shortDay(to)}` : a.month !== b.month ? shortDay(to) : `${b.day}日`;
  return `${head}${shortDay(from)}至${tail}`;
}
