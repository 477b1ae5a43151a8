import { parseCitation } from '#law/cite.ts';
import { mayRefuse } from '#law/dated.ts';
import type { Matter, MatterCondition } from '../catalog.ts';
import type { FiledCondition } from './catalog-change.ts';

/** Cite of the paper that was filed with a change, as the keeper writes it and as it is kept. */
const filedCite = 'filing';
const keptCite = (changeId: string) => `filing:${changeId}`;

const kept = (cites: readonly string[], changeId: string) =>
  cites.map((cite) => (cite === filedCite ? keptCite(changeId) : cite));

/**
 * Conditions as they enter the catalogue: sure where one of their clauses was read (a registered text read whole, or the paper filed
 * with the change, which two persons have in hand); the rest inform and refuse nobody.
 */
export function filedConditions(conditions: readonly FiledCondition[], changeId: string): MatterCondition[] {
  return conditions.map((one) => ({
    key: one.key,
    text: one.text.trim(),
    cites: kept(one.cites, changeId),
    sure: one.cites.some(isRead),
  }));
}

export function filedMaterials(materials: Matter['materials'], changeId: string): Matter['materials'] {
  return materials.map((one) => ({ ...one, cites: kept(one.cites, changeId) }));
}

function isRead(cite: string): boolean {
  if (cite === filedCite || /^(filing|confirmation):/.test(cite)) return true;
  const citation = parseCitation(cite);
  return citation !== undefined && citation.article !== null && mayRefuse(citation.source.read);
}
