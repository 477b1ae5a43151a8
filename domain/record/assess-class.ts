import { className, generalClassOfKind, type RecordClass } from '#law/classes.ts';
import type { CaseInput, CasePenalty, Reason } from './assess-case.ts';
import { classByRow, type RowClass } from './assess-class-rows.ts';

export type ClassFound = RecordClass | 'needs-classification';

/** The class of a record with the sentences that give it. */
export interface Classing {
  readonly class: ClassFound;
  readonly reasons: readonly Reason[];
}

const order: readonly RecordClass[] = ['minor', 'general', 'serious'];

function heavier(a: RecordClass, b: RecordClass): RecordClass {
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

/** 警告、罚款 */
export function kindsOf(input: CaseInput): string {
  return [...new Set(input.penalties.map((penalty) => penalty.kind))].join('、');
}

/** General track, 36号 arts 8–12: simple procedure and kind decide; several kinds: the longest period governs. */
export function classifyGeneral(input: CaseInput): Classing {
  const known = input.penalties.flatMap((penalty) => classOfPenalty(input, penalty) ?? []);
  const unknown = input.penalties.filter((penalty) => !classOfPenalty(input, penalty));
  const serious = known.find((one) => one.class === 'serious');
  if (input.procedure === 'simple' && !serious)
    return {
      class: 'minor',
      reasons: [reason('class-simple', '按简易程序作出的处罚，属于轻微失信信息。', 'ndrc36:8(1)')],
    };
  if (serious && input.procedure !== 'simple') {
    return {
      class: 'serious',
      reasons: [
        ...rowReasons(known),
        ...longestGoverns(input),
        reason('class-serious', `处罚种类为${kindsOf(input)}，属于严重失信信息。`, serious.cite),
      ],
    };
  }
  if (input.penalties.length > 0 && unknown.length === 0 && !serious) {
    const found = known.reduce((a, b) => (heavier(a.class, b.class) === a.class ? a : b));
    return {
      class: found.class,
      reasons: [
        ...rowReasons(known),
        reason(
          `class-${found.class}`,
          `处罚种类为${kindsOf(input)}，属于${className[found.class]}失信信息。`,
          found.cite,
        ),
        ...classIgnored(input, found.class, 'ndrc36:11'),
      ],
    };
  }
  return byAuthority(input, known, unknown);
}

/** A field's own standard comes before the kinds of arts 8–10 (art 11); a confirmation fills what neither names. */
function classOfPenalty(input: CaseInput, penalty: CasePenalty): KnownClass | undefined {
  return classByRow(input, penalty.kind) ?? generalClassOfKind.rows.at(-1)!.value[penalty.kind];
}

type KnownClass = Omit<RowClass, 'why'> & Partial<Pick<RowClass, 'why'>>;

/** Several kinds in one decision: the longest period governs. */
function longestGoverns(input: CaseInput): Reason[] {
  const kinds = new Set(input.penalties.map((penalty) => penalty.kind));
  return kinds.size > 1 ? [reason('longest-period', '同时有几种处罚的，公示期按最长的一种算。', 'ndrc36:12.3')] : [];
}

/** One sentence for each row that was followed. */
function rowReasons(known: readonly KnownClass[]): Reason[] {
  const rows = new Map(known.flatMap((one) => (one.why === undefined ? [] : [[one.why, one.cite] as const])));
  return [...rows].map(([why, cite]) => reason('class-by-row', why, cite));
}

/** What the law leaves to the authority: fines without the field's table, kinds in no list, contradictions. */
function byAuthority(
  input: CaseInput,
  known: readonly { class: RecordClass; cite: string }[],
  unknown: readonly CasePenalty[],
): Classing {
  if (input.class && !(input.procedure === 'simple' && known.length > 0)) {
    const found = known.reduce((a, b) => heavier(a, b.class), input.class);
    return {
      class: found,
      reasons: [reason('class-by-authority', `认定单位将其定为${className[found]}失信信息。`, 'ndrc36:11')],
    };
  }
  const why =
    input.penalties.length === 0
      ? '没有提供处罚种类，也没有认定单位的分类'
      : input.procedure === 'simple'
        ? '简易程序不能作出这种处罚，程序或者处罚种类有一项不对'
        : unknown.some((penalty) => penalty.kind === '罚款')
          ? '罚款属于较小、较大还是巨额，标准由行业主管部门规定'
          : `${[...new Set(unknown.map((penalty) => penalty.kind))].join('、')}没有列入三类中的任何一类`;
  const contradiction = input.penalties.length > 0 && input.procedure === 'simple';
  const cite = contradiction
    ? 'apl:51'
    : unknown.some((penalty) => penalty.kind === '罚款')
      ? 'ndrc36:8(3)'
      : 'ndrc36:11';
  return {
    class: 'needs-classification',
    reasons: [reason('needs-classification', `${why}，需要认定单位先确定属于轻微、一般还是严重。`, cite)],
  };
}

/** The authority's class where law fixes another: told, not followed. */
export function classIgnored(input: CaseInput, found: RecordClass, cite: string): Reason[] {
  if (input.class === undefined || input.class === found) return [];
  const text = `提供的分类是${className[input.class]}，但条文已经按处罚种类定为${className[found]}，以条文为准；行业主管部门另有分类标准的，请向认定单位核实。`;
  return [reason('class-fixed-by-law', text, cite)];
}

/** Makes a reason. */
export function reason(code: string, text: string, cite: string): Reason {
  return { code, text, cite };
}
