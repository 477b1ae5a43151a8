import * as contract from '#contract/catalog.ts';
import { mattersOn } from '#domain/catalog/catalog.ts';
import { isRefusal } from '#domain/refusal.ts';
import { isRowCitation } from '#law/cite.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { toMatterView } from './catalog-view.ts';
import { changeRoutes } from './changes/change-routes.ts';
import { getRowArticle } from './changes/get-row-article.ts';
import { findRoute } from './find-route.ts';
import { getLawArticle } from './get-law-article.ts';
import { guideRoutes } from './guide/guide-routes.ts';
import { listUnits } from './list-units.ts';
import { askedDay, getListedMatter } from './listed-matter.ts';

/** What the catalogue answers: matters, guides, units, routing, working days, law, filings. */
export function catalogRoutes(services: Services): Route[] {
  return [
    route(contract.listMatters, async ({ query }) => {
      const on = askedDay(services, query.on);
      if (isRefusal(on)) return on;
      return { on, matters: mattersOn(await services.catalog(), on).map(toMatterView) };
    }),
    route(contract.getMatter, async ({ params, query }) => {
      const on = askedDay(services, query.on);
      if (isRefusal(on)) return on;
      const matter = getListedMatter(await services.catalog(), params.matterKey, on);
      return isRefusal(matter) ? matter : toMatterView(matter);
    }),
    ...guideRoutes(services),
    route(contract.listRegions, async () => ({
      regions: [...(await services.catalog()).regions.values()].map((region) => ({ ...region })),
    })),
    route(contract.listUnits, ({ query }) => listUnits(services, query)),
    route(contract.routeItem, ({ query }) => findRoute(services, query)),
    ...calendarRoutes(services),
    route(contract.getLawArticle, ({ params }) =>
      isRowCitation(params.citation) ? getRowArticle(services, params.citation) : getLawArticle(params.citation),
    ),
    ...changeRoutes(services),
  ];
}
