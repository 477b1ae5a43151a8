import { paymentMaterials } from '#law/shared-proofs.ts';
import { type JudgedPayments, onlyMoney, type Penalty, paymentWords } from './payments.ts';

/** A paper that the applicant would have to bring. */
interface AskedMaterial {
  readonly key: string;
  readonly source: 'shared' | 'authority' | 'applicant';
}

/**
 * Papers of a matter that need not be brought because shared data shows the payment: a receipt always; what shows that duties were
 * performed only where money is all that the decision asked for, since shared data knows of nothing else.
 */
export function provenMaterials(
  materials: readonly AskedMaterial[],
  judged: JudgedPayments,
  penalties: readonly Penalty[],
): string[] {
  if (judged.standing !== 'paid') return [];
  return materials
    .filter((one) => one.source === 'applicant' && paymentMaterials.includes(one.key))
    .filter((one) => one.key === 'payment-proof' || onlyMoney(penalties))
    .map((one) => one.key);
}

/** The list of a matter as it is asked of this subject: what is proven comes from shared data, with what was found. */
export function withProven<M extends AskedMaterial & { readonly why: string }>(
  materials: readonly M[],
  proven: { readonly materials: readonly string[]; readonly text: string },
): M[] {
  return materials.map((one) =>
    proven.materials.includes(one.key) ? { ...one, source: 'shared' as const, why: proven.text } : one,
  );
}

/** Why it is not asked for. */
export const provenWords = (judged: JudgedPayments) => `已由共享数据核验，无需提供：${paymentWords(judged)}`;
