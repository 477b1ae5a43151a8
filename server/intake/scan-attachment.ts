import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { scannerOf } from './keep-file.ts';
import { claimWaiting, deleteUnused, emptyInfected, findWaiting, noteScan } from './scan-store.ts';
import { deleteStaleUploads } from './upload-store.ts';

const all = { sees: 'all' } as const;
const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A file nobody waits for may take its time. */
const patienceMs = 90_000;
/** After this many tries in vain the file goes on waiting, and is taken up again by the clock. */
const mostTries = 6;
/** Longer than the tries of one job take together. */
const restMs = 30 * minuteMs;

/** Asks the scanner about a file that waits. Clean: it opens. Infected: its content goes, and whoever gave it is told. */
export function scanAttachment(services: Services): Task {
  return {
    name: 'scan-attachment',
    maxAttempts: mostTries,
    async run(payload) {
      const { subjectKey } = payload;
      const attachmentId = textOf(payload, 'attachmentId');
      const waiting = await services.db.read(all, (tx) => findWaiting(tx, subjectKey, attachmentId));
      if (!waiting) return;
      const scanner = scannerOf(services.config, patienceMs);
      // The scanner was taken out of the settings while the file waited: it goes on waiting until there is one, or a reason to open it.
      if (!scanner) return;
      const said = await scanner.scan(waiting.content);
      const at = services.clock.now();
      const it = { subjectKey, attachmentId, at };
      settled(
        await services.db.transaction(all, async (tx) => {
          if (said.verdict === 'clean') await noteScan(tx, { ...it, scan: 'clean', found: null });
          if (said.verdict === 'unavailable') await noteScan(tx, { ...it, scan: 'waiting', found: said.why });
          if (said.verdict === 'infected' && (await emptyInfected(tx, { ...it, found: said.found })))
            await orderJobs(tx, subjectKey, [{ task: 'tell-infected', payload: { attachmentId } }], at);
          return null;
        }),
      );
      if (said.verdict === 'unavailable') throw new Error(`scanner: ${said.why}`);
    },
  };
}

/** Takes up again what still waits half an hour after the last try: a file is never forgotten, however long the scanner is down. */
export async function rouseScans(services: Services): Promise<void> {
  if (!scannerOf(services.config)) return;
  const now = services.clock.now();
  settled(
    await services.db.transaction(all, async (tx) => {
      for (const one of await claimWaiting(tx, new Date(now.getTime() - restMs), now))
        await orderJobs(
          tx,
          one.subject_key,
          [{ task: 'scan-attachment', payload: { attachmentId: one.attachment_id } }],
          now,
        );
      return null;
    }),
  );
}

const keepPiecesDays = 7;
const keepUnusedDays = 180;

/** Removes pieces nobody went on with for a week, and after half a year files that no application and no draft uses. */
export async function clearUploads(services: Services): Promise<void> {
  const now = services.clock.now().getTime();
  settled(
    await services.db.transaction(all, async (tx) => {
      await deleteStaleUploads(tx, new Date(now - keepPiecesDays * dayMs));
      await deleteUnused(tx, new Date(now - keepUnusedDays * dayMs));
      return null;
    }),
  );
}
