import type { Region, Unit } from '#domain/catalog/catalog.ts';
import { jiangxiRegions, newAreaCode, provinceCode } from './regions.ts';
import { type Place, type SectorNames, sectorNames } from './sector-names.ts';

/** One character for a city in 机关代字, as the cities themselves write it; area code of its hotline. */
const cityMarks: Readonly<Record<string, readonly [short: string, areaCode: string]>> = {
  [provinceCode]: ['赣', '0791'],
  '360100': ['洪', '0791'],
  '360200': ['景', '0798'],
  '360300': ['萍', '0799'],
  '360400': ['浔', '0792'],
  '360500': ['余', '0790'],
  '360600': ['鹰', '0701'],
  '360700': ['虔', '0797'],
  '360800': ['吉', '0796'],
  '360900': ['宜', '0795'],
  '361000': ['抚', '0794'],
  '361100': ['饶', '0793'],
  [newAreaCode]: ['赣新', '0791'],
};

const stemOf = (region: Region) => (region.level === 'new-area' ? region.name : region.name.replace(/[省市县区]$/, ''));

function placeOf(region: Region): Place {
  const parent = jiangxiRegions.find((one) => one.code === region.parent);
  const city = region.level === 'county' && parent ? parent.name : region.name;
  // 东湖区 is named with its city; counties and county-level cities stand by themselves.
  const prefix = region.level === 'county' && region.name.endsWith('区') ? city + region.name : region.name;
  return { level: region.level, name: region.name, city, stem: stemOf(region), prefix };
}

/** Id of a unit: `<sector>-<region code>`, e.g. market-360102, window-360702, ndrc-360000. */
export function unitIdOf(sector: string, regionCode: string): string {
  return `${sector}-${regionCode}`;
}

function unitAt(names: SectorNames, region: Region): Unit[] {
  const name = names.at(placeOf(region));
  if (name === null) return [];
  const home = region.level === 'county' && region.parent ? region.parent : region.code;
  const [cityShort, areaCode] = cityMarks[home]!;
  const local = region.level === 'county' ? stemOf(region) : cityShort;
  return [
    {
      unitId: unitIdOf(names.sector, region.code),
      name,
      shortName: local + names.short,
      kind: names.kind,
      sector: names.sector,
      level: region.level,
      regionCode: region.code,
      organCode: null,
      phone: `${areaCode}-${names.phone}`,
      address: null,
    },
  ];
}

/** Every unit of the catalogue as delivered; afterwards they are rows that people edit. */
export function catalogUnits(): Unit[] {
  return sectorNames.flatMap((names) => jiangxiRegions.flatMap((region) => unitAt(names, region)));
}
