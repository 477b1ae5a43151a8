/** The serious lists outside market supervision: the list's own wait beside that of 信用中国. See law/list-waits.ts. */
import { mayRefuse } from '#law/dated.ts';
import { citeRow, namePaper } from '#law/law-book.ts';
import { type ListRule, type ListTerm, listRules } from '#law/list-waits.ts';
import { formatChinese, maxDate, minDate, type PlainDate } from '../plain-date.ts';
import { type CaseInput, confirmedPoint, dutiesDone, type Outlook, type Reason } from './assess-case.ts';
import { type Classing, reason } from './assess-class.ts';
import { assessGeneralPenalty, generalRegimeFrom } from './assess-general.ts';
import { generalBar } from './assess-general-bar.ts';
import { over, silent } from './assess-general-end.ts';
import { endsOf, mayBeOver, sayBetween, sayNotYet, sayWait, type Wait, waitsOf } from './assess-list-waits.ts';
import { unknownRegime } from './assess-standing.ts';
import { type DateStep, dayAfter } from './publication-period.ts';

type ListMatter = keyof typeof listRules;

/** Whether a matter is one of the lists ruled by list-waits.ts. */
export function isListMatter(matter: string): matter is ListMatter {
  return Object.hasOwn(listRules, matter);
}

/** Before 36号 no text sorted lists into classes: the list's own rule is named. */
function listClass(input: CaseInput, rule: ListRule): Classing {
  const cite = input.on >= generalRegimeFrom ? 'ndrc36:10(3)' : (rule.waits[0]?.cite ?? 'plan4:annex1');
  return {
    class: 'serious',
    reasons: [reason('class-serious', '列入严重失信主体名单的信息，属于严重失信信息。', cite)],
  };
}
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
  const printed = listRules[matter].on(input.on)?.value;
  if (!printed) return unknownRegime('serious', listRules[matter].rows[0]!.cite[0] ?? 'ndrc36');
  const basis = confirmedPoint(input, `basis:${matter}`);
  if (basis?.value === 'penalty') return asPenalty(input, namePaper(basis.paper), citeRow(basis));
  const rule = confirmedRule(input, matter, basis ? { ...printed, basisDoubtful: false } : printed);
  const found = rule.basisDoubtful ? doubtfulList : listClass(input, rule);
  if (input.subjectType === 'person' && input.publishedDate === null)
    return silent(found, '“信用中国”网站原则上不公示自然人的失信信息，这条记录没有公示。', 'ndrc36:12.3');
  const waits = waitsOf(input, rule);
  const ends = endsOf(input, rule);
  const latest = latestOf(input, ends);
  const sureEnds = rule.ends.length > 0 ? ends : [];
  const ended = sureEnds.length > 0 && sureEnds.every((step) => input.on > step.end);
  if (ended && latest) return over(input, found, mainSteps(waits, ends), latest, rule.endsUnperformed);
  return decide(input, found, waits, ends);
}

/** An office confirmed that the list has no basis in law: the class of the underlying penalty governs. */
function asPenalty(input: CaseInput, paper: string, cite: string): Outlook {
  const outlook = assessGeneralPenalty(input);
  const why = reason('basis-denied', `${paper}确认这个名单没有法律、法规或者政策文件依据，按原处罚的类别计算。`, cite);
  return { ...outlook, reasons: [why, ...outlook.reasons] };
}

/** The rule with the wait a named office confirmed in place of those that stand side by side. */
function confirmedRule(input: CaseInput, matter: ListMatter, rule: ListRule): ListRule {
  const answer = confirmedPoint(input, `wait:${matter}`);
  if (!answer || typeof answer.value === 'string') return rule;
  const wait: ListTerm = { ...answer.value, sure: 'V', cite: citeRow(answer), by: `${answer.paper.office}确认` };
  return { ...rule, waits: [wait], basisDoubtful: false };
}

/** The wait whose dates are shown: 信用中国's where there is one, else the list's own. */
function mainWait(waits: readonly Wait[]): Wait | undefined {
  return waits.findLast((wait) => wait.term.cite === 'ndrc36:12') ?? waits[0];
}

function mainSteps(waits: readonly Wait[], ends: readonly DateStep[]): readonly DateStep[] {
  return [mainWait(waits)?.step, ...ends].filter((step) => step !== undefined);
}

/** The end whose day is shown: 信用中国's while it runs; where it is over and another rule still has the record on display, that one. */
function latestOf(input: CaseInput, ends: readonly DateStep[]): DateStep | undefined {
  const main = ends.at(-1);
  return main && input.on > main.end ? (ends.find((step) => input.on <= step.end) ?? main) : main;
}

type Route = 'apply' | 'none' | 'needs-confirmation';
type Answer = (verdict: Outlook['verdict'], last: readonly Reason[], route: Route) => Outlook;

function decide(input: CaseInput, found: Classing, waits: readonly Wait[], ends: readonly DateStep[]): Outlook {
  const [main, latest] = [mainWait(waits)?.step, latestOf(input, ends)];
  const from = main ? dayAfter(main.end) : null;
  const answer: Answer = (verdict, last, route) => ({
    class: found.class,
    publication: {
      shown: true,
      from: latest?.start ?? main?.start ?? input.findingDate,
      earliestEnd: main && latest ? minDate(main.end, latest.end) : (main?.end ?? null),
      latestEnd: latest?.end ?? null,
    },
    application: { route, from: route === 'none' ? null : from },
    verdict,
    reasons: [
      ...found.reasons,
      ...waits.map(sayWait),
      ...ends.map((step) => reason('maximum-period', step.text, step.cite)),
      ...shownPerson(input),
      ...last,
    ],
    steps: [...waits.flatMap((wait) => wait.step ?? []), ...ends],
  });
  return barOf(input, answer, from) ?? unsureOf(input, waits, answer) ?? judge(input, waits, ends, answer);
}

/** A person's record is on display although 信用中国 in principle shows none (36号 art 12 ¶3). */
function shownPerson(input: CaseInput): readonly Reason[] {
  if (input.subjectType !== 'person' || input.on < generalRegimeFrom) return [];
  const text = '“信用中国”网站原则上不公示自然人的失信信息；如果看到它在公示，可以提出异议。';
  return [reason('person-published', text, 'ndrc36:12.3')];
}

function openDuties(input: CaseInput): readonly Reason[] {
  if (dutiesDone(input)) return [];
  return [reason('duties-outstanding', '失信行为还没有纠正，或者规定的义务还没有完全履行。', dutyCite(input))];
}

/** No rule read in its clause, or no wait whose first day is known: nothing can be said of the time. */
function unsureOf(input: CaseInput, waits: readonly Wait[], answer: Answer): Outlook | undefined {
  const duties = openDuties(input);
  const cite = waits[0]?.term.cite ?? 'ndrc36:4.2';
  if (!waits.some((wait) => mayRefuse(wait.term.sure))) {
    const text = '等待期的规定没有见到条文原文，请向认定单位确认是否可以申请。';
    return answer('needs-confirmation', [reason('needs-confirmation', text, cite), ...duties], 'needs-confirmation');
  }
  if (waits.some((wait) => wait.step)) return undefined;
  // The correction or the publication the wait counts from is still to come, or was not given.
  if (duties.length > 0) return answer('duties-outstanding', duties, 'apply');
  const text = '等待期的起算日没有提供，算不出来，请向认定单位确认。';
  return answer('needs-confirmation', [reason('start-unknown', text, cite)], 'needs-confirmation');
}

function judge(input: CaseInput, waits: readonly Wait[], ends: readonly DateStep[], answer: Answer): Outlook {
  const duties = openDuties(input);
  const [main, latest] = [mainWait(waits)?.step, latestOf(input, ends)];
  const noneOver = waits.every((wait) => (wait.step ? input.on <= wait.step.end : !mayBeOver(input, wait.term)));
  if (noneOver && main && latest && main.end >= latest.end) {
    const text = `等待期满以前公示期就已届满，不用申请，${formatChinese(latest.end)}届满后自动停止。`;
    const outlook = answer('ends-automatically', [reason('ends-automatically', text, latest.cite), ...duties], 'none');
    const publication = { ...outlook.publication, earliestEnd: latest.end };
    return { ...outlook, publication, application: { route: 'automatic', from: null } };
  }
  if (noneOver) return answer('not-yet', [sayNotYet(waits), ...duties], 'apply');
  // Duties come before the conflict of waits: as long as they are open, nobody's rule lets the record go.
  if (duties.length > 0) return answer('duties-outstanding', duties, 'apply');
  if (!waits.every((wait) => wait.step !== undefined && input.on > wait.step.end))
    return answer('needs-confirmation', sayBetween(input, waits), 'needs-confirmation');
  const past = ends.find((step) => input.on > step.end);
  if (past) {
    const text = '按其中一种规定公示期已经届满，按另一种还没有，请向认定单位确认。';
    return answer('needs-confirmation', [reason('ends-differ', text, past.cite)], 'needs-confirmation');
  }
  const remark = generalBar(input);
  const cite = input.on >= generalRegimeFrom ? 'ndrc36:14' : dutyCite(input);
  const ready = reason('repairable-now', '等待期已满，义务已履行，现在可以申请。', cite);
  return answer('repairable-now', remark ? [ready, remark.reason] : [ready], 'apply');
}

/** Bars read in their clauses: fraud (36号 art 25), a new offence while listed (tax, wages). */
function barOf(input: CaseInput, answer: Answer, from: PlainDate | null): Outlook | undefined {
  const offence = newOffence(input);
  if (offence) return answer('barred', [offence], 'none');
  const fraud = generalBar(input);
  if (fraud?.verdict === 'barred') {
    const outlook = answer('barred', [fraud.reason], 'apply');
    return {
      ...outlook,
      application: { route: 'apply', from: from === null ? fraud.from : maxDate(from, fraud.from) },
    };
  }
  return fraud?.verdict === 'needs-confirmation'
    ? answer('needs-confirmation', [fraud.reason], 'needs-confirmation')
    : undefined;
}

/** A new offence while listed closes the door for good: it comes before a bar that ends. */
function newOffence(input: CaseInput): Reason | undefined {
  if (!input.samePenaltyAgain) return undefined;
  if (input.matter === 'tax-serious')
    return reason(
      'new-offence',
      '被确定为失信主体后又因税收违法受到处理或者处罚，不予提前停止公布（破产重整、和解情形除外）。',
      'sta54:22(1)',
    );
  return input.matter === 'wage-arrears'
    ? reason('new-offence', '列入期限内再次拖欠农民工工资，不得提前移出。', 'mohrss45:13(1)')
    : undefined;
}

function dutyCite(input: CaseInput): string {
  if (input.matter === 'tax-serious') return 'sta54:18(1)';
  if (input.matter === 'wage-arrears') return 'mohrss45:12(1)';
  return input.on >= generalRegimeFrom
    ? 'ndrc36:14(2)'
    : (listRules[input.matter as ListMatter].rows[0]!.cite[0] ?? 'plan4:annex1');
}
