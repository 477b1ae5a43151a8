/** 58号, the general track before 36号: second-hand, so it informs and never refuses. */
import { generalPeriods } from '#law/periods.ts';
import { type CaseInput, latestTerm, type Outlook } from './assess-case.ts';
import { classifyGeneral, reason } from './assess-class.ts';
import { isKeyField, only, type Standing, standingOf, unknownRegime } from './assess-standing.ts';
import { type DateStep, dayAfter, laterStep, periodEnd, termEnd } from './publication-period.ts';

/** A penalty of the general track under 58号: values are second-hand. */
export function earlierGeneralStanding(input: CaseInput): Standing | undefined {
  const periods = generalPeriods.rows[0]!.value;
  if (periods.kind !== 'one-span') return undefined;
  const name = '国家发展改革委令第58号（数值为转引）';
  if (input.procedure === 'simple' || only(input, '警告', '通报批评'))
    return { standing: 'ended', text: `按${name}，简易程序处罚和警告、通报批评不公示。`, cite: 'ndrc58' };
  const min = isKeyField(input) ? periods.keyFieldMin : periods.min;
  const term = latestTerm(input);
  const steps = generalSteps(input, min.months, periods.max.months);
  const earliest = laterStep(
    steps[0],
    term === undefined ? undefined : termEnd('处罚附带期限', input.findingDate, term, 'ndrc58'),
  );
  return standingOf(input.on, earliest, steps[1], name);
}

function generalSteps(input: CaseInput, min: number, max: number): [DateStep, DateStep] {
  return [
    periodEnd('最短公示期', input.findingDate, '处罚决定之日', min, 'ndrc58', 'S'),
    periodEnd('最长公示期', input.findingDate, '处罚决定之日', max, 'ndrc58', 'S'),
  ];
}

/** The day asked lies under 58号 (or before anything known): dates inform, nothing refuses. */
export function assessEarlierGeneral(input: CaseInput): Outlook {
  const found = classifyGeneral(input);
  const periods = generalPeriods.on(input.on)?.value;
  if (periods?.kind !== 'one-span') return unknownRegime(found.class, 'ndrc58');
  const standing = earlierGeneralStanding(input)!;
  const [earliest, latest] = generalSteps(input, periods.min.months, periods.max.months);
  return {
    class: found.class,
    publication: {
      shown: standing.standing !== 'ended',
      from: input.findingDate,
      earliestEnd: earliest.end,
      latestEnd: latest.end,
    },
    application: { route: 'needs-confirmation', from: dayAfter(earliest.end) },
    verdict: 'needs-confirmation',
    reasons: [
      ...found.reasons,
      reason('earlier-regime', standing.text, standing.cite),
      reason(
        'needs-confirmation',
        '那一天适用的第58号令没有见到条文原文，不能据以下结论，请向认定单位确认。',
        'ndrc58',
      ),
    ],
    steps: [earliest, latest],
  };
}
