import { formatCitation } from '#law/cite.ts';

/** Citation ids with how they read, for the wire. */
export function citations(ids: readonly string[]): { id: string; text: string }[] {
  return [...new Set(ids)].map((id) => ({ id, text: formatCitation(id) }));
}
