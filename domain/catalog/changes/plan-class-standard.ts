import { className, type PenaltyKind, penaltyKinds, type RecordClass, recordClasses } from '#law/classes.ts';
import { type ClassStandard, type FineBand, lawBook, namePaper } from '#law/law-book.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Catalog } from '../catalog.ts';
import type { ChangePlan, DiffLine, ProposedChange } from './catalog-change.ts';
import { checkPaper, checkSpan, saySpan } from './office-rows.ts';

/** A field's own classification, which 36号 art 8(3), 9(1), 10(1) and 11 leave to its authority. */
export function planClassStandard(
  catalog: Catalog,
  change: ProposedChange<'class-standard'>,
  changeId: string,
): ChangePlan | Refusal {
  const { target, effectiveOn, content } = change;
  if (![...catalog.units.values()].some((unit) => unit.sector === target && unit.kind === 'authority'))
    return refuse('invalid', 'no-such-field', `没有“${target}”这个领域的单位，标准不会用到任何记录。`, {
      fields: [{ field: 'target', text: '请选择有办理单位的领域' }],
    });
  const until = content.until ?? null;
  const row: ClassStandard = {
    id: changeId,
    sector: target,
    from: effectiveOn,
    to: until,
    paper: content.paper,
    fines: content.fines,
    personFines: content.personFines ?? [],
    kinds: content.kinds ?? {},
  };
  const standing = catalog.law.standards.filter((one) => one.sector === target);
  const refusal =
    checkPaper(content.paper, effectiveOn) ??
    checkBands(row.fines, 'fines') ??
    checkBands(row.personFines, 'personFines') ??
    checkKinds(row) ??
    checkSpan(standing, effectiveOn, until, '这个领域的分类标准');
  if (refusal) return refusal;
  const before = catalog.law.standard(target, effectiveOn);
  return {
    after: { ...catalog, law: lawBook({ ...catalog.law, standards: [...catalog.law.standards, row] }) },
    diff: diffStandards(before, row),
  };
}

/** Bands must begin at nothing, follow one another without gap or overlap, grow heavier, and the last has no end. */
export function checkBands(bands: readonly FineBand[], field: 'fines' | 'personFines'): Refusal | null {
  const fault = (index: number, text: string) =>
    refuse('invalid', 'bands-broken', `罚款分档有误：${text}。`, {
      fields: [{ field: `content.${field}.${index}`, text }],
    });
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    if (index === 0 && band.over !== 0) return fault(0, '第一档应当从0元起');
    if (before && before.upTo === null) return fault(index, `第${index}档没有上限，后面不能再有一档`);
    if (before?.upTo != null && band.over < before.upTo)
      return fault(index, `${sayYuan(band.over)}至${sayYuan(before.upTo)}同时落在两档里（重叠）`);
    if (before?.upTo != null && band.over > before.upTo)
      return fault(index, `${sayYuan(before.upTo)}至${sayYuan(band.over)}不在任何一档里（空档）`);
    if (band.upTo !== null && band.upTo <= band.over) return fault(index, '每一档的上限应当大于下限');
    if (before && recordClasses.indexOf(band.class) <= recordClasses.indexOf(before.class))
      return fault(index, '金额更高的一档，类别应当更重');
    if (index === bands.length - 1 && band.upTo !== null)
      return fault(index, `${sayYuan(band.upTo)}以上不在任何一档里（空档），最后一档不设上限`);
  }
  return null;
}

function checkKinds({ kinds, fines }: ClassStandard): Refusal | null {
  const unknown = Object.keys(kinds).find((kind) => !penaltyKinds.includes(kind as PenaltyKind));
  if (unknown !== undefined || Object.hasOwn(kinds, '罚款')) {
    const text = unknown === undefined ? '罚款请按金额分档' : `没有“${unknown}”这种处罚`;
    return refuse('invalid', 'kind-unknown', `${text}。`, { fields: [{ field: 'content.kinds', text }] });
  }
  if (fines.length > 0 || Object.keys(kinds).length > 0) return null;
  return refuse('invalid', 'standard-empty', '标准里没有任何内容。', {
    fields: [{ field: 'content.fines', text: '请填写罚款分档，或者其他处罚种类的类别' }],
  });
}

/** 5万元, 8000元, 1.5万元 */
export function sayYuan(value: number): string {
  return value >= 10_000 && value % 1_000 === 0 ? `${value / 10_000}万元` : `${value}元`;
}

/** 5万元以下轻微；5万元以上至50万元一般；50万元以上严重 */
export function sayBands(bands: readonly FineBand[]): string {
  return bands
    .map((band) => {
      const name = className[band.class];
      if (band.upTo === null) return band.over === 0 ? `一律${name}` : `超过${sayYuan(band.over)}的${name}`;
      return band.over === 0
        ? `${sayYuan(band.upTo)}以下（含）${name}`
        : `超过${sayYuan(band.over)}至${sayYuan(band.upTo)}（含）${name}`;
    })
    .join('；');
}

function diffStandards(before: ClassStandard | undefined, after: ClassStandard): DiffLine[] {
  const kindsOf = (row: ClassStandard | undefined) =>
    Object.entries(row?.kinds ?? {})
      .map(([kind, of]) => `${kind}：${className[of as RecordClass]}`)
      .join('；') || null;
  const bandsOf = (bands: readonly FineBand[] | undefined) => (bands?.length ? sayBands(bands) : null);
  const lines: DiffLine[] = [
    {
      label: '罚款分档',
      before: bandsOf(before?.fines) ?? '未公布标准，由认定单位逐件分类',
      after: bandsOf(after.fines),
    },
    { label: '自然人罚款分档', before: bandsOf(before?.personFines), after: bandsOf(after.personFines) },
    { label: '其他处罚种类', before: kindsOf(before), after: kindsOf(after) },
    { label: '依据', before: before ? namePaper(before.paper) : null, after: namePaper(after.paper) },
    { label: '有效期', before: before ? saySpan(before.from, before.to) : null, after: saySpan(after.from, after.to) },
  ];
  return lines.filter((line) => line.before !== line.after);
}
