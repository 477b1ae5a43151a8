import * as chain from '#contract/objection-chain.ts';
import * as contract from '#contract/objections.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Route, route } from '../../platform/route.ts';
import { getObjection } from './get-objection.ts';
import {
  listObjections,
  listSupervisedObjections,
  listUnitObjections,
  listWindowObjections,
} from './list-objections.ts';
import { lodgeObjection } from './lodge-objection.ts';
import * as acts from './objection-acts.ts';
import { getObjectionWays } from './objection-ways.ts';
import { retryExchange } from './retry-exchange.ts';

/** Objections: of applicants and windows, at the desk of the unit, for supervision. */
export function objectionRoutes(services: Services): Route[] {
  return [
    route(contract.getObjectionWays, ({ actor, params }) => getObjectionWays(services, actor, params)),
    route(contract.listObjections, ({ actor, params }) => listObjections(services, actor, params.subjectKey)),
    route(contract.lodgeObjection, ({ actor, params, body }) =>
      lodgeObjection(services, actor, params.subjectKey, body),
    ),
    route(contract.getObjection, ({ actor, params }) => getObjection(services, actor, params)),
    route(contract.withdrawObjection, (call) => acts.withdrawObjection(services, call)),
    route(contract.acceptObjection, (call) => acts.acceptObjection(services, call)),
    route(contract.declineObjection, (call) => acts.declineObjection(services, call)),
    route(contract.extendObjection, (call) => acts.extendObjection(services, call)),
    route(contract.answerObjection, (call) => acts.answerObjection(services, call)),
    route(chain.endorseObjection, (call) => acts.endorseObjection(services, call)),
    route(chain.signObjection, (call) => acts.signObjection(services, call)),
    route(chain.returnObjection, (call) => acts.returnObjection(services, call)),
    route(chain.retractObjection, (call) => acts.retractObjection(services, call)),
    route(contract.retryObjectionExchange, ({ actor, params }) => retryExchange(services, actor, params)),
    route(contract.listUnitObjections, ({ actor, query }) => listUnitObjections(services, actor, query)),
    route(contract.listWindowObjections, ({ actor, query }) => listWindowObjections(services, actor, query)),
    route(contract.listSupervisedObjections, ({ actor, query }) => listSupervisedObjections(services, actor, query)),
  ];
}
