import { describe, expect, it } from 'vitest';
import type { ImportCell } from './import-cell.ts';
import { isBlankRow } from './import-row.ts';
import { ORGANISATION, readWith, TODAY } from './import-test-row.ts';

describe('a list row', () => {
  const LISTED: Readonly<Record<string, ImportCell>> = {
    名单类型: '重大税收违法失信主体名单',
    主体名称: '示例公司',
    统一社会信用代码: ORGANISATION,
    决定书文号: '洪税失信〔2025〕1号',
    列入原因: '偷税',
    列入日期: '2025-06-20',
    认定单位: '国家税务总局南昌市税务局',
    车牌号: '',
    批次: '第一批',
  };
  const list = (change: Readonly<Record<string, ImportCell>> = {}, context = TODAY) =>
    readWith(LISTED, change, context);

  it('becomes a record of its matter', () => {
    expect(list().record).toMatchObject({
      matterKey: 'tax-serious',
      recordType: 'serious-list',
      docNumber: '洪税失信〔2025〕1号',
      organCode: null,
      facts: { penalties: [], act: '偷税', extra: { 批次: '第一批' } },
      dutiesPerformed: null,
    });
  });
  it.each([
    ['企业经营异常名录移出（恢复正常记载状态）', 'abnormal-operation', 'abnormal'],
    ['市场监督管理严重违法失信名单', 'market-serious', 'serious-list'],
    ['失信被执行人名单', 'judgment-defaulter', 'judgment'],
    ['海关失信企业', 'customs-discredited', 'serious-list'],
    ['拖欠农民工工资失信联合惩戒对象名单', 'wage-arrears', 'serious-list'],
    ['社会组织严重违法失信名单（慈善捐赠领域）', 'charity-serious', 'serious-list'],
    ['农资领域严重失信生产经营单位', 'farm-inputs', 'serious-list'],
    ['统计严重失信主体名单', 'statistics-serious', 'serious-list'],
    ['文化和旅游市场严重失信主体', 'culture-tourism', 'serious-list'],
    ['安全生产严重失信主体名单', 'work-safety', 'serious-list'],
    ['严重违法失信超限超载运输车辆相关责任主体', 'overloading', 'serious-list'],
    ['work-safety', 'work-safety', 'serious-list'],
  ])('knows the matter %s', (text, matterKey, recordType) =>
    expect(list({ 名单类型: text }).record).toMatchObject({ matterKey, recordType }),
  );
  it('sends penalties to their own template and does not guess unknown lists', () => {
    expect(list({ 名单类型: '行政处罚信息修复（市场监管领域）' })).toMatchObject({
      faults: [{ text: expect.stringContaining('双公示') }],
    });
    expect(list({ 名单类型: '某某黑名单' })).toMatchObject({ faults: [{ field: '名单类型' }] });
  });
  it('knows a list set up later by the name the catalogue has', () => {
    const laterLists = new Map([['生态环境领域严重失信主体名单（示例）', 'ecology-serious']]);
    const named = list({ 名单类型: '生态环境领域严重失信主体名单(示例)' }, { ...TODAY, laterLists });
    expect(named.record).toMatchObject({ matterKey: 'ecology-serious', recordType: 'serious-list' });
    expect(list({ 名单类型: '生态环境领域严重失信主体名单（示例）' })).toMatchObject({
      faults: [{ field: '名单类型' }],
    });
  });
  it('takes the matter of the upload where the row names none, and does without a number', () => {
    expect(list({ 名单类型: '', 决定书文号: '' }, { ...TODAY, matterKey: 'overloading' }).record).toMatchObject({
      matterKey: 'overloading',
      docNumber: null,
      naturalKey: `overloading|无文号@2025-06-20|国家税务总局南昌市税务局|${ORGANISATION}`,
    });
  });
  it('keeps the number of a court case in its brackets', () => {
    expect(list({ 名单类型: '失信被执行人', 决定书文号: '(2026)赣0102执1号' }).record?.docNumber).toBe(
      '（2026）赣0102执1号',
    );
  });
});

describe('isBlankRow', () => {
  it('knows rows of blanks', () => {
    expect(isBlankRow(['', ' ', "'"])).toBe(true);
    expect(isBlankRow(['', 'x'])).toBe(false);
  });
});
