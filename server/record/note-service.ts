import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { noteService as contract } from '#contract/record.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { type RecordPath, recordNotFound } from './make-repair-notice.ts';
import { findNotice, toNoticeView, updateService } from './notice-store.ts';
import { findRecord } from './record-store.ts';

/**
 * Notes how and when the notice was served together with the decision (两书同达). May be noted again to correct it; never a day that
 * has not come, nor one before the decision.
 */
export async function noteService(
  services: Services,
  actor: Actor,
  path: RecordPath,
  body: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { unitId } = actor.unit;
  return services.db.transaction({ sees: 'unit', unit: unitId }, async (tx) => {
    const record = await findRecord(tx, path.subjectKey, path.recordId);
    if (record?.unit_id !== unitId) return recordNotFound;
    const notice = await findNotice(tx, path.subjectKey, path.recordId);
    if (!notice) return refuse('not-found', 'notice-not-made', '这条信息还没有制作《信用修复告知书》，请先制作。');
    const wrong = wrongDay(body.servedOn, record.finding_date, services.clock.today());
    if (wrong) return refuse('invalid', 'fields-invalid', wrong, { fields: [{ field: 'servedOn', text: wrong }] });
    const saved = await updateService(tx, {
      subjectKey: path.subjectKey,
      noticeId: notice.notice_id,
      servedHow: body.servedHow,
      servedOn: body.servedOn,
      servedWithDecision: body.servedWithDecision,
      receivedBy: body.receivedBy?.trim() || null,
      notedBy: actor.officerId,
      at: services.clock.now(),
    });
    return saved ? toNoticeView(saved) : recordNotFound;
  });
}

function wrongDay(servedOn: string, findingDate: string, today: string): string | null {
  if (servedOn > today) return `送达日期不能晚于今天（${today}）。`;
  return servedOn < findingDate ? `送达日期不能早于决定日期（${findingDate}）。` : null;
}
