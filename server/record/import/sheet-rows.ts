import type { ImportCell } from '#domain/record/import-cell.ts';
import { dayOfSerial } from '#domain/record/import-dates.ts';
import type { ImportRow } from '#domain/record/import-header.ts';
import { isBlankRow } from '#domain/record/import-row.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { attribute, type XmlEvents } from './xml-scanner.ts';

/** Cells further right are not read: no template has as many columns, and each would cost memory in every row. */
const MOST_COLUMNS = 300;

/** Column number of a reference such as `AB12` → 27; -1 where there is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 3; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

interface OpenCell {
  column: number;
  type: string | undefined;
  style: number;
  value: string;
  formula: boolean;
}

function numberCell(cell: OpenCell, parts: WorkbookParts): ImportCell {
  const value = Number(cell.value);
  if (!Number.isFinite(value)) return cell.value;
  const day = parts.dayStyles[cell.style] ? dayOfSerial(value, parts.date1904) : undefined;
  return day === undefined ? { kind: 'number', value, text: cell.value } : { kind: 'day', day, text: day };
}

/** The value of a finished cell. A formula is marked as one whatever result is stored with it. */
function finish(cell: OpenCell, parts: WorkbookParts): ImportCell {
  if (cell.formula) return { kind: 'formula', text: cell.value };
  if (cell.value === '') return '';
  if (cell.type === 's') return parts.sharedStrings[Number(cell.value)] ?? '';
  if (cell.type === 'e') return { kind: 'error', text: cell.value };
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : 'FALSE';
  if (cell.type === undefined || cell.type === 'n') return numberCell(cell, parts);
  return cell.value;
}

/** Turns the XML of a sheet into rows; `take` gives those complete so far and forgets them. */
export function createSheetReader(parts: WorkbookParts): { readonly events: XmlEvents; take(): ImportRow[] } {
  let done: ImportRow[] = [];
  let rowNo = 0;
  let cells: ImportCell[] = [];
  let cell: OpenCell | undefined;
  let reads = false;

  /** The attributes r, s and t in one pass: a large sheet has millions of cells, and everything else is ignored. */
  function openCell(attributes: string): OpenCell {
    const opened: OpenCell = { column: cells.length, type: undefined, style: -1, value: '', formula: false };
    let end = 0;
    for (let equals = attributes.indexOf('='); equals > 0; equals = attributes.indexOf('=', end + 1)) {
      end = attributes.indexOf(attributes[equals + 1] === "'" ? "'" : '"', equals + 2);
      if (end < 0) break;
      if (attributes.charCodeAt(equals - 2) > 0x20) continue;
      const value = attributes.slice(equals + 2, end);
      const name = attributes[equals - 1];
      if (name === 'r') opened.column = Math.max(0, columnOf(value));
      else if (name === 's') opened.style = Number(value);
      else if (name === 't') opened.type = value;
    }
    return opened;
  }

  function closeCell(): void {
    if (cell && cell.column < MOST_COLUMNS) {
      while (cells.length < cell.column) cells.push('');
      cells[cell.column] = finish(cell, parts);
    }
    cell = undefined;
  }

  const events: XmlEvents = {
    open(name, attributes) {
      if (name === 'c') cell = openCell(attributes);
      else if (name === 'v' || name === 't') reads = cell !== undefined;
      else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'row') {
        rowNo = Number(attribute(attributes, 'r') ?? rowNo + 1);
        cells = [];
      } else if (name === 'rPh') reads = false;
    },
    text(text) {
      if (reads && cell) cell.value += text;
    },
    close(name) {
      if (name === 'c') closeCell();
      else if (name === 'v' || name === 't') reads = false;
      else if (name === 'row' && !isBlankRow(cells)) done.push({ rowNo, cells });
    },
  };

  return {
    events,
    take() {
      const rows = done;
      done = [];
      return rows;
    },
  };
}
