/** Classes of the market track, 107号 arts 6–9. */
import { className, fieldName, type MarketClassing, marketClassing, type RecordClass } from '#law/classes.ts';
import { citeRow, namePaper } from '#law/law-book.ts';
import { type CaseInput, type CasePenalty, confirmedPoint } from './assess-case.ts';
import { type Classing, classIgnored, kindsOf, reason } from './assess-class.ts';

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

/** Market track, 107号 arts 7–9. */
export function classifyMarket(input: CaseInput): MarketClassed {
  const found = classifyKinds(input);
  const several = new Set(input.penalties.map((penalty) => penalty.kind)).size > 1;
  if (!several || found.group === 'unclear') return found;
  const longest = reason('longest-period', '同一信息涉及几种处罚的，公示期按其中最长的算。', 'samr107:6.2');
  return { ...found, reasons: [...found.reasons, longest] };
}

function classifyKinds(input: CaseInput): MarketClassed {
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
  const answer = low === 'unknown' ? undefined : confirmedPoint(input, 'combination:market');
  if (answer?.value === 'general') return notMinor(input, rule);
  if (answer) {
    const text = `同时受到${kindsOf(input)}，${namePaper(answer.paper)}确认仍属于轻微违法失信信息，公示满三个月自动停止，不用申请。`;
    return classed('minor', 'automatic', text, citeRow(answer));
  }
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

function classed(found: RecordClass, group: MarketGroup, text: string, cite: string): MarketClassed {
  return { class: found, group, reasons: [reason(`class-${found}`, text, cite)] };
}
