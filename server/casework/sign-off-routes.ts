import * as contract from '#contract/sign-off.ts';
import { retract, returnProposal } from '#domain/casework/sign-off.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { batchAct } from './batch-act.ts';
import { deskAct } from './desk-act.ts';
import { countWaiting, listSignOffs } from './list-sign-offs.ts';
import { endorseProposal, sign } from './sign-item.ts';
import { readRules, setRule } from './sign-off-rules.ts';

/** The chain of signatures: a unit's order of hands, what waits in it, and its steps. */
export function signOffRoutes(services: Services): Route[] {
  return [
    route(contract.listSignOffRules, ({ actor }) => forOfficer(actor, (officer) => readRules(services, officer))),
    route(contract.setSignOffRule, ({ actor, body }) =>
      forOfficer(actor, (officer) => setRule(services, officer, body)),
    ),
    route(contract.listSignOffs, ({ actor, query }) =>
      forOfficer(actor, (officer) => listSignOffs(services, officer, query.list)),
    ),
    route(contract.countWaiting, ({ actor }) => forOfficer(actor, (officer) => countWaiting(services, officer))),
    route(contract.endorseItem, (call) => endorseProposal(services, call)),
    route(contract.signItem, (call) => sign(services, call)),
    route(contract.returnProposal, (call) =>
      deskAct(services, call, (desk) => returnProposal(desk, { reason: call.body.reason })),
    ),
    route(contract.retractProposal, (call) => deskAct(services, call, retract)),
    route(contract.batchAct, ({ actor, body }) => forOfficer(actor, (officer) => batchAct(services, officer, body))),
  ];
}

async function forOfficer<T>(actor: Actor, answer: (officer: Officer) => Promise<T | Refusal>): Promise<T | Refusal> {
  return actor.kind === 'officer' ? answer(actor) : refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
}
