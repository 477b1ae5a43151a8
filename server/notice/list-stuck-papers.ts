import type { ReplyOf } from '#contract/endpoint.ts';
import type { listStuckPapers as contract } from '#contract/notice.ts';
import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { listStuckRows } from './paper-desk-store.ts';

/** More than this at once has one cause; the oldest hundred show it. */
const most = 100;

/** Papers whose last try failed, the oldest first: of the officer's unit, of a region, or of all. */
export async function listStuckPapers(services: Services, actor: Actor): Promise<ReplyOf<typeof contract>> {
  const rows = await services.db.read(scopeOf(actor, ['unit', 'region']), (tx) => listStuckRows(tx, most));
  return {
    papers: rows.map((row) => ({
      subjectKey: row.subject_key,
      paperId: row.paper_id,
      title: row.title ?? paperTitles[row.kind as PaperKind],
      organName: row.organ_name,
      docNumber: row.doc_number,
      waitsFor: row.state === 'ordered' ? 'seal' : 'print',
      reason: row.state === 'ordered' ? row.failure : '没有生成成功，可以重新生成；再次失败的请查看后台日志',
      orderedAt: row.ordered_at,
      lastTryAt: row.last_try_at,
    })),
  };
}
