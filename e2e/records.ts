import { getImport, type ImportView, startImport } from '#contract/imports.ts';
import type { RecordView } from '#contract/record.ts';
import { addDays, addMonths } from '#domain/plain-date.ts';
import type { DemoSubject } from '../samples/demo-subjects.ts';
import { organCode } from '../samples/organs.ts';
import type { HandedFile, Person } from '../tools/journey/person.ts';
import { check, until } from '../tools/journey/steps.ts';
import { today } from './system.ts';

/** Hands in a file of records and waits until it has been read. */
export async function importFile(operator: Person, file: HandedFile): Promise<ImportView> {
  const { importId } = await operator.upload(startImport, {}, file);
  return until(`${file.name} 还没有导入完`, 60, async () => {
    const view = await operator.ask(getImport, { params: { importId } });
    check(view.state !== 'failed', `${file.name} 没有导入：${view.failure?.text}`);
    return view.state === 'done' ? view : undefined;
  });
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
] as const;

const kindWords = { organisation: '法人及非法人组织', 'sole-trader': '个体工商户', person: '自然人' } as const;

/** Listings, in the field of work safety where no other list is named, each long enough ago to be repaired today; one for each document number. */
export async function importListings(
  operator: Person,
  subject: DemoSubject,
  docNumbers: readonly string[],
  organ = '南昌市应急管理局',
  list = '安全生产严重失信主体名单',
): Promise<void> {
  const found = addMonths(today, -14);
  const rows = docNumbers.map((docNumber) => [
    list,
    subject.name,
    kindWords[subject.kind],
    subject.identifier,
    subject.legalRep ?? '',
    docNumber,
    '发生生产安全事故后瞒报',
    '《安全生产严重失信主体名单管理办法》',
    found,
    addDays(found, 10),
    organ,
    organCode(organ),
    '是',
    addDays(found, 60),
  ]);
  const text = [listHead, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
  const name = `名单-${docNumbers[0]!.replace(/[^0-9]/g, '')}.csv`;
  const view = await importFile(operator, { name, type: 'text/csv', content: Buffer.from(`\uFEFF${text}`, 'utf8') });
  check(view.accepted === docNumbers.length, `${name}：应导入 ${docNumbers.length} 条，实际 ${view.accepted} 条`);
}

/** The records with these document numbers, in their order. */
export function recordsWith(records: readonly RecordView[], docNumbers: readonly string[]): RecordView[] {
  return docNumbers.map((docNumber) => {
    const found = records.find((one) => one.docNumber === docNumber);
    check(found, `没有看到 ${docNumber}`);
    return found;
  });
}
