import type { Catalog, Region, Unit } from './catalog.ts';
import { renamePlaces, sectorOfName } from './organ-sectors.ts';

/** What the name of a deciding organ says. */
export interface OrganReading {
  /** The unit of exactly this name, old spellings and brackets aside. */
  readonly unit: Unit | null;
  readonly sector: string | null;
  readonly region: Region | null;
  /** An organ of another province or of the centre: nobody here decides for it. */
  readonly outside: boolean;
}

const otherProvinces =
  /^(北京|天津|上海|重庆|河北|山西|辽宁|吉林省|黑龙江|江苏|浙江|安徽|福建|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/;
const central =
  /^(中华人民共和国|国家|国务院|公安部|交通运输部|生态环境部|农业农村部|人力资源和社会保障部|应急管理部|文化和旅游部|最高人民法院|中国人民银行|中国证监会)/;

/** 杭州市…, 延边朝鲜族自治州…: the name of a place, and none of this province; not 文化市场…. */
const unknownPlace = /^\p{Script=Han}{2,6}?(市(?![场政监容])|自治州|县(?!级))/u;

/** Folds what people vary: full-width forms, spaces, a bracket with its content, 中华人民共和国 before a customs' name. */
function foldOrganName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/^中华人民共和国(?=.*海关$)/, '');
}

/** Reads an organ's name against the units and regions of the catalogue. */
export function readOrgan(catalog: Catalog, organName: string): OrganReading {
  const name = foldOrganName(organName);
  const exact = foldedUnits(catalog).get(name);
  if (exact) return { unit: exact, sector: exact.sector, region: regionOf(catalog, exact.regionCode), outside: false };
  const local = renamePlaces(name.replace(/^国家(税务总局|统计局)(?=.)/, ''));
  const place = readPlace(catalog, local);
  const elsewhere = otherProvinces.test(local) || central.test(local) || unknownPlace.test(local);
  if (!place.region && elsewhere)
    return { unit: null, sector: sectorOfName(local) ?? null, region: null, outside: true };
  return { unit: null, sector: sectorOfName(place.rest) ?? null, region: place.region, outside: false };
}

const regionOf = (catalog: Catalog, code: string) => catalog.regions.get(code) ?? null;

/** Looks names up in the folded spelling; built once for a catalogue. */
const foldedByCatalog = new WeakMap<Catalog, ReadonlyMap<string, Unit>>();
function foldedUnits(catalog: Catalog): ReadonlyMap<string, Unit> {
  let folded = foldedByCatalog.get(catalog);
  if (!folded) {
    folded = new Map([...catalog.unitsByName].map(([name, unit]) => [foldOrganName(name), unit]));
    foldedByCatalog.set(catalog, folded);
  }
  return folded;
}

interface PlaceReading {
  readonly region: Region | null;
  readonly rest: string;
}

/** Takes the places off the front of a name: 江西省, then a city, then one of its counties, then what the organ is. */
function readPlace(catalog: Catalog, name: string): PlaceReading {
  const regions = [...catalog.regions.values()];
  const ofLevel = (...levels: Region['level'][]) => regions.filter((region) => levels.includes(region.level));
  const province = ofLevel('province')[0];
  const afterProvince = province ? name.replace(new RegExp(`^${province.name}`), '') : name;
  const county = takeFull(ofLevel('county'), afterProvince);
  if (county) return county;
  const city = takeFull(ofLevel('city', 'new-area'), afterProvince);
  if (city) {
    const own = ofLevel('county').filter((region) => region.parent === city.region?.code);
    return takeFull(own, city.rest) ?? takeStem(own, city.rest) ?? city;
  }
  const byStem = takeStem(ofLevel('city'), afterProvince, true);
  if (byStem) return byStem;
  return { region: afterProvince === name ? null : (province ?? null), rest: afterProvince };
}

/** 东湖区市场监督管理局 → 东湖区 and the rest. No name is the beginning of another. */
function takeFull(regions: readonly Region[], name: string): PlaceReading | null {
  const region = regions.find((one) => name.startsWith(one.name));
  return region ? { region, rest: name.slice(region.name.length) } : null;
}

/** 瑞金生态环境局 → 瑞金市; only where a field follows at once, so that 南昌高新区… is not taken for 南昌县. */
function takeStem(regions: readonly Region[], name: string, loose = false): PlaceReading | null {
  for (const region of regions) {
    const stem = region.name.replace(/[市县区]$/, '');
    const rest = name.slice(stem.length);
    if (!name.startsWith(stem)) continue;
    if (loose || /^(生态环境|环境保护|海关|市场监督|税务|消防)/.test(rest)) return { region, rest };
  }
  return null;
}
