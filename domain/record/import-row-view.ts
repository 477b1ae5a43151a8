import { formatChineseShort, type PlainDate } from '../plain-date.ts';
import type { FieldFault } from '../refusal.ts';
import { cellContent, cellFault, type ImportCell } from './import-cell.ts';
import type { ImportColumn } from './import-column-names.ts';
import { labelOfColumn } from './import-columns.ts';
import { readDate } from './import-dates.ts';
import type { HeaderMap } from './import-header.ts';

/** What the upload says about all its rows. */
export interface ImportContext {
  /** The day of the import; later finding dates are faults. */
  readonly today: PlainDate;
  /** Whether cells come from a CSV file, where text that begins like a formula is refused. */
  readonly csv: boolean;
  /** A reason lets wrong check digits pass, with a warning, and is kept on the record. */
  readonly overrideCheckDigit?: string;
  /** Says that the penalties are (not) a market regulator's, where the organ's name does not show it. */
  readonly marketRegulator?: boolean;
  /** The matter of all rows, for lists without a column that names it. */
  readonly matterKey?: string;
  /** Lists set up after 附件3: key by name, as the catalogue has them. */
  readonly laterLists?: ReadonlyMap<string, string>;
}

/** A row while it is read: cells by column, faults and warnings gathered so that one report names them all. */
export interface RowView {
  readonly header: HeaderMap;
  readonly cells: readonly ImportCell[];
  readonly context: ImportContext;
  readonly faults: FieldFault[];
  readonly warnings: FieldFault[];
  /** Set when a wrong check digit was let through with the upload's reason. */
  overrodeCheckDigit: boolean;
}

/** How the file calls a column, or the template's label where the file lacks it. */
export function fieldOf(view: RowView, column: ImportColumn): string {
  return view.header.headings[column] ?? labelOfColumn(view.header.template, column);
}

/** Adds a fault: the row cannot go in. */
export function fault(view: RowView, column: ImportColumn, text: string): void {
  view.faults.push({ field: fieldOf(view, column), text });
}

/** Adds a warning: the row goes in, a person should look. */
export function warn(view: RowView, column: ImportColumn, text: string): void {
  view.warnings.push({ field: fieldOf(view, column), text });
}

/** Whether the sheet has the column at all. */
export function has(view: RowView, column: ImportColumn): boolean {
  return view.header.at[column] !== undefined;
}

/** The cell of a column, undefined where the sheet has none or its content may not be read (a fault is added then). */
export function cellOf(view: RowView, column: ImportColumn): ImportCell | undefined {
  const index = view.header.at[column];
  if (index === undefined) return undefined;
  const cell = view.cells[index];
  const text = cellFault(cell, view.context.csv);
  if (text === undefined) return cell;
  fault(view, column, text);
  return undefined;
}

/** The text of a column, '' where there is none. Longer than `longest` characters is a fault. */
export function textOf(view: RowView, column: ImportColumn, longest: number): string {
  const text = cellContent(cellOf(view, column));
  if (text.length > longest) fault(view, column, `超过 ${longest} 字（现有 ${text.length} 字）`);
  return text;
}

/** The text of a column that must be filled. */
export function neededText(view: RowView, column: ImportColumn, longest: number): string {
  const before = view.faults.length;
  const text = textOf(view, column, longest);
  if (text === '' && view.faults.length === before) fault(view, column, '必填，未填写');
  return text;
}

/** The date of a column: a day, 'long-term', or undefined where blank or unreadable (a fault is added then). */
export function dateOf(view: RowView, column: ImportColumn): PlainDate | 'long-term' | undefined {
  const reading = readDate(cellOf(view, column));
  if (reading.kind === 'fault') fault(view, column, reading.text);
  if (reading.kind === 'long-term') return 'long-term';
  if (reading.kind !== 'day') return undefined;
  if (reading.note !== undefined) warn(view, column, reading.note);
  return reading.day;
}

/** A day that may not lie in the future nor be “long term”. */
export function pastDayOf(view: RowView, column: ImportColumn): PlainDate | undefined {
  const day = dateOf(view, column);
  if (day === undefined) return undefined;
  if (day === 'long-term' || day > view.context.today) {
    fault(view, column, `日期晚于导入当日（${formatChineseShort(view.context.today)}），请核对`);
    return undefined;
  }
  return day;
}

/** The day of the finding document, which every record must have. */
export function findingDayOf(view: RowView): PlainDate | undefined {
  const before = view.faults.length;
  const day = pastDayOf(view, 'findingDate');
  if (day === undefined && view.faults.length === before) fault(view, 'findingDate', '必填，未填写');
  return day;
}
