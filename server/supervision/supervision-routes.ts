import { listServedDecisions as servedDecisions, getServiceFigures as serviceFigures } from '#contract/notice-queue.ts';
import { listLedgerHeads as ledgerHeads } from '#contract/readings.ts';
import * as contract from '#contract/supervision.ts';
import { refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { exportItems } from './export-items.ts';
import { getFigures } from './get-figures.ts';
import { listDailyChecks } from './list-daily-checks.ts';
import { listItems } from './list-items.ts';
import { listLedgerHeads } from './list-ledger-heads.ts';
import { listSupervisedOrders } from './list-orders.ts';
import { listProposals } from './list-proposals.ts';
import { getServiceFigures, listServedDecisions } from './served-together.ts';
import { urgeItem } from './urge-item.ts';
import { urgeOrder } from './urge-order.ts';

/** What a supervisor sees and does within the region. */
export function supervisionRoutes(services: Services): Route[] {
  return [
    route(contract.listDailyChecks, ({ actor, query }) => listDailyChecks(services, actor, query)),
    route(contract.getFigures, ({ actor, query }) => getFigures(services, actor, query)),
    route(contract.listSupervisedItems, ({ actor, query }) => listItems(services, actor, query)),
    route(contract.listSupervisedProposals, ({ actor, query }) => listProposals(services, actor, query)),
    route(contract.listSupervisedOrders, ({ actor, query }) => listSupervisedOrders(services, actor, query)),
    route(contract.urgeOrder, async ({ actor, params, body }) =>
      actor.kind === 'officer'
        ? urgeOrder(services, actor, params, body)
        : refuse('forbidden', 'not-a-supervisor', '只有督办人员可以催办。'),
    ),
    route(contract.exportSupervisedItems, ({ actor, query }) => exportItems(services, actor, query)),
    route(serviceFigures, ({ actor, query }) => getServiceFigures(services, actor, query)),
    route(servedDecisions, ({ actor, query }) => listServedDecisions(services, actor, query)),
    route(ledgerHeads, ({ query }) => listLedgerHeads(services, query)),
    route(contract.urgeItem, async ({ actor, params, body }) =>
      actor.kind === 'officer'
        ? urgeItem(services, actor, params, body)
        : refuse('forbidden', 'not-a-supervisor', '只有督办人员可以催办。'),
    ),
  ];
}
