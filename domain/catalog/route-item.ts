import { type Refusal, refuse } from '../refusal.ts';
import { type Catalog, type Matter, type Region, regionPrefix, type Unit } from './catalog.ts';
import { type OrganReading, readOrgan } from './read-organ.ts';

/** What is known of a record when its unit is looked for. */
export interface RoutingQuestion {
  readonly matter: Matter;
  /** The organ on the decision, as its document names it. */
  readonly organName?: string | null;
  /** Its 统一社会信用代码, where the record has it. */
  readonly organCode?: string | null;
  /** Region of the organ, or of the subject's registration where the organ is unknown. */
  readonly regionCode?: string | null;
}

/** The unit that decides, and why, in Chinese. */
export interface Routing {
  readonly unit: Unit;
  readonly why: string;
}

/** Fields whose organs never answer for other-penalty: they have matters, or a law, of their own. */
const notOther: readonly string[] = ['market', 'drug', 'court', 'window', 'gov-service'];

/**
 * Finds the one competent unit: who found the record repairs it (谁认定、谁修复，36号 art 13; 107号 art 4), so a named organ that
 * is a unit of a fitting field comes first; an abnormal listing belongs to the regulator of the place of registration; otherwise
 * field and region decide, at the nearest level that has the field. Exactly one unit, or a refusal that says whom to ask.
 */
export function routeItem(catalog: Catalog, question: RoutingQuestion): Routing | Refusal {
  const organ = findOrgan(catalog, question);
  if (organ?.outside) return outsideProvince(catalog, question);
  const region = catalog.regions.get(question.regionCode ?? '') ?? organ?.region ?? null;
  if (organ?.unit && mayDecide(question.matter, organ.unit) && isAtHome(question, organ.unit, region))
    return { unit: organ.unit, why: `谁认定、谁修复：认定机关${organ.unit.name}就是办理单位。` };
  if (question.matter.sector === 'court' && question.organName && organ?.sector !== 'court')
    return noUnit(catalog, question.matter, region, `没有找到执行法院“${question.organName}”`);
  const sector = sectorFor(question.matter, organ);
  if (sector === null) return otherSectorUnknown(catalog, question, organ, region);
  if (!region) return noUnit(catalog, question.matter, null, '没有说明认定机关或者所在地区');
  return nearest(catalog, question, sector, organRegion(question, organ) ?? region);
}

/** The reading of the organ: by its code, its name, or nothing. */
function findOrgan(catalog: Catalog, question: RoutingQuestion): OrganReading | null {
  const code = question.organCode?.trim().toUpperCase();
  const unit = code ? [...catalog.units.values()].find((one) => one.organCode === code) : undefined;
  if (unit) return { unit, sector: unit.sector, region: catalog.regions.get(unit.regionCode) ?? null, outside: false };
  const name = question.organName?.trim();
  return name ? readOrgan(catalog, name) : null;
}

/** Whether a unit's field and level may decide a matter at all. */
export function mayDecide(matter: Matter, unit: Unit): boolean {
  if (matter.sector === 'other') return unit.kind !== 'window' && !notOther.includes(unit.sector);
  const fits = unit.sector === matter.sector || (matter.sector === 'market' && unit.sector === 'drug');
  return fits && matter.levels.includes(unit.level) && !(matter.recordType === 'abnormal' && unit.sector === 'drug');
}

/** An abnormal listing: the organ that listed is competent while the subject is registered in its region (107号 art 4(3)). */
function isAtHome({ matter, regionCode }: RoutingQuestion, unit: Unit, region: Region | null): boolean {
  if (matter.recordType !== 'abnormal' || !regionCode || !region) return true;
  return region.code.startsWith(regionPrefix(unit.regionCode));
}

/** The field to look in; null for other-penalty when the organ's name does not show it. */
function sectorFor(matter: Matter, organ: OrganReading | null): string | null {
  if (matter.sector !== 'other') return matter.sector;
  return organ?.sector && !notOther.includes(organ.sector) ? organ.sector : null;
}

/** Where the organ's own name says which region it is of, that is nearer than what else is known; not for an abnormal listing. */
function organRegion({ matter, regionCode }: RoutingQuestion, organ: OrganReading | null): Region | null {
  if (matter.recordType === 'abnormal' && regionCode) return null;
  return organ?.region ?? null;
}

/** Climbs from a region to the first level with units of the field that may decide. */
function nearest(catalog: Catalog, question: RoutingQuestion, sector: string, start: Region): Routing | Refusal {
  const { matter } = question;
  for (let region: Region | undefined = start; region; region = catalog.regions.get(region.parent ?? '')) {
    const here = unitsAt(catalog, sector, region.code).filter((unit) => mayDecide(matter, unit));
    if (here.length > 1)
      return noUnit(catalog, matter, region, `${region.name}有${here.length}个同领域单位，不能确定由哪一个办理`);
    if (here[0]) return { unit: here[0], why: whyNearest(question, start, region) };
  }
  return noUnit(catalog, matter, start, `${start.name}没有可以办理“${matter.name}”的单位`);
}

function whyNearest(question: RoutingQuestion, start: Region, found: Region): string {
  const named = question.organName ? `“${question.organName.trim()}”没有单独登记，` : '';
  const level = start.code === found.code ? found.name : `${start.name}没有这一层级的单位，由上级${found.name}`;
  return `${named}按领域和地区确定：${level}的主管部门办理。`;
}

const bySectorAndRegion = new WeakMap<Catalog, ReadonlyMap<string, readonly Unit[]>>();
/** Units of a field in exactly this region. */
function unitsAt(catalog: Catalog, sector: string, regionCode: string): readonly Unit[] {
  let index = bySectorAndRegion.get(catalog);
  if (!index) {
    index = Map.groupBy(catalog.units.values(), (unit) => `${unit.sector}@${unit.regionCode}`);
    bySectorAndRegion.set(catalog, index);
  }
  return index.get(`${sector}@${regionCode}`) ?? [];
}

/** The department that leads credit work in a region, or above it: whom to ask when nobody is competent. */
export function leadOf(catalog: Catalog, region: Region | null): Unit | undefined {
  for (let at = region ?? undefined; at; at = catalog.regions.get(at.parent ?? '')) {
    const lead = unitsAt(catalog, 'ndrc', at.code)[0];
    if (lead) return lead;
  }
  const province = [...catalog.regions.values()].find((one) => one.level === 'province');
  return province && province !== region ? leadOf(catalog, province) : undefined;
}

function noUnit(catalog: Catalog, matter: Matter, region: Region | null, what: string): Refusal {
  const lead = leadOf(catalog, region);
  const phone = lead?.phone ? `（电话 ${lead.phone}）` : '';
  const ask = lead ? `请咨询${lead.name}${phone}` : '请拨打 12345 咨询';
  return refuse('not-found', 'no-competent-unit', `没有找到办理单位：${what}。${ask}。`, {
    more: { matter: matter.matterKey, ask: lead?.unitId ?? null },
  });
}

function outsideProvince(catalog: Catalog, { matter, organName }: RoutingQuestion): Refusal {
  const what = `认定机关“${organName?.trim()}”不是江西省的单位，应当向该机关申请修复`;
  return noUnit(catalog, matter, null, what);
}

function otherSectorUnknown(
  catalog: Catalog,
  { matter, organName }: RoutingQuestion,
  organ: OrganReading | null,
  region: Region | null,
): Refusal {
  if (!organName) return noUnit(catalog, matter, region, '没有说明作出处罚决定的部门');
  if (organ?.sector === 'market' || organ?.sector === 'drug')
    return noUnit(catalog, matter, region, '市场监管、药品监管部门的处罚请选择“行政处罚信息修复（市场监管领域）”');
  return noUnit(catalog, matter, organ?.region ?? region, `“${organName.trim()}”不在办理单位名册中`);
}
