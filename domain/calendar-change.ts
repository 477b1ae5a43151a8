import type { YearArrangement } from '#law/calendar/arrangement.ts';
import { noticeText } from './counted-days.ts';
import { formatChineseShort } from './plain-date.ts';
import type { Calendar, CalendarEdit } from './working-days.ts';

/** What differs between two calendars, as Chinese phrases: notices that came, days the keeper edited or no longer edits. */
export function calendarChanges(before: Calendar, after: Calendar): string[] {
  const years = [...new Set([...Object.keys(before.years), ...Object.keys(after.years)])].map(Number).sort();
  const notices = years.flatMap((year) => {
    const [was, is] = [before.years[year], after.years[year]];
    if (sameDays(was, is)) return [];
    if (!is) return [`${year}年的放假安排已撤下`];
    return [is.notice ? `${noticeText(is.notice)}${was ? '调整了放假安排' : '公布'}` : `${year}年的放假安排有调整`];
  });
  const [was, is] = [lastEdits(before), lastEdits(after)];
  const edited = [...is.values()]
    .filter((edit) => was.get(edit.date)?.kind !== edit.kind)
    .map((edit) => `${formatChineseShort(edit.date)}${edit.kind === 'rest' ? '放假' : '上班'}：${edit.why}`);
  const dropped = [...was.keys()]
    .filter((date) => !is.has(date))
    .map((date) => `${formatChineseShort(date)}的调整已取消`);
  return [...notices, ...edited, ...dropped];
}

/** The edit that counts of each day: the last one. */
function lastEdits({ edits = [] }: Calendar): Map<string, CalendarEdit> {
  return new Map(edits.map((edit) => [edit.date, edit]));
}

function sameDays(a: YearArrangement | undefined, b: YearArrangement | undefined): boolean {
  const days = (one: YearArrangement) => `${[...one.holidays].sort()}|${[...one.makeupWorkdays].sort()}`;
  return a === undefined || b === undefined ? a === b : days(a) === days(b);
}
