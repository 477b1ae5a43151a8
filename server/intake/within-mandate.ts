import { type Actor, isAgent, limitsFor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';

/*
 * What an agent (受托) may open of an application. Items and records are held back by their row policies already; papers and uploads know
 * no matter of their own, so that it is asked here by the items that the transaction sees. The receipt bears the query code, which would
 * outlive the authorisation: it is for the enterprise alone.
 */

/** Whether somebody who acts for the subject may open a paper of it. */
export async function mayOpenPaper(tx: Tx, actor: Actor, subjectKey: string, paperId: string): Promise<boolean> {
  if (!isAgent(actor, subjectKey)) return true;
  const rows = await tx.query<{ kind: string; within: boolean }>(
    'paper-within-mandate',
    `select p.kind, case
         when p.item_id is not null then exists (select 1 from item i where i.subject_key = p.subject_key and i.item_id = p.item_id)
         when p.application_id is not null then (select count(*) from item i where i.subject_key = p.subject_key and i.application_id = p.application_id)
           = (select jsonb_array_length(a.items) from application a where a.subject_key = p.subject_key and a.application_id = p.application_id)
         when p.record_id is not null then exists (select 1 from record r where r.subject_key = p.subject_key and r.record_id = p.record_id)
         else false end as within
     from paper p where p.subject_key = $1 and p.paper_id = $2`,
    [subjectKey, paperId],
  );
  return rows[0]?.within === true && rows[0].kind !== 'receipt';
}

/** Whether an upload may be opened: one's own while it is free, else one that was handed in for an item that is seen. */
export async function mayOpenUpload(tx: Tx, actor: Actor, subjectKey: string, attachmentId: string): Promise<boolean> {
  if (actor.kind !== 'applicant' || limitsFor(actor, subjectKey) === null) return true;
  const rows = await tx.query<{ within: boolean }>(
    'upload-within-mandate',
    `select case when u.objection_id is not null then exists (select 1 from objection o where o.subject_key = u.subject_key and o.objection_id = u.objection_id)
         when u.application_id is null then u.uploaded_by ->> 'id' = $3 else exists (
         select 1 from item i join application p on p.subject_key = i.subject_key and p.application_id = i.application_id
         where i.subject_key = u.subject_key and i.application_id = u.application_id
           and (u.item_id = i.item_id or p.items @> jsonb_build_array(jsonb_build_object('recordId', i.record_id,
             'materials', jsonb_build_array(jsonb_build_object('attachmentIds', jsonb_build_array(u.attachment_id))))))) end as within
     from attachment u where u.subject_key = $1 and u.attachment_id = $2`,
    [subjectKey, attachmentId, actor.sub],
  );
  return rows[0]?.within === true;
}

/** Whether a draft lies within what the actor may do: every record in it belongs to one of the matters. */
export function mayOpenDraft(
  actor: Actor,
  subjectKey: string,
  draft: {
    readonly begun: Readonly<Record<string, { readonly matterKey: string }>>;
    readonly content: { readonly recordIds: readonly string[] };
  },
): boolean {
  const limits = limitsFor(actor, subjectKey);
  return (
    limits === null ||
    draft.content.recordIds.every((id) => draft.begun[id] && limits.includes(draft.begun[id].matterKey))
  );
}
