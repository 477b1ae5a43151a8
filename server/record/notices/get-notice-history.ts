import type { ReplyOf } from '#contract/endpoint.ts';
import type { getNoticeHistory as contract, ServiceEntry } from '#contract/repair-notices.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject } from '../../access/subject-store.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { type RecordPath, recordNotFound } from '../make-repair-notice.ts';
import { listEditions, toNoticeView } from '../notice-store.ts';
import { findQueueRows } from './notice-queue-store.ts';
import { stateOfNotice } from './notice-row.ts';
import { listServices, type ServiceRow } from './service-store.ts';

/** Every edition of the notice of a decision, and every entry of how it was served: what was replaced or corrected stays to be seen. */
export async function getNoticeHistory(
  services: Services,
  actor: Actor,
  path: RecordPath,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  const { unitId } = actor.unit;
  return services.db.read({ sees: 'unit', unit: unitId }, async (tx) => {
    const [row] = await findQueueRows(tx, unitId, [path]);
    if (!row) return recordNotFound;
    const editions = await listEditions(tx, path.subjectKey, path.recordId);
    const ids = editions.map((one) => one.notice_id);
    const entries = await listServices(tx, path.subjectKey, ids);
    const subject = await findSubject(tx, path.subjectKey);
    return {
      notices: editions.map(toNoticeView),
      services: entries.map(toEntry),
      outdated: stateOfNotice(catalog, row, subject, services.clock.today()).outdated,
    };
  });
}

function toEntry(row: ServiceRow): ServiceEntry {
  return {
    version: row.version,
    servedHow: row.served_how as ServiceEntry['servedHow'],
    servedOn: row.served_on,
    decisionServedOn: row.decision_served_on,
    announcedOn: row.announced_on,
    receivedBy: row.received_by,
    receiptNumber: row.receipt_number,
    proofId: row.proof_id,
    reason: row.reason,
    notedBy: row.noted_by,
    notedAt: row.noted_at,
  };
}
