import type { Services } from '../platform/app-context.ts';
import { orderJobs, wholePlatform } from '../platform/outbox.ts';
import { settled, type Task } from '../platform/task.ts';
import { listWaitingPapers } from './batch-store.ts';
import { type PaperMeans, printOne } from './print-paper.ts';

/** Papers of one run: a minute or two of the press, after which others have their turn. */
const perRun = 50;

/**
 * Task `print-notices`: prints the notices that an import brought, one after the other, in one place of the queue: a paper that
 * somebody waits for is never behind thousands of them. What does not print is tried again by a job of its own.
 */
export function printWaitingNotices(services: Services, means: PaperMeans): Task {
  return {
    name: 'print-notices',
    maxAttempts: 4,
    async run() {
      const all = { sees: 'all' } as const;
      const waiting = await services.db.read(all, (tx) => listWaitingPapers(tx, perRun));
      for (const { subject_key: subjectKey, paper_id: paperId } of waiting) {
        const failure = await printOne(services, means, subjectKey, paperId);
        if (!failure) continue;
        const again = { task: 'print-paper', payload: { paperId } };
        settled(await order(services, subjectKey, again));
      }
      if (waiting.length === perRun)
        settled(await order(services, wholePlatform, { task: 'print-notices', payload: {} }));
    },
  };
}

function order(services: Services, subjectKey: string, job: Parameters<typeof orderJobs>[2][number]) {
  return services.db.transaction({ sees: 'all' }, async (tx) => {
    await orderJobs(tx, subjectKey, [job], services.clock.now());
    return null;
  });
}
