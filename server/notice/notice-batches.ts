import { Readable } from 'node:stream';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/notice-queue.ts';
import { formatChineseShort } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { orderJobs, wholePlatform } from '../platform/outbox.ts';
import type { FileReply } from '../platform/route.ts';
import { v7 } from '../platform/uuid.ts';
import { findQueueRows } from '../record/notices/notice-queue-store.ts';
import * as store from './batch-store.ts';
import { noteBatch } from './note-batch.ts';

/** What one file may hold; a day of the largest unit stays far below. */
const mostNotices = 500;
const keptDays = 7;

/** Orders one file of the notices chosen, or of a day's decisions, in the order of the list. */
export async function printNotices(
  services: Services,
  actor: Actor,
  body: BodyOf<typeof contract.printNotices>,
): Promise<contract.NoticeBatchView | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { unitId } = actor.unit;
  const at = services.clock.now();
  return services.db.transaction({ sees: 'unit', unit: unitId }, async (tx) => {
    const notices = await chosen(tx, unitId, body);
    if (isRefusal(notices)) return notices;
    const batchId = v7(at);
    const title = body.findingDate
      ? `${formatChineseShort(body.findingDate)}的决定，${notices.length} 份`
      : `选中的 ${notices.length} 份`;
    await store.forgetOldParts(tx, unitId, keptSince(at));
    await store.insertBatch(tx, {
      batchId,
      unitId,
      title,
      notices,
      twoSided: body.twoSided ?? false,
      by: actor.officerId,
      at,
    });
    await orderJobs(tx, wholePlatform, [{ task: 'print-notice-batch', payload: { batchId } }], at);
    return toView((await store.findBatch(tx, batchId))!);
  });
}

async function chosen(
  tx: Tx,
  unitId: string,
  { records, findingDate }: BodyOf<typeof contract.printNotices>,
): Promise<readonly store.BatchNotice[] | Refusal> {
  if (!records && !findingDate)
    return refuse('invalid', 'fields-invalid', '请选择要打印的决定，或者给出决定日期。', {
      fields: [{ field: 'records', text: '请至少选择一条。' }],
    });
  const notices = records
    ? (await findQueueRows(tx, unitId, records)).flatMap((row) =>
        row.paper_id ? { subjectKey: row.subject_key, paperId: row.paper_id, docNumber: row.doc_number } : [],
      )
    : await store.noticesOfDay(tx, unitId, findingDate!, mostNotices + 1);
  if (notices.length === 0)
    return refuse('not-found', 'nothing-to-print', '没有可以打印的告知书：选中的决定还没有制作告知书。');
  if (notices.length > mostNotices)
    return refuse('invalid', 'too-many-notices', `一次最多打印 ${mostNotices} 份，请分几次。`);
  return notices;
}

const keptSince = (at: Date) => new Date(at.getTime() - keptDays * 24 * 3_600_000);

export async function listNoticeBatches(
  services: Services,
  actor: Actor,
): Promise<ReplyOf<typeof contract.listNoticeBatches> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { unitId } = actor.unit;
  const since = keptSince(services.clock.now());
  const rows = await services.db.read({ sees: 'unit', unit: unitId }, (tx) => store.listBatchRows(tx, unitId, since));
  return { batches: rows.map(toView) };
}

/** The file of a batch, streamed part by part. */
export async function downloadNoticeBatch(
  services: Services,
  actor: Actor,
  batchId: string,
): Promise<FileReply | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const scope = { sees: 'unit', unit: actor.unit.unitId } as const;
  const found = await services.db.read(scope, async (tx) => {
    const batch = await store.findBatch(tx, batchId);
    return { batch, first: await store.readPart(tx, batchId, 0) };
  });
  const { batch, first } = found;
  if (batch?.unit_id !== actor.unit.unitId)
    return refuse('not-found', 'batch-not-found', '没有找到这一批，或者它不是本单位的。');
  if (batch.state !== 'done')
    return refuse('conflict', 'batch-not-ready', `正在合成，已完成 ${batch.done} / ${batch.total} 份，请稍后再打开。`);
  if (!first) return refuse('not-found', 'batch-gone', `合成的文件保留 ${keptDays} 天，这一批已经清除，请重新打印。`);
  await noteBatch(services, actor, batch, 'joined');
  async function* parts() {
    let content: Buffer | undefined = first;
    for (let part = 1; content; part += 1) {
      yield content;
      content = await services.db.read(scope, (tx) => store.readPart(tx, batchId, part));
    }
  }
  const name = `信用修复告知书 ${batch.title}.pdf`;
  return {
    file: true,
    type: 'application/pdf',
    name,
    content: Readable.from(parts(), { objectMode: false }),
    inline: true,
  };
}

function toView(row: Omit<store.BatchRow, 'notices'>): contract.NoticeBatchView {
  return {
    batchId: row.batch_id,
    title: row.title,
    total: row.total,
    done: row.done,
    pages: row.pages,
    bytes: row.bytes,
    twoSided: row.two_sided,
    state: row.state,
    failure: row.failure,
    orderedAt: row.ordered_at,
    endedAt: row.ended_at,
  };
}
