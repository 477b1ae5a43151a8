import type { Guide } from '#contract/catalog.ts';
import { makeGuide } from '#domain/catalog/guide.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { toGuideView } from './catalog-view.ts';
import { askedDay, getListedMatter } from './listed-matter.ts';

/** The guide page of a matter, for a day and a region. */
export async function getGuide(
  services: Services,
  asked: { readonly matterKey: string; readonly region?: string; readonly on?: string },
): Promise<Guide | Refusal> {
  const on = askedDay(services, asked.on);
  if (isRefusal(on)) return on;
  const catalog = await services.catalog();
  const matter = getListedMatter(catalog, asked.matterKey, on);
  if (isRefusal(matter)) return matter;
  const region = asked.region ? catalog.regions.get(asked.region) : null;
  if (region === undefined) return refuse('not-found', 'no-such-region', `江西省没有代码为 ${asked.region} 的地区。`);
  return toGuideView(matter, on, makeGuide(catalog, matter, on, region));
}
