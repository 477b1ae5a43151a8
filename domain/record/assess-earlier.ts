/**
 * The regimes before the present ones: 45号 with 国市监信规〔2021〕3号 (market), 58号 (general). Much of them is not known from the
 * clause, so they mostly inform. `earlier…Standing` tells how a record would stand under them today, for the transition.
 */
import type { RecordField } from '#law/classes.ts';
import { generalPeriods, marketPeriods, marketSeriousPeriods } from '#law/periods.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';
import {
  type CaseInput,
  dutiesDone,
  isPublished,
  latestTerm,
  noApplication,
  noDates,
  type Outlook,
  unclearRoute,
} from './assess-case.ts';
import { classifyGeneral, reason } from './assess-class.ts';
import { type DateStep, dayAfter, laterStep, periodEnd, termEnd } from './publication-period.ts';

/** How a record stands under an earlier regime, duties aside. */
export interface Standing {
  readonly standing: 'ended' | 'open' | 'waiting';
  readonly text: string;
  readonly cite: string;
}

const marketKeyFields: readonly RecordField[] = ['food', 'drug', 'special-equipment'];
const generalKeyFields = marketKeyFields;
const neverEarly = [
  '责令停产停业',
  '限制开展生产经营活动',
  '限制从业',
  '降低资质等级',
  '吊销许可证件',
  '吊销营业执照',
  '责令关闭',
];

function only(input: CaseInput, ...kinds: string[]): boolean {
  return input.penalties.length > 0 && input.penalties.every((penalty) => kinds.includes(penalty.kind));
}

function isNeverEarly(input: CaseInput): boolean {
  return input.penalties.some((penalty) => neverEarly.includes(penalty.kind));
}

function window(on: PlainDate, earliest: DateStep | undefined, latest: DateStep, name: string): Standing {
  if (on > latest.end)
    return {
      standing: 'ended',
      text: `按${name}，公示期已于${formatChinese(latest.end)}届满，自动停止公示。`,
      cite: latest.cite,
    };
  if (!earliest)
    return {
      standing: 'waiting',
      text: `按${name}，不得提前停止公示，${formatChinese(latest.end)}届满后停止。`,
      cite: latest.cite,
    };
  if (on > earliest.end)
    return {
      standing: 'open',
      text: `按${name}，${formatChinese(dayAfter(earliest.end))}起已经可以申请。`,
      cite: earliest.cite,
    };
  return {
    standing: 'waiting',
    text: `按${name}，${formatChinese(dayAfter(earliest.end))}起才可以申请。`,
    cite: earliest.cite,
  };
}

/** A market record under 45号 (penalties) or 44号 (the list). Undefined where the regime's own numbers are not known. */
export function earlierMarketStanding(input: CaseInput): Standing | undefined {
  if (!isPublished(input)) return undefined;
  if (input.matter === 'market-serious') {
    const { min, max } = marketSeriousPeriods.rows[0]!.value;
    const [earliest, latest] = listedSteps(input, min ?? 0, max);
    return window(input.on, earliest, latest, '市场监管总局令第44号（自列入之日起算）');
  }
  const periods = marketPeriods.rows[0]!.value;
  if (periods.kind !== 'one-span' || input.penalties.length === 0) return undefined;
  const name = '市场监管总局令第45号和国市监信规〔2021〕3号';
  if (only(input, '警告')) return { standing: 'ended', text: `按${name}，仅受到警告的不予公示。`, cite: 'samr45:2' };
  const start = input.publishedDate;
  if (only(input, '通报批评'))
    return window(input.on, undefined, periodEnd('公示期', start, '公示之日', periods.light.months, 'samr45:13'), name);
  const latest = laterStep(periodEnd('公示期', start, '公示之日', periods.max.months, 'samr45:13'), restriction(input));
  if (isNeverEarly(input)) return window(input.on, undefined, { ...latest, cite: 'samr45:14.3' }, name);
  const key = input.field !== undefined && marketKeyFields.includes(input.field);
  const min = key ? periods.keyFieldMin : periods.min;
  return window(input.on, periodEnd('最短公示期', start, '公示之日', min.months, min.cite, min.sure), latest, name);
}

function restriction(input: CaseInput): DateStep | undefined {
  const term = latestTerm(input);
  return term === undefined ? undefined : termEnd('实际限制期限', input.findingDate, term, 'samr45:13.3');
}

function listedSteps(input: CaseInput, min: number, max: number): [DateStep, DateStep] {
  const term = latestTerm(input);
  const measure = term === undefined ? undefined : termEnd('管理措施期限', input.findingDate, term, 'samr44:16.2');
  return [
    laterStep(periodEnd('最短列入期', input.findingDate, '列入之日', min, 'samr44:16'), measure),
    laterStep(periodEnd('最长列入期', input.findingDate, '列入之日', max, 'samr44:21'), measure),
  ];
}

/** A penalty of the general track under 58号: values are second-hand. */
export function earlierGeneralStanding(input: CaseInput): Standing | undefined {
  const periods = generalPeriods.rows[0]!.value;
  if (periods.kind !== 'one-span') return undefined;
  const name = '国家发展改革委令第58号（数值为转引）';
  if (input.procedure === 'simple' || only(input, '警告', '通报批评'))
    return { standing: 'ended', text: `按${name}，简易程序处罚和警告、通报批评不公示。`, cite: 'ndrc58' };
  const key = input.field !== undefined && generalKeyFields.includes(input.field);
  const min = key ? periods.keyFieldMin : periods.min;
  const term = latestTerm(input);
  const steps = generalSteps(input, min.months, periods.max.months);
  const earliest = laterStep(
    steps[0],
    term === undefined ? undefined : termEnd('处罚附带期限', input.findingDate, term, 'ndrc58'),
  );
  return window(input.on, earliest, steps[1], name);
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

/** The day asked lies under 45号 and 44号. What their clauses say decides; the minimum period of 3号 only informs. */
export function assessEarlierMarket(input: CaseInput): Outlook {
  const periods = marketPeriods.on(input.on)?.value;
  if (periods?.kind !== 'one-span') return unknownRegime('needs-classification', 'samr45:19');
  if (input.matter === 'market-serious') return earlierSeriousList(input);
  if (only(input, '警告'))
    return earlier('minor', noDates, noApplication, 'not-published', '只受到警告的，不予公示。', 'samr45:2');
  if (!isPublished(input))
    return earlier(
      earlierClass(input),
      noDates,
      noApplication,
      'not-published',
      '这条记录还没有公示，公示期从公示之日起算。',
      'samr45:13',
    );
  const start = input.publishedDate;
  if (input.penalties.length === 0 || only(input, '罚款', '警告', '通报批评')) {
    if (!only(input, '通报批评')) {
      const publication = { ...noDates, shown: true, from: start };
      return earlier(
        'needs-classification',
        publication,
        unclearRoute,
        'needs-classification',
        '较低数额罚款的标准当时由省级以上部门规定，需要处罚机关确认。',
        'samr45:13.2',
      );
    }
  }
  const light = only(input, '通报批评');
  const latest = light
    ? periodEnd('公示期', start, '公示之日', periods.light.months, 'samr45:13')
    : laterStep(periodEnd('公示期', start, '公示之日', periods.max.months, 'samr45:13'), restriction(input));
  const ended = input.on > latest.end;
  const publication = { shown: !ended, from: start, earliestEnd: null, latestEnd: latest.end };
  const steps = [latest];
  if (ended)
    return {
      ...earlier(earlierClass(input), publication, noApplication, 'not-published', latest.text, latest.cite),
      steps,
    };
  if (light || isNeverEarly(input)) {
    const cite = light ? 'samr45:13' : 'samr45:14.3';
    return {
      ...earlier(
        earlierClass(input),
        publication,
        { route: 'automatic', from: null },
        'ends-automatically',
        `不能提前停止，${formatChinese(latest.end)}届满后停止公示。`,
        cite,
      ),
      steps,
    };
  }
  const text = '那一天适用的最短公示期写在国市监信规〔2021〕3号里，没有见到原文，请向处罚机关确认。';
  return {
    ...earlier(earlierClass(input), publication, unclearRoute, 'needs-confirmation', text, 'samr3-2021'),
    steps,
  };
}

function earlierClass(input: CaseInput): Outlook['class'] {
  if (only(input, '通报批评')) return 'minor';
  return isNeverEarly(input) ? 'serious' : 'general';
}

function earlierSeriousList(input: CaseInput): Outlook {
  const { min, max } = marketSeriousPeriods.on(input.on)!.value;
  const [earliest, latest] = listedSteps(input, min ?? 0, max);
  const from = dayAfter(earliest.end);
  const ended = input.on > latest.end;
  const publication = { shown: !ended, from: input.findingDate, earliestEnd: earliest.end, latestEnd: latest.end };
  const answer = (verdict: Outlook['verdict'], text: string, cite: string): Outlook => ({
    ...earlier('serious', publication, ended ? noApplication : { route: 'apply', from }, verdict, text, cite),
    steps: [earliest, latest],
  });
  if (ended) return answer('not-published', latest.text, latest.cite);
  if (input.on < from)
    return answer('not-yet', `列入满一年后才可以申请提前移出，最早${formatChinese(from)}。`, earliest.cite);
  if (input.samePenaltyAgain)
    return answer('needs-confirmation', '列入后又受到处罚：是否属于较重行政处罚请向列入机关核实。', 'samr44:16(3)');
  if (!dutiesDone(input))
    return answer('duties-outstanding', '处罚决定规定的义务还没有履行完，或者还没有整改。', 'samr44:16(1)');
  return answer('repairable-now', '列入已满一年，义务已履行，可以申请提前移出。', 'samr44:16');
}

function earlier(
  found: Outlook['class'],
  publication: Outlook['publication'],
  application: Outlook['application'],
  verdict: Outlook['verdict'],
  text: string,
  cite: string,
): Outlook {
  return { class: found, publication, application, verdict, reasons: [reason(verdict, text, cite)], steps: [] };
}

/** A day before the first rule this release knows. */
export function unknownRegime(found: Outlook['class'], cite: string): Outlook {
  const text = '那一天适用的规定不在本平台掌握的范围内，请向认定单位确认。';
  return {
    class: found,
    publication: noDates,
    application: unclearRoute,
    verdict: 'needs-confirmation',
    reasons: [reason('regime-unknown', text, cite)],
    steps: [],
  };
}
