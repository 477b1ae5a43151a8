import type { UnitView } from '#contract/catalog.ts';
import { routeItem } from '#domain/catalog/route-item.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { toUnitView } from './catalog-view.ts';
import { getListedMatter } from './listed-matter.ts';

/** Which unit handles a matter found by an organ in a region, and why. */
export async function findRoute(
  services: Services,
  asked: { readonly matter: string; readonly organ?: string; readonly region?: string },
): Promise<{ unit: UnitView; why: string } | Refusal> {
  const catalog = await services.catalog();
  const matter = getListedMatter(catalog, asked.matter, services.clock.today());
  if (isRefusal(matter)) return matter;
  const found = routeItem(catalog, { matter, organName: asked.organ, regionCode: asked.region });
  return isRefusal(found) ? found : { unit: toUnitView(found.unit), why: found.why };
}
