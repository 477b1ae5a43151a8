import { noteReading } from '../access/reading-log.ts';
import type { Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { BatchRow } from './batch-store.ts';

/** Notes that a batch of notices was taken away: one line with title and count, told to everybody whose notice is in it. */
export async function noteBatch(
  services: Services,
  actor: Officer,
  { batch_id, title, notices }: BatchRow,
  form: 'joined' | 'originals',
): Promise<void> {
  const line = {
    act: 'download-notices',
    subjectKey: null,
    purpose: { purpose: 'case', note: '' },
    detail: { batchId: batch_id, title, form, count: notices.length },
    subjectKeys: notices.map((one) => one.subjectKey),
  } as const;
  await services.db.read({ sees: 'unit', unit: actor.unit.unitId }, (tx) =>
    noteReading(tx, actor, line, services.clock.now()),
  );
}
