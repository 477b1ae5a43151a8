import { addDays, type PlainDate, parsePlainDate, plainDate } from './plain-date.ts';

/** What was found in the text of a notice; what was not found is null or empty, for a person to fill in. */
export interface HolidayNotice {
  readonly year: number | null;
  readonly title: string | null;
  readonly number: string | null;
  readonly issuedOn: PlainDate | null;
  readonly festivals: readonly { readonly name: string; readonly days: readonly PlainDate[] }[];
  readonly makeupWorkdays: readonly PlainDate[];
}

const SECTION =
  /[一二三四五六七八九十]、([^：:，。]{2,12})[：:](.*?)(?=[一二三四五六七八九十]、[^：:，。]{2,12}[：:]|节假日期间|$)/g;
/** A day or a run of days, and further on the word that says what is done on them. */
const SPAN =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?(?=[^放补上]*(放假|补休|上班))/g;

/**
 * Reads the text of the yearly notice (国务院办公厅关于…年部分节假日安排的通知) as it is published, so that nobody has to type thirty dates.
 * A reader checks the result: a notice that only changes one festival has no headings and gives none.
 */
export function readHolidayNotice(text: string): HolidayNotice {
  const plain = text.replace(/\s+/g, '').replace(/（[^）]*）|\([^)]*\)/g, '');
  const heading = /关于(\d{4})年部分节假日安排的通知/.exec(plain);
  const year = heading ? Number(heading[1]) : null;
  const festivals: { name: string; days: PlainDate[] }[] = [];
  const makeupWorkdays: PlainDate[] = [];
  for (const [, name, body] of year === null ? [] : plain.matchAll(SECTION)) {
    const rest: PlainDate[] = [];
    for (const sentence of body!.split(/[。；;]/))
      for (const match of sentence.matchAll(SPAN))
        (match[7] === '上班' ? makeupWorkdays : rest).push(...daysOf(match, year!));
    if (rest.length > 0) festivals.push({ name: name!, days: rest });
  }
  return {
    year,
    title: heading ? `国务院办公厅${heading[0]}` : null,
    number: /国办发明电〔\d{4}〕\d+号/.exec(plain)?.[0] ?? null,
    issuedOn: issueDay(plain),
    festivals,
    makeupWorkdays: makeupWorkdays.sort(),
  };
}

function daysOf(match: RegExpMatchArray, year: number): PlainDate[] {
  const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
  const from = dayOf(fromYear ?? String(year), fromMonth!, fromDay!);
  const to = toDay ? dayOf(toYear ?? fromYear ?? String(year), toMonth ?? fromMonth!, toDay) : from;
  if (!from || !to || to < from || to > addDays(from, 31)) return [];
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function dayOf(year: string, month: string, day: string): PlainDate | undefined {
  return parsePlainDate(plainDate(Number(year), Number(month), Number(day)));
}

/** The date below the text, behind the name of the office. */
function issueDay(plain: string): PlainDate | null {
  const last = [...plain.matchAll(/国务院办公厅(\d{4})年(\d{1,2})月(\d{1,2})日/g)].at(-1);
  return (last && dayOf(last[1]!, last[2]!, last[3]!)) ?? null;
}
