import type { QueryOf } from '#contract/endpoint.ts';
import type { listQueue } from '#contract/queue.ts';
import { normaliseName } from '#domain/record/import-doc-number.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { findSubjectKey } from '../access/subject-store.ts';
import type { Officer } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { maskPersonalNumbers } from '../platform/log.ts';
import { logAccess } from '../record/log-access.ts';
import { dueKey } from './queue-lists.ts';

export type QueueQuery = QueryOf<typeof listQueue>;

/** Conditions of a search, with `place` for each value. */
type Place = (value: unknown) => string;

/** What a list is narrowed down by beside the search; as SQL conditions on item `i`. */
export function filterConditions(query: QueueQuery, place: Place): string[] {
  const where: string[] = [];
  if (query.matter) where.push(`i.matter_key = ${place(query.matter)}`);
  if (query.region) where.push(`i.region_code like ${place(`${query.region.replace(/(00)+$/, '')}%`)}`);
  if (query.state) where.push(`i.state = ${place(query.state)}`);
  if (query.holder === 'nobody') where.push('i.assignee is null');
  else if (query.holder) where.push(`i.assignee = ${place(query.holder)}`);
  if (query.receivedFrom) where.push(`i.opened_on >= ${place(query.receivedFrom)}::date`);
  if (query.receivedTo) where.push(`i.opened_on <= ${place(query.receivedTo)}::date`);
  if (query.dueFrom) where.push(`${dueKey} >= ${place(query.dueFrom)}::date`);
  if (query.dueTo) where.push(`${dueKey} <= ${place(query.dueTo)}::date`);
  return where;
}

/**
 * The one search field: a public number (of an item or a whole application) or a code is looked up in its directory and gives one
 * subject; anything else is looked for in names, former names (whole) and document numbers. Looking a code up is noted in the log.
 */
export async function searchCondition(
  tx: Tx,
  officer: Officer,
  text: string,
  { place, now }: { readonly place: Place; readonly now: Date },
): Promise<string> {
  const numbers = await tx.query<{ subject_key: string; application_id: string; item_id: string | null }>(
    'queue-number',
    'select subject_key, application_id, item_id from item_number where number = $1',
    [text.toUpperCase()],
  );
  const number = numbers[0];
  if (number)
    return number.item_id
      ? `(i.subject_key = ${place(number.subject_key)} and i.item_id = ${place(number.item_id)})`
      : `(i.subject_key = ${place(number.subject_key)} and i.application_id = ${place(number.application_id)})`;
  const code = normaliseCode(text);
  const subjectKey = /^[0-9A-Z]{15,18}$/.test(code) ? await findSubjectKey(tx, code) : undefined;
  if (subjectKey) {
    await logAccess(tx, officer, 'find-subjects', subjectKey, { q: maskPersonalNumbers(text), in: 'queue' }, now);
    return `i.subject_key = ${place(subjectKey)}`;
  }
  const former = await tx.query<{ subject_key: string }>(
    'queue-former-name',
    'select subject_key from subject where former_names @> array[$1::text] limit 200',
    [normaliseName(text)],
  );
  // Not `like`: over ten thousand items that took 52 ms where this took 36 (multi-byte text).
  const part = `${place(text)}::text`;
  const keys = former.map((row) => row.subject_key);
  return `(strpos(i.subject_name, ${part}) > 0 or strpos(i.doc_number, ${part}) > 0${keys.length > 0 ? ` or i.subject_key = any (${place(keys)}::uuid[])` : ''})`;
}
