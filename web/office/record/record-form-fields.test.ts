import { describe, expect, test } from 'vitest';
import { columnSpellings } from '#domain/record/import-columns.ts';
import { readHeader } from '#domain/record/import-header.ts';
import { interpretRow } from '#domain/record/import-row.ts';
import { makeUscc } from '#domain/uscc.ts';
import { cellsOf, recordFields } from './record-form-fields.ts';

describe.each(['penalty', 'list'] as const)('the form of %s', (template) => {
  test('asks for every column the import knows, each once, and is read as this template', () => {
    const labels = recordFields(template).flatMap((group) => group.fields.map((one) => one.label));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.length).toBe(columnSpellings[template].length - 1);
    const read = readHeader([{ rowNo: 1, cells: Object.keys(cellsOf(template, {}, '示例局')) }]);
    expect(read).toMatchObject({ kind: 'found', header: { template, older: false } });
    const all = Object.fromEntries(labels.map((label) => [label, 'x']));
    const whole = readHeader([{ rowNo: 1, cells: Object.keys(cellsOf(template, all, '示例局')) }]);
    expect(whole).toMatchObject({ kind: 'found', header: { template } });
  });

  test('left empty, every fault names a field of the form', () => {
    const cells = cellsOf(template, {}, '示例局');
    const read = readHeader([{ rowNo: 1, cells: Object.keys(cells) }]);
    if (read.kind !== 'found') throw new Error(read.kind);
    const { faults } = interpretRow(read.header, Object.values(cells), { today: '2026-11-23', csv: false });
    const labels = recordFields(template).flatMap((group) => group.fields.map((one) => one.label));
    expect(faults!.length).toBeGreaterThan(2);
    for (const fault of faults!) expect(labels).toContain(fault.field);
    for (const required of recordFields(template).flatMap((group) => group.fields.filter((one) => one.required)))
      if (required.column !== 'category') expect(faults!.map((one) => one.field)).toContain(required.label);
  });
});

test('a filled penalty is read with its kinds', () => {
  const values = {
    行政相对人类别: '法人及非法人组织',
    '行政相对人代码_1(统一社会信用代码)': makeUscc('91360102MAEXAMP01')!,
    行政相对人名称: '示例有限公司',
    行政处罚决定书文号: '示罚〔2026〕1号',
    处罚决定日期: '2026-11-02',
    违法事实: '示例事实',
    处罚类别: '罚款、没收违法所得',
    '罚款金额(万元)': '2',
    '没收违法所得、没收非法财物的金额(万元)': '0.5',
    处罚机关统一社会信用代码: makeUscc('11360000MBEXAMP10')!,
  };
  const cells = cellsOf('penalty', values, '示例局');
  const read = readHeader([{ rowNo: 1, cells: Object.keys(cells) }]);
  if (read.kind !== 'found') throw new Error(read.kind);
  const { record } = interpretRow(read.header, Object.values(cells), { today: '2026-11-23', csv: false });
  expect(record?.facts.penalties).toEqual([
    { kind: '罚款', amountYuan: 20_000 },
    { kind: '没收违法所得', amountYuan: 5_000 },
  ]);
});
