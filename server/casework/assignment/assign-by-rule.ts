import { assigned } from '#domain/casework/assign-item.ts';
import { leaveOn } from '#domain/casework/assign-leave.ts';
import { pickOfficer, ruleFor, type TeamMember } from '#domain/casework/assign-rule.ts';
import { formatChinese, type PlainDate } from '#domain/plain-date.ts';
import { listOfficers } from '../../access/officer-store.ts';
import { actOnItem } from '../../item/act-on-item.ts';
import { findItem } from '../../item/ledger.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { settled, type Task, textOf } from '../../platform/task.ts';
import { countOpen, listAssignRules, listLeaves } from './assignment-store.ts';

const platform: LedgerActor = { kind: 'platform', id: 'assignment', name: '平台（分派规则）' };

/** Who works at a unit today with how many open items they hold. */
export async function readTeam(tx: Tx, unitId: string, today: PlainDate): Promise<TeamMember[]> {
  const officers = await listOfficers(tx, unitId, today);
  const open = await countOpen(
    tx,
    unitId,
    officers.map((one) => one.officerId),
  );
  return officers.map(({ officerId, name }) => ({ officerId, name, open: open.get(officerId) ?? 0 }));
}

/** Gives an item that became the unit's to an officer by the unit's rule. Without a rule, or when nobody of it is there, it waits. */
export function assignByRule(services: Services): Task {
  return {
    name: 'assign-item',
    async run({ subjectKey, ...payload }) {
      const itemId = textOf(payload, 'itemId');
      const scope = { sees: 'all' } as const;
      const seen = await services.db.read(scope, async (tx) => {
        const item = await findItem(tx, subjectKey, itemId);
        return item && ruleFor(await listAssignRules(tx, item.unitId), item.matterKey);
      });
      if (!seen) return;
      settled(
        await actOnItem(services, {
          subjectKey,
          itemId,
          actor: platform,
          scope,
          requestId: null,
          async decide(item, { tx, today }) {
            if (item.holder || item.closedOn !== null || item.decider === 'outside') return null;
            const rule = ruleFor(await listAssignRules(tx, item.unitId), item.matterKey);
            if (!rule) return null;
            const leaves = await listLeaves(tx, item.unitId, today);
            const picked = pickOfficer({ rule, team: await readTeam(tx, item.unitId, today), leaves, today });
            if (!picked) return null;
            const { to, insteadOf } = picked;
            if (!insteadOf) return assigned(item, today, to, 'rule', '');
            const until = leaveOn(leaves, insteadOf.officerId, today)?.until ?? today;
            return assigned(item, today, to, 'leave', `${insteadOf.name}请假至${formatChinese(until)}，由代办人承办`);
          },
        }),
      );
    },
  };
}
