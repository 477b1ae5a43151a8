import type { SubjectType } from '#law/matter-keys.ts';
import { openSharedDataClient } from '../../gateways/shared-data/shared-data-client.ts';
import type { SharedDataPort } from '../../gateways/shared-data/shared-data-port.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { SharedRead } from './shared-read-store.ts';

/** Nobody who waits before a screen waits longer than this. */
const patienceMs = 2_500;
/** Questions that are out at once. */
const width = 8;

/** Shared data as screens ask it: with little patience. */
export function openSharedData({ config }: Services): SharedDataPort {
  return openSharedDataClient({
    system: 'shared-data',
    title: '省公共数据共享平台',
    url: config.sharedDataUrl,
    key: config.gatewayKey,
    requesterId: 'jx-xyxf',
    timeoutMs: Math.min(patienceMs, config.gatewayTimeoutMs),
  });
}

/** What is to be asked about one subject. */
export interface SharedQuestions {
  readonly identifier: string;
  readonly subjectKind: SubjectType;
  /** Records whose decisions ask for money. */
  readonly payments: readonly { readonly recordId: string; readonly docNumber: string }[];
  /** Ask for cases of reorganisation; a person has none. */
  readonly reorganisations: boolean;
}

/** Puts the questions side by side, outside of any transaction, and gives one read for each: an answer with its number, or why there is none. */
export async function askSharedData(
  { clock }: Services,
  port: SharedDataPort,
  about: SharedQuestions,
  by: LedgerActor,
): Promise<SharedRead[]> {
  const { identifier, payments } = about;
  const stamp = () => ({ asked_on: clock.today(), asked_at: clock.now().toISOString(), asked_by: by });
  const questions: (() => Promise<SharedRead>)[] = payments.map(({ recordId, docNumber }) => async () => {
    const read = await port.readPayments(identifier, docNumber);
    const common = { kind: 'payments', record_id: recordId, ...stamp() } as const;
    return read.ok
      ? { ...common, query_no: read.queryNo, answer: read.payments, problem: null }
      : { ...common, query_no: null, answer: null, problem: read.text };
  });
  if (about.reorganisations && about.subjectKind !== 'person')
    questions.push(async () => {
      const read = await port.readReorganisations(identifier);
      const common = { kind: 'reorganisations', record_id: null, ...stamp() } as const;
      return read.ok
        ? { ...common, query_no: read.queryNo, answer: read.reorganisations, problem: null }
        : { ...common, query_no: null, answer: null, problem: read.text };
    });
  return inLanes(questions);
}

async function inLanes<T>(questions: readonly (() => Promise<T>)[]): Promise<T[]> {
  const found: T[] = [];
  let at = 0;
  const lane = async () => {
    while (at < questions.length) {
      const mine = at++;
      found[mine] = await questions[mine]!();
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, questions.length) }, lane));
  return found;
}
