/**
 * A calendar day without time or zone: `YYYY-MM-DD`, Asia/Shanghai wherever a clock turned it into a day.
 * Days of law are compared and counted as such strings, so that no time zone can shift them. All arithmetic here is on
 * integers (proleptic Gregorian day numbers). Strings sort in calendar order, `a < b` may be used directly.
 */
export type PlainDate = string;

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a day strictly: `YYYY-MM-DD`, a day that exists, years 1900–2199. Anything else gives undefined. */
export function parsePlainDate(text: unknown): PlainDate | undefined {
  if (typeof text !== 'string') return undefined;
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return text;
}

/** Year, month (1–12) and day (1–31) of a day. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Builds a day from numbers that are known to name one. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The corresponding day `months` later (earlier when negative); the month's last day where there is none: 01-31 + 1 → 02-28. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return plainDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function diffDays(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 1 Monday … 7 Sunday. */
export function dayOfWeek(date: PlainDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1970-01-01, day number 0, was a Thursday.
  return (((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Negative, zero or positive, for sorting. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The later of the days given. */
export function maxDate(first: PlainDate, ...rest: readonly PlainDate[]): PlainDate {
  return [first, ...rest].sort().at(-1)!;
}

/** The earlier of the days given. */
export function minDate(first: PlainDate, ...rest: readonly PlainDate[]): PlainDate {
  return [first, ...rest].sort()[0]!;
}

/** `周四` */
export function weekdayName(date: PlainDate): string {
  return `周${WEEKDAYS[dayOfWeek(date) - 1]}`;
}

/** `2026年11月26日（周四）` */
export function formatChinese(date: PlainDate): string {
  return `${formatChineseShort(date)}（${weekdayName(date)}）`;
}

/** `2026年11月26日`, as papers and sentences write it. */
export function formatChineseShort(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** Days since 1970-01-01. Years are shifted to begin in March so that the leap day falls at the end. */
function toDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function fromDayNumber(number: number): PlainDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
