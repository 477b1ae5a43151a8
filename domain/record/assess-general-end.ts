/** How display ends on the general track: at the maximum, with a term that outlasts it, or never begun. */
import { citeRow, namePaper } from '#law/law-book.ts';
import { formatChinese, minDate } from '../plain-date.ts';
import {
  type CaseInput,
  confirmedPoint,
  dutiesDone,
  noApplication,
  noDates,
  type Outlook,
  type Reason,
  unclearRoute,
} from './assess-case.ts';
import { type Classing, reason } from './assess-class.ts';
import type { DateStep } from './publication-period.ts';

const isMaximum = (step: DateStep) => step.what.includes('最长');

function sayPeriod(step: DateStep): Reason {
  return reason(isMaximum(step) ? 'maximum-period' : 'minimum-period', step.text, step.cite);
}

function minimumOf(steps: readonly DateStep[], latest: DateStep): string | null {
  const minimum = steps.find((step) => !isMaximum(step));
  return minimum ? minDate(minimum.end, latest.end) : null;
}

/** Past the maximum: publication ends by itself; unperformed duties are left to the sector's rule (art 12 ¶2). */
export function over(
  input: CaseInput,
  found: Classing,
  steps: readonly DateStep[],
  latest: DateStep,
  endsUnperformed?: string,
): Outlook {
  const answer = confirmedPoint(input, 'unperformed:general');
  const open = !dutiesDone(input) && endsUnperformed === undefined && found.class !== 'minor';
  if (open && answer?.value === 'stays')
    return staysShown(
      input,
      found,
      steps,
      latest,
      reason(
        'over-unperformed',
        `${namePaper(answer.paper)}确认：最长公示期届满但义务没有履行完的，履行完以前继续公示。`,
        citeRow(answer),
      ),
    );
  const confirm = open && answer === undefined;
  const last = confirm
    ? reason(
        'over-unperformed',
        '最长公示期已满，但义务没有履行完。这种情况按行业主管部门的规定处理，没有统一规定，请向认定单位确认。',
        'ndrc36:12.2',
      )
    : reason(
        'period-over',
        `最长公示期已于${formatChinese(latest.end)}届满，公示自动停止。到期只停止公示，仍有其他限制的可以向认定单位申请修复。`,
        'ndrc36:12.2',
      );
  return {
    class: found.class,
    publication: {
      shown: false,
      from: input.findingDate,
      earliestEnd: minimumOf(steps, latest),
      latestEnd: latest.end,
    },
    application: confirm ? unclearRoute : noApplication,
    verdict: confirm ? 'needs-confirmation' : 'not-published',
    reasons: [
      ...found.reasons,
      ...steps.map(sayPeriod),
      ...(endsUnperformed !== undefined && !dutiesDone(input)
        ? [reason('ends-unperformed', '期满停止公示不以履行、改正为条件；没有履行的义务仍要履行。', endsUnperformed)]
        : []),
      last,
    ],
    steps,
  };
}

/** Past the maximum, and a named office confirmed that display goes on until the duties are performed. */
function staysShown(
  input: CaseInput,
  found: Classing,
  steps: readonly DateStep[],
  latest: DateStep,
  why: Reason,
): Outlook {
  return {
    class: found.class,
    publication: {
      shown: true,
      from: input.findingDate,
      earliestEnd: minimumOf(steps, latest),
      // The maximum is over and ends nothing: display has no known last day.
      latestEnd: null,
    },
    application: { route: 'apply', from: null },
    verdict: 'duties-outstanding',
    reasons: [
      ...found.reasons,
      ...steps.map(sayPeriod),
      why,
      reason('duties-outstanding', '失信行为还没有纠正，或者处罚规定的义务还没有完全履行。', 'ndrc36:14(2)'),
    ],
    steps,
  };
}

/** The penalty's own term runs past the maximum: no early end is left, and the maximum is not lengthened (art 12 ¶3 against ¶1). */
export function termOutlastsMaximum(input: CaseInput, found: Classing, latest: DateStep, attached: DateStep): Outlook {
  return {
    class: found.class,
    publication: { shown: true, from: input.findingDate, earliestEnd: latest.end, latestEnd: latest.end },
    application: { route: 'automatic', from: null },
    verdict: 'ends-automatically',
    reasons: [
      ...found.reasons,
      reason('term-bound', `${attached.text}期限届满前不得提前终止公示，已经没有可以提前的时间。`, 'ndrc36:12.3'),
      reason('ends-automatically', `${formatChinese(latest.end)}最长公示期届满后自动停止公示。`, 'ndrc36:12.2'),
    ],
    steps: [attached, latest],
  };
}

/** Never shown, so nothing to end. */
export function silent(found: Classing, text: string, cite: string): Outlook {
  return {
    class: found.class,
    publication: noDates,
    application: noApplication,
    verdict: 'not-published',
    reasons: [...found.reasons, reason('not-published', text, cite)],
    steps: [],
  };
}
