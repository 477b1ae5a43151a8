import { expect, test } from 'vitest';
import { jiangxiRegions } from './regions.ts';
import { catalogUnits } from './unit-names.ts';

const units = catalogUnits();
const named = new Map(units.map((unit) => [unit.unitId, unit.name]));

test('the province has 11 cities, 100 counties and 赣江新区, each below its parent', () => {
  const count = (level: string) => jiangxiRegions.filter((region) => region.level === level).length;
  expect([count('province'), count('city'), count('county'), count('new-area')]).toEqual([1, 11, 100, 1]);
  const codes = new Set(jiangxiRegions.map((region) => region.code));
  expect(codes.size).toBe(113);
  for (const region of jiangxiRegions) {
    if (region.level === 'county') expect(region.parent).toBe(`${region.code.slice(0, 4)}00`);
    if (region.parent) expect(codes).toContain(region.parent);
  }
});

test.each([
  ['market-360000', '江西省市场监督管理局'],
  ['market-360100', '南昌市市场监督管理局'],
  ['market-360102', '南昌市东湖区市场监督管理局'],
  ['market-360121', '南昌县市场监督管理局'],
  ['market-360781', '瑞金市市场监督管理局'],
  ['market-369900', '赣江新区市场监督管理局'],
  ['tax-360000', '国家税务总局江西省税务局'],
  ['tax-360100', '国家税务总局南昌市税务局'],
  ['tax-360102', '国家税务总局南昌市东湖区税务局'],
  ['court-360000', '江西省高级人民法院'],
  ['court-360100', '南昌市中级人民法院'],
  ['court-360781', '瑞金市人民法院'],
  ['customs-360000', '南昌海关'],
  ['culture-360000', '江西省文化和旅游厅'],
  ['culture-360102', '南昌市东湖区文化广电旅游局'],
  ['ecology-360781', '赣州市瑞金生态环境局'],
  ['fire-360100', '南昌市消防救援支队'],
  ['ndrc-369900', '赣江新区经济发展局'],
  ['window-360702', '赣州市章贡区政务服务中心综合窗口'],
])('%s is %s', (unitId, name) => {
  expect(named.get(unitId)).toBe(name);
});

test('names, ids and 机关代字 are each used once', () => {
  for (const of of ['unitId', 'name', 'shortName'] as const)
    expect(new Set(units.map((unit) => unit[of])).size, of).toBe(units.length);
});

test('every region has a window and a lead department; customs has only 南昌海关', () => {
  for (const { code } of jiangxiRegions) {
    expect(named.has(`window-${code}`)).toBe(true);
    expect(named.has(`ndrc-${code}`)).toBe(true);
  }
  expect(units.filter((unit) => unit.sector === 'customs')).toHaveLength(1);
});
