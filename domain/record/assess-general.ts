import type { RecordClass } from '#law/classes.ts';
import { generalFraud } from '#law/fraud.ts';
import { generalPeriods, type Span } from '#law/periods.ts';
import { addMonths, formatChinese, maxDate, minDate } from '../plain-date.ts';
import {
  type CaseInput,
  dutiesDone,
  isPublished,
  latestTerm,
  noApplication,
  noDates,
  type Outlook,
  type Reason,
  unclearRoute,
} from './assess-case.ts';
import { type Classing, classifyGeneral, reason } from './assess-class.ts';
import { assessEarlierGeneral } from './assess-earlier-general.ts';
import { type DateStep, dayAfter, laterStep, periodEnd, termEnd } from './publication-period.ts';

/** First day of 36号. */
export const generalRegimeFrom = generalPeriods.rows.at(-1)!.from;

/** Penalties of fields other than market supervision, on 信用中国. */
export function assessGeneralPenalty(input: CaseInput): Outlook {
  if (input.on < generalRegimeFrom) return assessEarlierGeneral(input);
  const found = classifyGeneral(input);
  if (input.subjectType === 'person' && input.publishedDate === null)
    return silent(found, '“信用中国”网站原则上不公示自然人的失信信息，这条记录没有公示。', 'ndrc36:12.3');
  if (found.class === 'needs-classification') return unclassified(input, found);
  const span = (generalPeriods.rows.at(-1)!.value as { [key in RecordClass]: Span })[found.class];
  const latest = periodEnd(
    '最长公示期',
    input.findingDate,
    '认定文书之日',
    span.max,
    found.class === 'minor' ? 'ndrc36:12' : 'ndrc36:12.2',
  );
  if (found.class === 'minor' && !isPublished(input))
    return silent(found, '轻微失信信息原则上不予公示，这条记录没有公示，不需要修复。', 'ndrc36:12');
  const term = latestTerm(input);
  const attached = term === undefined ? undefined : termEnd('处罚附带期限', input.findingDate, term, 'ndrc36:12.3');
  const minimum =
    span.min === null ? undefined : periodEnd('最短公示期', input.findingDate, '认定文书之日', span.min, 'ndrc36:12');
  const earliest = minimum ? laterStep(minimum, attached) : attached;
  if (input.on > latest.end) return over(input, found, earliest ? [earliest, latest] : [latest], latest);
  if (attached && attached.end >= latest.end) return termOutlastsMaximum(input, found, latest, attached);
  return openWindow(input, found, earliest, latest);
}

function openWindow(input: CaseInput, found: Classing, earliest: DateStep | undefined, latest: DateStep): Outlook {
  const done = dutiesDone(input);
  // Without a minimum the door opens with the display, once the duties are performed (art 12 ¶1).
  const opens = maxDate(
    input.publishedDate ?? input.findingDate,
    input.findingDate,
    input.correctionDate ?? input.findingDate,
  );
  const from = earliest ? dayAfter(earliest.end) : done ? opens : null;
  const steps = earliest ? [earliest, latest] : [latest];
  const periods = steps.map((step, index) =>
    reason(index === steps.length - 1 ? 'maximum-period' : 'minimum-period', step.text, step.cite),
  );
  const result = (
    verdict: Outlook['verdict'],
    last: readonly Reason[],
    application: Outlook['application'],
  ): Outlook => ({
    class: found.class,
    publication: { shown: true, from: input.findingDate, earliestEnd: earliest?.end ?? null, latestEnd: latest.end },
    application,
    verdict,
    reasons: [...found.reasons, ...periods, ...last],
    steps,
  });
  const bar = generalBar(input);
  if (bar?.verdict === 'barred')
    return result('barred', [bar.reason], { route: 'apply', from: from === null ? bar.from : maxDate(from, bar.from) });
  const duties = done
    ? []
    : [reason('duties-outstanding', '失信行为还没有纠正，或者处罚规定的义务还没有完全履行。', 'ndrc36:14(2)')];
  if (earliest && input.on <= earliest.end)
    return result(
      'not-yet',
      [
        reason('not-yet', `还没有到可以申请的时候，最早${formatChinese(dayAfter(earliest.end))}。`, earliest.cite),
        ...duties,
      ],
      { route: 'apply', from },
    );
  if (bar?.verdict === 'needs-confirmation')
    return result('needs-confirmation', [bar.reason, ...duties], { route: 'needs-confirmation', from });
  if (!done) return result('duties-outstanding', duties, { route: 'apply', from });
  return result(
    'repairable-now',
    [
      reason(
        'repairable-now',
        `现在可以通过“信用中国”申请修复；不申请的，${formatChinese(latest.end)}届满后自动停止公示。`,
        'ndrc36:14',
      ),
      ...notes(input, bar?.reason),
    ],
    { route: 'apply', from },
  );
}

function notes(input: CaseInput, fraud: Reason | undefined): Reason[] {
  const person =
    input.subjectType === 'person'
      ? [
          reason(
            'person-published',
            '“信用中国”网站原则上不公示自然人的失信信息；如果看到它在公示，可以提出异议。',
            'ndrc36:12.3',
          ),
        ]
      : [];
  const promise =
    input.commitmentMade === false
      ? [reason('commitment-to-make', '申请时需要公开作出信用承诺，在申请表里签署即可。', 'ndrc36:14(3)')]
      : [];
  return [...(fraud ? [fraud] : []), ...person, ...promise];
}

/**
 * Art 25: the record cannot be repaired for three years. The text names no first day; from the day the fraud was found is
 * the latest start that can be held against the applicant, so the bar is certain within three years of it and only a
 * remark afterwards. Found before 36号: no bar in a clause that was read.
 */
export function generalBar(
  input: CaseInput,
):
  | { verdict: 'barred'; from: string; reason: Reason }
  | { verdict: 'needs-confirmation' | 'remark'; reason: Reason }
  | undefined {
  const rule = generalFraud.rows.at(-1)!;
  if (input.fraudFoundOn === undefined || input.fraudFoundOn > input.on || input.on < rule.from) return undefined;
  const end = addMonths(input.fraudFoundOn, rule.value.barMonths);
  if (input.on > end)
    return {
      verdict: 'remark',
      reason: reason(
        'fraud-clock-not-stated',
        '三年不得申请的期间从何日起算，条文没有写明；自查实之日起已满三年。',
        'ndrc36:25',
      ),
    };
  if (input.fraudFoundOn < rule.from)
    return {
      verdict: 'needs-confirmation',
      reason: reason(
        'fraud-before-rule',
        '弄虚作假在第36号令施行前被查实，当时的规定没有见到原文，是否仍受限请向认定单位确认。',
        'ndrc36:25',
      ),
    };
  return {
    verdict: 'barred',
    from: dayAfter(end),
    reason: reason(
      'fraud-bar',
      `申请修复时提供虚假材料或者严重违背承诺，这条记录三年内不得申请修复，自查实之日起算到${formatChinese(end)}。`,
      'ndrc36:25',
    ),
  };
}

/** Past the maximum: publication ends by itself; unperformed duties are left to the sector's rule (art 12 ¶2). */
export function over(
  input: CaseInput,
  found: Classing,
  steps: readonly DateStep[],
  latest: DateStep,
  endsUnperformed = false,
): Outlook {
  const confirm = !dutiesDone(input) && !endsUnperformed && found.class !== 'minor';
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
      earliestEnd: steps.length > 1 ? minDate(steps[0]!.end, latest.end) : null,
      latestEnd: latest.end,
    },
    application: confirm ? unclearRoute : noApplication,
    verdict: confirm ? 'needs-confirmation' : 'not-published',
    reasons: [
      ...found.reasons,
      ...steps.map((step) => reason(step === latest ? 'maximum-period' : 'minimum-period', step.text, step.cite)),
      last,
    ],
    steps,
  };
}

/** The penalty's own term runs past the maximum: no early end is left, and the maximum is not lengthened (art 12 ¶3 against ¶1). */
function termOutlastsMaximum(input: CaseInput, found: Classing, latest: DateStep, attached: DateStep): Outlook {
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

function unclassified(input: CaseInput, found: Classing): Outlook {
  const longest = periodEnd('最长公示期（严重）', input.findingDate, '认定文书之日', 36, 'ndrc36:12');
  if (input.on > longest.end) return over(input, found, [longest], longest);
  return {
    class: 'needs-classification',
    publication: { ...noDates, shown: isPublished(input), from: input.findingDate },
    application: unclearRoute,
    verdict: 'needs-classification',
    reasons: found.reasons,
    steps: [],
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
