import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  downloadImportReport,
  getImport,
  type ImportView,
  listImportRows,
  listImports,
  startImport,
} from '#contract/imports.ts';
import { inventRecords } from './invented-records.ts';
import type { HandedFile, Person } from './person.ts';
import { officerOf, type Road } from './road.ts';
import { check, need, type Step, until } from './steps.ts';

const samples = join(import.meta.dirname, '../../samples');
const sampleFiles = [
  'penalties-two-sheets.xlsx',
  'penalties-cf-codes.csv',
  'penalties-old-header-gb18030.csv',
  'lists-all-matters.xlsx',
  'list-overloading.csv',
];
const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

async function sample(name: string): Promise<HandedFile> {
  return { name, type: types[name.split('.').at(-1)!]!, content: await readFile(join(samples, name)) };
}

/** Uploads a file and waits for its report. */
export async function importFile(operator: Person, file: HandedFile): Promise<ImportView> {
  const { importId } = await operator.upload(startImport, {}, file);
  const done = await until(`${file.name} 还没有导入完`, 60, async () => {
    const now = await operator.ask(getImport, { params: { importId } });
    return now.state === 'done' || now.state === 'failed' ? now : undefined;
  });
  check(done.state === 'done', `${file.name} 没有导入：${done.failure?.text}`);
  check(
    done.rowsRead === done.accepted + done.updated + done.duplicate + done.rejected,
    `${file.name} 的各项之和不等于行数`,
  );
  return done;
}

const counts = (one: ImportView) =>
  `${one.fileName}：${one.rowsRead} 行，导入 ${one.accepted}、更新 ${one.updated}、重复 ${one.duplicate}、不导入 ${one.rejected}`;

/** The report that samples/README.md promises for with-errors.xlsx: row, outcome, column. */
async function promisedReport(): Promise<Map<number, { rejected: boolean; field: string }>> {
  const text = await readFile(join(samples, 'README.md'), 'utf8');
  const rows = [...text.matchAll(/^\| (\d+)\s*\|[^|]*\|\s*([^|]+?)\s*\|\s*([^|]*?)\s*\|/gm)];
  return new Map(
    rows.map(([, row, outcome, field]) => [Number(row), { rejected: outcome === '不导入', field: field! }]),
  );
}

/** Files of records come in: samples as users have them, one with errors, and this run's own. */
export function importRecords(road: Road): Step[] {
  return [
    [
      '导入样例文件；同一文件再导一次，什么都不变',
      async (note) => {
        const operator = await officerOf(road, 'operator');
        road.operator = operator;
        for (const name of sampleFiles) {
          const file = await sample(name);
          const first = await importFile(operator, file);
          check(first.rowsRead > 0 && first.rejected === 0, counts(first));
          const again = await importFile(operator, file);
          check(again.duplicate === again.rowsRead, `第二次不全是重复：${counts(again)}`);
          note(`${counts(first)}；再导一次：全部 ${again.duplicate} 行重复`);
        }
      },
    ],
    [
      '有错的文件：好的行进去，错的行逐行说明',
      async (note) => {
        const operator = need(road.operator, '运维人员的登录');
        const view = await importFile(operator, await sample('with-errors.xlsx'));
        const promised = await promisedReport();
        const { rows } = await operator.ask(listImportRows, {
          params: { importId: view.importId },
          query: { outcome: 'rejected' },
        });
        const expected = [...promised].filter(([, one]) => one.rejected).map(([row]) => row);
        const found = rows.map((row) => row.rowNo).sort((a, b) => a - b);
        check(found.join() === expected.join(), `不导入的行是 ${found.join()}，样例说明写的是 ${expected.join()}`);
        for (const row of rows) {
          const { field } = promised.get(row.rowNo)!;
          check(
            row.faults.some((one) => one.field.replace(/\s/g, '').startsWith(field.slice(0, 4))),
            `第 ${row.rowNo} 行没有指出“${field}”`,
          );
        }
        const report = await operator.download(downloadImportReport, { params: { importId: view.importId } });
        check(report.type.startsWith('text/csv'), `报告的类型是 ${report.type}`);
        note(counts(view));
        note(`例：第 ${rows[0]!.rowNo} 行 ${rows[0]!.faults.map((one) => `${one.field}：${one.text}`).join('；')}`);
        note(`逐行报告 CSV ${report.content.length} 字节`);
      },
    ],
    [
      '不是表格的文件被拒绝',
      async (note) => {
        const operator = need(road.operator, '运维人员的登录');
        const content = Buffer.from('%PDF-1.4 not a table');
        const said = await operator.upload(startImport, {}, { name: '处罚.xlsx', type: types.xlsx!, content }).then(
          () => undefined,
          (fault: Error) => fault.message,
        );
        check(said?.includes('答复 400'), said ?? '一个 PDF 冒充的表格被收下了');
        note((said ?? '').split('：').slice(1).join('：'));
      },
    ],
    [
      '为这一次演练导入新的失信信息',
      async (note) => {
        const operator = need(road.operator, '运维人员的登录');
        const invented = inventRecords(road.run, need(road.today, '今天的日期'));
        for (const file of invented.files) {
          const view = await importFile(operator, file);
          check(view.accepted === view.rowsRead, `应当全部导入：${counts(view)}`);
          note(counts(view));
        }
        const { imports } = await operator.ask(listImports, {});
        check(
          invented.files.every((one) => imports.some((batch) => batch.fileName === one.name)),
          '导入批次的列表里没有这一次',
        );
        road.invented = invented;
      },
    ],
  ];
}
