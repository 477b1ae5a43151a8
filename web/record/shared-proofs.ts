import { useQuery } from '@tanstack/react-query';
import type { MatterView } from '#contract/catalog.ts';
import type { SharedProof } from '#contract/shared-data.ts';
import { withProven } from '#domain/record/shared-data/proven-materials.ts';
import { call } from '../api.ts';

const staleTime = 5 * 60_000;

/** What shared data has for these records; asked once for a form, and again when other records are chosen. */
export function useSharedProofs(subjectKey: string, recordIds: readonly string[]) {
  const records = [...recordIds].sort().join(',');
  return useQuery({
    queryKey: ['shared-proofs', subjectKey, records],
    queryFn: () => call('listSharedProofs', { params: { subjectKey }, query: records ? { records } : {} }),
    staleTime,
    retry: false,
  });
}

/** The matter as it is asked of one record: papers that shared data proves are not the applicant's to bring. */
export function matterAsked(
  matter: MatterView | undefined,
  recordId: string,
  proofs: readonly SharedProof[] | undefined,
): MatterView | undefined {
  const proof = proofs?.find((one) => one.recordId === recordId);
  if (!matter || !proof || proof.materials.length === 0) return matter;
  const text = proof.source ? `${proof.text}${proof.source}。` : proof.text;
  const materials = withProven(matter.materials, { materials: proof.materials, text });
  return {
    ...matter,
    materials: materials.map((one) => (proof.materials.includes(one.key) ? { ...one, cites: proof.cites } : one)),
  };
}
