import type { AmountUnit } from './import-amounts.ts';
import { cellText, type ImportCell } from './import-cell.ts';
import type { ImportColumn, ImportTemplate } from './import-column-names.ts';
import { columnOfHeading, labelOfColumn, unitOfHeading } from './import-columns.ts';

/** A row near the top of a sheet, as a reader hands it on. */
export interface ImportRow {
  readonly rowNo: number;
  readonly cells: readonly ImportCell[];
}

/** Where each column of a sheet stands and how the sheet calls it. */
export interface HeaderMap {
  readonly template: ImportTemplate;
  readonly at: Readonly<Partial<Record<ImportColumn, number>>>;
  /** The sheet's own heading of each column, used as the field of a message. */
  readonly headings: Readonly<Partial<Record<ImportColumn, string>>>;
  readonly units: Readonly<{ fine: AmountUnit; confiscation: AmountUnit }>;
  /** Headings the template does not know. The list template keeps their cells, the penalty template ignores them. */
  readonly others: readonly { readonly heading: string; readonly index: number }[];
  /** The 2015–2017 columns, which lack the organ's code and the category of the subject. */
  readonly older: boolean;
  /** Row numbers of the heading (a code row and a Chinese row may both be there); data begins below the last. */
  readonly rowNos: readonly number[];
}

/** What looking for a heading came to. Texts are Chinese sentences. */
export type HeaderReading =
  | { readonly kind: 'found'; readonly header: HeaderMap }
  | { readonly kind: 'duplicate'; readonly text: string }
  | {
      readonly kind: 'missing';
      readonly template: ImportTemplate;
      readonly labels: readonly string[];
      readonly recognised: number;
    }
  | { readonly kind: 'none' };

/** The spreadsheet's letter of a column: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

interface Candidate {
  readonly columns: ReadonlyMap<number, ImportColumn>;
  readonly distinct: number;
}

function candidate(template: ImportTemplate, row: ImportRow): Candidate {
  const columns = new Map<number, ImportColumn>();
  for (const [index, cell] of row.cells.entries()) {
    const column = columnOfHeading(template, cellText(cell));
    if (column !== undefined) columns.set(index, column);
  }
  return { columns, distinct: new Set(columns.values()).size };
}

/** Fewer recognised headings than this may be a coincidence of words in a title or in data. */
const ENOUGH = 3;

interface Best {
  readonly template: ImportTemplate;
  readonly position: number;
  readonly score: number;
}

/** The row and template with most headings recognised; the earlier row, and the penalty template, win a tie. */
function bestOf(rows: readonly ImportRow[]): Best | undefined {
  let best: Best | undefined;
  for (const template of ['penalty', 'list'] as const)
    for (const [position, row] of rows.entries()) {
      const score = candidate(template, row).distinct;
      if (score >= ENOUGH && (best === undefined || score > best.score)) best = { template, position, score };
    }
  return best;
}

/** The rows that together form the heading: the best one and a neighbour that also reads as one (codes beside Chinese). */
function headingRows(rows: readonly ImportRow[], best: Best): readonly ImportRow[] {
  const chosen = rows[best.position];
  if (!chosen) return [];
  const reads = (row: ImportRow | undefined) =>
    row !== undefined && candidate(best.template, row).distinct >= Math.max(ENOUGH, best.score / 2);
  const above = rows[best.position - 1];
  const below = rows[best.position + 1];
  if (above && reads(above)) return [above, chosen];
  return below && reads(below) ? [chosen, below] : [chosen];
}

/**
 * Columns of which a sheet may have only one, whatever the spelling. Of the others a second spelling (负责人 beside
 * 法定代表人) is kept as an unknown heading: refusing the file for it would help nobody.
 */
const SINGLE: ReadonlySet<ImportColumn> = new Set([
  'name',
  'uscc',
  'idNo',
  'docNumber',
  'penaltyKinds',
  'fine',
  'confiscation',
  'findingDate',
  'publishedDate',
  'organName',
  'organCode',
  'matter',
]);

interface Placed {
  readonly at: Partial<Record<ImportColumn, number>>;
  readonly headings: Partial<Record<ImportColumn, string>>;
  readonly others: { heading: string; index: number }[];
  duplicate: string | undefined;
}

/** The heading of a column: of a code and a Chinese spelling the Chinese one, which people read. */
function headingAt(rows: readonly ImportRow[], index: number): string {
  const texts = rows.map((row) => cellText(row.cells[index])).filter((text) => text !== '');
  const text = texts.find((one) => /[一-鿿]/.test(one)) ?? texts[0] ?? '';
  return text.replace(/\s+|[*＊※]|[（(]必填[)）]/g, '');
}

function duplicateText(heading: string, index: number, earlier: string, earlierIndex: number): string {
  return `${columnLetter(earlierIndex)}列“${earlier}”与${columnLetter(index)}列“${heading}”是同一项，请删去一列后再导入`;
}

function place(template: ImportTemplate, rows: readonly ImportRow[]): Placed {
  const placed: Placed = { at: {}, headings: {}, others: [], duplicate: undefined };
  const width = Math.max(...rows.map((row) => row.cells.length));
  const unknown = new Map<string, number>();
  for (let index = 0; index < width; index++) {
    const heading = headingAt(rows, index);
    if (heading === '') continue;
    const readings = rows.map((row) => columnOfHeading(template, cellText(row.cells[index])));
    const column = readings.find((reading) => reading !== undefined);
    const earlier = column === undefined ? unknown.get(heading) : placed.at[column];
    const same = earlier !== undefined && headingAt(rows, earlier) === heading;
    if (earlier !== undefined && column !== undefined && !same && !SINGLE.has(column)) {
      placed.others.push({ heading, index });
    } else if (earlier !== undefined)
      placed.duplicate ??= duplicateText(heading, index, headingAt(rows, earlier), earlier);
    else if (readings.some((reading) => reading !== undefined && reading !== column))
      placed.duplicate ??= `${columnLetter(index)}列的代码行与中文标题不一致：${rows.map((row) => `“${cellText(row.cells[index])}”`).join('、')}`;
    else if (column === undefined) {
      unknown.set(heading, index);
      placed.others.push({ heading, index });
    } else {
      placed.at[column] = index;
      placed.headings[column] = heading;
    }
  }
  return placed;
}

/** The heading row of the 2015–2017 generation by columns that only it has. */
function isOlder(rows: readonly ImportRow[]): boolean {
  const old =
    /^(CF_XZJG|CF_CFMC|CF_CFLB1|CF_JG|CF_XDR_ZDM|CF_XDR_GSDJ|CF_XDR_SFZ|处罚结果|处罚名称|工商登记码|处罚类别1)$/i;
  return rows.some((row) => row.cells.filter((cell) => old.test(cellText(cell).replace(/\s/g, ''))).length >= 2);
}

/** Labels of what law and routing cannot do without and the sheet has no column for. */
function missingLabels(template: ImportTemplate, at: HeaderMap['at'], older: boolean, matterKnown: boolean): string[] {
  const needed: ImportColumn[] =
    template === 'penalty' ? ['name', 'docNumber', 'findingDate', 'organName'] : ['name', 'findingDate', 'organName'];
  if (template === 'penalty' && !older) needed.push('penaltyKinds', 'organCode');
  if (template === 'penalty' && older && at.penaltyKinds === undefined) needed.push('penaltyKinds');
  if (template === 'list' && !matterKnown) needed.push('matter');
  const labels = needed.filter((column) => at[column] === undefined).map((column) => labelOfColumn(template, column));
  const identifiers: ImportColumn[] = ['uscc', 'regNo', 'orgCode', 'taxNo', 'institutionNo', 'associationNo', 'idNo'];
  if (identifiers.every((column) => at[column] === undefined)) labels.push('统一社会信用代码（自然人为证件号码）');
  const described: ImportColumn[] = ['act', 'actFacts', 'content', 'penaltyName'];
  if (described.every((column) => at[column] === undefined))
    labels.push(template === 'penalty' ? '违法事实（或违法行为类型、处罚内容）' : '列入原因');
  return labels;
}

/**
 * Finds the heading among the first rows of a sheet: in row 1 or below a title, codes, Chinese, or both in two rows.
 * `matterKnown` says that the upload itself named the matter, so that the list template needs no column for it.
 */
export function readHeader(rows: readonly ImportRow[], matterKnown = false): HeaderReading {
  const best = bestOf(rows);
  if (best === undefined) return { kind: 'none' };
  const heading = headingRows(rows, best);
  const placed = place(best.template, heading);
  if (placed.duplicate !== undefined) return { kind: 'duplicate', text: placed.duplicate };
  const older = best.template === 'penalty' && isOlder(heading);
  const labels = missingLabels(best.template, placed.at, older, matterKnown);
  if (labels.length > 0) return { kind: 'missing', template: best.template, labels, recognised: best.score };
  const units = {
    fine: unitOfHeading(placed.headings.fine ?? ''),
    confiscation: unitOfHeading(placed.headings.confiscation ?? ''),
  };
  return {
    kind: 'found',
    header: {
      template: best.template,
      at: placed.at,
      headings: placed.headings,
      units,
      others: placed.others,
      older,
      rowNos: heading.map((row) => row.rowNo),
    },
  };
}
