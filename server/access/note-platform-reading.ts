import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import type { ReadingAct } from './reading-log.ts';

/** Notes that the platform read a subject's data by itself: for a unit's case, or because the subject fills in a form (no unit). */
export async function notePlatformReading(
  tx: Tx,
  reading: {
    readonly act: ReadingAct;
    readonly subjectKey: string;
    readonly itemId: string | null;
    readonly unit: { readonly unitId: string; readonly name: string } | null;
    readonly detail: Readonly<Record<string, unknown>>;
  },
  at: Date,
): Promise<void> {
  const { act, subjectKey, itemId, unit, detail } = reading;
  await tx.change(
    'reading-platform',
    `insert into access_log (entry_id, at, actor, actor_name, unit_id, unit_name, act, subject_key, item_id, purpose, note, detail)
     values ($1, $2, 'platform', '平台', $3, $4, $5, $6, $7, $8, '', $9)`,
    [
      v7(at),
      at,
      unit?.unitId ?? null,
      unit?.name ?? '本平台（您查看记录、填写申请时）',
      act,
      subjectKey,
      itemId,
      unit ? 'case' : 'own-form',
      JSON.stringify(detail),
    ],
  );
}
