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
      const failure = await printOne(services, press, payload.subjectKey, textOf(payload, 'paperId'));
      if (failure) throw failure;
    },
  };
}

/** Prints one paper unless it is printed; gives the failure, which is written on the paper. */
export async function printOne(
  services: Services,
  press: PaperPress,
  subjectKey: string,
  paperId: string,
): Promise<Error | undefined> {
  const all = { sees: 'all' } as const;
  const paper = await services.db.read(all, (tx) => findPaper(tx, subjectKey, paperId));
  if (!paper) throw new Error(`no paper ${paperId}`);
  if (paper.state === 'printed') return undefined;
  const printed = await renderPaper(paper.kind, paper.model as never, press).catch((error: Error) => error);
  if (printed instanceof Error) {
    const failure = printed.message.slice(0, 1000);
    settled(await services.db.transaction(all, (tx) => recordPrintFailure(tx, subjectKey, paperId, failure)));
    return printed;
  }
  const digest = createHash('sha256').update(printed).digest('hex');
  const content = Buffer.from(printed);
  const at = services.clock.now();
  settled(await services.db.transaction(all, (tx) => recordPrinted(tx, { subjectKey, paperId, content, digest, at })));
  return undefined;
}
