import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';
import type { Task } from '../platform/task.ts';
import { listUnsealedPapers, noteRoused } from './paper-desk-store.ts';

/**
 * Task `rouse-papers`: papers that wait for their seal and that nothing has touched for ten minutes are tried again, as long as it takes:
 * the queue's own tries end after an hour, an authority may be away for longer. A paper that does not print is left to a person.
 */
export function rousePapers(services: Services): Task {
  return {
    name: 'rouse-papers',
    async run() {
      const now = services.clock.now();
      const since = new Date(now.getTime() - 10 * 60_000);
      await services.db.transaction({ sees: 'all' }, async (tx) => {
        for (const { subject_key: subjectKey, paper_id: paperId } of await listUnsealedPapers(tx, since)) {
          await noteRoused(tx, subjectKey, paperId, now);
          await orderJobs(tx, subjectKey, [{ task: 'print-paper', payload: { paperId } }], now);
        }
        return null;
      });
    },
  };
}
