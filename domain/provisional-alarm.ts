import { type PlainDate, partsOf } from './plain-date.ts';
import type { Calendar } from './working-days.ts';

/** Next year's holidays are not entered although they should be: every deadline that reaches into that year may still move. */
export interface ProvisionalAlarm {
  readonly year: number;
  /** First day of the alarm. */
  readonly since: PlainDate;
  readonly text: string;
}

/**
 * From 1 November until next year's arrangement is in the calendar; also through a year that has begun without one. The notices of
 * 2016 to 2026 came between 25 October and 10 December.
 */
export function provisionalAlarm(calendar: Calendar, today: PlainDate): ProvisionalAlarm | null {
  const { year, month } = partsOf(today);
  const missing = calendar.years[year] === undefined ? year : month >= 11 ? year + 1 : undefined;
  if (missing === undefined || calendar.years[missing] !== undefined) return null;
  return {
    year: missing,
    since: `${missing - 1}-11-01`,
    text: `${missing}年的放假安排还没有录入。到${missing}年的期限暂按周末推算，录入后会自动重算并告知有关的人。国务院办公厅公布后，请事项目录管理员录入。`,
  };
}
