/** The 14 matters: 13 of 附件3 in their order, and the penalties of other fields that the guide covers. */
import { listMatters } from './list-matters.ts';
import { marketMatters } from './market-matters.ts';
import type { Matter } from './matter.ts';
import { type LawEntryKey, type MatterKey, matterKeys } from './matter-keys.ts';
import { sectorMatters } from './sector-matters.ts';
import { seriousListEntry } from './serious-list.ts';

const all = [...marketMatters, ...listMatters, ...sectorMatters];

/** Matters by key. */
export const matters: Readonly<Record<MatterKey, Matter>> = Object.fromEntries(
  matterKeys.map((key) => [key, all.find((matter) => matter.key === key)!]),
) as Record<MatterKey, Matter>;

/** Matters in the order of 附件3. */
export const mattersInOrder: readonly Matter[] = matterKeys.map((key) => matters[key]);

/** Law entries by key: the matters, and the one that later lists rest on. */
export const lawEntries: Readonly<Record<LawEntryKey, Matter>> = { ...matters, 'serious-list': seriousListEntry };

/** Whether a word names a law entry. */
export function isLawEntryKey(key: unknown): key is LawEntryKey {
  return typeof key === 'string' && Object.hasOwn(lawEntries, key);
}

/** Whether a word names a matter of this release. */
export function isMatterKey(key: unknown): key is MatterKey {
  return typeof key === 'string' && Object.hasOwn(matters, key);
}
