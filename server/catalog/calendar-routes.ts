import * as contract from '#contract/calendar.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { answerDayCount } from './calendar-day-count.ts';
import { getCalendarYear } from './calendar-year.ts';
import { countWorkingDays } from './count-working-days.ts';

/** What the calendar answers: working days, periods, the holidays of a year. */
export function calendarRoutes(services: Services): Route[] {
  return [
    route(contract.countWorkingDays, ({ query }) => countWorkingDays(services, query)),
    route(contract.countDays, ({ query }) => answerDayCount(services, query)),
    route(contract.getCalendarYear, ({ params, query }) => getCalendarYear(services, params.year, query.asOf)),
  ];
}
