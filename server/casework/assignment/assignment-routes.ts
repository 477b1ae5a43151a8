import * as contract from '#contract/queue.ts';
import { assignItem, claimItem, releaseItem } from '#domain/casework/assign-item.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Route, route } from '../../platform/route.ts';
import { deskAct } from '../desk-act.ts';
import { readTeam } from './assign-by-rule.ts';
import { assignMany, handOverAll } from './assign-many.ts';
import { listQueueViews, saveQueueViews } from './queue-views.ts';
import { endLeave, enterLeave, getTeam, setAssignRule } from './team.ts';

/** Who of a unit has what in hand: claiming, assigning, leave, departures, and the saved views of the queue. */
export function assignmentRoutes(services: Services): Route[] {
  return [
    route(contract.claimItem, (call) =>
      deskAct(services, call, (desk) => claimItem(desk, { saw: call.body.saw ?? null, reason: call.body.reason })),
    ),
    route(contract.releaseItem, (call) =>
      deskAct(services, call, (desk) => releaseItem(desk, { reason: call.body.reason })),
    ),
    route(contract.assignItem, (call) =>
      deskAct(services, call, async (desk, { tx, today }) => {
        const { to, saw, reason } = call.body;
        const member = (await readTeam(tx, desk.item.unitId, today)).find((one) => one.officerId === to);
        const holder = member && { officerId: member.officerId, name: member.name };
        return assignItem(desk, { to: holder, saw: saw ?? null, reason });
      }),
    ),
    route(contract.assignItems, ({ actor, body }) => forOfficer(actor, (one) => assignMany(services, one, body))),
    route(contract.getTeam, ({ actor }) => forOfficer(actor, (one) => getTeam(services, one))),
    route(contract.setAssignRule, ({ actor, body }) => forOfficer(actor, (one) => setAssignRule(services, one, body))),
    route(contract.enterLeave, ({ actor, body }) => forOfficer(actor, (one) => enterLeave(services, one, body))),
    route(contract.endLeave, ({ actor, params }) =>
      forOfficer(actor, (one) => endLeave(services, one, params.leaveId)),
    ),
    route(contract.handOverAll, ({ actor, body }) => forOfficer(actor, (one) => handOverAll(services, one, body))),
    route(contract.listQueueViews, ({ actor }) => forOfficer(actor, (one) => listQueueViews(services, one))),
    route(contract.saveQueueViews, ({ actor, body }) =>
      forOfficer(actor, (one) => saveQueueViews(services, one, body.views)),
    ),
  ];
}

async function forOfficer<T>(actor: Actor, answer: (officer: Officer) => Promise<T | Refusal>): Promise<T | Refusal> {
  return actor.kind === 'officer' ? answer(actor) : refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
}
