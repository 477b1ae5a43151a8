import type { MatterView } from '#contract/catalog.ts';
import type { FiledUnit, MatterContent } from '#domain/catalog/changes/catalog-change.ts';
import { firstVersion } from '#domain/catalog/matter-from-law.ts';
import type { LawEntryKey, SubjectType } from '#law/matter-keys.ts';
import { lawEntries } from '#law/matters.ts';
import { type Level, type LimitKey, limitKeys } from './catalog-words.ts';
import { type DraftPaper, noPaper, paperOf } from './draft-paper.ts';
import type { FilingBase } from './use-filing.ts';

export type DraftCondition = NonNullable<MatterContent['conditions']>[number];
export type DraftMaterial = NonNullable<MatterContent['materials']>[number];
export type DraftExtraField = NonNullable<MatterContent['extraFields']>[number];

/** What of a version can be changed. */
export interface MatterParts {
  readonly name: string;
  readonly plain: string;
  readonly authority: string;
  readonly levels: readonly Level[];
  readonly subjectTypes: readonly SubjectType[];
  readonly conditions: readonly DraftCondition[];
  readonly materials: readonly DraftMaterial[];
  readonly extraFields: readonly DraftExtraField[];
  readonly limits: Readonly<Record<LimitKey, number | null>>;
}

/** A matter being written: its parts, the units it brings and the paper it rests on. */
export interface MatterDraft extends FilingBase, MatterParts {
  readonly sector: string;
  readonly units: readonly FiledUnit[];
  readonly withPaper: boolean;
  readonly paper: DraftPaper;
}

/** The parts of a version as it stands. */
export function partsOfView(matter: MatterView): MatterParts {
  const ids = (cites: readonly { id: string }[]) => cites.map((one) => one.id);
  return {
    name: matter.name,
    plain: matter.plain,
    authority: matter.authority,
    levels: matter.levels as Level[],
    subjectTypes: matter.subjectTypes as SubjectType[],
    conditions: matter.conditions.map(({ key, text, cites }) => ({ key, text, cites: ids(cites) })),
    materials: matter.materials.map(({ cites, ...one }) => ({ ...one, cites: ids(cites) })),
    extraFields: matter.extraFields,
    limits: matter.limits,
  };
}

/** The parts a law entry gives a new matter to begin with; its own name and sentence are still to be written. */
export function partsOfEntry(entry: LawEntryKey): MatterParts {
  const law = firstVersion(lawEntries[entry]);
  const list = entry === 'serious-list';
  return {
    name: list ? '' : law.name,
    plain: list ? '' : law.plain,
    authority: law.authority,
    levels: law.levels,
    subjectTypes: law.subjectTypes,
    conditions: law.conditions.map(({ key, text, cites }) => ({ key, text, cites })),
    materials: law.materials,
    extraFields: law.extraFields,
    limits: law.limits,
  };
}

/** A draft that changes nothing yet. */
export function draftOf(parts: MatterParts, effectiveOn: string, sector = ''): MatterDraft {
  return { ...parts, sector, units: [], withPaper: false, paper: noPaper, effectiveOn, basis: '', urgentReason: '' };
}

/** Whether anything in the draft rests on the paper filed with it. */
export function citesFiling(draft: MatterDraft): boolean {
  return [...draft.conditions, ...draft.materials].some((one) => one.cites.includes('filing'));
}

/** What the draft says differently from what it began with, and nothing else: what is not said stays as it is. */
export function changedContent(draft: MatterDraft, base: MatterParts): Omit<MatterContent, 'op'> {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const texts = (['name', 'plain', 'authority'] as const).filter(
    (key) => draft[key].trim() !== base[key] && draft[key].trim(),
  );
  const lists = (['levels', 'subjectTypes', 'conditions', 'materials', 'extraFields'] as const).filter(
    (key) => !same(draft[key], base[key]),
  );
  const limits = limitKeys.filter((key) => draft.limits[key] !== base.limits[key]);
  return {
    ...Object.fromEntries(texts.map((key) => [key, draft[key].trim()])),
    ...Object.fromEntries(
      lists.map((key) => [key, key === 'extraFields' ? draft[key].map(withoutBlanks) : draft[key]]),
    ),
    ...(limits.length > 0 ? { limits: Object.fromEntries(limits.map((key) => [key, draft.limits[key]])) } : {}),
    ...(draft.units.length > 0 ? { units: draft.units } : {}),
    ...(draft.withPaper || citesFiling(draft) ? { paper: paperOf(draft.paper) } : {}),
  };
}

/** A key for a new part that no other part has: `own-3`. */
export function freshKey(taken: readonly { readonly key: string }[]): string {
  for (let number = taken.length + 1; ; number += 1)
    if (!taken.some((one) => one.key === `own-${number}`)) return `own-${number}`;
}

/** Choices are written one a line; empty lines are none. */
function withoutBlanks(field: DraftExtraField): DraftExtraField {
  return field.choices ? { ...field, choices: field.choices.map((one) => one.trim()).filter(Boolean) } : field;
}
