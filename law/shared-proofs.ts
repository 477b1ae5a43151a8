/** What records of payment that the state already has speak to: kinds of penalty that are paid, conditions and materials that a payment shows. */
import type { PenaltyKind } from './classes.ts';
import type { LawEntryKey } from './matter-keys.ts';
import { marketEntries } from './tracks.ts';

/** Kinds that money settles. */
export const paidKinds: readonly PenaltyKind[] = ['罚款', '没收违法所得'];
/** Kinds that ask nothing more of anybody once they are made (行政处罚法第九条第一项). */
export const doneKinds: readonly PenaltyKind[] = ['警告', '通报批评'];

/** Conditions about what the decision asks to be performed: 36号第十四条（二）, 107号第十一条（一）, 54号第十八条（一）. */
export const paymentConditions: readonly string[] = ['paid', 'duties-performed'];
/** Materials that show it: 36号第十五条（一）, 107号第十四条第二款（四）, 54号第十八条（一）. */
export const paymentMaterials: readonly string[] = ['payment-proof', 'correction-proof'];

/** Why such a paper is not asked for where shared data has it: 赣信用办〔2024〕4号二（四）; in market supervision 107号 art 14 ¶3 as well. */
export function notAskedTwice(entry: LawEntryKey): readonly string[] {
  return (marketEntries as readonly string[]).includes(entry) ? ['samr107:14.3', 'plan4:2-4'] : ['plan4:2-4'];
}
