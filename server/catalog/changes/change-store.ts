import type { Trial } from '#contract/catalog-changes.ts';
import type { ChangeKind, DiffLine, ProposedChange } from '#domain/catalog/changes/catalog-change.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../../platform/database.ts';

/** A filing as the table holds it. */
export interface ChangeRow {
  readonly change_id: string;
  readonly kind: ChangeKind;
  readonly target: string;
  readonly effective_on: PlainDate;
  readonly basis: string;
  readonly urgent_reason: string | null;
  readonly content: ProposedChange['content'];
  readonly diff: readonly DiffLine[];
  readonly state: 'filed' | 'approved' | 'rejected' | 'withdrawn';
  readonly filed_on: PlainDate;
  readonly filed_by_id: string;
  readonly filed_by: string;
  readonly filed_unit: string;
  readonly filed_at: string;
  readonly trial: Trial | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly note: string | null;
}

const columns = `change_id, kind, target, effective_on, basis, urgent_reason, content, diff, state, filed_on, filed_by_id, filed_by,
  filed_unit, filed_at, trial, decided_by, decided_at, note`;

/** A row as the domain reads it. */
export function proposedOf(row: ChangeRow): ProposedChange {
  const { kind, target, effective_on, basis, urgent_reason, content } = row;
  return { kind, target, effectiveOn: effective_on, basis, urgentReason: urgent_reason, content } as ProposedChange;
}

/** What a list is narrowed to; the page begins after the row named by `after`. */
export interface ChangeSearch {
  readonly kind?: string;
  readonly state?: string;
  readonly target?: string;
  readonly after: readonly [effectiveOn: string, changeId: string] | null;
  readonly limit: number;
}

/** Filings, latest day first. */
export function readChanges(tx: Tx, it: ChangeSearch): Promise<ChangeRow[]> {
  return tx.query<ChangeRow>(
    'catalog-changes',
    `select ${columns} from catalog_change
     where ($1::text is null or kind = $1) and ($2::text is null or state = $2) and ($3::text is null or target = $3)
       and ($4::date is null or (effective_on, change_id) < ($4, $5::uuid))
     order by effective_on desc, change_id desc limit $6`,
    [it.kind ?? null, it.state ?? null, it.target ?? null, it.after?.[0] ?? null, it.after?.[1] ?? null, it.limit],
  );
}

/** Approved filings of some kinds in the order in which they were decided: what the catalogue is read from. */
export function readApproved(tx: Tx, kinds: readonly ChangeKind[]): Promise<ChangeRow[]> {
  return tx.query<ChangeRow>(
    'catalog-approved',
    `select ${columns} from catalog_change where state = 'approved' and kind = any($1::text[]) order by decided_at, change_id`,
    [kinds],
  );
}

export async function findChange(tx: Tx, changeId: string): Promise<ChangeRow | undefined> {
  const rows = await tx.query<ChangeRow>(
    'catalog-change-find',
    `select ${columns} from catalog_change where change_id = $1`,
    [changeId],
  );
  return rows[0];
}

/** Locks a filing until the transaction ends: two who decide at once take turns. */
export async function lockChange(tx: Tx, changeId: string): Promise<ChangeRow | undefined> {
  const rows = await tx.query<ChangeRow>(
    'catalog-change-lock',
    `select ${columns} from catalog_change where change_id = $1 for update`,
    [changeId],
  );
  return rows[0];
}

/** Whatever changes the catalogue takes turns: a plan is made on the catalogue that its rows are written to. */
export async function lockCatalog(tx: Tx): Promise<void> {
  await tx.query('catalog-lock', 'select pg_advisory_xact_lock(7210504)');
}

/** The filing that waits for a decision on the same target; undefined where there is none. */
export async function findWaiting(tx: Tx, kind: string, target: string): Promise<ChangeRow | undefined> {
  const rows = await tx.query<ChangeRow>(
    'catalog-change-waiting',
    `select ${columns} from catalog_change where kind = $1 and target = $2 and state = 'filed'`,
    [kind, target],
  );
  return rows[0];
}

export async function recordChange(tx: Tx, row: ChangeRow): Promise<void> {
  await tx.change(
    'catalog-record-change',
    `insert into catalog_change (change_id, kind, target, effective_on, basis, urgent_reason, content, diff, state, filed_on,
       filed_by_id, filed_by, filed_unit, filed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.change_id,
      row.kind,
      row.target,
      row.effective_on,
      row.basis,
      row.urgent_reason,
      JSON.stringify(row.content),
      JSON.stringify(row.diff),
      row.state,
      row.filed_on,
      row.filed_by_id,
      row.filed_by,
      row.filed_unit,
      row.filed_at,
    ],
  );
}

/** Keeps what a filing would do, as counted after it was filed. */
export async function recordTrial(tx: Tx, changeId: string, trial: Trial, at: Date): Promise<void> {
  await tx.change('catalog-record-trial', 'update catalog_change set trial = $2, trial_at = $3 where change_id = $1', [
    changeId,
    JSON.stringify(trial),
    at,
  ]);
}

/** Moves a filing out of `filed`; false where somebody else did so first. */
export async function settleChange(
  tx: Tx,
  it: {
    readonly changeId: string;
    readonly state: 'approved' | 'rejected' | 'withdrawn';
    readonly diff: readonly DiffLine[];
    readonly byId: string;
    readonly by: string;
    readonly at: Date;
    readonly note: string | null;
  },
): Promise<boolean> {
  const changed = await tx.change(
    'catalog-settle-change',
    `update catalog_change set state = $2, diff = $3, decided_by_id = $4, decided_by = $5, decided_at = $6, note = $7
     where change_id = $1 and state = 'filed'`,
    [it.changeId, it.state, JSON.stringify(it.diff), it.byId, it.by, it.at, it.note],
  );
  return changed === 1;
}
