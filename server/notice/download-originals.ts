import { Readable } from 'node:stream';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { FileReply } from '../platform/route.ts';
import { type ZipEntry, zipName, zipOf } from '../platform/zip.ts';
import { type BatchNotice, findBatch } from './batch-store.ts';
import { noteBatch } from './note-batch.ts';
import { findPaperFile } from './paper-store.ts';

/**
 * The sealed files of a batch, each the very bytes that were kept: what is served electronically, where the joined file is for the
 * printer. Those that are not sealed yet are left out, as in the joined file.
 */
export async function downloadOriginals(
  services: Services,
  actor: Actor,
  batchId: string,
): Promise<FileReply | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { unitId } = actor.unit;
  const batch = await services.db.read({ sees: 'unit', unit: unitId }, (tx) => findBatch(tx, batchId));
  if (batch?.unit_id !== unitId) return refuse('not-found', 'batch-not-found', '没有找到这一批，或者它不是本单位的。');
  await noteBatch(services, actor, batch, 'originals');
  const entries = originalsOf(services, unitId, batch.notices);
  return {
    file: true,
    type: 'application/zip',
    name: `信用修复告知书原件 ${batch.title}.zip`,
    content: Readable.from(zipOf(entries)),
  };
}

async function* originalsOf(
  services: Services,
  unit: string,
  notices: readonly BatchNotice[],
): AsyncGenerator<ZipEntry> {
  const at = services.clock.now();
  for (const [index, { subjectKey, paperId, docNumber }] of notices.entries()) {
    const content = await services.db.read({ sees: 'unit', unit }, (tx) => findPaperFile(tx, subjectKey, paperId));
    const name = `${String(index + 1).padStart(3, '0')} ${zipName(`${docNumber} 信用修复告知书.pdf`)}`;
    if (content) yield { name, at, content: () => content };
  }
}
