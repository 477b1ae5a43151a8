import { canonicalJson } from '#domain/canonical-json.ts';
import { beginObjection, evolveObjection } from '#domain/casework/objections/evolve-objection.ts';
import type { Objection } from '#domain/casework/objections/objection.ts';
import type { ObjectionEvent, ObjectionEventOf } from '#domain/casework/objections/objection-events.ts';
import { ledgerStart } from '../../item/ledger.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { hashObjectionEntry, listObjectionEvents, type ObjectionEventRow } from './objection-store.ts';

/** The first thing about an objection that does not fit. */
export interface ObjectionFault {
  readonly subjectKey: string;
  readonly objectionId: string;
  readonly version: number | null;
  /** Chinese. */
  readonly what: string;
}

interface Key {
  readonly subject_key: string;
  readonly objection_id: string;
}

const step = 500;

/** Refolds every objection from its ledger and compares it with what stands: chain, hashes, fold. One fault an objection, the first. */
export async function checkObjections(db: Database): Promise<ObjectionFault[]> {
  const faults: ObjectionFault[] = [];
  let after: Key = { subject_key: wholeRange, objection_id: wholeRange };
  for (;;) {
    const rows = await db.read({ sees: 'all' }, (tx) => page(tx, after));
    for (const row of rows) {
      const events = await db.read({ sees: 'all' }, (tx) => listObjectionEvents(tx, row.subject_key, row.objection_id));
      const fault = checkOne(row, events);
      if (fault) faults.push({ subjectKey: row.subject_key, objectionId: row.objection_id, ...fault });
    }
    const last = rows.at(-1);
    if (!last || rows.length < step) return faults;
    after = last;
  }
}

const wholeRange = '00000000-0000-0000-0000-000000000000';

function page(tx: Tx, after: Key): Promise<(Key & { readonly fold: Objection })[]> {
  return tx.query(
    'objections-to-check',
    `select subject_key, objection_id, fold from objection where (subject_key, objection_id) > ($1::uuid, $2::uuid)
     order by subject_key, objection_id limit ${step}`,
    [after.subject_key, after.objection_id],
  );
}

function checkOne(
  { subject_key: subjectKey, objection_id: objectionId, fold }: Key & { readonly fold: Objection },
  rows: readonly ObjectionEventRow[],
): Pick<ObjectionFault, 'version' | 'what'> | null {
  let objection: Objection | null = null;
  let prevHash = ledgerStart;
  for (const row of rows) {
    const event = { type: row.type, on: row.day, cites: row.cites, payload: row.payload } as unknown as ObjectionEvent;
    objection = objection
      ? evolveObjection(objection, event)
      : beginObjection({ subjectKey, objectionId }, event as ObjectionEventOf<'lodged'>);
    if (row.version !== objection.version) return { version: row.version, what: '缺了一条台账' };
    if (row.prev_hash !== prevHash) return { version: row.version, what: '和前一条接不上' };
    const at = new Date(row.at);
    const entry = { objection, event, actor: row.actor, at, requestId: row.request_id, prevHash };
    if (hashObjectionEntry(entry) !== row.hash) return { version: row.version, what: '内容和摘要不符' };
    prevHash = row.hash;
  }
  if (!objection) return { version: null, what: '没有台账' };
  // As JSON: what was undefined is not there after it was kept.
  const plain = (it: Objection) => canonicalJson(JSON.parse(JSON.stringify(it)));
  return plain(objection) === plain(fold) ? null : { version: null, what: '和台账推算的不一致' };
}
