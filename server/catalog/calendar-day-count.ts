import { type countDays as asked, type DayCountView, longestCounts } from '#contract/calendar.ts';
import type { QueryOf } from '#contract/endpoint.ts';
import { countDays } from '#domain/day-count.ts';
import type { Pause } from '#domain/due-day.ts';
import { addMonths, formatChineseShort, type PlainDate, parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Calendar, calendarKnownOn } from '#domain/working-days.ts';
import type { Services } from '../platform/app-context.ts';
import { citations } from '../platform/citations.ts';
import { noSuchDay } from './listed-matter.ts';

type Query = QueryOf<typeof asked>;

const unitNames = { 'working-days': '个工作日', 'natural-days': '日', months: '个月' } as const;
/** A pause may reach this far beyond the start: each of its days is explained. */
const longestMonths = 60;

/** 推算期限: the date, why it is that one, and every day passed. */
export async function answerDayCount(services: Services, query: Query): Promise<DayCountView | Refusal> {
  const { unit = 'working-days', direction = 'forward', count } = query;
  const from = parsePlainDate(query.from);
  if (!from) return noSuchDay('from', query.from);
  if (count > longestCounts[unit])
    return invalid('count', 'count-too-long', `最多推算 ${longestCounts[unit]} ${unitNames[unit]}`);
  const pauses = readPauses(query.pauses ?? '', from);
  if (isRefusal(pauses)) return pauses;
  const calendar = await calendarAsOf(services, query.asOf);
  if (isRefusal(calendar)) return calendar;
  const extension =
    query.extend === undefined ? null : { days: query.extend, why: '办理单位决定延长', cites: [] as readonly string[] };
  const answer = countDays(calendar, { from, count, unit, direction, pauses, extension });
  if (isRefusal(answer)) return answer;
  return {
    from,
    count,
    unit,
    direction,
    asOf: query.asOf ?? null,
    date: answer.date,
    last: answer.last,
    provisional: answer.provisional,
    text: answer.text,
    notes: [...answer.notes],
    steps: answer.steps.map((step) => ({ ...step, cites: citations(step.cites) })),
    days: answer.days.map(({ date, kind, day, why, n }) => ({ date, kind, day, why, n: n ?? null })),
  };
}

/** The calendar in force, or as it was known at the end of a day. */
export async function calendarAsOf(services: Services, asOf: string | undefined): Promise<Calendar | Refusal> {
  const { calendar } = await services.catalog();
  if (asOf === undefined) return calendar;
  const day = parsePlainDate(asOf);
  return day ? calendarKnownOn(day, calendar) : noSuchDay('asOf', asOf);
}

/** `2026-11-25..2026-11-27,2026-12-01..`, as the contract describes it. */
function readPauses(text: string, from: PlainDate): Pause[] | Refusal {
  const pauses: Pause[] = [];
  const latest = addMonths(from, longestMonths);
  for (const span of text === '' ? [] : text.split(',')) {
    const [first = '', last = ''] = span.split('..');
    const begin = parsePlainDate(first);
    const end = last === '' ? null : parsePlainDate(last);
    if (!begin) return noSuchDay('pauses', first);
    if (end === undefined) return noSuchDay('pauses', last);
    if (end !== null && end > latest)
      return invalid('pauses', 'pause-too-long', `中止最晚到${formatChineseShort(latest)}`);
    pauses.push({ from: begin, to: end, why: end === null ? '还没有恢复' : '', cites: [] });
  }
  return pauses;
}

function invalid(field: string, code: string, text: string): Refusal {
  return refuse('invalid', code, `${text}。`, { fields: [{ field, text }] });
}
