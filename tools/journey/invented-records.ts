import { addDays, addMonths, type PlainDate } from '#domain/plain-date.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { organCode } from '../../samples/organs.ts';
import { addedColumns, type PenaltySample, penaltySheet } from '../../samples/sample-rows.ts';
import type { HandedFile } from './person.ts';
import { type Listing, listings, penalties, type RunRecord } from './told-records.ts';

/** Two import files with fresh records, so that the road can be walked again on the same data. */
export interface InventedRecords {
  readonly docNumbers: Readonly<Record<RunRecord, string>>;
  readonly files: readonly HandedFile[];
  readonly rows: number;
}

const { restaurant } = demoSubjects;
const category = '法人及非法人组织';

/** Invents the records of a run; `run` is a number no other run has, `today` the platform's day. */
export function inventRecords(run: string, today: PlainDate): InventedRecords {
  const found = (months: number) => addMonths(today, -months);
  const year = (months: number) => found(months).slice(0, 4);
  const lists = listings(run, year);
  const fines = penalties().map((one): PenaltySample & { of: RunRecord } => ({
    of: one.of,
    name: restaurant.name,
    category,
    identifier: restaurant.identifier,
    legalRep: '示例甲',
    docNumber: `${one.word}〔${year(one.months)}〕${run}${one.serial}号`,
    act: one.act,
    actFacts: `${one.act}，责令改正后已改正。`,
    basis: one.basis,
    kinds: '罚款',
    content: '处罚款20000元。',
    fine: '2',
    findingDate: found(one.months),
    publishedDate: addDays(found(one.months), 5),
    procedure: '普通程序',
    performed: '是',
    correctionDate: addDays(found(one.months), 15),
    organ: one.organ,
    ...one.extra,
  }));
  const all = [...lists, ...fines];
  return {
    docNumbers: Object.fromEntries(all.map((one) => [one.of, one.docNumber])) as Record<RunRecord, string>,
    files: [
      file(`演练名单-${run}.csv`, [listHead, ...lists.map((one) => listCells(one, found(one.months)))]),
      file(`演练处罚-${run}.csv`, [penaltyHead, ...fines.map(penaltyCells)]),
    ],
    rows: all.length,
  };
}

const listHead = [
  '名单类型',
  '主体名称',
  '主体类别',
  '统一社会信用代码',
  '法定代表人',
  '列入决定文书号',
  '列入原因',
  '列入依据',
  '列入日期',
  '公示日期',
  '列入机关',
  '列入机关统一社会信用代码',
  '是否履行完毕',
  '纠正日期',
];

function listCells(one: Listing, found: PlainDate): string[] {
  const { name, identifier, legalRep } = one.subject ?? restaurant;
  const who = [one.matter, name, category, identifier, legalRep ?? ''];
  const what = [one.docNumber, one.act, one.basis, found, addDays(found, 10), one.organ, organCode(one.organ)];
  return [...who, ...what, one.performed ?? '是', addDays(found, 60)];
}

const penaltyHead = [...penaltySheet.map(([code]) => code), ...addedColumns.map(([heading]) => heading)];

const penaltyCells = (row: PenaltySample): string[] => [
  ...penaltySheet.map(([, , cell]) => cell(row, organCode(row.organ))),
  ...addedColumns.map(([, cell]) => cell(row)),
];

function file(name: string, rows: readonly (readonly string[])[]): HandedFile {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return { name, type: 'text/csv', content: Buffer.from(`\uFEFF${text}`, 'utf8') };
}
