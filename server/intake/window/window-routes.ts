import * as handOver from '#contract/hand-over.ts';
import * as contract from '#contract/window.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Route, route } from '../../platform/route.ts';
import { findSubmission, getVisit } from './get-visit.ts';
import { handOutResult } from './hand-out-result.ts';
import { answerHandOver, askHandOver, listHandOvers } from './hand-over.ts';
import { listHandOverWindows } from './hand-over-windows.ts';
import { listWindowReturns } from './list-returns.ts';
import { listOriginals, returnOriginals } from './originals.ts';
import { getWindowDesk, listWindowDrafts } from './window-desk.ts';

/** Every endpoint of contract/window.ts and contract/hand-over.ts. */
export function windowRoutes(services: Services): Route[] {
  return [
    route(contract.getWindowDesk, ({ actor }) => getWindowDesk(services, actor)),
    route(contract.listWindowDrafts, ({ actor }) => listWindowDrafts(services, actor)),
    route(contract.listWindowReturns, ({ actor, query }) => listWindowReturns(services, actor, query)),
    route(contract.handOutResult, ({ actor, params, body }) => handOutResult(services, actor, params, body)),
    route(contract.listOriginals, ({ actor, query }) => listOriginals(services, actor, query)),
    route(contract.returnOriginals, ({ actor, params, body }) =>
      returnOriginals(services, actor, params.subjectKey, body),
    ),
    route(handOver.listHandOverWindows, ({ actor, params }) => listHandOverWindows(services, actor, params)),
    route(handOver.askHandOver, ({ actor, params, body }) => askHandOver(services, actor, params, body)),
    route(handOver.answerHandOver, ({ actor, params, body }) => answerHandOver(services, actor, params, body)),
    route(handOver.listHandOvers, ({ actor }) => listHandOvers(services, actor)),
    route(contract.getVisit, ({ actor, params }) => getVisit(services, actor, params.subjectKey, params.applicationId)),
    route(contract.findSubmission, ({ actor, params }) =>
      findSubmission(services, actor, params.subjectKey, params.requestId),
    ),
  ];
}
