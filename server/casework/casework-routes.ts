import * as contract from '#contract/casework.ts';
import { explainDeadlines } from '#contract/explanations.ts';
import { acceptItem } from '#domain/casework/accept-item.ts';
import { declineItem } from '#domain/casework/decline-item.ts';
import { extendItem } from '#domain/casework/extend-item.ts';
import { requestCorrection } from '#domain/casework/request-correction.ts';
import { verifyItem } from '#domain/casework/verify-item.ts';
import { withdrawItem } from '#domain/casework/withdraw-item.ts';
import { checkAction } from '#domain/item/available-actions.ts';
import { refuse } from '#domain/refusal.ts';
import { explainDeadlines as explain } from '../item/explain-deadlines.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { actByCodeRoutes } from './act-by-code.ts';
import { correct, extraFieldsOf } from './correct.ts';
import { grant, refuseRepair } from './decide.ts';
import { deskAct } from './desk-act.ts';
import { getItem } from './get-item.ts';
import { openQueue } from './list-queue.ts';
import { unitNumber } from './unit-number.ts';

/** The authority's desk, and what the applicant does on an item. */
export function caseworkRoutes(services: Services): Route[] {
  const listQueue = openQueue(services);
  return [
    route(contract.listQueue, async ({ actor, query }) =>
      actor.kind === 'officer'
        ? listQueue(actor, query)
        : refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。'),
    ),
    route(contract.getItem, ({ actor, params }) => getItem(services, actor, params.subjectKey, params.itemId)),
    route(explainDeadlines, ({ actor, params }) => explain(services, actor, params)),
    route(contract.acceptItem, (call) => deskAct(services, call, acceptItem)),
    route(contract.declineItem, (call) =>
      deskAct(services, call, async (desk, context) => {
        const early = checkAction(desk.item, 'decline', desk.who);
        if (early) return early;
        const reasons = call.body.reasons.map(({ code, text }) => ({ code, text }));
        return declineItem(desk, { reasons, docNumber: await unitNumber(desk, context, 'decline-notice') });
      }),
    ),
    route(contract.requestCorrection, (call) =>
      deskAct(services, call, (desk, context) =>
        requestCorrection(desk, { missing: call.body.missing, extraFields: extraFieldsOf(desk, context) }),
      ),
    ),
    route(contract.verifyItem, (call) =>
      deskAct(services, call, (desk) =>
        verifyItem(desk, { method: call.body.method, finding: call.body.finding.trim() }),
      ),
    ),
    route(contract.extendItem, (call) =>
      deskAct(services, call, (desk) => extendItem(desk, { reason: call.body.reason })),
    ),
    route(contract.grantItem, (call) => grant(services, call)),
    route(contract.refuseItem, (call) => refuseRepair(services, call)),
    route(contract.correctItem, (call) => correct(services, call)),
    ...actByCodeRoutes(services),
    route(contract.withdrawItem, (call) =>
      deskAct(services, call, (desk) => withdrawItem(desk, { reason: call.body.reason }), ['window']),
    ),
  ];
}
