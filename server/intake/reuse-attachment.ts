import type {
  AttachmentView,
  listReusableMaterials as listContract,
  reuseAttachment as reuseContract,
} from '#contract/attachments.ts';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import { isReusable, reusableUntil } from '#domain/intake/reusable-until.ts';
import { addDays, addMonths } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkSubject, ledgerActor, limitsFor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { dayInShanghai } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { findByRequest, toAttachmentView } from './attachment-store.ts';
import { type GivenRow, insertReused, listGiven } from './reuse-store.ts';

const consentText = '我同意把以前交过的这份材料用于这次申请，材料现在仍然真实、有效。';

/** An agent who was authorised for certain matters only sees again what that agent handed in. */
const giverOf = (actor: Actor, subjectKey: string): string | null =>
  actor.kind === 'applicant' && limitsFor(actor, subjectKey) !== null ? actor.sub : null;

async function listReusable(services: Services, tx: Tx, actor: Actor, subjectKey: string): Promise<GivenRow[]> {
  const { materialReuseMonths: months } = services.config;
  const today = services.clock.today();
  if (months === 0) return [];
  // A day more than needed: the exact end is a matter of days in Shanghai, decided below.
  const since = new Date(`${addDays(addMonths(today, -months), -2)}T00:00:00Z`);
  const rows = await listGiven(tx, subjectKey, since, giverOf(actor, subjectKey));
  const seen = new Set<string>();
  return rows.filter((row) => {
    // The same file given several times is offered once: the last time it was given.
    const key = `${row.material_key} ${row.digest}`;
    if (seen.has(key) || !isReusable(dayInShanghai(new Date(row.given_at)), months, today)) return false;
    seen.add(key);
    return true;
  });
}

/** What the subject gave with earlier applications and may give again, newest first. */
export async function listReusableMaterials(
  services: Services,
  actor: Actor,
  subjectKey: string,
): Promise<ReplyOf<typeof listContract> | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const { materialReuseMonths: months } = services.config;
  const rows = await services.db.read(scopeOf(actor, ['window']), (tx) =>
    listReusable(services, tx, actor, subjectKey),
  );
  const materials = rows.map((row) => ({
    attachmentId: row.attachment_id,
    materialKey: row.material_key,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    givenAt: row.given_at,
    applicationNumber: row.number,
    until: reusableUntil(dayInShanghai(new Date(row.given_at)), months),
  }));
  return { materials, months, consent: consentText, limitMb: services.config.uploadLimitMb };
}

/** Gives one of them again, with the person's consent kept beside it; free until its application is submitted, like any upload. */
export async function reuseAttachment(
  services: Services,
  actor: Actor,
  subjectKey: string,
  attachmentId: string,
  { requestId }: BodyOf<typeof reuseContract>,
): Promise<AttachmentView | Refusal> {
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const now = services.clock.now();
  return services.db.transaction(scopeOf(actor, ['window']), async (tx): Promise<AttachmentView | Refusal> => {
    const before = await findByRequest(tx, subjectKey, requestId);
    if (before) return toAttachmentView(before);
    const given = (await listReusable(services, tx, actor, subjectKey)).find(
      (one) => one.attachment_id === attachmentId,
    );
    if (!given)
      return refuse(
        'not-found',
        'not-reusable',
        '这份材料不能再用：可能已经过了期限，或者不是以前提交过的。请重新上传。',
      );
    const by = ledgerActor(actor, subjectKey);
    const consent = {
      by,
      at: now.toISOString(),
      text: consentText,
      givenOn: dayInShanghai(new Date(given.given_at)),
    };
    await insertReused(tx, {
      subjectKey,
      fromId: attachmentId,
      attachmentId: v7(now),
      requestId,
      by,
      at: now,
      windowUnitId: actor.kind === 'officer' ? actor.unit.unitId : null,
      consent,
    });
    return toAttachmentView((await findByRequest(tx, subjectKey, requestId))!);
  });
}
