import { addDays } from '#domain/plain-date.ts';
import type { Services } from '../../platform/app-context.ts';
import { orderJobs, wholePlatform } from '../../platform/outbox.ts';
import { settled, type Task, textOf } from '../../platform/task.ts';
import { makeNotice } from './make-notice.ts';
import { listWithoutNotice, lockWithoutNotice, type RecordKey } from './notice-queue-store.ts';

/** Few enough that the number series of their units are held for a moment only. */
const batch = 25;

/**
 * Task `make-notices` {importId}: the notices of what an import brought in, for decisions of the last NOTICE_DAYS days. They stand in
 * the queue 待送达 as soon as they are written; their papers are printed afterwards, one after the other, so that a large import keeps
 * no decision's paper waiting. May run twice: what has a notice is passed over.
 */
export function makeNotices(services: Services): Task {
  return {
    name: 'make-notices',
    maxAttempts: 8,
    async run(payload) {
      const importId = textOf(payload, 'importId');
      const { noticeDays } = services.config;
      if (noticeDays === 0) return;
      const since = addDays(services.clock.today(), -noticeDays);
      const all = { sees: 'all' } as const;
      const keys = await services.db.read(all, (tx) => listWithoutNotice(tx, importId, since));
      for (let at = 0; at < keys.length; at += batch) await makeSome(services, keys.slice(at, at + batch));
    },
  };
}

/** Makes the notices of one batch of records, in one short transaction. */
async function makeSome(services: Services, keys: readonly RecordKey[]): Promise<void> {
  const catalog = await services.catalog();
  settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      const records = await lockWithoutNotice(tx, keys);
      for (const record of records) {
        const unit = catalog.units.get(record.unit_id!);
        if (unit) await makeNotice(tx, { services, catalog, unit, madeBy: 'platform', printNow: false }, record);
      }
      if (records.length > 0)
        await orderJobs(tx, wholePlatform, [{ task: 'print-notices', payload: {} }], services.clock.now());
      return null;
    }),
  );
}
