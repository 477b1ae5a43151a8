/** The waits and ends of a list as far as they can be computed, and the sentences that tell them. */
import { mayRefuse } from '#law/dated.ts';
import type { ListRule, ListTerm } from '#law/list-waits.ts';
import { generalPeriods } from '#law/periods.ts';
import { formatChinese, maxDate, type PlainDate } from '../plain-date.ts';
import { type CaseInput, dutiesDone, isPublished, latestTerm, type Reason } from './assess-case.ts';
import { classifyGeneral, reason } from './assess-class.ts';
import { type DateStep, dayAfter, laterStep, periodEnd, sayMonths, termEnd } from './publication-period.ts';

/** A wait as far as it can be computed: `step` is undefined where the day it starts from is not known. */
export interface Wait {
  readonly term: ListTerm;
  readonly step: DateStep | undefined;
}

const clockName = { finding: '认定文书之日', published: '公布之日', correction: '改正之日' } as const;

function startOf(input: CaseInput, term: ListTerm): PlainDate | undefined {
  if (term.clock === 'finding') return input.findingDate;
  if (term.clock === 'published') return isPublished(input) ? input.publishedDate : undefined;
  // 自改正之日起被列入满六个月: a correction before the listing counts from the listing.
  if (input.correctionDate === undefined || input.correctionDate > input.on) return undefined;
  return maxDate(input.correctionDate, input.findingDate);
}

export function waitsOf(input: CaseInput, rule: ListRule): readonly Wait[] {
  const own = rule.waits.map((term): Wait => ({ term, step: stepOf(input, term) }));
  return rule.basisDoubtful ? [...own, penaltyReading(input)] : own;
}

function stepOf(input: CaseInput, term: ListTerm): DateStep | undefined {
  const start = startOf(input, term);
  return start === undefined
    ? undefined
    : periodEnd(`${term.by}的等待期`, start, clockName[term.clock], term.months, term.cite, term.sure);
}

/**
 * If the list has no basis, the class of the underlying penalty governs, with the term it carries (36号 art 12 ¶3); a class that is not
 * known might be minor, without a wait.
 */
function penaltyReading(input: CaseInput): Wait {
  const found = classifyGeneral(input).class;
  const periods = generalPeriods.rows.at(-1)!.value;
  const min = periods.kind === 'three-classes' && found !== 'needs-classification' ? (periods[found].min ?? 0) : 0;
  const term: ListTerm = { months: min, clock: 'finding', sure: 'D', cite: 'ndrc36:4.2', by: '原处罚类别' };
  const attached = latestTerm(input);
  const step = stepOf(input, term)!;
  return {
    term,
    step: laterStep(
      step,
      attached === undefined ? undefined : termEnd('处罚附带期限', input.findingDate, attached, 'ndrc36:12.3'),
    ),
  };
}

/** Ends, 信用中国's (counted from the finding) last: its dates are the ones shown. */
export function endsOf(input: CaseInput, rule: ListRule): readonly DateStep[] {
  return rule.ends.flatMap((term) => {
    const start = startOf(input, term);
    return start === undefined
      ? []
      : [periodEnd(`${term.by}的最长公示期`, start, clockName[term.clock], term.months, term.cite, term.sure)];
  });
}

/** A wait whose first day is not known may be over only where enough time has passed since the finding. */
export function mayBeOver(input: CaseInput, term: ListTerm): boolean {
  if (term.clock === 'published' || !dutiesDone(input)) return false;
  return input.on > periodEnd('', input.findingDate, '', term.months, term.cite).end;
}

export function sayWait(wait: Wait): Reason {
  const text =
    wait.step?.text ??
    `${wait.term.by}的等待期：自${clockName[wait.term.clock]}起满${sayMonths(wait.term.months)}，但没有提供这一天，算不出来。`;
  const unsure = mayRefuse(wait.term.sure)
    ? ''
    : wait.term.sure === 'D'
      ? '（根据条文推断）'
      : '（没有见到条文原文，仅供参考）';
  return reason('wait', `${text}${unsure}`, wait.step?.cite ?? wait.term.cite);
}

export function sayNotYet(waits: readonly Wait[]): Reason {
  const known = waits.filter((wait): wait is Wait & { step: DateStep } => wait.step !== undefined);
  const sure = known.find((wait) => mayRefuse(wait.term.sure)) ?? known[0]!;
  const days = known.map((wait) => `按${wait.term.by}最早${formatChinese(dayAfter(wait.step.end))}`);
  return reason('not-yet', `还没有到可以申请的时候：${days.join('，')}。`, sure.term.cite);
}

export function sayBetween(input: CaseInput, waits: readonly Wait[]): Reason[] {
  const isOver = (wait: Wait) => wait.step !== undefined && input.on > wait.step.end;
  const name = (wait: Wait) =>
    wait.step ? `${wait.term.by}（到${formatChinese(wait.step.end)}）` : `${wait.term.by}（起算日未知）`;
  const ready = waits.filter(isOver).map(name).join('、') || '可能有一种';
  const waiting = waits.filter((wait) => !isOver(wait));
  const text = `等待期的规定不一致：${ready}已满，${waiting.map(name).join('、')}未满。可以提交申请，由认定单位决定。`;
  return [
    reason('waits-differ', text, waiting[0]!.term.cite),
    ...(input.on >= generalPeriods.rows.at(-1)!.from
      ? [reason('waits-open', '两个规定都是部门规章，条文没有写明以哪个为准。', 'ndrc36:5.2')]
      : []),
  ];
}
