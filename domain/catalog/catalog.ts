import { citeRow, type LawBook, printedLaw } from '#law/law-book.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { isLawEntryKey } from '#law/matters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Calendar } from '../working-days.ts';

export type UnitLevel = 'province' | 'city' | 'county' | 'new-area';

/** A unit that receives, decides or leads. */
export interface Unit {
  readonly unitId: string;
  readonly name: string;
  /** 机关代字 of its document numbers, e.g. 洪市监. */
  readonly shortName: string;
  readonly kind: 'authority' | 'window' | 'lead';
  readonly sector: string;
  readonly level: UnitLevel;
  readonly regionCode: string;
  readonly organCode: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parent: string | null;
  /** True for 赣江新区, whose code is not an official one. */
  readonly placeholder: boolean;
}

/** A material of a matter. Nothing may be asked for without its basis. */
export interface MatterMaterial {
  readonly key: string;
  readonly name: string;
  readonly why: string;
  readonly required: boolean;
  readonly source: 'shared' | 'authority' | 'applicant';
  readonly cites: readonly string[];
}

export interface MatterCondition {
  readonly key: string;
  readonly text: string;
  /** True where the condition was read in its clause; only such a condition may refuse anybody. */
  readonly sure: boolean;
  readonly cites: readonly string[];
}

export interface MatterExtraField {
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'date' | 'number' | 'choice';
  readonly required: boolean;
  readonly why: string;
  readonly choices?: readonly string[];
}

/** Limits in working days; null where no rule sets one. A row may be stricter than its law entry, never looser. */
export interface MatterLimits {
  readonly accept: number | null;
  readonly decide: number | null;
  readonly extend: number | null;
  readonly total: number | null;
  readonly effects: number | null;
}

/** A matter as one version of its catalogue row. */
export interface Matter {
  readonly matterKey: string;
  readonly version: number;
  readonly position: number;
  readonly name: string;
  /** One plain sentence for people who do not know the word. */
  readonly plain: string;
  readonly lawEntry: string;
  readonly recordType: 'penalty' | 'abnormal' | 'serious-list' | 'judgment';
  readonly track: string;
  readonly sector: string;
  readonly authority: string;
  /** Levels at which units of the sector decide this matter. */
  readonly levels: readonly UnitLevel[];
  readonly subjectTypes: readonly ('organisation' | 'sole-trader' | 'person')[];
  readonly receiver: 'credit-china' | 'market-platform' | 'court';
  readonly decider: 'our-desk' | 'outside';
  readonly conditions: readonly MatterCondition[];
  readonly materials: readonly MatterMaterial[];
  readonly extraFields: readonly MatterExtraField[];
  readonly limits: MatterLimits;
  readonly limitCites: Readonly<Record<keyof MatterLimits, readonly string[]>>;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** The catalogue as loaded: small, read as a whole, never changed in place. */
export interface Catalog {
  readonly matters: readonly Matter[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly unitsByName: ReadonlyMap<string, Unit>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly calendar: Calendar;
  /** The texts with what offices confirmed and how fields classify. */
  readonly law: LawBook;
}

/** Makes a catalogue of its parts; versions of a matter stand newest first, so that the first one found names it as today. */
export function catalogOf(parts: {
  readonly matters: readonly Matter[];
  readonly units: Iterable<Unit>;
  readonly regions: Iterable<Region>;
  readonly calendar: Calendar;
  readonly law?: LawBook;
}): Catalog {
  const units = [...parts.units];
  return {
    matters: [...parts.matters].sort((a, b) => a.position - b.position || b.version - a.version),
    units: new Map(units.map((unit) => [unit.unitId, unit])),
    unitsByName: new Map(units.map((unit) => [unit.name, unit])),
    regions: new Map([...parts.regions].map((region) => [region.code, region])),
    calendar: parts.calendar,
    law: parts.law ?? printedLaw,
  };
}

/**
 * One version of a matter: the one an item began with. With a day, its open conditions as named offices have confirmed them by then:
 * the law an item is decided by becomes surer, not another. Undefined where there is none.
 */
export function findMatterVersion(
  catalog: Catalog,
  matterKey: string,
  version: number,
  on?: PlainDate,
): Matter | undefined {
  const found = catalog.matters.find((matter) => matter.matterKey === matterKey && matter.version === version);
  return found && on !== undefined ? withConfirmed(catalog.law, found, on) : found;
}

/** The version of a matter in force on a day; undefined where there is none (never listed, not yet, or withdrawn). */
export function findMatter(catalog: Catalog, matterKey: string, on: PlainDate): Matter | undefined {
  const found = catalog.matters.find((matter) => matter.matterKey === matterKey && isInForce(matter, on));
  return found && withConfirmed(catalog.law, found, on);
}

function isInForce(matter: Matter, on: PlainDate): boolean {
  return matter.validFrom <= on && (matter.validTo === null || on <= matter.validTo);
}

/** The law entry records of a matter are judged by, whatever the day: a withdrawn matter's records are still judged. */
export function lawEntryOf(catalog: Catalog, matterKey: string): LawEntryKey {
  const entry = catalog.matters.find((matter) => matter.matterKey === matterKey)?.lawEntry ?? matterKey;
  return isLawEntryKey(entry) ? entry : 'serious-list';
}

/** The matters in force on a day, in the order of 附件3. */
export function mattersOn(catalog: Catalog, on: PlainDate): Matter[] {
  return catalog.matters
    .filter((matter) => isInForce(matter, on))
    .map((matter) => withConfirmed(catalog.law, matter, on))
    .sort((a, b) => a.position - b.position);
}

/** A matter with its unsure conditions as a named office confirmed them by that day: required for certain, or not at all. */
function withConfirmed(law: LawBook, matter: Matter, on: PlainDate): Matter {
  const answers = new Map(
    matter.conditions.flatMap((one) => {
      const answer = one.sure ? undefined : law.confirmed(`condition:${matter.lawEntry}:${one.key}`, on);
      return answer ? [[one.key, answer] as const] : [];
    }),
  );
  if (answers.size === 0) return matter;
  const conditions = matter.conditions
    .filter((one) => answers.get(one.key)?.value !== 'not-required')
    .map((one) => {
      const answer = answers.get(one.key);
      return answer ? { ...one, sure: true, cites: [...one.cites, citeRow(answer)] } : one;
    });
  return { ...matter, conditions };
}

/** Lists set up after 附件3, in force or not: key by name, for files that name them. */
export function laterLists(catalog: Catalog): ReadonlyMap<string, string> {
  const later = catalog.matters.filter((matter) => !isLawEntryKey(matter.matterKey));
  return new Map(later.map((matter) => [matter.name, matter.matterKey]));
}

/** How a field is called: by its provincial unit, else by any of its units. */
export function fieldName(catalog: Catalog, sector: string): string {
  const units = [...catalog.units.values()].filter((unit) => unit.sector === sector);
  return (units.find((unit) => unit.level === 'province') ?? units[0])?.name ?? sector;
}

/** The prefix of region codes that lie inside a region: 36 for the province, 3601 for a city, the whole code for a county. */
export function regionPrefix(code: string): string {
  if (code === '360000') return '36';
  return code.endsWith('00') ? code.slice(0, 4) : code;
}

/** Every prefix a region lies in, from the province down: what rows carry so that a region's supervisor sees them. */
export function regionPath(code: string): string[] {
  return [...new Set(['36', code.slice(0, 4), regionPrefix(code)])];
}
