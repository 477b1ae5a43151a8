import { addDays, daysInMonth, type PlainDate, parsePlainDate, plainDate } from '../plain-date.ts';
import { cellContent, type ImportCell } from './import-cell.ts';

/** How a date cell was read. `note` asks the person to look again where the spelling left room for doubt. */
export type DateReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'day'; readonly day: PlainDate; readonly note?: string }
  | { readonly kind: 'long-term' }
  | { readonly kind: 'fault'; readonly text: string };

const BLANK: DateReading = { kind: 'blank' };
const LONG_TERM: DateReading = { kind: 'long-term' };
const LONG_TERM_WORDS = new Set(['长期', '永久', '长期有效', '永久有效', '无期限', '无固定期限']);
/** Days from which on a date stands for “no end”: 双公示 files write 2099/12/31, others 9999-12-31. */
const LONG_TERM_FROM = '2099-12-31';

/** 2000-01-01 and 2099-12-31 as Excel serial numbers; outside of them a bare number is not taken for a date. */
const SERIAL_MIN = 36526;
const SERIAL_MAX = 73050;

/**
 * The day of an Excel serial number (1900 system unless `date1904`). Integer arithmetic: a Date in the reader's zone
 * shifts days. Excel counts a 29 February 1900 that never was, hence the two origins.
 */
export function dayOfSerial(serial: number, date1904 = false): PlainDate | undefined {
  const whole = Math.floor(Math.round(serial * 86400) / 86400);
  if (!Number.isFinite(whole) || whole < 1 || whole > 109_000) return undefined;
  if (date1904) return addDays('1904-01-01', whole);
  return addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole);
}

function found(year: number, month: number, day: number, text: string, note?: string): DateReading {
  if (year >= 2200 && year <= 9999) return LONG_TERM;
  const date = month > 12 || day > 31 ? undefined : parsePlainDate(plainDate(year, month, day));
  if (date === undefined) return { kind: 'fault', text: `“${text}”不是存在的日期` };
  if (date >= LONG_TERM_FROM) return LONG_TERM;
  return note === undefined ? { kind: 'day', day: date } : { kind: 'day', day: date, note };
}

const SEPARATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{6}|[ T].*)?$/;
const TIME =
  /^(?:T|日|\s)?\s*(\d{1,2})(?:[:时点](\d{1,2})?(?:[:分](\d{1,2})?(?:\.\d+)?秒?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Hours by which a stamp with a zone lies off Shanghai time; undefined where it names no zone. */
function hoursToShanghai(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  if (zone.toUpperCase() === 'Z') return 8;
  const [sign, hours, minutes] = [zone[0] === '-' ? -1 : 1, Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return 8 - sign * (hours + minutes / 60);
}

function separated(match: RegExpExecArray, text: string): DateReading {
  const rest = (match[4] ?? '').trim();
  const day = found(Number(match[1]), Number(match[2]), Number(match[3]), text);
  if (rest === '' || day.kind !== 'day') return day;
  const time = TIME.exec(rest);
  if (!time || Number(time[1]) > 24) return { kind: 'fault', text: `“${text}”不是认得的日期写法，请写作 2026-03-09` };
  const shift = hoursToShanghai(time[4]);
  if (shift === undefined) return day;
  const hour = Number(time[1]) + Number(time[2] ?? 0) / 60 + shift;
  return { kind: 'day', day: addDays(day.day, Math.floor(hour / 24)) };
}

function fromText(raw: string): DateReading {
  const text = raw.normalize('NFKC').replace(/\s*([-/.年月])\s*|\s*(日)/g, '$1$2');
  if (LONG_TERM_WORDS.has(text)) return LONG_TERM;
  const match = SEPARATED.exec(text);
  if (match) return separated(match, raw);
  const compact = COMPACT.exec(text);
  if (compact) return found(Number(compact[1]), Number(compact[2]), Number(compact[3]), raw);
  const number = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (number >= SERIAL_MIN && number <= SERIAL_MAX) return fromSerial(number, `“${raw}”按表格软件的日期序号读作`);
  return { kind: 'fault', text: `“${raw}”不是认得的日期写法，请写作 2026-03-09` };
}

function fromSerial(serial: number, note?: string): DateReading {
  const day = dayOfSerial(serial);
  if (day === undefined) return { kind: 'fault', text: `${serial} 不是日期` };
  if (day >= LONG_TERM_FROM) return LONG_TERM;
  return note === undefined ? { kind: 'day', day } : { kind: 'day', day, note: `${note} ${day}，请核对` };
}

/** The number that two or four digits at `from` write; NaN where one is no digit. */
function digitsAt(text: string, from: number, count: 2 | 4): number {
  let number = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** `2026-03-09` and `2026/03/09`, read without expressions: a file of 100 000 rows has half a million of them. */
function commonSpelling(text: string): DateReading | undefined {
  if (text.length !== 10) return undefined;
  const separator = text.charCodeAt(4);
  if ((separator !== 0x2d && separator !== 0x2f) || text.charCodeAt(7) !== separator) return undefined;
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)];
  if (!(year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)))
    return undefined;
  if (year === 2099 && month === 12 && day === 31) return LONG_TERM;
  return { kind: 'day', day: separator === 0x2d ? text : text.replaceAll('/', '-') };
}

/** Reads a date in any of the spellings in use; see import-dates.test.ts for the list. */
export function readDate(cell: ImportCell | undefined): DateReading {
  const text = cellContent(cell);
  if (cell === undefined || text === '') return BLANK;
  if (typeof cell === 'string') {
    return commonSpelling(text) ?? fromText(text);
  }
  if (cell.kind === 'day') return cell.day >= LONG_TERM_FROM ? LONG_TERM : { kind: 'day', day: cell.day };
  if (cell.kind === 'number') {
    if (cell.value >= SERIAL_MIN && cell.value <= SERIAL_MAX) return fromSerial(cell.value);
    return fromText(String(cell.value));
  }
  return { kind: 'fault', text: `“${text}”不是日期` };
}
