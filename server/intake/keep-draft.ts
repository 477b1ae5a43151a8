import type { saveDraft as contract } from '#contract/drafts.ts';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import { type Catalog, findMatter } from '#domain/catalog/catalog.ts';
import { changedSince } from '#domain/intake/changed-since.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkSubject, scopeOf, standingFor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { type DraftRow, deleteDraftRow, findDraft, listDraftRows, saveDraftRow } from './draft-store.ts';
import { findTickedRecords } from './intake-store.ts';
import { mayOpenDraft } from './within-mandate.ts';

type View = ReplyOf<typeof contract>;

const gone = () => refuse('not-found', 'draft-gone', '这份草稿已经提交或删除。');

const toView = (row: DraftRow, catalog: Catalog, today: PlainDate): View => ({
  draftId: row.draft_id,
  version: row.version,
  updatedAt: row.updated_at,
  content: row.content,
  changed: changedSince(catalog, Object.values(row.begun), today).map((one) => ({
    ...one,
    sentences: [...one.sentences],
  })),
});

/** The versions a draft's records were begun under: those known already, and today's for records that have just been ticked. */
async function begunUnder(
  tx: Tx,
  catalog: Catalog,
  today: PlainDate,
  subjectKey: string,
  recordIds: readonly string[],
  known: DraftRow['begun'],
): Promise<DraftRow['begun']> {
  const fresh = recordIds.filter((id) => !known[id]);
  const records = fresh.length > 0 ? await findTickedRecords(tx, subjectKey, fresh) : [];
  const added = records.flatMap(({ record_id, matter_key }) => {
    const matter = findMatter(catalog, matter_key, today);
    return matter ? [[record_id, { matterKey: matter_key, version: matter.version }] as const] : [];
  });
  const kept = Object.entries(known).filter(([id]) => recordIds.includes(id));
  return Object.fromEntries([...kept, ...added]);
}

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
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.transaction(scopeOf(actor, ['window']), async (tx): Promise<View | Refusal> => {
    const before = body.version === 0 ? undefined : await findDraft(tx, subjectKey, draftId);
    if (before && !mayOpenDraft(actor, subjectKey, before)) return gone();
    const begun = await begunUnder(tx, catalog, today, subjectKey, body.content.recordIds, before?.begun ?? {});
    if (!mayOpenDraft(actor, subjectKey, { begun, content: body.content }))
      return refuse('not-found', 'record-not-found', '有一条信息没有找到，或者不在授权的事项里，请刷新后重新选择。');
    const saved = await saveDraftRow(tx, {
      begun,
      subjectKey,
      draftId,
      owner,
      windowUnitId,
      content: body.content,
      seen: body.version,
      authorisationId:
        actor.kind === 'applicant' ? (standingFor(actor, subjectKey)?.mandate?.authorisationId ?? null) : null,
      at: services.clock.now(),
    });
    if (saved) return toView(saved, catalog, today);
    const now = await findDraft(tx, subjectKey, draftId);
    if (!now || !mayOpenDraft(actor, subjectKey, now)) return gone();
    return refuse('conflict', 'draft-newer', '这份草稿在另一台设备上有更新的内容，请先载入最新内容。', {
      more: { draft: toView(now, catalog, today) },
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
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.read(scopeOf(actor, ['window']), async (tx) => ({
    drafts: (await listDraftRows(tx, subjectKey))
      .filter((row) => mayOpenDraft(actor, subjectKey, row))
      .map((row) => toView(row, catalog, today)),
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
  return services.db.transaction(scopeOf(actor, ['window']), async (tx) => {
    const draft = await findDraft(tx, subjectKey, draftId);
    if (draft && !mayOpenDraft(actor, subjectKey, draft)) return { deleted: false };
    return { deleted: await deleteDraftRow(tx, subjectKey, draftId) };
  });
}
