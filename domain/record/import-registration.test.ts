import { describe, expect, it } from 'vitest';
import type { ImportCell } from './import-cell.ts';
import { ORGANISATION, PERSON, readWith, TODAY } from './import-test-row.ts';

const listed: Readonly<Record<string, ImportCell>> = {
  名单类型: '重大税收违法失信主体名单',
  主体名称: '示例公司',
  统一社会信用代码: ORGANISATION,
  决定书文号: '洪税失信〔2025〕1号',
  列入原因: '偷税',
  列入日期: '2025-06-20',
  认定单位: '国家税务总局南昌市税务局',
};
const read = (change: Readonly<Record<string, ImportCell>>) => readWith(listed, change, TODAY);

describe('登记状态, 注销日期, 曾用名', () => {
  it.each([
    [{ 登记状态: '注销', 注销日期: '2026-11-02' }, '2026-11-02'],
    [{ 注销时间: '2026年11月2日' }, '2026-11-02'],
    [{ 企业状态: '已注销', 核准注销日期: '20261102' }, '2026-11-02'],
    [{ 登记状态: '吊销，已注销', 注销日期: '2026-11-02' }, '2026-11-02'],
    [{ 登记状态: '存续', 注销日期: '' }, undefined],
    [{ 登记状态: '吊销未注销', 注销日期: '' }, undefined],
  ])('%o: deregistered on %s', (change, day) => {
    const { record, faults } = read(change as Record<string, string>);
    expect(faults).toBeUndefined();
    expect(record!.subject.deregisteredOn).toBe(day);
  });

  it.each([
    [{ 登记状态: '注销', 注销日期: '' }, '注销日期', '登记状态为“注销”的，须填注销日期'],
    [{ 登记状态: '注销' }, '注销日期', '登记状态为“注销”的，须填注销日期'],
    [{ 登记状态: '存续（在营、开业、在册）', 注销日期: '2026-11-02' }, '注销日期', '却填了注销日期'],
    [{ 注销日期: '2026-12-01' }, '注销日期', '日期晚于导入当日'],
    [{ 注销日期: '2026-13-40' }, '注销日期', '不是存在的日期'],
    [
      { 统一社会信用代码: '', 证件号码: PERSON, 主体名称: '某某', 主体类型: '自然人', 注销日期: '2026-11-02' },
      '注销日期',
      '自然人没有登记注销',
    ],
  ])('%o is a fault of its column, in words', (change, field, text) => {
    const { faults } = read(change as Record<string, string>);
    expect(faults).toHaveLength(1);
    expect(faults![0]).toMatchObject({ field, text: expect.stringContaining(text) });
  });

  it('吊销 with a day of deregistration goes in without being one, with a warning', () => {
    const { record, warnings } = read({ 登记状态: '吊销', 注销日期: '2026-11-02' });
    expect(record!.subject.deregisteredOn).toBeUndefined();
    expect(warnings).toMatchObject([{ field: '登记状态', text: expect.stringContaining('不是注销') }]);
  });

  it('former names are split, in one spelling, without the present one; “无” is none', () => {
    expect(read({ 曾用名: '示例旧名公司、示例更旧公司；示例公司' }).record!.subject.formerNames).toEqual([
      '示例旧名公司',
      '示例更旧公司',
    ]);
    expect(read({ 曾用名: '无' }).record!.subject.formerNames).toBeUndefined();
  });

  it('a file without these columns gives the digest it always gave', () => {
    expect(read({}).record!.digest).not.toContain('deregisteredOn');
    expect(read({ 登记状态: '存续' }).record!.digest).toBe(read({}).record!.digest);
  });
});
