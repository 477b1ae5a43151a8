import type { Guide as GuideView, MatterView, UnitView } from '#contract/catalog.ts';
import type { CitedText } from '#contract/wire.ts';
import type { Matter, Unit } from '#domain/catalog/catalog.ts';
import type { Cited, Guide } from '#domain/catalog/guide.ts';
import { citations } from '../platform/citations.ts';

/** A unit as the wire shows it. */
export function toUnitView(unit: Unit): UnitView {
  const { unitId, name, kind, sector, level, regionCode, phone, address } = unit;
  return { unitId, name, kind, sector, level, regionCode, phone, address };
}

/** A version of a matter as the wire shows it. */
export function toMatterView(matter: Matter): MatterView {
  const { lawEntry: _entry, levels: _levels, limitCites: _cites, subjectTypes, ...shown } = matter;
  return {
    ...shown,
    subjectTypes: [...subjectTypes],
    conditions: matter.conditions.map(({ cites, ...one }) => ({ ...one, cites: citations(cites) })),
    materials: matter.materials.map(({ cites, ...one }) => ({ ...one, cites: citations(cites) })),
    extraFields: matter.extraFields.map(({ choices, ...one }) => (choices ? { ...one, choices: [...choices] } : one)),
  };
}

function toCitedText({ text, cites }: Cited): CitedText {
  return { text, cites: citations(cites) };
}

/** The guide page as the wire shows it. */
export function toGuideView(matter: Matter, on: string, guide: Guide): GuideView {
  return {
    matter: toMatterView(matter),
    on,
    who: guide.who.map(toCitedText),
    conditions: guide.conditions.map(toCitedText),
    steps: guide.steps.map(({ cites, ...step }) => ({ ...step, cites: citations(cites) })),
    periods: guide.periods.map(toCitedText),
    remedies: guide.remedies.map(toCitedText),
    doors: guide.doors.map((door) => ({ ...door })),
    fee: toCitedText(guide.fee),
    units: guide.units.map(toUnitView),
    unitNote: guide.unitNote,
    openQuestions: [...guide.openQuestions],
  };
}
