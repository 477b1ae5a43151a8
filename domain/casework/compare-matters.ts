import type { Matter } from '../catalog/catalog.ts';
import type { Fares } from '../record/compare-verdicts.ts';

/**
 * How an item would fare if it were lodged under another version of its matter: not at all is worse; more to bring or to meet is worse
 * than shorter limits are better; undefined: not listed.
 */
export function compareMatters(before: Matter | undefined, after: Matter | undefined): Fares {
  if (!before || !after) return before === after ? 'unchanged' : after ? 'better' : 'worse';
  const asked = burden(after) - burden(before);
  if (asked !== 0) return asked > 0 ? 'worse' : 'better';
  const [old, now] = [daysOf(before), daysOf(after)];
  if (old === now) return 'unchanged';
  return now < old ? 'better' : 'worse';
}

/** What the applicant must bring and the authority may refuse on. */
function burden({ materials, conditions, extraFields }: Matter): number {
  const brought = materials.filter((one) => one.required && one.source === 'applicant').length;
  return brought + conditions.filter((one) => one.sure).length + extraFields.filter((one) => one.required).length;
}

function daysOf({ limits }: Matter): number {
  return limits.total ?? (limits.accept ?? 0) + (limits.decide ?? 0);
}
