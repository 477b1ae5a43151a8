import type { CalendarYear } from '#contract/calendar.ts';
import { noticeText } from '#domain/counted-days.ts';
import { provisionalAlarm } from '#domain/provisional-alarm.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Calendar } from '#domain/working-days.ts';
import { yearCalendar } from '#domain/year-calendar.ts';
import type { CalendarNotice, YearArrangement } from '#law/calendar/arrangement.ts';
import { yearArrangements } from '#law/working-days.ts';
import type { Services } from '../platform/app-context.ts';
import { calendarAsOf } from './calendar-day-count.ts';

const firstYear = Math.min(...Object.keys(yearArrangements).map(Number));
const lastYear = 2099;

/** A year's rest days and make-up days, the notice they rest on, and what earlier notices said. */
export async function getCalendarYear(
  services: Services,
  asked: string,
  asOf: string | undefined,
): Promise<CalendarYear | Refusal> {
  const year = Number(asked);
  if (year < firstYear || year > lastYear)
    return refuse(
      'not-found',
      'no-such-year',
      `没有收录${year}年的放假安排，可以查 ${firstYear} 年到 ${lastYear} 年。`,
    );
  const calendar = await calendarAsOf(services, asOf);
  if (isRefusal(calendar)) return calendar;
  const view = yearCalendar(calendar, year);
  const current = (await services.catalog()).calendar;
  return {
    year,
    asOf: asOf ?? null,
    provisional: view.provisional,
    notice: view.notice && toNoticeView(view.notice),
    workingDays: view.workingDays,
    days: view.days.map((day) => ({ ...day, notice: day.notice && noticeText(day.notice) })),
    versions: versionsOf(year, current).map(({ version, numberSure }) => ({
      notice: toNoticeView(version.notice!),
      numberSure,
      holidays: [...version.holidays],
      makeupWorkdays: [...version.makeupWorkdays],
      inForce: version.notice!.title === view.notice?.title,
    })),
    alarm: provisionalAlarm(current, services.clock.today()),
  };
}

/** What the law's data has of a year, and what the keeper entered since. */
function versionsOf(
  year: number,
  { versions }: Calendar,
): readonly { readonly version: YearArrangement; readonly numberSure: boolean }[] {
  const known = yearArrangements[year]?.map((version) => ({ version, numberSure: version.numberSure === 'V' })) ?? [];
  const entered = (versions?.[year] ?? []).filter((version) => version.notice !== undefined);
  return [...known, ...entered.map((version) => ({ version, numberSure: true }))];
}

function toNoticeView({
  title,
  number,
  issuedOn,
  announcedOn,
}: CalendarNotice): CalendarYear['versions'][number]['notice'] {
  return { title, number, issuedOn, announcedOn: announcedOn ?? issuedOn };
}
