import type { Static } from 'typebox';
import type { MatterChange } from '#contract/matter-changes.ts';
import type { Services } from '../platform/app-context.ts';
import { type ChangeRow, readChanges } from './store.ts';

/** A filing as the wire shows it. */
export function toChangeView(row: ChangeRow): Static<typeof MatterChange> {
  return {
    changeId: row.change_id,
    matterKey: row.matter_key,
    kind: row.kind,
    effectiveOn: row.effective_on,
    filedOn: row.filed_on,
    basis: row.basis,
    urgentReason: row.urgent_reason,
    state: row.state,
    filedBy: row.filed_by,
    content: { ...row.content },
    createdAt: row.created_at,
  };
}

/** All filings, the latest day first. */
export async function listChanges(services: Services): Promise<{ changes: Static<typeof MatterChange>[] }> {
  const rows = await services.db.read({ sees: 'none' }, readChanges);
  return { changes: rows.map(toChangeView) };
}
