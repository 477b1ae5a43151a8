import type { UnitView } from '#contract/catalog.ts';
import type { Services } from '../platform/app-context.ts';
import { toUnitView } from './catalog-view.ts';

/** Units and windows, narrowed by region (exactly this one), field and kind. */
export async function listUnits(
  services: Services,
  asked: { readonly region?: string; readonly sector?: string; readonly kind?: string },
): Promise<{ units: UnitView[] }> {
  const { units } = await services.catalog();
  const fits = [...units.values()].filter(
    (unit) =>
      (!asked.region || unit.regionCode === asked.region) &&
      (!asked.sector || unit.sector === asked.sector) &&
      (!asked.kind || unit.kind === asked.kind),
  );
  return { units: fits.map(toUnitView) };
}
