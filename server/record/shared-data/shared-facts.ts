import { type JudgedPayments, judgePayments, type Payment, type Penalty } from '#domain/record/shared-data/payments.ts';
import {
  type JudgedReorganisation,
  judgeReorganisations,
  type ReorganisationCase,
} from '#domain/record/shared-data/reorganisations.ts';
import type { SharedState } from '#domain/record/shared-data/shared-state.ts';
import type { SharedRead } from './shared-read-store.ts';

/** The last answer of a kind, and the trouble of a later try. */
function stateOf<T>(
  reads: readonly SharedRead[],
  kind: SharedRead['kind'],
  judge: (answer: NonNullable<SharedRead['answer']>) => T,
): SharedState<T> {
  const answered = reads.find((one) => one.kind === kind && one.answer !== null);
  const failed = reads.find((one) => one.kind === kind && one.answer === null);
  const late = failed && (!answered || failed.asked_at > answered.asked_at);
  return {
    last: answered
      ? { judged: judge(answered.answer!), queryNo: answered.query_no ?? '', on: answered.asked_on }
      : null,
    trouble: late ? failed.problem : null,
  };
}

/** Payments as judged by what the record imposes. */
export function paymentState(reads: readonly SharedRead[], penalties: readonly Penalty[]): SharedState<JudgedPayments> {
  return stateOf(reads, 'payments', (answer) => judgePayments(answer as readonly Payment[], penalties));
}

/** Cases of reorganisation as they stand. */
export function reorganisationState(reads: readonly SharedRead[]): SharedState<JudgedReorganisation> {
  return stateOf(reads, 'reorganisations', (answer) => judgeReorganisations(answer as readonly ReorganisationCase[]));
}
