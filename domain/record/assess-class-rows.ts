/** Classes that rest on rows people entered: the field's own standard (36号 arts 8(3), 9(1), 10(1), 11), confirmations of unlisted kinds. */
import { className, type PenaltyKind, type RecordClass } from '#law/classes.ts';
import { citeRow, type FineBand, namePaper } from '#law/law-book.ts';
import { unlistedKinds } from '#law/points.ts';
import { bookOf, type CaseInput, confirmedPoint } from './assess-case.ts';

/** A class with the row it rests on and the sentence that says so. */
export interface RowClass {
  readonly class: RecordClass;
  readonly cite: string;
  readonly why: string;
}

const fineWords: Readonly<Record<RecordClass, string>> = {
  minor: '较小数额罚款',
  general: '较大数额罚款',
  serious: '巨额罚款',
};

/** The class an entered row gives a kind of penalty in this case; undefined where none does. Fines of one decision count together. */
export function classByRow(input: CaseInput, kind: PenaltyKind): RowClass | undefined {
  return byStandard(input, kind) ?? byConfirmation(input, kind);
}

function byStandard(input: CaseInput, kind: PenaltyKind): RowClass | undefined {
  const standard = input.sector === undefined ? undefined : bookOf(input).standard(input.sector, input.on);
  if (!standard) return undefined;
  const cite = citeRow(standard);
  const own = standard.kinds[kind];
  if (own) return { class: own, cite, why: `${namePaper(standard.paper)}把${kind}定为${className[own]}失信信息。` };
  if (kind !== '罚款') return undefined;
  const fines = input.penalties.filter((one) => one.kind === '罚款');
  if (fines.some((one) => one.amountYuan === undefined)) return undefined;
  const sum = fines.reduce((total, one) => total + (one.amountYuan ?? 0), 0);
  const bands =
    input.subjectType === 'person' && standard.personFines.length > 0 ? standard.personFines : standard.fines;
  const band = bandOf(bands, sum);
  if (!band) return undefined;
  const why = `罚款${fines.length > 1 ? '合计' : ''}${sum}元，按${namePaper(standard.paper)}属于${fineWords[band.class]}。`;
  return { class: band.class, cite, why };
}

/** The band an amount falls in: above `over`, up to and including `upTo`; nothing is in the lowest one. */
export function bandOf(bands: readonly FineBand[], yuan: number): FineBand | undefined {
  return bands.find(
    (band) => (yuan > band.over || (band.over === 0 && yuan === 0)) && (band.upTo === null || yuan <= band.upTo),
  );
}

function byConfirmation(input: CaseInput, kind: PenaltyKind): RowClass | undefined {
  if (!Object.hasOwn(unlistedKinds, kind)) return undefined;
  const answer = confirmedPoint(input, unlistedKinds[kind as keyof typeof unlistedKinds]);
  if (!answer || typeof answer.value !== 'string') return undefined;
  const found = answer.value as RecordClass;
  return {
    class: found,
    cite: citeRow(answer),
    why: `${namePaper(answer.paper)}确认${kind}属于${className[found]}失信信息。`,
  };
}
