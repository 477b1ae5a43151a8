/** What confirmations and class standards have in common: rows with a paper, in force from a day and perhaps to one. */
import type { OfficePaper } from '#law/law-book.ts';
import { addDays, formatChineseShort, type PlainDate, parsePlainDate } from '../../plain-date.ts';
import { type Refusal, refuse } from '../../refusal.ts';

interface Row {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly paper: OfficePaper;
}

/** Refuses a paper without a title, an office or an existing day, or one issued after the day it is to hold from. */
export function checkPaper(paper: OfficePaper, effectiveOn: PlainDate): Refusal | null {
  const fault = (field: string, text: string) =>
    refuse('invalid', 'paper-incomplete', `${text}。`, { fields: [{ field: `content.paper.${field}`, text }] });
  if (paper.title.trim().length < 4) return fault('title', '请写明文件标题');
  if (paper.office.trim().length < 3) return fault('office', '请写明出具文件的单位');
  if (parsePlainDate(paper.issuedOn) === undefined) return fault('issuedOn', '请写明文件日期，如 2026-11-23');
  if (paper.issuedOn > effectiveOn) return fault('issuedOn', '文件日期不能晚于生效日');
  return null;
}

/**
 * Whether a row may begin on a day beside those there are: never on or before one that stands (overlap), never later than the day
 * after one that ended (gap). The last row without an end is closed by the next.
 */
export function checkSpan(
  rows: readonly Row[],
  from: PlainDate,
  until: PlainDate | null,
  what: string,
): Refusal | null {
  if (until !== null && (parsePlainDate(until) === undefined || until < from))
    return refuse('invalid', 'span-reversed', '终止日应当是生效日或者以后的日期。', {
      fields: [{ field: 'content.until', text: '不能早于生效日' }],
    });
  const last = rows.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
  if (!last) return null;
  if (from <= last.from)
    return refuse(
      'conflict',
      'span-overlap',
      `${what}已有一项自${formatChineseShort(last.from)}起有效，生效日与它重叠；请选择更晚的生效日。`,
      {
        fields: [{ field: 'effectiveOn', text: `必须晚于${formatChineseShort(last.from)}` }],
      },
    );
  if (last.to === null || from <= addDays(last.to, 1)) return null;
  return refuse(
    'conflict',
    'span-gap',
    `${what}前一项到${formatChineseShort(last.to)}为止，${formatChineseShort(addDays(last.to, 1))}至${formatChineseShort(addDays(from, -1))}之间没有规定；请从${formatChineseShort(addDays(last.to, 1))}起生效。`,
    { fields: [{ field: 'effectiveOn', text: `应为${formatChineseShort(addDays(last.to, 1))}` }] },
  );
}

/** 2026年12月1日起至2027年12月31日 */
export function saySpan(from: PlainDate, to: PlainDate | null): string {
  return `${formatChineseShort(from)}起${to === null ? '' : `至${formatChineseShort(to)}`}`;
}
