import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { saveDraft as contract } from '#contract/intake.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { type DraftRow, deleteDraftRow, findDraft, listDraftRows, saveDraftRow } from './draft-store.ts';

type View = ReplyOf<typeof contract>;

const toView = (row: DraftRow): View => ({
  draftId: row.draft_id,
  version: row.version,
  updatedAt: row.updated_at,
  content: row.content,
});

/** Saves a draft as typed. A version that lags behind is not written over: another device was faster. */
export async function saveDraft(
  services: Services,
  actor: Actor,
  subjectKey: string,
  draftId: string,
  body: BodyOf<typeof contract>,
): Promise<View | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const owner = actor.kind === 'applicant' ? actor.sub : actor.officerId;
  const windowUnitId = actor.kind === 'officer' ? actor.unit.unitId : null;
  return services.db.transaction(scopeOf(actor, ['window']), async (tx): Promise<View | Refusal> => {
    const saved = await saveDraftRow(tx, {
      subjectKey,
      draftId,
      owner,
      windowUnitId,
      content: body.content,
      seen: body.version,
      at: services.clock.now(),
    });
    if (saved) return toView(saved);
    const now = await findDraft(tx, subjectKey, draftId);
    if (!now) return refuse('not-found', 'draft-gone', '这份草稿已经提交或删除。');
    return refuse('conflict', 'draft-newer', '这份草稿在另一台设备上有更新的内容，请先载入最新内容。', {
      more: { draft: toView(now) },
    });
  });
}

export async function listDrafts(
  services: Services,
  actor: Actor,
  subjectKey: string,
): Promise<{ drafts: View[] } | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  return services.db.read(scopeOf(actor, ['window']), async (tx) => ({
    drafts: (await listDraftRows(tx, subjectKey)).map(toView),
  }));
}

export async function deleteDraft(
  services: Services,
  actor: Actor,
  subjectKey: string,
  draftId: string,
): Promise<{ deleted: boolean } | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  return services.db.transaction(scopeOf(actor, ['window']), async (tx) => ({
    deleted: await deleteDraftRow(tx, subjectKey, draftId),
  }));
}
