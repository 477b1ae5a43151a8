/**
 * The eligibility engine: one record of one subject on one day → class, display, application, verdict, limits and why.
 * Pure: the law is `law/`, the day is in the case. Judgment calls are listed in docs/divergences.md, section Eligibility.
 */
import { parseCitation } from '#law/cite.ts';
import { mayRefuse } from '#law/dated.ts';
import { citeRow, namePaper } from '#law/law-book.ts';
import { lawEntries } from '#law/matters.ts';
import { timeLimits } from '#law/time-limits.ts';
import { type CaseInput, confirmedPoint, noApplication, noDates, type Outlook, type Verdict } from './assess-case.ts';
import { reason } from './assess-class.ts';
import { assessCustoms } from './assess-customs.ts';
import { assessGeneralPenalty } from './assess-general.ts';
import { assessList, isListMatter } from './assess-list.ts';
import { assessMarket } from './assess-market.ts';
import { applyOrders } from './assess-orders.ts';
import { applyTransition } from './assess-transition.ts';
import type { DateStep } from './publication-period.ts';

/** Assesses a case; the answer has exactly the public shape. */
export function assess(input: CaseInput): Verdict {
  const { steps: _, ...verdict } = assessWithSteps(input);
  return verdict;
}

/** The same with the steps by which each date was computed. */
export function assessWithSteps(input: CaseInput): Verdict & { readonly steps: readonly DateStep[] } {
  const outlook = applyOrders(input, applyTransition(input, outlookOf(input)));
  const { class: found, publication, application, verdict, reasons, steps } = outlook;
  return { id: input.id, class: found, publication, application, verdict, limits: limitsOf(input), reasons, steps };
}

function outlookOf(input: CaseInput): Outlook {
  const matter = lawEntries[input.matter];
  const excluded = matter.excludes.find(
    (one) => one.subjectType === input.subjectType && isInForce(one.cite, input.on),
  );
  if (excluded && mayRefuse(excluded.sure)) return noRoute(input, excluded.text, excluded.cite);
  const answer = confirmedPoint(input, `excluded:${input.matter}:${input.subjectType}`);
  if (answer?.value === 'excluded')
    return noRoute(input, `${namePaper(answer.paper)}确认名单不包括这类主体。`, citeRow(answer));
  const outlook = dispatch(input);
  if (answer) return outlook;
  // A doubt about the subject does not lift what holds for any subject.
  if (!excluded || outlook.verdict === 'barred' || outlook.verdict === 'not-published') return outlook;
  const doubt = reason('subject-doubtful', excluded.text, excluded.cite);
  return {
    ...outlook,
    application: { ...outlook.application, route: 'needs-confirmation' },
    verdict: 'needs-confirmation',
    reasons: [...outlook.reasons, doubt],
  };
}

/** A rule turns nobody away on a day before its text was in force. */
function isInForce(cite: string, on: string): boolean {
  const from = parseCitation(cite)?.source.inForce;
  return from == null || from <= on;
}

function dispatch(input: CaseInput): Outlook {
  const { matter } = input;
  if (lawEntries[matter].track === 'market') return assessMarket(input);
  if (matter === 'judgment-defaulter') return judicial(input);
  if (matter === 'customs-discredited') return assessCustoms(input);
  return isListMatter(matter) ? assessList(input, matter) : assessGeneralPenalty(input);
}

/** This kind of subject has no record of this kind that could be repaired. */
function noRoute(input: CaseInput, text: string, cite: string): Outlook {
  const found =
    input.matter === 'abnormal-operation'
      ? 'minor'
      : input.matter === 'customs-discredited'
        ? 'needs-classification'
        : 'serious';
  return {
    class: found,
    publication: noDates,
    application: noApplication,
    verdict: 'no-route',
    reasons: [reason('no-route', text, cite)],
    steps: [],
  };
}

/** The court's list: deletion is the executing court's, within days of a case of art 10 or of the term's end. Nothing to apply for here. */
function judicial(input: CaseInput): Outlook {
  const shown = input.publishedDate === null || input.publishedDate <= input.on;
  const performed = input.dutiesPerformed
    ? '您说明已经履行，执行法院应当在三个工作日内删除失信信息；没有删除的，可以向执行法院书面申请纠正。'
    : '履行生效法律文书确定的义务后，执行法院应当在三个工作日内删除失信信息。';
  return {
    class: 'serious',
    publication: { shown, from: input.publishedDate ?? input.findingDate, earliestEnd: null, latestEnd: null },
    application: { route: 'judicial', from: null },
    verdict: 'no-route',
    reasons: [
      reason(
        'court-decides',
        '失信被执行人名单由执行法院决定，没有行政上的受理和修复决定；本平台可以把申请转递给执行法院。',
        'spc17:10',
      ),
      reason(
        'court-cases',
        `应当删除的情形有七种：履行完毕、和解并履行完毕、申请执行人申请且法院同意、终本后两次以上查无财产、中止执行、不予执行、终结执行。${performed}`,
        'spc17:10.1',
      ),
      reason(
        'court-term',
        '决定书写明纳入期限的（一般二年），不适用这七种情形，期限届满后三个工作日内删除；积极履行或者主动纠正的，法院可以决定提前删除。',
        'spc17:2',
      ),
      reason(
        'court-correction',
        '认为不应纳入、记载不准确或者应予删除的，可以书面申请纠正，法院十五日内审查。',
        'spc17:12',
      ),
    ],
    steps: [],
  };
}

/** Working days of the channel an application would take on the day asked; null where none is set or none is surely known. */
function limitsOf(input: CaseInput): Verdict['limits'] {
  const rule = timeLimits[input.matter].on(input.on);
  if (!rule || !mayRefuse(rule.sure)) return { accept: null, decide: null, extend: null };
  const { accept, decide, extend } = rule.value;
  return { accept, decide, extend };
}
