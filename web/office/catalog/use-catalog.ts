import type { CatalogChange } from '#contract/catalog-changes.ts';
import { useAsk } from '../ask.ts';
import { useOfficer } from '../session.ts';

/** Fields by the word of their units, each named by its provincial unit. */
export function useFields(): ReadonlyMap<string, string> {
  const { data } = useAsk('listUnits', { query: { region: '360000' } }, { staleTime: Infinity });
  const units = (data?.units ?? []).filter((one) => !['window', 'gov-service'].includes(one.sector));
  return new Map(units.map((one) => [one.sector, one.name]));
}

/** Filings of a kind that wait for a decision or for their day, by what they change. */
export function useComing(kind: CatalogChange['kind']): ReadonlyMap<string, readonly CatalogChange[]> {
  const { data } = useAsk('listCatalogChanges', { query: { kind } });
  const coming = (data?.changes ?? []).filter(
    (one) => one.state === 'filed' || (one.state === 'approved' && !one.inForce),
  );
  return Map.groupBy(coming, (one) => one.target);
}

/** The newest version of a matter that has no end, in force or to come: what a change is written over. */
export function useNewestVersion(matterKey: string) {
  const { today } = useOfficer();
  const versions = useAsk('listMatterVersions', { params: { matterKey } });
  const newest = versions.data?.versions.find((one) => one.validTo === null);
  const on = newest && newest.validFrom > today ? newest.validFrom : today;
  const matter = useAsk('getMatter', { params: { matterKey }, query: { on } }, { enabled: versions.isSuccess });
  return versions.isError ? { ...matter, error: versions.error, isPending: false as const } : matter;
}
