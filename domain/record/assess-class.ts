import {
  className,
  fieldName,
  generalClassOfKind,
  type MarketClassing,
  marketClassing,
  type RecordClass,
} from '#law/classes.ts';
import type { CaseInput, CasePenalty, Reason } from './assess-case.ts';

export type ClassFound = RecordClass | 'needs-classification';

/** The class of a record with the sentences that give it. */
export interface Classing {
  readonly class: ClassFound;
  readonly reasons: readonly Reason[];
}

/**
 * How the market track treats a record: `unpublished` only a warning; `automatic` minor, ends by itself; `ordinary` general;
 * `field` serious by its field; `restricted` serious by a restriction; `no-application` serious, no early end;
 * `by-authority` serious, but by which limb is not known; `unclear` needs the authority.
 */
export type MarketGroup =
  | 'unpublished'
  | 'automatic'
  | 'ordinary'
  | 'field'
  | 'restricted'
  | 'no-application'
  | 'by-authority'
  | 'unclear';
export interface MarketClassed extends Classing {
  readonly group: MarketGroup;
}

const order: readonly RecordClass[] = ['minor', 'general', 'serious'];

function heavier(a: RecordClass, b: RecordClass): RecordClass {
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

function kindsOf(input: CaseInput): string {
  return [...new Set(input.penalties.map((penalty) => penalty.kind))].join('、');
}

/** General track, 36号 arts 8–12: simple procedure and kind decide; several kinds: the longest period governs. */
export function classifyGeneral(input: CaseInput): Classing {
  const kinds = generalClassOfKind.rows.at(-1)!.value;
  const known = input.penalties.flatMap((penalty) => kinds[penalty.kind] ?? []);
  const unknown = input.penalties.filter((penalty) => !kinds[penalty.kind]);
  const serious = known.find((one) => one.class === 'serious');
  if (input.procedure === 'simple' && !serious)
    return {
      class: 'minor',
      reasons: [reason('class-simple', '按简易程序作出的处罚，属于轻微失信信息。', 'ndrc36:8(1)')],
    };
  if (serious && input.procedure !== 'simple') {
    const several = input.penalties.length > 1 ? '；同时有几种处罚的，按公示期最长的一种算' : '';
    return {
      class: 'serious',
      reasons: [reason('class-serious', `处罚种类为${kindsOf(input)}，属于严重失信信息${several}。`, serious.cite)],
    };
  }
  if (input.penalties.length > 0 && unknown.length === 0 && !serious) {
    const found = known.reduce((a, b) => (heavier(a.class, b.class) === a.class ? a : b));
    return {
      class: found.class,
      reasons: [
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
  const cite = unknown.some((penalty) => penalty.kind === '罚款') ? 'ndrc36:8(3)' : 'ndrc36:11';
  return {
    class: 'needs-classification',
    reasons: [reason('needs-classification', `${why}，需要认定单位先确定属于轻微、一般还是严重。`, cite)],
  };
}

/** Market track, 107号 arts 7–9. */
export function classifyMarket(input: CaseInput): MarketClassed {
  const rule = marketClassing.rows.at(-1)!.value;
  const kinds = new Set(input.penalties.map((penalty) => penalty.kind));
  const has = (list: readonly string[]) => [...kinds].find((kind) => list.includes(kind));
  const stopped = has(rule.noApplication);
  if (stopped)
    return classed(
      'serious',
      'no-application',
      `${stopped}属于严重违法失信信息，满三年自动停止公示，不受理提前停止的申请。`,
      'samr107:8(3)',
    );
  const restricted = has(rule.restrictions);
  if (restricted)
    return classed(
      'serious',
      'restricted',
      `${restricted}属于严重违法失信信息，公示满一年且限制期限届满后才可以申请。`,
      'samr107:8(2)',
    );
  if (kinds.size === 1 && kinds.has('警告'))
    return classed('minor', 'unpublished', '只受到警告的，不予公示。', 'samr107:7(1)');
  if (kinds.size === 1 && kinds.has('通报批评'))
    return classed(
      'minor',
      'automatic',
      '只受到通报批评的，属于轻微违法失信信息，公示满三个月自动停止，不用申请。',
      'samr107:7(2)',
    );
  return classifyFines(input, rule);
}

function classifyFines(input: CaseInput, rule: MarketClassing): MarketClassed {
  const fines = input.penalties.filter((penalty) => penalty.kind === '罚款');
  const others = input.penalties.filter((penalty) => penalty.kind !== '罚款');
  const light = others.every((penalty) => penalty.kind === '警告' || penalty.kind === '通报批评');
  const low = fines.length === 0 ? 'none' : lowFine(input, fines, rule);
  if (input.penalties.length === 0) return unclear(input, '没有提供处罚种类，也没有处罚机关的分类');
  if (!light || low === 'no') return notMinor(input, rule);
  if (others.length === 0 && low === 'yes') {
    const limit = input.subjectType === 'person' ? rule.lowFine.person : rule.lowFine.business;
    return classed(
      'minor',
      'automatic',
      `按从轻或者减轻阶次只处以${limit}元以下罚款的，属于轻微违法失信信息，公示满三个月自动停止，不用申请。`,
      'samr107:7(3)',
    );
  }
  if (others.length === 0) return unclear(input, '罚款数额或者裁量阶次没有写明，分不清是不是较低数额罚款');
  return unclear(input, '“轻微”只指仅受到警告、仅受到通报批评或者仅受到较低数额罚款，同时受到几种的，条文没有写明');
}

/** Whether the fines together are 较低数额: lighter bracket and at most the bound. `unknown` where a fact that decides is missing. */
function lowFine(input: CaseInput, fines: readonly CasePenalty[], rule: MarketClassing): 'yes' | 'no' | 'unknown' {
  const bound = input.subjectType === 'person' ? rule.lowFine.person : rule.lowFine.business;
  const sum = fines.reduce((total, fine) => total + (fine.amountYuan ?? 0), 0);
  if (sum > bound || fines.some((fine) => fine.bracket !== undefined && fine.bracket !== rule.lowFine.bracket))
    return 'no';
  return fines.every((fine) => fine.bracket !== undefined && fine.amountYuan !== undefined) ? 'yes' : 'unknown';
}

function notMinor(input: CaseInput, rule: MarketClassing): MarketClassed {
  if (input.field !== undefined && rule.seriousFields.includes(input.field))
    return classed(
      'serious',
      'field',
      `${fieldName[input.field]}领域除轻微以外的处罚，属于严重违法失信信息。`,
      'samr107:8(1)',
    );
  if (input.field === undefined && input.class === 'serious')
    return classed('serious', 'field', '处罚机关将其定为严重违法失信信息。', 'samr107:8(1)');
  const found = classed(
    'general',
    'ordinary',
    `处罚种类为${kindsOf(input)}，不属于轻微也不属于严重，是一般违法失信信息。`,
    'samr107:9',
  );
  const assumed =
    input.field === undefined
      ? [
          reason(
            'field-assumed',
            '没有提供领域，按食品、药品、医疗器械、化妆品、特种设备、重点工业产品以外的领域计算。',
            'samr107:8(1)',
          ),
        ]
      : [];
  return { ...found, reasons: [...found.reasons, ...assumed, ...classIgnored(input, 'general', 'samr107:9')] };
}

function unclear(input: CaseInput, why: string): MarketClassed {
  if (!input.class) {
    const text = `${why}，需要处罚机关先确定属于轻微、一般还是严重。`;
    return {
      class: 'needs-classification',
      group: 'unclear',
      reasons: [reason('needs-classification', text, 'samr107:7')],
    };
  }
  const text = `处罚机关将其定为${className[input.class]}违法失信信息。`;
  const group = input.class === 'minor' ? 'automatic' : input.class === 'general' ? 'ordinary' : seriousGroup(input);
  return { class: input.class, group, reasons: [reason('class-by-authority', text, 'samr107:6')] };
}

/** Serious by the authority's word: without the penalties nobody can tell whether an application exists (art 8 item 3). */
function seriousGroup(input: CaseInput): MarketGroup {
  return input.penalties.length === 0 ? 'by-authority' : 'field';
}

function classIgnored(input: CaseInput, found: RecordClass, cite: string): Reason[] {
  if (input.class === undefined || input.class === found) return [];
  const text = `提供的分类是${className[input.class]}，但条文已经按处罚种类定为${className[found]}，以条文为准；行业主管部门另有分类标准的，请向认定单位核实。`;
  return [reason('class-fixed-by-law', text, cite)];
}

function classed(found: RecordClass, group: MarketGroup, text: string, cite: string): MarketClassed {
  return { class: found, group, reasons: [reason(`class-${found}`, text, cite)] };
}

/** Makes a reason. */
export function reason(code: string, text: string, cite: string): Reason {
  return { code, text, cite };
}
