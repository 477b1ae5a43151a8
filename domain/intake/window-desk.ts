import type { Catalog, Unit } from '../catalog/catalog.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * The units whose matters a desk takes in: a window of a service centre for every unit of the province (省内通办), null; the desk of an
 * authority's own only for units of its field, wherever they are.
 */
export function unitsOfDesk(catalog: Pick<Catalog, 'units'>, desk: Unit): readonly string[] | null {
  if (desk.kind !== 'authority') return null;
  return [...catalog.units.values()].filter((unit) => unit.sector === desk.sector).map((unit) => unit.unitId);
}

/** Whether a desk takes in an item that this unit decides; the refusal says where to go instead. */
export function refuseAtDesk(desk: Unit, decider: Unit): Refusal | null {
  if (desk.kind !== 'authority' || desk.sector === decider.sector) return null;
  return refuse(
    'forbidden',
    'not-this-desk',
    `这一项由${decider.name}办理。${desk.name}的窗口只收本系统的事项，请到任一政务服务中心综合窗口，或者在网上一并申请。`,
  );
}
