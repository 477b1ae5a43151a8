import type { YearArrangement } from '#law/calendar/arrangement.ts';
import { dayOfWeek, formatChineseShort, type PlainDate, parsePlainDate, weekdayName } from '../../plain-date.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type CalendarEdit, dayStatus } from '../../working-days.ts';
import type { Catalog } from '../catalog.ts';
import type { CalendarYearContent, ChangePlan, DiffLine, ProposedChange } from './catalog-change.ts';

const festivalCite = ['plan4:2-6'];

function fault(field: string, text: string): Refusal {
  return refuse('invalid', 'calendar-broken', `${text}。`, { cite: festivalCite, fields: [{ field, text }] });
}

/** A year's arrangement as filed, in the shape arithmetic uses. */
export function arrangementOf({ notice, festivals, makeupWorkdays }: CalendarYearContent): YearArrangement {
  return {
    holidays: festivals.flatMap((one) => one.days),
    makeupWorkdays,
    names: Object.fromEntries(festivals.flatMap((one) => one.days.map((day) => [day, one.name]))),
    notice,
  };
}

/** The State Council's arrangement of a year, entered when its notice comes out; a later notice of the same year replaces it. */
export function planCalendarYear(catalog: Catalog, change: ProposedChange<'calendar-year'>): ChangePlan | Refusal {
  const year = Number(change.target);
  if (!/^20\d\d$/.test(change.target)) return fault('target', '请填写年份，如 2027');
  const { content } = change;
  if (parsePlainDate(content.notice.issuedOn) === undefined)
    return fault('content.notice.issuedOn', '请填写通知的日期');
  if (content.notice.issuedOn > change.effectiveOn) return fault('content.notice.issuedOn', '通知的日期不能晚于生效日');
  const refusal = checkYear(year, content);
  if (refusal) return refusal;
  const before = catalog.calendar.years[year];
  const after = arrangementOf(content);
  const diff = [
    ...differing('放假', before?.holidays ?? [], after.holidays),
    ...differing('补班', before?.makeupWorkdays ?? [], after.makeupWorkdays),
    { label: '依据', before: before?.notice?.title ?? '尚未公布，按周末推算', after: content.notice.title },
  ].filter((line) => line.before !== line.after);
  if (diff.length === 0) return fault('content', '与现有安排相同，没有要变更的地方');
  return {
    after: { ...catalog, calendar: { ...catalog.calendar, years: { ...catalog.calendar.years, [year]: after } } },
    diff,
  };
}

function checkYear(year: number, { festivals, makeupWorkdays }: CalendarYearContent): Refusal | null {
  const days = festivals.flatMap((one) => one.days);
  if (days.length < 7)
    return fault('content.festivals', `一年的法定节日至少七天，现在只有${days.length}天，请录入完整的通知`);
  for (const day of [...days, ...makeupWorkdays]) {
    if (parsePlainDate(day) === undefined) return fault('content.festivals', `${day} 不是存在的日期`);
    // New Year's rest may begin in the last days of December: they stand in the notice of the year that begins.
    if (!day.startsWith(String(year)) && !day.startsWith(`${year - 1}-12-`))
      return fault('content.festivals', `${day} 不在${year}年`);
  }
  const twice = [...days, ...makeupWorkdays].find((day, index, all) => all.indexOf(day) !== index);
  if (twice) return fault('content.festivals', `${twice} 写了两次，一天不能既放假又补班`);
  const weekday = makeupWorkdays.find((day) => dayOfWeek(day) < 6);
  if (weekday) return fault('content.makeupWorkdays', `${weekday}是${weekdayName(weekday)}，补班只能是周六或者周日`);
  return null;
}

function differing(label: string, before: readonly PlainDate[], after: readonly PlainDate[]): DiffLine[] {
  const say = (days: readonly PlainDate[]) =>
    days.length === 0
      ? null
      : days.map((day) => `${formatChineseShort(day).slice(5)}（${weekdayName(day)}）`).join('、');
  const removed = before.filter((day) => !after.includes(day));
  const added = after.filter((day) => !before.includes(day));
  if (removed.length === 0 && added.length === 0) return [];
  return [{ label, before: say(removed), after: say(added) }];
}

/** One day on which offices of the province work or rest otherwise than the arrangement says. */
export function planCalendarDay(catalog: Catalog, change: ProposedChange<'calendar-day'>): ChangePlan | Refusal {
  const date = parsePlainDate(change.target);
  if (date === undefined) return fault('target', '请填写存在的日期，如 2026-12-31');
  const { kind, why } = change.content;
  if (why.trim().length < 4) return fault('content.why', '请写明原因和依据');
  if (date < change.effectiveOn) return fault('target', '不能改变已经过去的日子');
  const before = dayStatus(catalog.calendar, date);
  if (before.working === (kind === 'work'))
    return fault('content.kind', `${date}本来就是${before.working ? '工作日' : '休息日'}`);
  const edit: CalendarEdit = { date, kind, why: why.trim(), knownOn: change.effectiveOn };
  const name = (working: boolean) => (working ? '工作日' : '休息日');
  return {
    after: { ...catalog, calendar: { ...catalog.calendar, edits: [...(catalog.calendar.edits ?? []), edit] } },
    diff: [
      {
        label: `${formatChineseShort(date)}（${weekdayName(date)}）`,
        before: `${name(before.working)}（${before.why}）`,
        after: `${name(kind === 'work')}（${why.trim()}）`,
      },
    ],
  };
}
