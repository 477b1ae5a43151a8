import { leadsSomewhere, parseCitation } from '#law/cite.ts';
import { isLawEntryKey, lawEntries } from '#law/matters.ts';
import { type FieldFault, isRefusal, type Refusal, refuse } from '../../refusal.ts';
import type { Catalog, Matter, MatterLimits, Unit } from '../catalog.ts';
import { firstVersion } from '../matter-from-law.ts';
import { routeItem } from '../route-item.ts';
import type { MatterContent } from './catalog-change.ts';
import { checkPaper } from './office-rows.ts';

/** Whether a version may enter the catalogue: keys, clauses, limits and subjects as law has them, and a competent unit everywhere. */
export function checkMatter(
  before: Catalog,
  after: Catalog,
  matter: Matter,
  content: MatterContent,
  units: readonly Unit[],
): Refusal | null {
  return (
    (content.paper ? checkPaper(content.paper, matter.validFrom) : null) ??
    checkParts(matter, content, before) ??
    checkSubjects(matter) ??
    checkLimits(matter) ??
    checkNewUnits(before, units) ??
    checkCompetence(after, matter)
  );
}

function refuseFields(code: string, text: string, fields: FieldFault[], cite?: readonly string[]): Refusal {
  return refuse('unmet-condition', code, text, { fields, ...(cite ? { cite } : {}) });
}

/** Nothing may be asked without its basis, and a basis must lead to a clause that can be read. */
function checkParts(matter: Matter, content: MatterContent, catalog: Catalog): Refusal | null {
  const faults: FieldFault[] = [];
  const parts = [
    ['conditions', content.conditions ? matter.conditions : [], '条件'],
    ['materials', content.materials ? matter.materials : [], '材料'],
  ] as const;
  for (const [field, list, name] of parts) {
    const keys = list.map((one) => one.key);
    for (const [index, one] of list.entries()) {
      const at = `content.${field}.${index}`;
      if (keys.indexOf(one.key) !== index)
        faults.push({ field: `${at}.key`, text: `第${index + 1}项${name}与前面的重复` });
      if (one.cites.length === 0) faults.push({ field: `${at}.cites`, text: `第${index + 1}项${name}没有写明依据` });
      for (const cite of one.cites) {
        const broken = brokenCite(cite, content, catalog);
        if (broken) faults.push({ field: `${at}.cites`, text: broken });
      }
    }
  }
  const fields = (content.extraFields ?? []).map((one) => one.key);
  for (const [index, one] of (content.extraFields ?? []).entries()) {
    const at = `content.extraFields.${index}`;
    if (fields.indexOf(one.key) !== index)
      faults.push({ field: `${at}.key`, text: `第${index + 1}项附表内容与前面的重复` });
    if (one.type === 'choice' && (one.choices?.length ?? 0) < 2)
      faults.push({ field: `${at}.choices`, text: `“${one.label}”是选择题，请至少给两个选项` });
  }
  if (matter.conditions.length === 0) faults.push({ field: 'content.conditions', text: '请至少写明一项条件' });
  if (matter.materials.length === 0) faults.push({ field: 'content.materials', text: '请至少写明一项材料' });
  return faults.length === 0
    ? null
    : refuseFields('parts-broken', `有 ${faults.length} 处不符合要求：${faults[0]!.text}。`, faults);
}

/** Why a citation leads nowhere; null where it leads to an article, a confirmation or a paper filed with this change or an earlier one. */
function brokenCite(cite: string, content: MatterContent, catalog: Catalog): string | null {
  if (
    catalog.matters.some(({ conditions, materials }) =>
      [...conditions, ...materials].some((one) => one.cites.includes(cite)),
    )
  )
    return null;
  if (cite.startsWith('filing:'))
    return content.paper ? null : '引用了报备文件（filing），但没有附上文件标题、单位和日期';
  if (cite.startsWith('confirmation:'))
    return catalog.law.confirmations.some((row) => cite === `confirmation:${row.id}`)
      ? null
      : `没有登记“${cite}”这份确认`;
  const citation = parseCitation(cite);
  if (!citation) return `引用“${cite}”没有出处：登记的法规里没有这一条`;
  if (citation.article === null) return `引用“${cite}”没有写明第几条`;
  return leadsSomewhere(citation) ? null : `引用“${cite}”没有出处：《${citation.source.title}》里没有这个位置`;
}

/** A matter reaches nobody whom its law entry leaves out for certain. */
function checkSubjects(matter: Matter): Refusal | null {
  const entry = isLawEntryKey(matter.lawEntry) ? lawEntries[matter.lawEntry] : undefined;
  if (matter.subjectTypes.length === 0)
    return refuseFields('no-subjects', '请至少选择一类适用对象。', [
      { field: 'content.subjectTypes', text: '请至少选择一类' },
    ]);
  const out = entry?.excludes.find((one) => one.sure === 'V' && matter.subjectTypes.includes(one.subjectType));
  return out
    ? refuseFields('subject-excluded', out.text, [{ field: 'content.subjectTypes', text: out.text }], [out.cite])
    : null;
}

const limitNames: Readonly<Record<keyof MatterLimits, string>> = {
  accept: '受理',
  decide: '审核决定',
  extend: '延长',
  total: '全程',
  effects: '落实',
};

/** No limit may be longer than what the law entry says on the day the version begins; one that law sets may not be dropped. */
function checkLimits(matter: Matter): Refusal | null {
  if (!isLawEntryKey(matter.lawEntry)) return null;
  const law = firstVersion(lawEntries[matter.lawEntry]);
  for (const key of Object.keys(limitNames) as (keyof MatterLimits)[]) {
    const [days, most] = [matter.limits[key], law.limits[key]];
    if (days !== null && days < 1)
      return refuseFields('limit-empty', `${limitNames[key]}期限至少1个工作日。`, [
        { field: `content.limits.${key}`, text: '至少1个工作日' },
      ]);
    if (most === null || (days !== null && days <= most)) continue;
    const text = `${limitNames[key]}期限不能比法定的${most}个工作日更长`;
    return refuseFields(
      'looser-than-law',
      `${text}。`,
      [{ field: `content.limits.${key}`, text }],
      law.limitCites[key],
    );
  }
  return null;
}

function checkNewUnits(catalog: Catalog, units: readonly Unit[]): Refusal | null {
  for (const [index, unit] of units.entries()) {
    const text = catalog.units.has(unit.unitId)
      ? `单位编号“${unit.unitId}”已经存在`
      : catalog.unitsByName.has(unit.name)
        ? `单位“${unit.name}”已经存在`
        : catalog.regions.has(unit.regionCode)
          ? null
          : `“${unit.name}”的地区代码${unit.regionCode}不在江西省`;
    if (text) return refuseFields('unit-broken', `${text}。`, [{ field: `content.units.${index}`, text }]);
  }
  return null;
}

/** Every county, city and the new area must have exactly one unit that decides the matter, or one above it. */
function checkCompetence(after: Catalog, matter: Matter): Refusal | null {
  if (matter.sector === 'other') return null;
  const without = [...after.regions.values()].filter((region) =>
    isRefusal(routeItem(after, { matter, regionCode: region.code })),
  );
  if (without.length === 0) return null;
  const names = without
    .slice(0, 5)
    .map((region) => region.name)
    .join('、');
  const text = `${names}${without.length > 5 ? `等${without.length}个地区` : ''}没有可以办理这个事项的单位`;
  return refuseFields('no-competent-unit', `${text}，请补充单位，或者由省级单位统一办理。`, [
    { field: 'content.units', text },
  ]);
}
