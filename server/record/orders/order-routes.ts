import * as contract from '#contract/record-orders.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Route, route } from '../../platform/route.ts';
import { answerRecordOrder } from './answer-record-order.ts';
import { deregisterSubject } from './deregister-subject.ts';
import { askRecordOrder, enterRecordOrder } from './enter-record-order.ts';
import { listOrders, listRecordOrders } from './list-record-orders.ts';
import { renameSubject } from './rename-subject.ts';
import { retryOrderEffect } from './retry-order-effect.ts';

/** Orders about records beside their repair. */
export function orderRoutes(services: Services): Route[] {
  return [
    route(contract.listRecordOrders, ({ actor, params }) => listRecordOrders(services, actor, params)),
    route(contract.enterRecordOrder, ({ actor, params, body }) => enterRecordOrder(services, actor, params, body)),
    route(contract.askRecordOrder, ({ actor, params, body }) => askRecordOrder(services, actor, params, body)),
    route(contract.answerRecordOrder, ({ actor, params, body }) => answerRecordOrder(services, actor, params, body)),
    route(contract.listOrders, ({ actor, query }) => listOrders(services, actor, query)),
    route(contract.retryOrderEffect, ({ actor, params }) => retryOrderEffect(services, actor, params)),
    route(contract.deregisterSubject, ({ actor, body }) => deregisterSubject(services, actor, body)),
    route(contract.renameSubject, ({ actor, body }) => renameSubject(services, actor, body)),
  ];
}
