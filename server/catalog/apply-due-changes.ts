import { planChange } from '#domain/catalog/file-matter-change.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Database, Tx } from '../platform/database.ts';
import { readCatalog } from './catalog-store.ts';
import { addVersion, type ChangeRow, endVersion, readDueChanges, settleChange } from './store.ts';

/** What the clock's daily run did. */
export interface AppliedChanges {
  readonly applied: readonly string[];
  /** Filings that the law or the catalogue no longer allows on their day, with the reason in Chinese. */
  readonly rejected: readonly { readonly changeId: string; readonly why: string }[];
}

/**
 * Lets the filings take effect whose day has come: the old version ends the day before, the new one begins on its day. Items keep
 * the version they began with. Each filing is one transaction, claimed by a conditional update: two workers do it once.
 */
export async function applyDueChanges(db: Database, today: PlainDate, now: Date): Promise<AppliedChanges> {
  const due = await db.read({ sees: 'none' }, (tx) => readDueChanges(tx, today));
  const applied: string[] = [];
  const rejected: { changeId: string; why: string }[] = [];
  for (const row of due) {
    const done = await db.transaction({ sees: 'none' }, (tx) => applyChange(tx, row, now));
    if (done === 'applied') applied.push(row.change_id);
    // Taken by another worker, or the database asks to try again: tomorrow's run sees what is left.
    else if (done !== 'taken' && !isRefusal(done)) rejected.push({ changeId: row.change_id, why: done.why });
  }
  return { applied, rejected };
}

async function applyChange(tx: Tx, row: ChangeRow, now: Date): Promise<'applied' | 'taken' | { why: string }> {
  const plan = planChange(await readCatalog(tx), {
    matterKey: row.matter_key,
    kind: row.kind,
    effectiveOn: row.effective_on,
    basis: row.basis,
    urgentReason: row.urgent_reason,
    content: row.content,
  });
  const state = isRefusal(plan) ? 'rejected' : 'applied';
  if (!(await settleChange(tx, row.change_id, state, 'clock', now))) return 'taken';
  if (isRefusal(plan)) return { why: plan.text };
  if (plan.close) await endVersion(tx, row.matter_key, plan.close.version, plan.close.last);
  if (plan.open) await addVersion(tx, plan.open);
  return 'applied';
}
