import type { HandOverAnswer } from '#domain/intake/window-hand-over.ts';
import type { Item } from '#domain/item/item.ts';
import type { Tx } from '../../platform/database.ts';

/** A hand-over of an application between two windows, with its application and subject. */
export interface HandOverRow {
  readonly hand_over_id: string;
  readonly subject_key: string;
  readonly application_id: string;
  readonly from_unit_id: string;
  readonly to_unit_id: string;
  readonly reason: string;
  readonly with_originals: boolean;
  readonly asked_by: { readonly name: string };
  readonly asked_at: string;
  readonly answer: HandOverAnswer | null;
  readonly note: string | null;
  readonly answered_by: { readonly name: string } | null;
  readonly answered_at: string | null;
}

/** How an application is named: read by the platform where a window deals with one that another follows up. */
export interface ApplicationNames {
  readonly number: string;
  readonly subject_name: string;
  readonly phone: string;
}

const columns = `hand_over_id, subject_key, application_id, from_unit_id, to_unit_id, reason, with_originals, asked_by, asked_at, answer,
  note, answered_by, answered_at`;

export async function recordHandOver(
  tx: Tx,
  it: {
    subjectKey: string;
    handOverId: string;
    applicationId: string;
    from: string;
    to: string;
    reason: string;
    withOriginals: boolean;
    by: unknown;
    at: Date;
  },
): Promise<boolean> {
  const changed = await tx.change(
    'hand-over-insert',
    `insert into window_hand_over (subject_key, hand_over_id, application_id, from_unit_id, to_unit_id, reason, with_originals, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      it.subjectKey,
      it.handOverId,
      it.applicationId,
      it.from,
      it.to,
      it.reason,
      it.withOriginals,
      JSON.stringify(it.by),
      it.at,
    ],
  );
  return changed === 1;
}

export async function lockHandOver(tx: Tx, subjectKey: string, handOverId: string): Promise<HandOverRow | undefined> {
  const rows = await tx.query<HandOverRow>(
    'hand-over-lock',
    `select ${columns} from window_hand_over where subject_key = $1 and hand_over_id = $2 for update`,
    [subjectKey, handOverId],
  );
  return rows[0];
}

export async function hasOpenHandOver(tx: Tx, subjectKey: string, applicationId: string): Promise<boolean> {
  const rows = await tx.query(
    'hand-over-open',
    'select 1 from window_hand_over where subject_key = $1 and application_id = $2 and answered_at is null',
    [subjectKey, applicationId],
  );
  return rows.length > 0;
}

export async function recordAnswer(
  tx: Tx,
  it: { subjectKey: string; handOverId: string; answer: HandOverAnswer; note: string; by: unknown; at: Date },
): Promise<void> {
  await tx.change(
    'hand-over-answer',
    `update window_hand_over set answer = $3, note = $4, answered_by = $5, answered_at = $6
     where subject_key = $1 and hand_over_id = $2 and answered_at is null`,
    [it.subjectKey, it.handOverId, it.answer, it.note, JSON.stringify(it.by), it.at],
  );
}

/** Those of a window, waiting ones first, then the newest; at most 100. */
export async function listHandOverRows(tx: Tx, unitId: string): Promise<HandOverRow[]> {
  return tx.query<HandOverRow>(
    'hand-overs-window',
    `select ${columns} from window_hand_over where from_unit_id = $1 or to_unit_id = $1
     order by answered_at is not null, asked_at desc limit 100`,
    [unitId],
  );
}

export async function listHandOversOf(tx: Tx, subjectKey: string, applicationId: string): Promise<HandOverRow[]> {
  return tx.query<HandOverRow>(
    'hand-overs-application',
    `select ${columns} from window_hand_over where subject_key = $1 and application_id = $2 order by asked_at`,
    [subjectKey, applicationId],
  );
}

/** Units that decide the items of an application. */
export async function listDeciders(tx: Tx, subjectKey: string, applicationId: string): Promise<string[]> {
  const rows = await tx.query<{ unit_id: string }>(
    'hand-over-deciders',
    'select distinct unit_id from item where subject_key = $1 and application_id = $2',
    [subjectKey, applicationId],
  );
  return rows.map((one) => one.unit_id);
}

/** Units at which somebody stands at a window on this day: service centres, and authorities with a desk of their own. */
export async function listDeskUnits(tx: Tx, today: string): Promise<string[]> {
  const rows = await tx.query<{ unit_id: string }>(
    'hand-over-desk-units',
    `select distinct unit_id from officer where 'window-clerk' = any (roles)
       and valid_from <= $1::date and (valid_to is null or valid_to >= $1::date)`,
    [today],
  );
  return rows.map((one) => one.unit_id);
}

export async function namesOf(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
): Promise<ApplicationNames | undefined> {
  const rows = await tx.query<ApplicationNames>(
    'hand-over-names',
    `select a.number, s.name as subject_name, a.form->>'phone' as phone from application a join subject s on s.subject_key = a.subject_key
     where a.subject_key = $1 and a.application_id = $2`,
    [subjectKey, applicationId],
  );
  return rows[0];
}

/** Writes the fold of an item, held by lockItem, after its window changed: nothing else of the row follows from that, its end least of all. */
export async function refoldItem(tx: Tx, item: Item): Promise<void> {
  await tx.change(
    'hand-over-refold',
    'update item set fold = $3, version = $4 where subject_key = $1 and item_id = $2',
    [item.subjectKey, item.itemId, JSON.stringify(item), item.version],
  );
}

/**
 * Gives everything of an application to another window, so that row policies and lists follow. The ledger stays as it was written: who
 * may see an item may read its history.
 */
export async function moveToWindow(
  tx: Tx,
  it: { subjectKey: string; applicationId: string; from: string; to: string; withOriginals: boolean },
): Promise<void> {
  const whole = [it.subjectKey, it.applicationId, it.to];
  for (const table of ['application', 'attachment', 'paper', 'rating', 'item'])
    await tx.change(
      `hand-over-move-${table}`,
      `update ${table} set window_unit_id = $3 where subject_key = $1 and application_id = $2`,
      whole,
    );
  for (const table of ['exchange', 'urging'])
    await tx.change(
      `hand-over-move-${table}`,
      `update ${table} set window_unit_id = $3 where subject_key = $1
         and item_id in (select item_id from item where subject_key = $1 and application_id = $2)`,
      whole,
    );
  await tx.change(
    'hand-over-move-hand-out',
    'update window_hand_out set window_unit_id = $3 where subject_key = $1 and application_id = $2',
    whole,
  );
  if (it.withOriginals)
    await tx.change(
      'hand-over-move-originals',
      `update window_original set window_unit_id = $3 where subject_key = $1 and application_id = $2 and window_unit_id = $4 and returned_at is null`,
      [...whole, it.from],
    );
}
