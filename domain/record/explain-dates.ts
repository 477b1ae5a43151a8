import { formatCitation } from '#law/cite.ts';
import type { Sureness } from '#law/dated.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';
import { assessWithSteps } from './assess.ts';
import type { CaseInput, Verdict } from './assess-case.ts';
import { barStep, explainPeriod } from './explain-period.ts';
import type { DateKind, ExplainedDate, ExplanationPart, ExplanationStep } from './explained-dates.ts';
import { type DateStep, dayAfter } from './publication-period.ts';

/** A verdict with the steps its dates were computed by. */
export type Answer = Verdict & { readonly steps: readonly DateStep[] };

/** Steps that are waits before an application rather than ends of display. */
const isWait = (step: DateStep) => /最短|等待|限制|附带|措施/.test(step.what);

/**
 * Every date of a verdict with the ordered steps of its computation, in the order in which they come about. A date that no step gives
 * (a door that opens with the correction) is explained by the fact it is.
 */
export function explainDates(input: CaseInput, answer: Answer = assessWithSteps(input)): readonly ExplainedDate[] {
  const { publication, application, steps } = answer;
  const bar = barStep(input, answer);
  const ends = (day: PlainDate, wait: boolean) => {
    const found = steps.filter((step) => step.end === day);
    return found.find((step) => isWait(step) === wait) ?? found[0];
  };
  const dates: ExplainedDate[] = [];
  const used = new Set<DateStep>();
  const tell = (kind: DateKind, label: string, date: PlainDate, told: readonly ExplanationStep[]) =>
    dates.push({ kind, label, date, steps: told });
  if (publication.from !== null)
    tell('publication-from', '公示期的起算日', publication.from, [startOfDisplay(input, answer, publication.from)]);
  if (publication.earliestEnd !== null) {
    const step = ends(publication.earliestEnd, true);
    if (step) used.add(step);
    tell('earliest-end', '最短公示期最后一日', publication.earliestEnd, told(answer, step, publication.earliestEnd));
  }
  if (bar) tell('bar-end', '不得申请的最后一日', bar.end, explainPeriod(bar));
  if (application.from !== null)
    tell('apply-from', '最早可以申请的日子', application.from, opening(input, answer, application.from, bar));
  if (publication.latestEnd !== null) {
    const step = ends(publication.latestEnd, false);
    if (step) used.add(step);
    tell('latest-end', '最长公示期最后一日', publication.latestEnd, told(answer, step, publication.latestEnd));
  }
  for (const step of steps)
    if (!used.has(step) && !dates.some((one) => one.date === step.end && one.kind !== 'publication-from'))
      tell('wait', step.what, step.end, explainPeriod(step));
  return dates;
}

function told(answer: Answer, step: DateStep | undefined, date: PlainDate): readonly ExplanationStep[] {
  return step ? explainPeriod(step) : [plain(answer, 'result', `最后一日是${formatChinese(date)}。`, date)];
}

/** The first day of display, by the step that counts from it, else by the fact it is. */
function startOfDisplay(input: CaseInput, answer: Answer, date: PlainDate): ExplanationStep {
  const step = answer.steps.findLast((one) => one.start === date && one.startName !== '');
  const name = step?.startName ?? (date === input.publishedDate ? '公示之日' : '认定文书之日');
  const text = `公示期从${name}起算，这条信息的${name}是${formatChinese(date)}。`;
  return plain(answer, 'start', text, date, step);
}

/** The first day on which an application is possible: after the wait, after the bar, after the later of both, or with the facts. */
function opening(
  input: CaseInput,
  answer: Answer,
  date: PlainDate,
  bar: DateStep | undefined,
): readonly ExplanationStep[] {
  const gate = answer.steps.filter((step) => dayAfter(step.end) === date);
  const step = bar && dayAfter(bar.end) === date ? bar : (gate.find(isWait) ?? gate[0]);
  if (step) {
    const other = bar && step !== bar ? bar : undefined;
    const beside = other
      ? [plain(answer, 'count', `另有${other.what}到${formatChinese(other.end)}，以较晚的为准。`, other.end, other)]
      : [];
    const text = `最后一日的第二天，${formatChinese(date)}起可以申请。`;
    return [...explainPeriod(step), ...beside, plain(answer, 'result', text, date, step)];
  }
  const name = date === input.correctionDate ? '改正之日' : date === input.publishedDate ? '公示之日' : '认定文书之日';
  return [
    plain(answer, 'start', `这种情形没有最短公示期，也没有等待期。${name}是${formatChinese(date)}。`, date),
    plain(answer, 'result', `${formatChinese(date)}起就可以申请。`, date),
  ];
}

/** A sentence under the citation of a step, else under the reason that gave the class or the missing wait. */
function plain(
  answer: Answer,
  part: ExplanationPart,
  text: string,
  day: PlainDate | null,
  step?: DateStep,
): ExplanationStep {
  const cite = step?.cite ?? answer.reasons[0]!.cite;
  const sure: Sureness = step?.sure ?? 'V';
  return { part, text, day, cite: { id: cite, text: formatCitation(cite) }, sure };
}
