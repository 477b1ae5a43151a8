import type { RecordField } from '#law/classes.ts';
import { cellContent, cellFault, plainText } from './import-cell.ts';
import type { ImportColumn } from './import-column-names.ts';
import type { ImportedFacts, ImportedPenalty } from './import-record.ts';
import { remembered } from './import-remembered.ts';
import { dateOf, type RowView, textOf, warn } from './import-row-view.ts';

const FIELDS: readonly (readonly [RegExp, RecordField])[] = [
  [/医疗器械/, 'medical-device'],
  [/化妆品/, 'cosmetics'],
  [/特种设备/, 'special-equipment'],
  [/工业产品/, 'key-industrial-product'],
  [/食品/, 'food'],
  [/药品|疫苗/, 'drug'],
  [/其他|其它/, 'other'],
];

const fieldOfText = remembered((text) => FIELDS.find(([word]) => word.test(text))?.[1] ?? null);

/** 领域; undefined where the file does not say. What it says but no name fits is `other`, with a warning. */
export function readField(view: RowView): RecordField | undefined {
  const text = textOf(view, 'field', 100);
  if (text === '') return undefined;
  const found = fieldOfText(text);
  if (found === null) warn(view, 'field', `“${text}”不在领域表中，已按“其他”导入`);
  return found ?? 'other';
}

/** 失信程度. 较重 of older city systems has no counterpart: the authority must say whether it is 一般 or 严重. */
export function readClass(view: RowView): ImportedFacts['class'] {
  const text = plainText(textOf(view, 'class', 100));
  if (text === '') return undefined;
  if (/较重/.test(text)) {
    warn(view, 'class', '“较重”是旧分级，须由认定单位改定为一般或严重；暂不分级导入');
    return undefined;
  }
  if (/轻微/.test(text)) return 'minor';
  if (/严重/.test(text)) return 'serious';
  if (/一般/.test(text)) return 'general';
  warn(view, 'class', `“${text}”不在失信程度表（轻微、一般、严重）中，暂不分级导入`);
  return undefined;
}

/** 处罚程序. */
export function readProcedure(view: RowView): ImportedFacts['procedure'] {
  const text = textOf(view, 'procedure', 100);
  if (text === '') return undefined;
  if (/简易|当场/.test(text)) return 'simple';
  if (/普通|一般|听证/.test(text)) return 'ordinary';
  warn(view, 'procedure', `“${text}”不是认得的程序（简易、普通），未导入`);
  return undefined;
}

/** 裁量档次: 减轻 and 从轻 count as lighter (总局令107号 art 7). */
export function readBracket(view: RowView): ImportedPenalty['bracket'] {
  const text = textOf(view, 'bracket', 100);
  if (text === '') return undefined;
  if (/从轻|减轻|较轻|轻微/.test(text)) return 'lighter';
  if (/从重|加重|较重|严重/.test(text)) return 'heavier';
  if (/一般|普通|适中/.test(text)) return 'ordinary';
  warn(view, 'bracket', `“${text}”不是认得的裁量档次（从轻、减轻、一般、从重），未导入`);
  return undefined;
}

/** 是否履行完毕: only a plain yes is true; partly done is false; null where the file does not say. */
export function readDutiesPerformed(view: RowView): boolean | null {
  const text = plainText(textOf(view, 'dutiesPerformed', 500));
  if (text === '') return null;
  if (/^(否|未|没有|部分|不|N$|NO$|0$|FALSE$|全部未|尚未|均未)/i.test(text) || /未履行/.test(text)) return false;
  if (/^(是|已|全部|完全|履行完毕|完成|Y$|YES$|1$|TRUE$)/i.test(text)) return true;
  warn(view, 'dutiesPerformed', `“${text}”看不出是否履行完毕，暂按未知导入`);
  return null;
}

/** A date that may be long-term, as an object member so that it can be left out. */
export function optionalDate<K extends 'validUntil' | 'publicUntil'>(view: RowView, column: K) {
  const date = dateOf(view, column);
  return (date === undefined ? {} : { [column]: date }) as { [key in K]?: string };
}

/** A text as an object member, left out where blank. */
export function optionalText<K extends string>(view: RowView, column: ImportColumn & K, longest: number) {
  const text = textOf(view, column, longest);
  return (text === '' ? {} : { [column]: text }) as { [key in K]?: string };
}

/** Cells under headings the template does not know and under its rarer ones, by the file's own heading, sorted so that moved columns change nothing. */
export function readExtra(
  view: RowView,
  columns: readonly ImportColumn[],
): Readonly<Record<string, string>> | undefined {
  const extra: Record<string, string> = {};
  for (const column of columns) {
    const text = textOf(view, column, 4000);
    const heading = view.header.headings[column];
    if (text !== '' && heading !== undefined) extra[heading] = text;
  }
  for (const { heading, index } of view.header.others) {
    const cell = view.cells[index];
    const reason = cellFault(cell, view.context.csv);
    const text = cellContent(cell);
    if (reason !== undefined) view.faults.push({ field: heading, text: reason });
    else if (text !== '' && !/^序号|^编号$/.test(heading)) extra[heading] = text.slice(0, 4000);
  }
  const headings = Object.keys(extra).sort();
  return headings.length === 0
    ? undefined
    : Object.fromEntries(headings.map((heading) => [heading, extra[heading] ?? '']));
}
