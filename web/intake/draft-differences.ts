import type { DraftContent } from '#contract/drafts.ts';

/** One place where two copies of a draft say different things. */
export interface DraftDifference {
  /** Which part of the draft: ['form', 'phone'], ['extra', record, question], ['materials', record, material], ['recordIds']. */
  readonly path: readonly string[];
  /** What is typed here, and what the other device saved; empty where nothing is. Lists are kept as lists. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** The parts of a draft that can differ by themselves, each with its value. */
function parts(content: DraftContent): Map<string, unknown> {
  const found = new Map<string, unknown>([['recordIds', [...content.recordIds].sort()]]);
  for (const [key, value] of Object.entries(content.form)) found.set(JSON.stringify(['form', key]), value);
  for (const part of ['extra', 'materials'] as const)
    for (const [recordId, values] of Object.entries(content[part]))
      for (const [key, value] of Object.entries(values)) found.set(JSON.stringify([part, recordId, key]), value);
  return found;
}

/** Nothing typed, nothing chosen and no entry at all are the same; the order of keys says nothing. */
function essence(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value);
  if (typeof value === 'object')
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return JSON.stringify(value);
}

/** Where two copies of a draft differ, in the order of the form. */
export function draftDifferences(mine: DraftContent, theirs: DraftContent): DraftDifference[] {
  const [here, there] = [parts(mine), parts(theirs)];
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((key) => essence(here.get(key)) !== essence(there.get(key)))
    .map((key) => ({
      path: key === 'recordIds' ? [key] : (JSON.parse(key) as string[]),
      mine: here.get(key),
      theirs: there.get(key),
    }));
}

/** `mine` with the other device's value in the parts named. */
export function takeTheirs(mine: DraftContent, taken: readonly DraftDifference[]): DraftContent {
  const content = structuredClone(mine);
  for (const { path, theirs } of taken) {
    const [part, first, second] = path as [string, string, string];
    if (part === 'recordIds') content.recordIds = theirs as string[];
    else if (part === 'form') Object.assign(content.form, { [first]: theirs });
    else {
      const group = content[part as 'extra' | 'materials'] as Record<string, Record<string, unknown>>;
      group[first] = { ...group[first], [second]: theirs ?? (part === 'extra' ? '' : []) };
    }
  }
  return content;
}
