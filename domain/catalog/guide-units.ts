import { isRefusal } from '../refusal.ts';
import type { Catalog, Matter, Region, Unit } from './catalog.ts';
import { leadOf, mayDecide, routeItem } from './route-item.ts';

/** Whom to ask for a matter in a region: the competent units, what must be known with them, and the windows that pass an application on. */
export interface GuideContacts {
  readonly units: readonly Unit[];
  readonly unitNote: string | null;
  readonly windows: readonly Unit[];
}

/** The competent units of a matter in a region; without a region the provincial ones. */
export function contactsOf(catalog: Catalog, matter: Matter, region: Region | null): GuideContacts {
  return { ...competentUnits(catalog, matter, region), windows: windowsOf(catalog, region) };
}

/** The counters of a region that take any application of the province. */
export function windowsOf(catalog: Catalog, region: Region | null): Unit[] {
  if (!region) return [];
  return [...catalog.units.values()].filter((unit) => unit.kind === 'window' && unit.regionCode === region.code);
}

function competentUnits(
  catalog: Catalog,
  matter: Matter,
  region: Region | null,
): Pick<GuideContacts, 'units' | 'unitNote'> {
  if (!region) return { units: provincialUnits(catalog, matter), unitNote: '选择所在地区后，显示具体办理单位。' };
  if (matter.sector === 'other') {
    const here = [...catalog.units.values()].filter(
      (unit) => unit.regionCode === region.code && unit.kind === 'authority' && mayDecide(matter, unit),
    );
    return { units: here, unitNote: '由作出处罚决定的部门办理：谁处罚、谁修复。' };
  }
  const routed = routeItem(catalog, { matter, regionCode: region.code });
  if (isRefusal(routed)) {
    const lead = leadOf(catalog, region);
    return { units: lead ? [lead] : [], unitNote: routed.text };
  }
  return {
    units: [routed.unit],
    unitNote: `${matter.authority}。决定书上的认定机关不在${region.name}的，以认定机关为准。`,
  };
}

function provincialUnits(catalog: Catalog, matter: Matter): Unit[] {
  const sector = matter.sector === 'other' ? 'ndrc' : matter.sector;
  return [...catalog.units.values()].filter((unit) => unit.level === 'province' && unit.sector === sector);
}
