import { withoutSignature } from '../gateways/signing/pdf-signature.ts';
import type { Services } from '../platform/app-context.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { type BatchNotice, beginBatch, endBatch, findBatch, insertPart, noteProgress } from './batch-store.ts';
import { findPaperFile } from './paper-store.ts';
import { openPdfJoiner } from './papers/join-pdf.ts';
import { type PaperMeans, printOne } from './print-paper.ts';

const everything = { sees: 'all' } as const;
const partBytes = 1024 * 1024;
/** Progress is written down after so many papers. */
const step = 5;

/**
 * Task `print-notice-batch` {batchId}: one file of many notices, each page the very paper that was made (with its code), printed
 * where it was not yet. It is for the printer: the signatures stay with the single files, since a signature covers one file and no other. One paper is in memory at a time, and the file leaves it by parts. A paper that cannot be printed is named and
 * left out. May run twice: the second run begins anew.
 */
export function printNoticeBatch(services: Services, means: PaperMeans): Task {
  return {
    name: 'print-notice-batch',
    maxAttempts: 4,
    async run(payload) {
      const batchId = textOf(payload, 'batchId');
      const batch = await services.db.read(everything, (tx) => findBatch(tx, batchId));
      if (!batch) throw new Error(`no batch ${batchId}`);
      if (!settled(await services.db.transaction(everything, (tx) => beginBatch(tx, batchId)))) return;
      const parts = partWriter(services, batchId);
      const joiner = openPdfJoiner(parts.write);
      const left: BatchNotice[] = [];
      let done = 0;
      for (const notice of batch.notices) {
        const file = await fileOf(services, means, notice);
        if (file) await joiner.add(withoutSignature(file), batch.two_sided);
        else left.push(notice);
        done += 1;
        if (done % step === 0) await noteDone(services, batchId, done);
      }
      const printed = batch.notices.length - left.length;
      const { pages, bytes } = printed > 0 ? await joiner.end() : { pages: 0, bytes: 0 };
      await parts.end();
      settled(
        await services.db.transaction(everything, async (tx) => {
          const failure = left.length > 0 ? leftText(left) : null;
          const state = printed > 0 ? 'done' : 'failed';
          await endBatch(tx, { batchId, state, done, pages, bytes, failure, at: services.clock.now() });
          return null;
        }),
      );
    },
  };
}

async function noteDone(services: Services, batchId: string, done: number): Promise<void> {
  settled(
    await services.db.transaction(everything, async (tx) => {
      await noteProgress(tx, batchId, done);
      return null;
    }),
  );
}

/** The paper as it was made; printed now where nobody has. Undefined where it cannot be. */
async function fileOf(services: Services, means: PaperMeans, notice: BatchNotice): Promise<Buffer | undefined> {
  const { subjectKey, paperId } = notice;
  const failure = await printOne(services, means, subjectKey, paperId);
  if (failure) {
    services.log.warn({ err: failure, paperId }, 'notice left out of its batch');
    return undefined;
  }
  const file = await services.db.read(everything, (tx) => findPaperFile(tx, subjectKey, paperId));
  return file && Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}

function leftText(left: readonly BatchNotice[]): string {
  const numbers = left.slice(0, 10).map((one) => one.docNumber);
  const more = left.length > 10 ? `等 ${left.length} 份` : '';
  return `没有生成成功、没有合入的：${numbers.join('、')}${more}。请在列表里逐份重新生成后再打印。`;
}

/** Writes the file down by parts of a mebibyte, whatever the pieces it comes in. */
function partWriter(services: Services, batchId: string) {
  let waiting: Buffer[] = [];
  let size = 0;
  let part = 0;
  async function flush(): Promise<void> {
    if (size === 0) return;
    const content = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    settled(
      await services.db.transaction(everything, async (tx) => {
        await insertPart(tx, batchId, part, content);
        return null;
      }),
    );
    part += 1;
  }
  return {
    async write(bytes: Buffer): Promise<void> {
      waiting.push(bytes);
      size += bytes.length;
      if (size >= partBytes) await flush();
    },
    end: flush,
  };
}
