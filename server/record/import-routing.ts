import { type Catalog, findMatter, type Matter } from '#domain/catalog/catalog.ts';
import { routeItem } from '#domain/catalog/route-item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { ImportedRecord } from '#domain/record/import-record.ts';
import { isRefusal } from '#domain/refusal.ts';

/** The unit a record belongs to; where none is competent, why. */
export interface ImportPlace {
  readonly unitId: string | null;
  readonly regionCode: string;
  readonly why: string | null;
}

/** Region in which a subject was registered, by digits 3–8 of its credit code; null where that is no region of the province. */
export function registrationRegion(catalog: Catalog, { subject }: ImportedRecord): string | null {
  if (subject.identifierKind !== 'uscc') return null;
  const code = subject.identifier.slice(2, 8);
  return catalog.regions.has(code) ? code : null;
}

/**
 * Finds the unit of each record of one import. A file names few organs many times, so answers are kept. The organ's own name comes
 * first: who found the record repairs it. The region in the credit code is that of the first registration and may be old; it is
 * asked only where the organ is not known.
 */
export function openImportRouting(catalog: Catalog, on: PlainDate): (record: ImportedRecord) => ImportPlace {
  const matters = new Map<string, Matter>();
  const byOrgan = new Map<string, ImportPlace>();
  const byRegion = new Map<string, ImportPlace>();

  function ask(record: ImportedRecord, regionCode: string | null): ImportPlace {
    let matter = matters.get(record.matterKey);
    if (!matter) {
      matter =
        findMatter(catalog, record.matterKey, on) ?? catalog.matters.find((one) => one.matterKey === record.matterKey);
      if (!matter) return { unitId: null, regionCode: regionCode ?? '360000', why: '事项目录中没有这个事项。' };
      matters.set(record.matterKey, matter);
    }
    const { organName, organCode } = record;
    const found = routeItem(catalog, { matter, organName, organCode, regionCode });
    return isRefusal(found)
      ? { unitId: null, regionCode: regionCode ?? '360000', why: found.text }
      : { unitId: found.unit.unitId, regionCode: found.unit.regionCode, why: null };
  }

  return (record) => {
    const organ = `${record.matterKey}|${record.organCode ?? ''}|${record.organName}`;
    let place = byOrgan.get(organ);
    if (!place) {
      place = ask(record, null);
      byOrgan.set(organ, place);
    }
    if (place.unitId !== null) return place;
    const region = registrationRegion(catalog, record);
    if (region === null) return place;
    const key = `${organ}|${region}`;
    let nearest = byRegion.get(key);
    if (!nearest) {
      nearest = ask(record, region);
      byRegion.set(key, nearest);
    }
    return nearest;
  };
}
