import { namePaper } from '#law/law-book.ts';
import { isLawEntryKey, lawEntries } from '#law/matters.ts';
import { addDays, formatChineseShort } from '../../plain-date.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type Catalog, catalogOf, type Matter, type Unit } from '../catalog.ts';
import { firstVersion } from '../matter-from-law.ts';
import type { ChangePlan, FiledUnit, MatterContent, ProposedChange, VersionChange } from './catalog-change.ts';
import { checkMatter } from './check-matter.ts';
import { diffMatter } from './diff-matter.ts';
import { filedConditions, filedMaterials } from './filed-parts.ts';

type MatterChange = ProposedChange<'matter'>;

/** The newest version of a matter that has no end; undefined where the matter is not listed, or will not be. */
function openVersion(catalog: Catalog, matterKey: string): Matter | undefined {
  return catalog.matters.find((matter) => matter.matterKey === matterKey && matter.validTo === null);
}

/** A new, changed or withdrawn matter (赣信用办〔2024〕4号 二（六）). */
export function planMatter(catalog: Catalog, change: MatterChange, changeId: string): ChangePlan | Refusal {
  const current = openVersion(catalog, change.target);
  if (change.content.op === 'new') return planNew(catalog, change, current, changeId);
  if (!current)
    return refuse('not-found', 'matter-not-listed', `目录中没有有效的事项“${change.target}”，不能变更或者取消。`);
  if (change.effectiveOn <= current.validFrom)
    return refuse(
      'conflict',
      'newer-version',
      `最新版本自${formatChineseShort(current.validFrom)}起有效，生效日必须更晚，否则两个版本重叠。`,
      { fields: [{ field: 'effectiveOn', text: `必须晚于${formatChineseShort(current.validFrom)}` }] },
    );
  const close = { version: current.version, last: addDays(change.effectiveOn, -1) };
  if (change.content.op === 'withdraw')
    return done(catalog, change.target, { close, open: null }, [], diffMatter(current, undefined));
  const open: Matter = {
    ...withContent(current, change.content, changeId),
    version: current.version + 1,
    validFrom: change.effectiveOn,
  };
  const units = unitsOf(change.content, open.sector);
  const diff = diffMatter(current, open);
  if (diff.length === 0 && units.length === 0)
    return refuse('invalid', 'nothing-changed', '内容与现行版本相同，没有要变更的地方。', {
      fields: [{ field: 'content', text: '请填写要变更的内容' }],
    });
  return checked(catalog, change, { close, open }, units, diff);
}

function planNew(
  catalog: Catalog,
  change: MatterChange,
  current: Matter | undefined,
  changeId: string,
): ChangePlan | Refusal {
  if (current)
    return refuse('conflict', 'matter-listed', `事项“${current.name}”已经在目录中，请按变更报备。`, {
      fields: [{ field: 'target', text: '已经在目录中' }],
    });
  const { content } = change;
  const entry = content.lawEntry ?? change.target;
  if (!isLawEntryKey(entry))
    return refuse('invalid', 'no-law-entry', '新事项要写明所依据的法规条目，新设的严重失信主体名单用 serious-list。', {
      fields: [{ field: 'content.lawEntry', text: '请选择所依据的法规条目' }],
    });
  if (entry !== change.target && (!content.name?.trim() || !content.sector))
    return refuse('invalid', 'no-name', '新事项要写明名称和所属领域。', {
      fields: [
        ...(content.name?.trim() ? [] : [{ field: 'content.name', text: '请填写名称' }]),
        ...(content.sector ? [] : [{ field: 'content.sector', text: '请选择领域' }]),
      ],
    });
  const before = catalog.matters.filter((one) => one.matterKey === change.target);
  const law = firstVersion(lawEntries[entry]);
  const open: Matter = {
    ...withContent({ ...law, matterKey: change.target, sector: content.sector ?? law.sector }, content, changeId),
    position: before[0]?.position ?? Math.max(0, ...catalog.matters.map((one) => one.position)) + 1,
    version: Math.max(0, ...before.map((one) => one.version)) + 1,
    validFrom: change.effectiveOn,
  };
  const clash = before.find((one) => one.validTo !== null && one.validTo >= change.effectiveOn);
  if (clash)
    return refuse('conflict', 'newer-version', `原版本到${formatChineseShort(clash.validTo!)}为止，新版本与它重叠。`, {
      fields: [{ field: 'effectiveOn', text: `必须晚于${formatChineseShort(clash.validTo!)}` }],
    });
  return checked(catalog, change, { close: null, open }, unitsOf(content, open.sector), diffMatter(undefined, open));
}

/** A version with what the filing says; what it does not say stays. */
function withContent(matter: Matter, content: MatterContent, changeId: string): Matter {
  const { limits, levels, subjectTypes, conditions, materials, extraFields } = content;
  return {
    ...matter,
    name: content.name?.trim() || matter.name,
    plain: content.plain?.trim() || matter.plain,
    authority: content.authority?.trim() || matter.authority,
    limits: { ...matter.limits, ...limits },
    ...(levels ? { levels } : {}),
    ...(subjectTypes ? { subjectTypes } : {}),
    ...(conditions ? { conditions: filedConditions(conditions, changeId) } : {}),
    ...(materials ? { materials: filedMaterials(materials, changeId) } : {}),
    ...(extraFields ? { extraFields } : {}),
  };
}

function unitsOf({ units = [] }: MatterContent, sector: string): Unit[] {
  return units.map((unit: FiledUnit) => ({
    ...unit,
    kind: 'authority',
    sector,
    organCode: null,
    phone: unit.phone ?? null,
    address: unit.address ?? null,
  }));
}

function checked(
  catalog: Catalog,
  change: MatterChange,
  versions: VersionChange & { readonly open: Matter },
  units: readonly Unit[],
  diff: ChangePlan['diff'],
): ChangePlan | Refusal {
  const plan = done(catalog, change.target, versions, units, [
    ...diff,
    ...units.map((unit) => ({ label: '新登记的单位', before: null, after: unit.name })),
    ...(change.content.paper ? [{ label: '报备文件', before: null, after: namePaper(change.content.paper) }] : []),
  ]);
  return checkMatter(catalog, plan.after, versions.open, change.content, units) ?? plan;
}

function done(
  catalog: Catalog,
  key: string,
  versions: VersionChange,
  units: readonly Unit[],
  diff: ChangePlan['diff'],
): ChangePlan {
  const { close, open } = versions;
  const matters = catalog.matters.map((one) =>
    close && one.matterKey === key && one.version === close.version ? { ...one, validTo: close.last } : one,
  );
  const after = catalogOf({
    ...catalog,
    matters: open ? [...matters, open] : matters,
    units: [...catalog.units.values(), ...units],
    regions: catalog.regions.values(),
  });
  return { after, diff, versions, units };
}
