import { createHash } from 'node:crypto';
import { type Signer, SigningFailure } from '../gateways/signing/signer.ts';
import type { Services } from '../platform/app-context.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { findPaper, type PaperRow, recordPrinted, recordPrintFailure } from './paper-store.ts';
import type { PaperPress } from './papers/paper-press.ts';
import { renderPaper } from './papers/render-paper.ts';
import { sealPaper, sealPartyOf } from './seal-paper.ts';

/** What papers are made with: the press with the office's faces, and who seals them. */
export interface PaperMeans {
  readonly press: PaperPress;
  readonly signer: Signer;
}

const all = { sees: 'all' } as const;

/**
 * Prints an ordered paper from the model kept with it, has its organ's seal put on, and keeps the file with its digests. The first file
 * that is kept is the paper: a second run finds it and makes none. A failure is written on the paper, where people see it, and thrown, so
 * that it is tried again; without its seal a paper goes on waiting and is never handed out.
 */
export function printPaperTask(services: Services, means: PaperMeans): Task {
  return {
    name: 'print-paper',
    maxAttempts: 8,
    async run(payload) {
      const failure = await printOne(services, means, payload.subjectKey, textOf(payload, 'paperId'));
      if (failure) throw failure;
    },
  };
}

/** Prints and seals one paper unless it is printed; gives the failure, which is written on the paper. */
export async function printOne(
  services: Services,
  means: PaperMeans,
  subjectKey: string,
  paperId: string,
): Promise<Error | undefined> {
  const paper = await services.db.read(all, (tx) => findPaper(tx, subjectKey, paperId));
  if (!paper) throw new Error(`no paper ${paperId}`);
  if (paper.state === 'printed') return undefined;
  const at = services.clock.now();
  const made = await makeFile(services, means, paper, at).catch((error: Error) => error);
  if (made instanceof Error) {
    const failure = made.message.slice(0, 1000);
    const state = made instanceof SigningFailure ? 'ordered' : 'failed';
    settled(
      await services.db.transaction(all, (tx) => recordPrintFailure(tx, { subjectKey, paperId, state, failure, at })),
    );
    return made;
  }
  settled(await services.db.transaction(all, (tx) => recordPrinted(tx, { subjectKey, paperId, at, ...made })));
  return undefined;
}

async function makeFile(services: Services, { press, signer }: PaperMeans, paper: PaperRow, at: Date) {
  const printed = await renderPaper(paper.kind, paper.model as never, press);
  const party = sealPartyOf(paper, await services.catalog());
  const { pdf: content, certificate, timeStampedAt } = await sealPaper(signer, paper, printed, party, at);
  const digestOf = (algorithm: 'sha256' | 'sm3') => createHash(algorithm).update(content).digest('hex');
  return {
    content,
    digest: digestOf('sha256'),
    digestSm3: digestOf('sm3'),
    sealParty: party.unitId,
    certificate,
    timeStampedAt,
  };
}
