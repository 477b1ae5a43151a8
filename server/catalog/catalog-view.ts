import type { MatterView, UnitView } from '#contract/catalog.ts';
import type { Matter, Unit } from '#domain/catalog/catalog.ts';
import { citations } from '../platform/citations.ts';

/** A unit as the wire shows it. */
export function toUnitView(unit: Unit): UnitView {
  const { unitId, name, kind, sector, level, regionCode, phone, address } = unit;
  return { unitId, name, kind, sector, level, regionCode, phone, address };
}

/** A version of a matter as the wire shows it. */
export function toMatterView(matter: Matter): MatterView {
  const { lawEntry: _entry, limitCites: _cites, levels, subjectTypes, ...shown } = matter;
  return {
    ...shown,
    levels: [...levels],
    subjectTypes: [...subjectTypes],
    conditions: matter.conditions.map(({ cites, ...one }) => ({ ...one, cites: citations(cites) })),
    materials: matter.materials.map(({ cites, ...one }) => ({ ...one, cites: citations(cites) })),
    extraFields: matter.extraFields.map(({ choices, ...one }) => (choices ? { ...one, choices: [...choices] } : one)),
  };
}
