import { noteReading, type ReadingAct } from '../access/reading-log.ts';
import type { GivenPurpose } from '../access/reading-purpose-store.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';

/** Notes who looked at personal data or set a check aside, with the reason. The log is written once. */
export async function logAccess(
  tx: Tx,
  actor: Actor,
  act: ReadingAct,
  subjectKey: string | null,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
  purpose: GivenPurpose | null = null,
): Promise<void> {
  await noteReading(tx, actor, { act, subjectKey, purpose, detail }, at);
}
