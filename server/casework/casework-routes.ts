import * as contract from '#contract/casework.ts';
import { explainDeadlines } from '#contract/explanations.ts';
import { listQueue } from '#contract/queue.ts';
import * as recordOrders from '#contract/record-orders.ts';
import { readSharedData } from '#contract/shared-data.ts';
import { withdrawItem } from '#domain/casework/withdraw-item.ts';
import { refuse } from '#domain/refusal.ts';
import { explainDeadlines as explain } from '../item/explain-deadlines.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { openSharedData } from '../record/shared-data/ask-shared-data.ts';
import { actByCodeRoutes } from './act-by-code.ts';
import { assignmentRoutes } from './assignment/assignment-routes.ts';
import { correct } from './correct.ts';
import { grant, refuseRepair } from './decide.ts';
import { deskAct } from './desk-act.ts';
import { readFormNumbers } from './form-numbers.ts';
import { getItem } from './get-item.ts';
import { openQueue, type Queue } from './list-queue.ts';
import { objectionRoutes } from './objections/objection-routes.ts';
import { objectionsByCodeRoutes } from './objections/objections-by-code.ts';
import { opinionRoutes } from './opinion-routes.ts';
import { actOrPropose } from './propose.ts';
import { previewRevocation, revoke } from './revoke.ts';
import { readAgain } from './shared-data/read-shared-data.ts';
import { signOffRoutes } from './sign-off-routes.ts';
import { addEvidence, verify } from './verify.ts';

/** The authority's desk, and what the applicant does on an item. */
export function caseworkRoutes(services: Services): Route[] {
  const queue = openQueue(services);
  const sharedData = openSharedData(services);
  const routes = [
    route(listQueue, async ({ actor, query }) =>
      actor.kind === 'officer'
        ? queue.list(actor, query)
        : refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。'),
    ),
    route(contract.getItem, ({ actor, params }) => getItem(services, actor, params.subjectKey, params.itemId)),
    route(contract.readFormNumbers, ({ actor, params }) => readFormNumbers(services, actor, params)),
    route(explainDeadlines, ({ actor, params }) => explain(services, actor, params)),
    route(contract.acceptItem, (call) => actOrPropose(services, call, () => ({ act: 'accept', content: {} }))),
    route(contract.declineItem, (call) =>
      actOrPropose(services, call, () => ({
        act: 'decline',
        content: { reasons: call.body.reasons.map(({ code, text }) => ({ code, text })) },
      })),
    ),
    route(contract.requestCorrection, (call) =>
      actOrPropose(services, call, () => ({ act: 'request-correction', content: { missing: call.body.missing } })),
    ),
    route(contract.verifyItem, (call) => verify(services, call)),
    route(contract.extendItem, (call) =>
      actOrPropose(services, call, () => ({ act: 'extend', content: { reason: call.body.reason } })),
    ),
    route(contract.grantItem, (call) => grant(services, call)),
    route(contract.refuseItem, (call) => refuseRepair(services, call)),
    route(contract.correctItem, (call) => correct(services, call)),
    route(recordOrders.revokeItem, (call) => revoke(services, call)),
    route(recordOrders.previewRevocation, ({ actor, params, query }) =>
      previewRevocation(services, actor, params, query),
    ),
    ...actByCodeRoutes(services),
    ...signOffRoutes(services),
    ...objectionRoutes(services),
    ...objectionsByCodeRoutes(services),
    ...opinionRoutes(services),
    route(contract.addEvidence, ({ actor, params, file }) => addEvidence(services, actor, params, file)),
    ...assignmentRoutes(services),
    route(readSharedData, ({ actor, params }) => readAgain(services, sharedData, actor, params)),
    route(contract.withdrawItem, (call) =>
      deskAct(services, call, (desk) => withdrawItem(desk, { reason: call.body.reason }), ['window']),
    ),
  ];
  return routes.map((one) => forgetting(one, queue));
}

/** An act of a unit's people is in the numbers beside its lists at once. */
function forgetting({ endpoint, handle }: Route, queue: Queue): Route {
  if (endpoint.method === 'GET') return { endpoint, handle };
  return {
    endpoint,
    async handle(call) {
      const answer = await handle(call);
      if (call.actor.kind === 'officer') queue.forget(call.actor.unit.unitId);
      return answer;
    },
  };
}
