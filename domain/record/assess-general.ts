import type { RecordClass } from '#law/classes.ts';
import { generalPeriods, type Span } from '#law/periods.ts';
import { formatChinese, maxDate } from '../plain-date.ts';
import {
  type CaseInput,
  dutiesDone,
  isPublished,
  latestTerm,
  noDates,
  type Outlook,
  type Reason,
  unclearRoute,
} from './assess-case.ts';
import { type Classing, classifyGeneral, reason } from './assess-class.ts';
import { assessEarlierGeneral } from './assess-earlier-general.ts';
import { generalBar } from './assess-general-bar.ts';
import { over, silent, termOutlastsMaximum } from './assess-general-end.ts';
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
