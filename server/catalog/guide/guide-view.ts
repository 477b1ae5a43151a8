import type * as contract from '#contract/guide.ts';
import type { CitedText } from '#contract/wire.ts';
import type { Matter } from '#domain/catalog/catalog.ts';
import type { Guide } from '#domain/catalog/guide.ts';
import type { Cited, GuideQuestion, MatterGuide } from '#domain/catalog/guide-text.ts';
import { citations } from '../../platform/citations.ts';
import { toMatterView, toUnitView } from '../catalog-view.ts';
import type { Edition } from './guide-editions.ts';

/** A sentence with its citations as the wire shows them. */
export function toCitedText({ text, cites }: Cited): CitedText {
  return { text, cites: citations(cites) };
}

function toQuestion({ key, question, answers }: GuideQuestion): contract.GuideQuestion {
  return { key, question, answers: answers.map(toCitedText) };
}

/** The parts that a guide has wherever one is. */
function toParts(guide: MatterGuide) {
  return {
    plain: guide.plain.map(toQuestion),
    what: guide.what.map(toCitedText),
    who: guide.who.map(toCitedText),
    conditions: guide.conditions.map(toCitedText),
    periods: guide.periods.map(toCitedText),
    steps: guide.steps.map(({ title, limit, ...step }) => ({ title, limit, ...toCitedText(step) })),
    limitNotes: guide.limitNotes.map(toCitedText),
    results: guide.results.map(toCitedText),
    remedies: guide.remedies.map(toCitedText),
    doors: guide.doors.map((door) => ({ ...door })),
    fee: toCitedText(guide.fee),
    questions: guide.questions.map(toQuestion),
    confirmed: guide.confirmed.map(toCitedText),
    openQuestions: [...guide.openQuestions],
  };
}

/** The guide page of a matter as the wire shows it. */
export function toGuideView(matter: Matter, on: string, guide: Guide, edition: contract.GuideEdition): contract.Guide {
  const { version, from, to, digest } = edition;
  return {
    matter: toMatterView(matter),
    on,
    version,
    from,
    to,
    digest,
    ...toParts(guide),
    units: guide.units.map(toUnitView),
    unitNote: guide.unitNote,
    windows: guide.windows.map(toUnitView),
  };
}

/** The matters of a version as the wire shows them. */
export function toMatterGuideViews({ guide, matterDigests }: Edition): contract.MatterGuideView[] {
  return guide.matters.map((one) => ({
    matterKey: one.matterKey,
    position: one.position,
    name: one.name,
    digest: matterDigests.get(one.matterKey)!,
    ...toParts(one),
    materials: one.materials.map(({ cites, ...material }) => ({ ...material, cites: citations(cites) })),
    limits: { ...one.limits },
  }));
}

/** Which version and which days, as the wire shows them. */
export function toEdition({ version, from, to, digest }: contract.GuideEdition): contract.GuideEdition {
  return { version, from, to, digest };
}
