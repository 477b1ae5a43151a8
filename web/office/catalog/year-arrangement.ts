import type { CalendarYear } from '#contract/calendar.ts';
import { addDays, diffDays, parsePlainDate } from '#domain/plain-date.ts';
import type { HolidayNotice } from '#domain/read-holiday-notice.ts';

/** One run of rest days as typed; a festival with a gap takes two lines. */
export interface FestivalLine {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A year's arrangement as typed. */
export interface ArrangementInput {
  readonly title: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly effectiveOn: string;
  readonly lines: readonly FestivalLine[];
  readonly work: readonly string[];
}

const festivalNames = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;
const longestRun = 12;

/** What the form begins with: the year as it stands, or the seven festivals without days. */
export function firstInput(year: CalendarYear, today: string): ArrangementInput {
  const rest = year.versions.at(-1)?.holidays ?? [];
  const names = new Map(year.days.map((day) => [day.date, day.why.replace(/放假$/, '')]));
  // The days of December before stand in the year before; they are New Year's.
  const named = rest.map((date) => ({ date, name: names.get(date) ?? '元旦' }));
  return {
    title: `国务院办公厅关于${year.year}年部分节假日安排的通知`,
    number: '',
    issuedOn: '',
    effectiveOn: today,
    lines: rest.length > 0 ? linesOf(named) : festivalNames.map((name) => ({ name, from: '', to: '' })),
    work: year.versions.at(-1)?.makeupWorkdays ?? [],
  };
}

/** The input with everything that was found in the text of a notice. */
export function withNotice(input: ArrangementInput, found: HolidayNotice): ArrangementInput {
  return {
    ...input,
    title: found.title ?? input.title,
    number: found.number ?? input.number,
    issuedOn: found.issuedOn ?? input.issuedOn,
    lines: linesOf(found.festivals.flatMap(({ name, days }) => days.map((date) => ({ date, name })))),
    work: found.makeupWorkdays,
  };
}

/** Days that follow one another under the same name become one line. */
function linesOf(days: readonly { readonly date: string; readonly name: string }[]): FestivalLine[] {
  const lines: FestivalLine[] = [];
  for (const { date, name } of days) {
    const last = lines.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === date) lines[lines.length - 1] = { ...last, to: date };
    else lines.push({ name, from: date, to: date });
  }
  return lines;
}

/** The content of the filing; lines without a day are left out, one without an end is one day. */
export function contentOf(input: ArrangementInput) {
  return {
    notice: { title: input.title.trim(), number: input.number.trim() || null, issuedOn: input.issuedOn },
    festivals: input.lines
      .filter((line) => parsePlainDate(line.from))
      .map((line) => ({ name: line.name.trim(), days: daysOf(line) })),
    makeupWorkdays: input.work.filter((day) => day !== ''),
  };
}

function daysOf({ from, to }: FestivalLine): string[] {
  const last = parsePlainDate(to) ?? from;
  const length = Math.min(Math.max(diffDays(from, last) + 1, 1), longestRun);
  return Array.from({ length }, (_, index) => addDays(from, index));
}
