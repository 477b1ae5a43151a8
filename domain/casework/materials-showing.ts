import type { LawEntryKey } from '#law/matter-keys.ts';
import { isLawEntryKey } from '#law/matters.ts';
import { shownBy } from '#law/shown-by.ts';
import type { Matter } from '../catalog/catalog.ts';

/** Keys of the matter's own materials by which the texts have a condition shown, in the order of the matter. */
export function materialsShowing(matter: Pick<Matter, 'lawEntry' | 'materials'>, condition: string): string[] {
  // A list set up after 附件3 rests on the general rules (36号).
  const entry: LawEntryKey = isLawEntryKey(matter.lawEntry) ? matter.lawEntry : 'serious-list';
  const named = shownBy(entry, condition);
  return matter.materials.map((one) => one.key).filter((key) => named.includes(key));
}
