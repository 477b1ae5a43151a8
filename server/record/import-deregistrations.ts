import type { Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import type { PlacedRow } from './import-plan.ts';

/** Orders one job for each subject that the registrar's rows say is deregistered: the act itself is that of server/record/orders. */
export async function orderDeregistrations(
  tx: Tx,
  rows: readonly PlacedRow[],
  importId: string | null,
  at: Date,
): Promise<void> {
  const said = new Map<string, PlacedRow>();
  for (const row of rows)
    if (row.isRegistrars && row.subject.deregisteredOn !== undefined) said.set(row.subjectKey, row);
  for (const { subjectKey, subject, unitId } of said.values())
    await orderJobs(
      tx,
      subjectKey,
      [{ task: 'deregister-subject', payload: { deregisteredOn: subject.deregisteredOn, unitId, importId } }],
      at,
    );
}
