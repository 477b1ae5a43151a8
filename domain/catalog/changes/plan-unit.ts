import { type Refusal, refuse } from '../../refusal.ts';
import { type Catalog, catalogOf } from '../catalog.ts';
import type { ChangePlan, ProposedChange } from './catalog-change.ts';

const labels = { name: '单位名称', phone: '联系电话', address: '办公地址' } as const;

/** How a unit is reached and called. */
export function planUnit(catalog: Catalog, change: ProposedChange<'unit'>): ChangePlan | Refusal {
  const unit = catalog.units.get(change.target);
  if (!unit)
    return refuse('not-found', 'no-such-unit', '没有这个办理单位。', {
      fields: [{ field: 'target', text: '请从单位名册中选择' }],
    });
  const { name, phone, address } = change.content;
  const next = {
    ...unit,
    name: name?.trim() || unit.name,
    phone: phone === undefined ? unit.phone : phone?.trim() || null,
    address: address === undefined ? unit.address : address?.trim() || null,
  };
  const taken = catalog.unitsByName.get(next.name);
  if (taken && taken.unitId !== unit.unitId)
    return refuse('conflict', 'unit-name-taken', `已有名称为“${next.name}”的单位。`, {
      fields: [{ field: 'content.name', text: '名称已被使用' }],
    });
  const diff = (['name', 'phone', 'address'] as const)
    .filter((key) => unit[key] !== next[key])
    .map((key) => ({ label: labels[key], before: unit[key], after: next[key] }));
  if (diff.length === 0)
    return refuse('invalid', 'nothing-changed', '内容与现在相同，没有要变更的地方。', {
      fields: [{ field: 'content', text: '请填写新的名称、电话或者地址' }],
    });
  const units = [...catalog.units.values()].map((one) => (one.unitId === unit.unitId ? next : one));
  return { after: catalogOf({ ...catalog, units, regions: catalog.regions.values() }), diff, units: [next] };
}
