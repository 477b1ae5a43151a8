import type { Catalog } from '#domain/catalog/catalog.ts';
import { formatChineseShort, parsePlainDate } from '#domain/plain-date.ts';

/** What was filled in beside the joint form for one matter, in the words of its questions; days are written out. */
export function annexAnswers(
  catalog: Catalog,
  matterKey: string,
  given: Readonly<Record<string, string>>,
): { label: string; value: string }[] {
  // Any version that asked the question knows what it is called: answers outlive the version they were given under.
  const fields = catalog.matters.filter((one) => one.matterKey === matterKey).flatMap((one) => one.extraFields);
  return Object.entries(given).flatMap(([key, value]) => {
    const field = fields.find((one) => one.key === key);
    if (!field || value.trim() === '') return [];
    const day = field.type === 'date' ? parsePlainDate(value) : undefined;
    return [{ label: field.label, value: day ? formatChineseShort(day) : value.trim() }];
  });
}
