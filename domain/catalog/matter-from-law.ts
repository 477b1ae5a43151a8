import type { Matter as LawMatter } from '#law/matter.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { mattersInOrder } from '#law/matters.ts';
import { timeLimits } from '#law/time-limits.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Matter, MatterLimits, UnitLevel } from './catalog.ts';

/** The day of 赣信用办〔2024〕4号: no matter of the catalogue is older. */
export const catalogueBegan: PlainDate = '2024-05-14';

/** Clause of each limit where the entry's own list of clauses does not say which is which. */
const clauses: Readonly<Record<'credit-china' | 'market-platform' | 'court', Matter['limitCites']>> = {
  'credit-china': {
    accept: ['ndrc36:16'],
    decide: ['ndrc36:16'],
    extend: ['ndrc36:16'],
    total: ['ndrc36:16'],
    effects: [],
  },
  'market-platform': {
    accept: ['samr107:14'],
    decide: ['samr107:16'],
    extend: ['samr107:16'],
    total: [],
    effects: ['samr107:17'],
  },
  court: { accept: [], decide: [], extend: [], total: [], effects: ['spc17:10'] },
};
const ownClauses: Partial<Record<LawEntryKey, Partial<Matter['limitCites']>>> = {
  'tax-serious': { effects: ['sta54:23'] },
  'wage-arrears': { effects: ['mohrss45:17'] },
  'customs-discredited': { accept: ['gacc282:38', 'ndrc36:16'], decide: ['gacc282:38', 'ndrc36:16'] },
};

/** The levels of law as units have them: 赣江新区 stands beside the cities. */
function levelsOf(law: LawMatter): UnitLevel[] {
  return law.levels.includes('city') ? [...law.levels, 'new-area'] : [...law.levels];
}

/** The first version of a catalogue row, exactly what its law entry says. `lawEntry` is the entry's key in law/matters.ts. */
export function firstVersion(law: LawMatter): Matter {
  const rule = timeLimits[law.key].rows.at(-1)!;
  const { accept, decide, extend, total, effects } = rule.value;
  const limits: MatterLimits = { accept, decide, extend, total, effects };
  const cites = { ...clauses[law.receiver], ...ownClauses[law.key] };
  const limitCites = Object.fromEntries(
    Object.entries(limits).map(([key, days]) => [key, days === null ? [] : cites[key as keyof MatterLimits]]),
  ) as unknown as Matter['limitCites'];
  return {
    matterKey: law.key,
    version: 1,
    position: law.position,
    name: law.name,
    plain: law.plain,
    lawEntry: law.key,
    recordType: law.recordType,
    track: law.track,
    sector: law.sector,
    authority: law.authority.text,
    levels: levelsOf(law),
    subjectTypes: law.subjectTypes,
    receiver: law.receiver,
    decider: law.decider,
    conditions: law.conditions.map(({ key, text, cite, sure }) => ({ key, text, sure: sure === 'V', cites: [cite] })),
    materials: law.materials.map(({ key, name, why, required, source, cite }) => ({
      key,
      name,
      why,
      required,
      source,
      cites: [cite],
    })),
    extraFields: law.extraFields,
    limits,
    limitCites,
    validFrom: rule.from > catalogueBegan ? rule.from : catalogueBegan,
    validTo: null,
  };
}

/** The 14 matters as this release's law has them. */
export function firstVersions(): Matter[] {
  return mattersInOrder.map(firstVersion);
}
