import { createHash } from 'node:crypto';
import type { Services } from '../platform/app-context.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { findPaper, recordPrinted, recordPrintFailure } from './notice-store.ts';
import type { PaperPress } from './papers/paper-press.ts';
import { renderPaper } from './papers/render-paper.ts';

/**
 * Prints an ordered paper from the model kept with it and keeps the file with its SHA-256. Equal models give equal bytes, so a job that
 * runs twice confirms the same digest. A failure is written on the paper, where people see it, and thrown, so that it is tried again.
 */
export function printPaperTask(services: Services, press: PaperPress): Task {
  return {
    name: 'print-paper',
    maxAttempts: 8,
    async run(payload) {
      const { subjectKey } = payload;
      const paperId = textOf(payload, 'paperId');
      const all = { sees: 'all' } as const;
      const paper = await services.db.read(all, (tx) => findPaper(tx, subjectKey, paperId));
      if (!paper) throw new Error(`no paper ${paperId}`);
      if (paper.state === 'printed') return;
      const printed = await renderPaper(paper.kind, paper.model as never, press).catch((error: Error) => error);
      if (printed instanceof Error) {
        const failure = printed.message.slice(0, 1000);
        settled(await services.db.transaction(all, (tx) => recordPrintFailure(tx, subjectKey, paperId, failure)));
        throw printed;
      }
      const digest = createHash('sha256').update(printed).digest('hex');
      const content = Buffer.from(printed);
      const at = services.clock.now();
      settled(
        await services.db.transaction(all, (tx) => recordPrinted(tx, { subjectKey, paperId, content, digest, at })),
      );
    },
  };
}
