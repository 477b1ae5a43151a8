/**
 * Makes the files below samples/ as users would have them. Contents depend on nothing but this code.
 *   node tools/make-samples.ts                                      all samples
 *   node tools/make-samples.ts --rows 100000 --out /tmp/large.csv   one large file (.csv or .xlsx), not for committing
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ExcelJS from 'exceljs';
import { demoListings } from '../samples/demo-listings.ts';
import { demoPenalties } from '../samples/demo-penalties.ts';
import { faultyRows } from '../samples/faulty-rows.ts';
import {
  inventedOverloading,
  inventedPenalty,
  inventedPersonPenalty,
  largeFile,
  seeded,
} from '../samples/invented-rows.ts';
import { organCode } from '../samples/organs.ts';
import { sampleReadme } from '../samples/sample-readme.ts';
import { type ListSample, type PenaltySample, penaltySheet } from '../samples/sample-rows.ts';
import { addSheet, csv, listRows, penaltyRows, workbook, workbookBytes } from '../samples/sample-sheets.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');
/** The natural-person sheet has no codes and no legal representative. */
const PERSON_COLUMNS = penaltySheet
  .map(([code]) => code)
  .filter((code) => !/^CF_(XDR_(LB|SHXYM|GSZC|ZZJG|SWDJ|SYDW|SHZZ)|FR)/.test(code));

async function penaltiesTwoSheets(): Promise<void> {
  const random = seeded(1);
  const invented = Array.from({ length: 24 }, (_, index) => inventedPenalty(index, random));
  const persons = Array.from({ length: 6 }, (_, index) => inventedPersonPenalty(index + 1, random));
  const book = workbook();
  const legal = [...demoPenalties.filter((row) => row.category !== '自然人'), ...invented];
  addSheet(book, '法人行政处罚信息', '行政处罚信息（法人、非法人组织和个体工商户）', penaltyRows(legal));
  const natural = [...demoPenalties.filter((row) => row.category === '自然人'), ...persons];
  addSheet(book, '自然人行政处罚信息', '行政处罚信息（自然人）', penaltyRows(natural, PERSON_COLUMNS));
  book.addWorksheet('填报说明').addRow(['带 * 的为必填项；金额单位为万元；个体工商户填在法人表。']);
  await writeFile(join(SAMPLES, 'penalties-two-sheets.xlsx'), await workbookBytes(book));
}

/** Dates in the spellings of different systems, one after the other. */
function spell(date: string, index: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const spellings = [
    `${year}/${month}/${day}`,
    date,
    `${year}.${month}.${day}`,
    date.replaceAll('-', ''),
    `${year}年${month}月${day}日`,
    `${date} 00:00:00`,
  ];
  return spellings[index % spellings.length] ?? date;
}

async function penaltiesCfCodes(): Promise<void> {
  const random = seeded(2);
  const rows = Array.from({ length: 20 }, (_, index) => inventedPenalty(index + 100, random));
  const cells = rows.map((row, index) =>
    penaltySheet.map(([code, , cell]) =>
      code === 'CF_JDRQ' ? spell(row.findingDate, index) : cell(row, organCode(row.organ)),
    ),
  );
  const text = csv([penaltySheet.map(([code]) => code), ...cells]);
  await writeFile(join(SAMPLES, 'penalties-cf-codes.csv'), `\ufeff${text}`);
}

const OLDER: readonly (readonly [string, (row: PenaltySample) => string])[] = [
  ['CF_WSH', (row) => row.docNumber.replace('〔', '[').replace('〕', ']')],
  ['CF_CFMC', (row) => `${row.name}${row.act}案`],
  ['CF_CFLB1', (row) => row.kinds],
  ['CF_CFLB2', () => ''],
  ['CF_SY', (row) => row.actFacts],
  ['CF_YJ', (row) => row.basis],
  ['CF_XDR_MC', (row) => row.name],
  ['CF_XDR_SHXYM', (row) => row.identifier],
  ['CF_XDR_ZDM', () => ''],
  ['CF_XDR_GSDJ', () => ''],
  ['CF_XDR_SWDJ', () => ''],
  ['CF_XDR_SFZ', () => ''],
  ['CF_FR', (row) => row.legalRep ?? ''],
  ['CF_JG', (row) => row.content],
  ['CF_JDRQ', (row) => row.findingDate.replaceAll('-', '/')],
  ['CF_XZJG', (row) => row.organ],
  ['CF_ZT', () => '0'],
  ['DFBM', () => '360100'],
  ['SJC', (row) => row.findingDate],
  ['BZ', () => ''],
];

/** GB18030 has no encoder in the runtime; every machine that makes samples has iconv. */
function gb18030(text: string): Buffer {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text });
}

async function penaltiesOldHeader(): Promise<void> {
  const random = seeded(3);
  const rows = Array.from({ length: 10 }, (_, index) => inventedPenalty(index + 200, random));
  const text = csv([OLDER.map(([code]) => code), ...rows.map((row) => OLDER.map(([, cell]) => cell(row)))]);
  await writeFile(join(SAMPLES, 'penalties-old-header-gb18030.csv'), gb18030(text));
}

async function listsAllMatters(): Promise<void> {
  const is = (word: string) => (row: ListSample) => row.matter.includes(word);
  const book = workbook();
  const abnormal = demoListings.filter(is('经营异常'));
  const judgment = demoListings.filter(is('被执行人'));
  const serious = demoListings.filter((row) => !abnormal.includes(row) && !judgment.includes(row));
  addSheet(
    book,
    '经营异常名录',
    '经营异常名录信息',
    listRows(abnormal, { 列入原因: '列入经营异常名录原因', 列入机关: '列入决定机关名称' }),
  );
  addSheet(book, '严重失信主体名单', '严重失信主体名单信息', listRows(serious, { 列入机关: '认定单位' }));
  const court = {
    主体名称: '被执行人姓名/名称',
    列入决定文书号: '案号',
    列入原因: '失信被执行人行为具体情形',
    列入日期: '立案时间',
    公示日期: '发布时间',
    列入机关: '执行法院',
    是否履行完毕: '被执行人的履行情况',
  };
  addSheet(book, '失信被执行人', '失信被执行人名单信息', listRows(judgment, court));
  await writeFile(join(SAMPLES, 'lists-all-matters.xlsx'), await workbookBytes(book));
}

async function listOverloading(): Promise<void> {
  const random = seeded(4);
  const rows = Array.from({ length: 8 }, (_, index) => inventedOverloading(index + 1, random));
  const cells = listRows(rows, {}).map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))),
  );
  await writeFile(join(SAMPLES, 'list-overloading.csv'), `\ufeff${csv(cells, ';')}`);
}

async function withErrors(): Promise<void> {
  const random = seeded(5);
  const sound = faultyRows.map((_, index) => ({ ...inventedPenalty(index * 7 + 301, random), kinds: '罚款' }));
  const rows = faultyRows.map((faulty, index) => ({ ...(sound[index] as PenaltySample), ...faulty.change }));
  const cells = penaltyRows(rows);
  const codeAt = penaltySheet.findIndex(([code]) => code === 'CF_CFJGDM');
  const dateAt = penaltySheet.findIndex(([code]) => code === 'CF_JDRQ');
  for (const [index, faulty] of faultyRows.entries()) {
    const row = cells[index + 1];
    if (!row) continue;
    if (faulty.organCode !== undefined) row[codeAt] = faulty.organCode;
    // A day that does not exist can only stand there as text.
    if (faulty.change.findingDate !== undefined) row[dateAt] = faulty.change.findingDate;
  }
  const book = workbook();
  addSheet(book, '法人行政处罚信息', '行政处罚信息（有意放入错误，用于练习）', cells);
  await writeFile(join(SAMPLES, 'with-errors.xlsx'), await workbookBytes(book));
}

async function writeLarge(rows: number, out: string): Promise<void> {
  if (out.endsWith('.xlsx')) {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: out, useSharedStrings: true, useStyles: true });
    const sheet = book.addWorksheet('法人行政处罚信息');
    for (const cells of largeFile(rows, organCode)) sheet.addRow(cells).commit();
    sheet.commit();
    await book.commit();
    return;
  }
  const stream = createWriteStream(out);
  stream.write('\ufeff');
  for (const cells of largeFile(rows, organCode)) if (!stream.write(csv([cells]))) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

const { values } = parseArgs({ options: { rows: { type: 'string' }, out: { type: 'string' } } });
if (values.rows !== undefined) {
  await writeLarge(Number(values.rows), values.out ?? 'large.csv');
} else {
  for (const make of [
    penaltiesTwoSheets,
    penaltiesCfCodes,
    penaltiesOldHeader,
    listsAllMatters,
    listOverloading,
    withErrors,
  ])
    await make();
  const readme = join(SAMPLES, 'README.md');
  await writeFile(readme, sampleReadme());
  // The check of formats looks at Markdown too.
  execFileSync(join(SAMPLES, '../node_modules/.bin/biome'), ['format', '--write', readme], { stdio: 'ignore' });
}
