import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogOf, type Matter } from '#domain/catalog/catalog.ts';
import { firstVersions } from '#domain/catalog/matter-from-law.ts';
import { routeItem } from '#domain/catalog/route-item.ts';
import { isRefusal } from '#domain/refusal.ts';
import { announcedCalendar } from '#domain/working-days.ts';
import { jiangxiRegions } from './regions.ts';
import { catalogUnits } from './unit-names.ts';

const catalog = catalogOf({
  matters: firstVersions(),
  units: catalogUnits(),
  regions: jiangxiRegions,
  calendar: announcedCalendar,
});
const matter = (key: string) => catalog.matters.find((one) => one.matterKey === key)!;

function unitOf(key: string, organName: string | null, regionCode: string | null): string {
  const found = routeItem(catalog, { matter: matter(key), organName, regionCode });
  return isRefusal(found) ? `${found.code}: ${found.text}` : found.unit.unitId;
}

describe('the organ that found the record is the competent unit', () => {
  test.each([
    ['other-penalty', '南昌市生态环境局', 'ecology-360100'],
    ['other-penalty', ' 南昌市 东湖区 卫生健康委员会 ', 'health-360102'],
    ['other-penalty', '东湖区城市管理局', 'urban-360102'],
    ['other-penalty', '赣州市瑞金生态环境局', 'ecology-360781'],
    ['other-penalty', '瑞金市环境保护局', 'ecology-360781'],
    ['other-penalty', '南昌市公安消防支队', 'fire-360100'],
    ['other-penalty', '南昌市南昌生态环境局', 'ecology-360121'],
    ['other-penalty', '吉安县交通运输综合行政执法大队', 'transport-360821'],
    ['other-penalty', '上饶县安全生产监督管理局', 'emergency-361104'],
    ['other-penalty', '江西省赣县农业局', 'agri-360704'],
    ['other-penalty', '国家税务总局南昌市税务局第一稽查局', 'tax-360100'],
    ['other-penalty', '赣江新区生态环境局', 'ecology-369900'],
    ['market-penalty', '南昌市东湖区市场监督管理局（大院分局）', 'market-360102'],
    ['market-penalty', '江西省南昌市工商行政管理局', 'market-360100'],
    ['market-penalty', '江西省药品监督管理局', 'drug-360000'],
    ['market-penalty', '赣州经济技术开发区市场监督管理局', 'market-360700'],
    ['market-serious', '瑞金市食品药品监督管理局', 'market-360781'],
    ['tax-serious', '国家税务总局江西省税务局', 'tax-360000'],
    ['tax-serious', '江西省南昌市国家税务局稽查局', 'tax-360100'],
    ['judgment-defaulter', '南昌县人民法院', 'court-360121'],
    ['judgment-defaulter', '江西省南昌市东湖区人民法院', 'court-360102'],
    ['customs-discredited', '中华人民共和国南昌海关', 'customs-360000'],
    ['customs-discredited', '赣州海关', 'customs-360000'],
    ['wage-arrears', '南昌市劳动和社会保障局', 'hrss-360100'],
    ['culture-tourism', '南昌市文化市场综合执法支队', 'culture-360100'],
    ['culture-tourism', '婺源县文化广电新闻出版旅游局', 'culture-361130'],
    ['work-safety', '江西省应急管理厅', 'emergency-360000'],
  ])('%s found by %s → %s', (key, organ, unit) => {
    expect(unitOf(key, organ, null)).toBe(unit);
  });
});

describe('without a known organ, field and region decide at the nearest level', () => {
  test.each([
    ['market-penalty', '360102', 'market-360102'],
    ['abnormal-operation', '360781', 'market-360781'],
    ['tax-serious', '360100', 'tax-360100'],
    ['customs-discredited', '360702', 'customs-360000'],
    ['judgment-defaulter', '369900', 'court-360000'],
    ['statistics-serious', '369900', 'stats-369900'],
  ])('%s in %s → %s', (key, region, unit) => {
    expect(unitOf(key, null, region)).toBe(unit);
  });

  test('an abnormal listing follows the registration; the organ that listed stays while it covers the place', () => {
    expect(unitOf('abnormal-operation', '南昌市市场监督管理局', '360102')).toBe('market-360100');
    expect(unitOf('abnormal-operation', '南昌市东湖区市场监督管理局', '360781')).toBe('market-360781');
    expect(unitOf('abnormal-operation', '南昌市东湖区市场监督管理局', null)).toBe('market-360102');
  });

  test('a survey team of the centre goes by region, as its name is no local bureau', () => {
    expect(unitOf('statistics-serious', '国家统计局赣州调查队', null)).toBe('stats-360700');
  });
});

describe('no unit: the refusal says whom to ask', () => {
  test.each([
    [
      'other-penalty',
      '南昌市东湖区某某街道办事处',
      '360102',
      /“南昌市东湖区某某街道办事处”不在办理单位名册中。请咨询南昌市东湖区发展和改革委员会（电话 0791-12345）/,
    ],
    ['other-penalty', null, '360102', /没有说明作出处罚决定的部门/],
    ['other-penalty', '南昌市市场监督管理局', '360100', /请选择“行政处罚信息修复（市场监管领域）”/],
    ['market-penalty', '浙江省杭州市市场监督管理局', '360100', /不是江西省的单位/],
    ['market-penalty', '杭州市市场监督管理局', '360100', /不是江西省的单位/],
    ['work-safety', '中华人民共和国应急管理部', '360100', /不是江西省的单位/],
    ['judgment-defaulter', '南昌铁路运输法院', '360100', /没有找到执行法院“南昌铁路运输法院”/],
    ['tax-serious', null, null, /没有说明认定机关或者所在地区。请咨询江西省发展和改革委员会/],
  ])('%s found by %s in %s', (key, organ, region, text) => {
    expect(unitOf(key, organ, region)).toMatch(/^no-competent-unit: /);
    expect(unitOf(key, organ, region)).toMatch(text);
  });
});

test('every matter in every region has exactly one unit of its field at a level that may decide, at or above the region', () => {
  for (const one of catalog.matters.filter((candidate) => candidate.sector !== 'other'))
    for (const region of jiangxiRegions) {
      const found = routeItem(catalog, { matter: one, regionCode: region.code });
      if (isRefusal(found)) throw new Error(`${one.matterKey} in ${region.name}: ${found.text}`);
      expect(found.unit.sector).toBe(one.sector);
      expect(one.levels).toContain(found.unit.level);
      expect(region.code.startsWith(found.unit.regionCode.replace(/0+$/, ''))).toBe(true);
    }
});

test('every unit that may decide a matter is found by its own name, spaced and bracketed as people write it', () => {
  const pairs = catalog.matters.flatMap((one: Matter) =>
    [...catalog.units.values()]
      .filter((unit) => unit.kind === 'authority' && one.levels.includes(unit.level))
      .filter((unit) =>
        one.sector === 'other' ? !['market', 'drug', 'court'].includes(unit.sector) : unit.sector === one.sector,
      )
      .map((unit) => ({ one, unit })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.constantFrom('', ' ', '　'), ({ one, unit }, gap) => {
      const organName = `${[...unit.name].join(gap)}（某某分局）`;
      const found = routeItem(catalog, { matter: one, organName, regionCode: null });
      expect(isRefusal(found) ? found.text : found.unit.unitId).toBe(unit.unitId);
    }),
    { numRuns: 400 },
  );
});

test('any organ name at all gives a unit or a refusal with whom to ask, never an error', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...catalog.matters),
      fc.string({ unit: fc.constantFrom(...'江西省南昌市东湖区县局税务法院监督管理文化 （）(x市') }),
      fc.constantFrom(null, '360102', '999999'),
      (one, organName, regionCode) => {
        const found = routeItem(catalog, { matter: one, organName, regionCode });
        if (isRefusal(found))
          expect([found.code, /请咨询.+（电话 .+）。$/.test(found.text)]).toEqual(['no-competent-unit', true]);
        else expect(catalog.units.get(found.unit.unitId)).toBe(found.unit);
      },
    ),
  );
});
