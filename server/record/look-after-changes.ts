import type { ChangeKind } from '#domain/catalog/changes/catalog-change.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { settled } from '../platform/task.ts';
import { type LookAgain, lookAgain } from './look-again.ts';

/** Claims the approved changes whose day has come and after which nobody has looked; two workers claim each once. */
function claimChanges(tx: Tx, today: string, now: Date): Promise<{ kind: ChangeKind; target: string }[]> {
  return tx.query(
    'claim-looked-changes',
    `update catalog_change set looked_at = $2 where state = 'approved' and looked_at is null and effective_on <= $1
     returning kind, target`,
    [today, now],
  );
}

/** Whose records a change may concern; null: nobody's. A confirmation may touch any track's records. */
function concerned(kind: ChangeKind, target: string): LookAgain | null {
  if (kind === 'matter') return { matterKey: target };
  if (kind === 'class-standard') return { sector: target };
  if (kind !== 'confirmation') return null;
  const matterKey = /^(?:wait|basis|excluded|condition):([a-z-]+)/.exec(target)?.[1];
  return matterKey === undefined ? {} : { matterKey };
}

/** Marks the records of changes that have come into force since the last run, so that this run looks at them. */
export async function lookAfterChanges(services: Services): Promise<void> {
  settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      const changes = await claimChanges(tx, services.clock.today(), services.clock.now());
      for (const { kind, target } of changes) {
        const whose = concerned(kind, target);
        if (whose) await lookAgain(tx, whose);
      }
      return null;
    }),
  );
}
