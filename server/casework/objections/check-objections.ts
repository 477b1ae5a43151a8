import { canonicalJson } from '#domain/canonical-json.ts';
import { beginObjection, evolveObjection } from '#domain/casework/objections/evolve-objection.ts';
import type { Objection } from '#domain/casework/objections/objection.ts';
import type { ObjectionEventOf } from '#domain/casework/objections/objection-events.ts';
import type { LedgerFault } from '../../item/check-item.ts';
import type { LedgerFound } from '../../item/covered-ledger.ts';
import { hashRow } from '../../item/entry-hash.ts';
import { chainStart } from '../../platform/chain-hash.ts';
import type { Tx } from '../../platform/database.ts';
import { objectionEventOf } from './objection-event-of.ts';
import { foldedObjection, type ObjectionEventRow } from './objection-store.ts';

interface KeptObjection {
  readonly subject_key: string;
  readonly objection_id: string;
  readonly number: string;
  readonly fold: Objection;
  readonly state: string;
  readonly version: number;
  readonly due_on: string | null;
  readonly due_clock: string | null;
  readonly outcome: string | null;
  readonly sign_off: string | null;
  readonly closed_at: string | null;
}

interface EntryRow extends ObjectionEventRow {
  readonly subject_key: string;
  readonly objection_id: string;
  readonly unit_id: string;
  readonly region_code: string;
  readonly window_unit_id: string | null;
}

type Found = Pick<LedgerFault, 'version' | 'at' | 'what'>;

const step = 500;
const nil = '00000000-0000-0000-0000-000000000000';

/** Refolds every objection from its ledger and compares it with what stands: chain, hashes, fold. One fault an objection, the first. */
export async function checkObjections(tx: Tx): Promise<LedgerFound> {
  const faults: LedgerFault[] = [];
  let things = 0;
  let entries = 0;
  for (let after = [nil, nil]; ; ) {
    const page = await tx.query<KeptObjection>(
      'check-objections',
      `select subject_key, objection_id, number, fold, state, version, due_on, due_clock, outcome, sign_off, closed_at from objection
       where (subject_key, objection_id) > ($1::uuid, $2::uuid) order by subject_key, objection_id limit ${step}`,
      after,
    );
    const last = page.at(-1);
    if (!last) return { things, entries, faults };
    const rows = await readEntries(tx, after, [last.subject_key, last.objection_id]);
    for (const kept of page) {
      const own = rows.get(kept.objection_id) ?? [];
      const fault = checkOne(kept, own);
      if (fault) faults.push({ subjectKey: kept.subject_key, itemId: kept.objection_id, ...fault });
      entries += own.length;
    }
    things += page.length;
    after = [last.subject_key, last.objection_id];
  }
}

async function readEntries(
  tx: Tx,
  after: readonly string[],
  last: readonly string[],
): Promise<Map<string, EntryRow[]>> {
  const rows = await tx.query<EntryRow>(
    'check-objection-events',
    `select * from objection_event
     where (subject_key, objection_id) > ($1::uuid, $2::uuid) and (subject_key, objection_id) <= ($3::uuid, $4::uuid)
     order by subject_key, objection_id, version`,
    [...after, ...last],
  );
  return Map.groupBy(rows, (row) => row.objection_id);
}

function checkOne(kept: KeptObjection, rows: readonly EntryRow[]): Found | null {
  let objection: Objection | null = null;
  let before: EntryRow | undefined;
  for (const row of rows) {
    const wrong = checkRow(row, before);
    if (wrong) return wrong;
    objection = stepOf(objection, row);
    if (!objection) return { version: row.version, at: row.at, what: `第 ${row.version} 版推不出异议的情况` };
    before = row;
  }
  const at = before?.at ?? '';
  const next = rows.length + 1;
  if (!objection || rows.length < kept.version) return { version: next, at, what: `第 ${next} 版不见了` };
  // As JSON: what was undefined is not there after it was kept.
  const plain = (it: Objection) => canonicalJson(JSON.parse(JSON.stringify(it)));
  const same = plain(objection) === plain(kept.fold) && sameColumns(kept, objection);
  return same ? null : { version: null, at, what: '异议的当前情况与台账推出的不一致' };
}

function checkRow(row: EntryRow, before: EntryRow | undefined): Found | null {
  const { version, at } = row;
  const expected = (before?.version ?? 0) + 1;
  if (version !== expected) return { version: expected, at, what: `第 ${expected} 版不见了` };
  if (row.prev_hash !== (before?.hash ?? chainStart)) return { version, at, what: `第 ${version} 版与前一行接不上` };
  return hashOf(row) === row.hash ? null : { version, at, what: `第 ${version} 版的内容与摘要不符` };
}

/** Counted from what the row says itself, so that a changed column of it is found too. */
const hashOf = (row: EntryRow): string =>
  hashRow({
    subjectKey: row.subject_key,
    itemId: row.objection_id,
    version: row.version,
    type: row.type,
    payload: row.payload as never,
    actor: row.actor,
    unitId: row.unit_id,
    regionCode: row.region_code,
    windowUnitId: row.window_unit_id,
    day: row.day,
    at: new Date(row.at),
    cites: row.cites,
    requestId: row.request_id,
    prevHash: row.prev_hash,
  });

/** One step of the fold; null where the entry cannot be one. */
function stepOf(objection: Objection | null, row: EntryRow): Objection | null {
  const event = objectionEventOf(row);
  const key = { subjectKey: row.subject_key, objectionId: row.objection_id };
  try {
    return objection ? evolveObjection(objection, event) : beginObjection(key, event as ObjectionEventOf<'lodged'>);
  } catch {
    return null;
  }
}

function sameColumns(kept: KeptObjection, objection: Objection): boolean {
  const wanted = foldedObjection(objection, new Date(0));
  const columns = ['state', 'version', 'due_on', 'due_clock', 'outcome', 'sign_off'] as const;
  return columns.every((one) => kept[one] === wanted[one]) && (kept.closed_at === null) === (wanted.closed_at === null);
}

/** The number of an objection; undefined where there is none with this id. */
export async function numberOfObjection(tx: Tx, subjectKey: string, objectionId: string): Promise<string | undefined> {
  const rows = await tx.query<{ number: string }>(
    'check-objection-number',
    'select number from objection where subject_key = $1 and objection_id = $2',
    [subjectKey, objectionId],
  );
  return rows[0] && `异议 ${rows[0].number}`;
}
