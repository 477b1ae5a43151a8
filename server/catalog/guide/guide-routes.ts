import * as contract from '#contract/guide.ts';
import * as portals from '#contract/portals.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Route, route } from '../../platform/route.ts';
import { getGuide } from '../get-guide.ts';
import { checkGuideCopy } from './check-guide-copy.ts';
import { countVisit } from './count-visit.ts';
import { getChannelFigures } from './get-channel-figures.ts';
import { getEntryBlock } from './get-entry-block.ts';
import { getGuideBlock } from './get-guide-block.ts';
import { getWholeGuide } from './get-whole-guide.ts';
import { listGuideCopies } from './list-guide-copies.ts';
import { listGuideVersions } from './list-guide-versions.ts';

/** What the guide answers. Its printed form is notice's (server/notice/print-guide.ts), where the press stands. */
export function guideRoutes(services: Services): Route[] {
  return [
    route(contract.getWholeGuide, ({ query }) => getWholeGuide(services, query)),
    route(contract.getGuide, ({ params, query }) => getGuide(services, { ...params, ...query })),
    route(contract.getGuideBlock, ({ query }) => getGuideBlock(services, query)),
    route(portals.getEntryBlock, ({ query }) => getEntryBlock(services, query)),
    route(portals.getChannelFigures, ({ query }) => getChannelFigures(services, query)),
    route(contract.listGuideVersions, ({ query }) => listGuideVersions(services, query)),
    route(contract.checkGuideCopy, ({ body }) => checkGuideCopy(services, body)),
    route(portals.listGuideCopies, () => listGuideCopies(services)),
    route(portals.countVisit, ({ body }) => countVisit(services, body)),
  ];
}
