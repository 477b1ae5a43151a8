import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { noteService as contract } from '#contract/repair-notices.ts';
import { judgeService } from '#domain/record/judge-service.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { type RecordPath, recordNotFound } from './make-repair-notice.ts';
import { findNotice, lockNotice, toNoticeView } from './notice-store.ts';
import { dayOf } from './notices/notice-row.ts';
import { findProof, insertService } from './notices/service-store.ts';
import { findRecord } from './record-store.ts';
import type { RecordRow } from './record-view.ts';

/** How a notice was served, as somebody notes it. */
export type ServiceNote = BodyOf<typeof contract>;

/**
 * Notes how and when the notice was served, and when the decision was: together where the notice came on the same day or before.
 * A second entry corrects the first and says why; both stay. Never a day that has not come, nor one before the decision was made.
 */
export async function noteService(
  services: Services,
  actor: Actor,
  path: RecordPath,
  body: ServiceNote,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  return services.db.transaction({ sees: 'unit', unit: actor.unit.unitId }, async (tx) => {
    const record = await findRecord(tx, path.subjectKey, path.recordId);
    if (record?.unit_id !== actor.unit.unitId) return recordNotFound;
    const noted = await noteInside(tx, services, actor, record, body);
    if (isRefusal(noted)) return noted;
    const notice = await findNotice(tx, path.subjectKey, path.recordId);
    return notice ? { ...toNoticeView(notice), notes: [...noted] } : recordNotFound;
  });
}

/** The same inside a transaction, for one record of the officer's unit; gives what should be looked at again. */
export async function noteInside(
  tx: Tx,
  services: Services,
  officer: Officer,
  record: RecordRow,
  body: ServiceNote,
): Promise<Refusal | readonly string[]> {
  const { subject_key: subjectKey, record_id: recordId } = record;
  const notice = await lockNotice(tx, subjectKey, recordId);
  if (!notice) return refuse('not-found', 'notice-not-made', '这条信息还没有制作《信用修复告知书》，请先制作。');
  const decisionServedOn = body.decisionServedOn ?? body.servedOn;
  const reason = body.reason?.trim() || null;
  const announcedOn = body.announcedOn ?? null;
  const judged = judgeService({
    way: body.servedHow,
    servedOn: body.servedOn,
    decisionServedOn,
    announcedOn,
    hasReceipt: Boolean(body.receivedBy?.trim() || body.receiptNumber?.trim() || body.proofId),
    findingDate: record.finding_date,
    madeOn: dayOf(notice.made_at),
    edition: notice.edition,
    today: services.clock.today(),
  });
  const faults = [
    ...judged.faults,
    ...(notice.service_version > 0 && !reason
      ? [{ field: 'reason', text: '这份告知书已经登记过送达，更正要写明理由；原来的登记会保留。' }]
      : []),
  ];
  if (faults.length > 0) return refuse('invalid', 'fields-invalid', faults[0]!.text, { fields: faults });
  if (body.proofId) {
    const proof = await findProof(tx, { subjectKey, recordId, proofId: body.proofId });
    if (proof?.notice_id !== notice.notice_id)
      return refuse('invalid', 'proof-unknown', '没有找到这份送达凭证，请重新上传。', {
        fields: [{ field: 'proofId', text: '请重新上传凭证。' }],
      });
  }
  await insertService(tx, {
    subjectKey,
    notice,
    unitId: officer.unit.unitId,
    regionCode: officer.unit.regionCode,
    servedHow: body.servedHow,
    servedOn: body.servedOn,
    decisionServedOn,
    announcedOn,
    receivedBy: body.receivedBy?.trim() || null,
    receiptNumber: body.receiptNumber?.trim() || null,
    proofId: body.proofId ?? null,
    reason: notice.service_version > 0 ? reason : null,
    notedBy: officer.officerId,
    at: services.clock.now(),
  });
  return judged.notes;
}
