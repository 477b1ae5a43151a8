import type { DraftContent } from '#contract/drafts.ts';
import type { BegunUnder } from '#domain/intake/changed-since.ts';
import type { Tx } from '../platform/database.ts';

export interface DraftRow {
  readonly draft_id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly content: DraftContent;
  /** By record: the version of its matter when it was first saved here. */
  readonly begun: Readonly<Record<string, BegunUnder>>;
}

export async function findDraft(tx: Tx, subjectKey: string, draftId: string): Promise<DraftRow | undefined> {
  const rows = await tx.query<DraftRow>(
    'draft-find',
    'select draft_id, version, updated_at, content, begun from draft where subject_key = $1 and draft_id = $2',
    [subjectKey, draftId],
  );
  return rows[0];
}

export async function listDraftRows(tx: Tx, subjectKey: string): Promise<DraftRow[]> {
  return tx.query<DraftRow>(
    'drafts-list',
    'select draft_id, version, updated_at, content, begun from draft where subject_key = $1 order by updated_at desc limit 20',
    [subjectKey],
  );
}

/** Saves over the version that was seen; undefined when another device saved in between. */
export async function saveDraftRow(
  tx: Tx,
  it: {
    subjectKey: string;
    draftId: string;
    owner: string;
    windowUnitId: string | null;
    content: DraftContent;
    begun: DraftRow['begun'];
    seen: number;
    authorisationId: string | null;
    at: Date;
  },
): Promise<DraftRow | undefined> {
  const rows =
    it.seen === 0
      ? await tx.query<DraftRow>(
          'draft-insert',
          `insert into draft (subject_key, draft_id, owner, window_unit_id, content, version, updated_at, begun, authorisation_id)
           values ($1, $2, $3, $4, $5, 1, $6, $7, $8)
           on conflict (subject_key, draft_id) do nothing returning draft_id, version, updated_at, content, begun`,
          [
            it.subjectKey,
            it.draftId,
            it.owner,
            it.windowUnitId,
            JSON.stringify(it.content),
            it.at,
            JSON.stringify(it.begun),
            it.authorisationId,
          ],
        )
      : await tx.query<DraftRow>(
          'draft-update',
          `update draft set content = $4, version = version + 1, updated_at = $5, begun = $6, authorisation_id = $7
           where subject_key = $1 and draft_id = $2 and version = $3
           returning draft_id, version, updated_at, content, begun`,
          [
            it.subjectKey,
            it.draftId,
            it.seen,
            JSON.stringify(it.content),
            it.at,
            JSON.stringify(it.begun),
            it.authorisationId,
          ],
        );
  return rows[0];
}

export async function deleteDraftRow(tx: Tx, subjectKey: string, draftId: string): Promise<boolean> {
  return (
    (await tx.change('draft-delete', 'delete from draft where subject_key = $1 and draft_id = $2', [
      subjectKey,
      draftId,
    ])) > 0
  );
}
