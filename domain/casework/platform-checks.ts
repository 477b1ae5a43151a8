import { formatChinese, type PlainDate } from '../plain-date.ts';
import type { Verdict } from '../record/assess-case.ts';
import { finesCheck, reorganisationCheck, type SharedlyChecked } from './shared-checks.ts';

/** One thing the platform looked at itself: what came out, from which source, as of which day. */
export interface PlatformCheck {
  readonly key: 'minimum-period' | 'duties' | 'fines' | 'repeat' | 'fraud' | 'reorganisation' | 'suspension';
  readonly name: string;
  /** `open`: a person has to look; `unavailable`: nobody could be asked. */
  readonly result: 'ok' | 'problem' | 'open' | 'unavailable';
  readonly text: string;
  readonly source: string;
  readonly asOf: PlainDate;
  readonly cites: readonly string[];
  /** Read from the province's shared data: can be asked again. */
  readonly shared?: true;
  /** Somebody said something else. */
  readonly discrepancy?: string;
  /** What it shows for a condition, to be taken over as a verification. */
  readonly adopt?: {
    readonly condition: string;
    readonly result: 'met' | 'not-met' | 'open';
    readonly finding: string;
  };
}

/** What the checks are made from: the engine's answer of today and what the record itself says. */
export interface CheckedRecord extends SharedlyChecked {
  readonly verdict: Verdict;
  readonly organName: string;
  readonly correctionDate: PlainDate | null;
  readonly samePenaltyAgain: boolean;
  readonly fraudFoundOn: PlainDate | null;
  /** Records of the subject found after this one that are not repaired: their document numbers. */
  readonly later: readonly string[];
  /** Clauses of the item's own limits: where suspension would have to stand. */
  readonly limitCites: readonly string[];
}

const engine = '平台按现行规定计算';

/** Everything the platform can look at without asking anybody, in the order an officer would. Nothing here decides: the acts refuse by law alone. */
export function platformChecks(it: CheckedRecord): PlatformCheck[] {
  const asOf = it.today;
  return [
    { ...minimumPeriod(it), asOf },
    { ...duties(it), asOf },
    ...finesCheck(it),
    { ...repeats(it), asOf },
    { ...fraud(it), asOf },
    ...reorganisationCheck(it),
    {
      key: 'suspension',
      name: '中止计算期限',
      result: 'ok',
      text: '本事项适用的条文没有规定办理期限可以中止；没有条文的，平台不提供中止，期限照常计算。',
      source: '条文',
      cites: it.limitCites,
      asOf,
    },
  ];
}

type Found = Omit<PlatformCheck, 'asOf'>;

/** Articles that the engine named for its answer. */
const citesOf = ({ verdict }: CheckedRecord) => [...new Set(verdict.reasons.map((one) => one.cite))];

function minimumPeriod(it: CheckedRecord): Found {
  const { from } = it.verdict.application;
  const common = { key: 'minimum-period', name: '最短公示期', source: engine, cites: citesOf(it) } as const;
  if (it.verdict.verdict === 'needs-confirmation' || it.verdict.class === 'needs-classification')
    return {
      ...common,
      result: 'open',
      text: it.verdict.reasons.map((one) => one.text).join('') || '要由认定单位确认。',
    };
  if (from === null)
    return it.verdict.verdict === 'repairable-now'
      ? { ...common, result: 'ok', text: '没有需要等待的期限。' }
      : { ...common, result: 'open', text: it.verdict.reasons.map((one) => one.text).join('') };
  return from <= it.today
    ? { ...common, result: 'ok', text: `自${formatChinese(from)}起可以申请，已经满足。` }
    : { ...common, result: 'problem', text: `要到${formatChinese(from)}才可以申请。` };
}

function duties({ dutiesPerformed, correctionDate, organName }: CheckedRecord): Found {
  const common = { key: 'duties', name: '义务履行', source: `失信信息登记（${organName}）`, cites: [] } as const;
  return dutiesPerformed
    ? {
        ...common,
        result: 'ok',
        text: `登记为已履行${correctionDate ? `（${formatChinese(correctionDate)}改正）` : ''}。`,
      }
    : { ...common, result: 'open', text: '没有已履行的登记，要由您核实。' };
}

function repeats({ samePenaltyAgain, later }: CheckedRecord): Found {
  const common = { key: 'repeat', name: '再次失信', source: '平台的失信信息', cites: [] } as const;
  if (samePenaltyAgain)
    return { ...common, result: 'problem', text: '登记有同类行为再次受到处罚，请按本事项的规定核对。' };
  return later.length === 0
    ? { ...common, result: 'ok', text: '认定以后没有新的失信信息。' }
    : {
        ...common,
        result: 'open',
        text: `认定以后还有 ${later.length} 条没有修复的失信信息：${later.slice(0, 3).join('、')}${later.length > 3 ? ' 等' : ''}。是否影响这一件，请按规定核对。`,
      };
}

function fraud(it: CheckedRecord): Found {
  const common = { key: 'fraud', name: '弄虚作假', source: '平台的失信信息', cites: [] } as const;
  return it.fraudFoundOn
    ? {
        ...common,
        result: 'problem',
        text: `${formatChinese(it.fraudFoundOn)}认定过隐瞒真实情况、弄虚作假。`,
        cites: citesOf(it),
      }
    : { ...common, result: 'ok', text: '没有隐瞒真实情况、弄虚作假的认定。' };
}
