import { planChange } from '#domain/catalog/changes/plan-change.ts';
import { isRefusal } from '#domain/refusal.ts';
import { readCatalog } from '../../catalog/catalog-store.ts';
import { findChange, proposedOf, recordTrial } from '../../catalog/changes/change-store.ts';
import type { Services } from '../../platform/app-context.ts';
import { settled, type Task } from '../../platform/task.ts';
import { runTrial } from './run-trial.ts';

/** Counts what a filed change would do before anybody approves it. Runs twice without harm: the later count is kept. */
export function tryCatalogChange(services: Services): Task {
  return {
    name: 'try-catalog-change',
    run: async ({ changeId }) => {
      const { db, clock } = services;
      const held = await db.read({ sees: 'none' }, async (tx) => ({
        row: await findChange(tx, String(changeId)),
        before: await readCatalog(tx),
      }));
      if (held.row?.state !== 'filed') return;
      const plan = planChange(held.before, proposedOf(held.row), held.row.change_id);
      // The catalogue moved on under the filing: who decides it is told by the plan itself.
      if (isRefusal(plan)) return;
      const matterKey = held.row.kind === 'matter' ? held.row.target : null;
      const input = { before: held.before, after: plan.after, on: held.row.effective_on, matterKey };
      const trial = await runTrial(db, input, () => performance.now());
      settled(
        await db.transaction({ sees: 'none' }, async (tx) => {
          await recordTrial(tx, held.row!.change_id, trial, clock.now());
          return null;
        }),
      );
    },
  };
}
