import type { PaperModel } from '#contract/paper-models.ts';

/** Fields that are no free text: chosen words, codes, addresses, pictures. */
const fixed = 'kind verification seal sealNote outcome base64 matters applyUrl signature issuedOn digest'.split(' ');
/** Fields that people write at length, those first that every paper with them prints. */
const long =
  'statement notes ground heardText reason insteadText text remedies consequence request note alsoText about limitText'.split(
    ' ',
  );
const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The same model with each text that somebody types or names replaced. */
export function withTexts(model: PaperModel, change: (text: string, field: string) => string): PaperModel {
  const walk = (value: unknown, field: string): unknown => {
    if (fixed.includes(field)) return value;
    if (typeof value === 'string') return isDay(value) ? value : change(value, field);
    if (Array.isArray(value)) return value.map((one) => walk(one, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, key)]));
  };
  return walk(model, '') as PaperModel;
}

/** One field that people write at length with `text` in it, and its name; undefined where a paper has none. */
export function withOneLong(
  model: PaperModel,
  text: string,
): { readonly model: PaperModel; readonly field: string } | undefined {
  const has: string[] = [];
  withTexts(model, (now, field) => {
    has.push(field);
    return now;
  });
  const chosen = long.find((field) => has.includes(field));
  if (chosen === undefined) return undefined;
  let done = false;
  const changed = withTexts(model, (now, field) => {
    if (done || field !== chosen) return now;
    done = true;
    return text;
  });
  return { model: changed, field: chosen };
}

/** Every list of a model with that many entries. */
export function withLongLists(model: PaperModel, entries: number): PaperModel {
  const walk = (value: unknown, field: string): unknown => {
    if (fixed.includes(field)) return value;
    if (Array.isArray(value))
      return value.length === 0 ? value : Array.from({ length: entries }, (_, i) => value[i % value.length]);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, key)]));
  };
  return walk(model, '') as PaperModel;
}
