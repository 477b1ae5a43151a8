import { type Actor, ledgerActor } from '../platform/actor.ts';
import { insertRows, type Tx } from '../platform/database.ts';

/** Notes who looked at personal data or set a check aside, with the reason. The log is written once. */
export async function logAccess(
  tx: Tx,
  actor: Actor,
  act: 'find-subjects' | 'look-up-subject' | 'override-check-digit' | 'open-unscanned',
  subjectKey: string | null,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const who = actor.kind === 'guest' ? 'guest' : ledgerActor(actor).id;
  await insertRows(
    tx,
    'access_log',
    ['at', 'actor', 'act', 'subject_key', 'detail'],
    [[at, who, act, subjectKey, JSON.stringify(detail)]],
  );
}
