/** The serious lists outside market supervision: the list's own wait beside that of 信用中国. See law/list-waits.ts. */

import { mayRefuse } from '#law/dated.ts';
import { type ListRule, type ListTerm, listRules } from '#law/list-waits.ts';
import { generalPeriods } from '#law/periods.ts';
import { formatChinese, maxDate, type PlainDate } from '../plain-date.ts';
import { type CaseInput, dutiesDone, isPublished, latestTerm, type Outlook, type Reason } from './assess-case.ts';
import { type Classing, classifyGeneral, reason } from './assess-class.ts';
import { unknownRegime } from './assess-earlier.ts';
import { generalBar, over, silent } from './assess-general.ts';
import { type DateStep, dayAfter, periodEnd, sayMonths, termEnd } from './publication-period.ts';

type ListMatter = keyof typeof listRules;

/** Whether a matter is one of the lists ruled by list-waits.ts. */
export function isListMatter(matter: string): matter is ListMatter {
  return Object.hasOwn(listRules, matter);
}

/** A wait as far as it can be computed: `step` is undefined where the day it starts from is not known. */
interface Wait {
  readonly term: ListTerm;
  readonly step: DateStep | undefined;
}

const clockName = { finding: '认定文书之日', published: '公布之日', correction: '改正之日' } as const;

const seriousList: Classing = {
  class: 'serious',
  reasons: [reason('class-serious', '列入严重失信主体名单的信息，属于严重失信信息。', 'ndrc36:10(3)')],
};
const doubtfulList: Classing = {
  class: 'serious',
  reasons: [
    reason(
      'basis-doubtful',
      '严重失信主体名单应当以法律、法规或者党中央、国务院政策文件为依据。这个名单的依据有待主管部门确认：有依据按名单计算，没有依据按原处罚的类别计算。',
      'ndrc36:4.2',
    ),
  ],
};

export function assessList(input: CaseInput, matter: ListMatter): Outlook {
  const rule = listRules[matter].on(input.on)?.value;
  if (!rule) return unknownRegime('serious', listRules[matter].rows[0]!.cite[0] ?? 'ndrc36');
  const found = rule.basisDoubtful ? doubtfulList : seriousList;
  if (input.subjectType === 'person' && input.publishedDate === null)
    return silent(found, '“信用中国”网站原则上不公示自然人的失信信息，这条记录没有公示。', 'ndrc36:12.3');
  const waits = waitsOf(input, rule);
  const ends = endsOf(input, rule);
  const latest = ends.at(-1);
  const sureEnds = rule.ends.length > 0 ? ends : [];
  const ended = sureEnds.length > 0 && sureEnds.every((step) => input.on > step.end);
  if (ended && latest) return over(input, found, mainSteps(waits, ends), latest, rule.endsUnperformed);
  return decide(input, found, waits, ends);
}

function startOf(input: CaseInput, term: ListTerm): PlainDate | undefined {
  if (term.clock === 'finding') return input.findingDate;
  if (term.clock === 'published') return isPublished(input) ? input.publishedDate : undefined;
  // 自改正之日起被列入满六个月: a correction before the listing counts from the listing.
  if (input.correctionDate === undefined || input.correctionDate > input.on) return undefined;
  return maxDate(input.correctionDate, input.findingDate);
}

function waitsOf(input: CaseInput, rule: ListRule): readonly Wait[] {
  const terms = rule.basisDoubtful ? [...rule.waits, ...penaltyReading(input)] : rule.waits;
  const waits = terms.map((term): Wait => {
    const start = startOf(input, term);
    const step =
      start === undefined
        ? undefined
        : periodEnd(`${term.by}的等待期`, start, clockName[term.clock], term.months, term.cite, term.sure);
    return { term, step };
  });
  const attached = rule.basisDoubtful ? latestTerm(input) : undefined;
  if (attached === undefined) return waits;
  const step = termEnd('处罚附带期限', input.findingDate, attached, 'ndrc36:12.3');
  return [
    ...waits,
    { term: { months: 0, clock: 'finding', sure: 'D', cite: 'ndrc36:12.3', by: '处罚附带期限' }, step },
  ];
}

/** If the list has no basis, the class of the underlying penalty governs; a class that is not known might be minor, without a wait. */
function penaltyReading(input: CaseInput): readonly ListTerm[] {
  const found = classifyGeneral(input).class;
  const periods = generalPeriods.rows.at(-1)!.value;
  const min = periods.kind === 'three-classes' && found !== 'needs-classification' ? (periods[found].min ?? 0) : 0;
  return [{ months: min, clock: 'finding', sure: 'D', cite: 'ndrc36:4.2', by: '原处罚类别' }];
}

/** Ends, 信用中国's (counted from the finding) last: its dates are the ones shown. */
function endsOf(input: CaseInput, rule: ListRule): readonly DateStep[] {
  return rule.ends.flatMap((term) => {
    const start = startOf(input, term);
    return start === undefined
      ? []
      : [periodEnd(`${term.by}的最长公示期`, start, clockName[term.clock], term.months, term.cite, term.sure)];
  });
}

/** The dates of the answer: 信用中国's wait where there is one, else the list's own. */
function mainSteps(waits: readonly Wait[], ends: readonly DateStep[]): readonly DateStep[] {
  const main = waits.findLast((wait) => wait.term.cite === 'ndrc36:12') ?? waits[0];
  return [main?.step, ends.at(-1)].filter((step) => step !== undefined);
}

function decide(input: CaseInput, found: Classing, waits: readonly Wait[], ends: readonly DateStep[]): Outlook {
  const main = waits.findLast((wait) => wait.term.cite === 'ndrc36:12')?.step ?? waits[0]?.step;
  const latest = ends.at(-1);
  const from = main ? dayAfter(main.end) : null;
  const isOver = (wait: Wait) => wait.step !== undefined && input.on > wait.step.end;
  const done = dutiesDone(input);
  const steps = [...waits.flatMap((wait) => wait.step ?? []), ...ends];
  const result = (
    verdict: Outlook['verdict'],
    last: readonly Reason[],
    route: 'apply' | 'none' | 'needs-confirmation',
  ): Outlook => ({
    class: found.class,
    publication: {
      shown: true,
      from: input.findingDate,
      earliestEnd: main?.end ?? null,
      latestEnd: latest?.end ?? null,
    },
    application: { route, from: route === 'none' ? null : from },
    verdict,
    reasons: [
      ...found.reasons,
      ...waits.map(sayWait),
      ...(latest ? [reason('maximum-period', latest.text, latest.cite)] : []),
      ...last,
    ],
    steps,
  });
  const barred = barOf(input, result, from);
  if (barred) return barred;
  const duties = done
    ? []
    : [reason('duties-outstanding', '失信行为还没有纠正，或者规定的义务还没有完全履行。', dutyCite(input))];
  const noneOver = waits.every((wait) => (wait.step ? input.on <= wait.step.end : !mayBeOver(input, wait.term)));
  const certain = waits.some((wait) => mayRefuse(wait.term.sure));
  if (!certain)
    return result(
      'needs-confirmation',
      [
        reason(
          'needs-confirmation',
          '等待期的规定没有见到条文原文，请向认定单位确认是否可以申请。',
          waits[0]?.term.cite ?? 'ndrc36:4.2',
        ),
        ...duties,
      ],
      'needs-confirmation',
    );
  if (steps.length === ends.length) {
    // No wait has begun: the correction or the publication it counts from is still to come, or was not given.
    const unknown = reason(
      'start-unknown',
      '等待期的起算日没有提供，算不出来，请向认定单位确认。',
      waits[0]!.term.cite,
    );
    return done
      ? result('needs-confirmation', [unknown], 'needs-confirmation')
      : result('duties-outstanding', duties, 'apply');
  }
  if (noneOver && main && latest && main.end >= latest.end) {
    const text = `等待期满以前公示期就已届满，不用申请，${formatChinese(latest.end)}届满后自动停止。`;
    const outlook = result('ends-automatically', [reason('ends-automatically', text, latest.cite), ...duties], 'none');
    const publication = { ...outlook.publication, earliestEnd: latest.end };
    return { ...outlook, publication, application: { route: 'automatic', from: null } };
  }
  if (noneOver) return result('not-yet', [sayNotYet(waits), ...duties], 'apply');
  // Duties come before the conflict of waits: as long as they are open, nobody's rule lets the record go.
  if (!done) return result('duties-outstanding', duties, 'apply');
  if (!waits.every(isOver))
    return result('needs-confirmation', [...sayBetween(input, waits), ...duties], 'needs-confirmation');
  if (ends.some((step) => input.on > step.end))
    return result(
      'needs-confirmation',
      [
        reason(
          'ends-differ',
          '按其中一种规定公示期已经届满，按另一种还没有，请向认定单位确认。',
          ends.find((step) => input.on > step.end)!.cite,
        ),
      ],
      'needs-confirmation',
    );
  const remark = generalBar(input);
  return result(
    'repairable-now',
    [
      reason('repairable-now', '等待期已满，义务已履行，现在可以申请。', 'ndrc36:14'),
      ...(remark ? [remark.reason] : []),
    ],
    'apply',
  );
}

/** A wait whose first day is not known may be over only where enough time has passed since the finding. */
function mayBeOver(input: CaseInput, term: ListTerm): boolean {
  if (term.clock === 'published' || !dutiesDone(input)) return false;
  return input.on > periodEnd('', input.findingDate, '', term.months, term.cite).end;
}

/** Bars read in their clauses: fraud (36号 art 25), a new offence while listed (tax, wages). */
function barOf(
  input: CaseInput,
  result: (
    verdict: Outlook['verdict'],
    last: readonly Reason[],
    route: 'apply' | 'none' | 'needs-confirmation',
  ) => Outlook,
  from: PlainDate | null,
): Outlook | undefined {
  const fraud = generalBar(input);
  if (fraud?.verdict === 'barred') {
    const outlook = result('barred', [fraud.reason], 'apply');
    return {
      ...outlook,
      application: { route: 'apply', from: from === null ? fraud.from : maxDate(from, fraud.from) },
    };
  }
  if (fraud?.verdict === 'needs-confirmation')
    return result('needs-confirmation', [fraud.reason], 'needs-confirmation');
  if (!input.samePenaltyAgain) return undefined;
  if (input.matter === 'tax-serious')
    return result(
      'barred',
      [
        reason(
          'new-offence',
          '被确定为失信主体后又因税收违法受到处理或者处罚，不予提前停止公布（破产重整、和解情形除外）。',
          'sta54:22(1)',
        ),
      ],
      'none',
    );
  if (input.matter === 'wage-arrears')
    return result(
      'barred',
      [reason('new-offence', '列入期限内再次拖欠农民工工资，不得提前移出。', 'mohrss45:13(1)')],
      'none',
    );
  return undefined;
}

function dutyCite(input: CaseInput): string {
  if (input.matter === 'tax-serious') return 'sta54:18(1)';
  return input.matter === 'wage-arrears' ? 'mohrss45:12(1)' : 'ndrc36:14(2)';
}

function sayWait(wait: Wait): Reason {
  const text =
    wait.step?.text ??
    `${wait.term.by}的等待期：自${clockName[wait.term.clock]}起满${sayMonths(wait.term.months)}，但没有提供这一天，算不出来。`;
  const unsure = mayRefuse(wait.term.sure)
    ? ''
    : wait.term.sure === 'D'
      ? '（根据条文推断）'
      : '（没有见到条文原文，仅供参考）';
  return reason('wait', `${text}${unsure}`, wait.term.cite);
}

function sayNotYet(waits: readonly Wait[]): Reason {
  const known = waits.filter((wait): wait is Wait & { step: DateStep } => wait.step !== undefined);
  const sure = known.find((wait) => mayRefuse(wait.term.sure)) ?? known[0]!;
  const days = known.map((wait) => `按${wait.term.by}最早${formatChinese(dayAfter(wait.step.end))}`);
  return reason('not-yet', `还没有到可以申请的时候：${days.join('，')}。`, sure.term.cite);
}

function sayBetween(input: CaseInput, waits: readonly Wait[]): Reason[] {
  const isOver = (wait: Wait) => wait.step !== undefined && input.on > wait.step.end;
  const name = (wait: Wait) =>
    wait.step ? `${wait.term.by}（到${formatChinese(wait.step.end)}）` : `${wait.term.by}（起算日未知）`;
  const ready = waits.filter(isOver).map(name).join('、') || '可能有一种';
  const waiting = waits.filter((wait) => !isOver(wait));
  const text = `等待期的规定不一致：${ready}已满，${waiting.map(name).join('、')}未满。可以提交申请，由认定单位决定。`;
  return [
    reason('waits-differ', text, waiting[0]!.term.cite),
    reason('waits-open', '两个规定都是部门规章，条文没有写明以哪个为准。', 'ndrc36:5.2'),
  ];
}
