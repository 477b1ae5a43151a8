/** 45号 with 国市监信规〔2021〕3号, and 44号: the market track before 107号. What their clauses say decides, the rest informs. */
import { marketPeriods, marketSeriousPeriods } from '#law/periods.ts';
import { formatChinese } from '../plain-date.ts';
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
import { reason } from './assess-class.ts';
import { isKeyField, only, type Standing, standingOf, unknownRegime } from './assess-standing.ts';
import { type DateStep, dayAfter, laterStep, periodEnd, termEnd } from './publication-period.ts';

const neverEarly = [
  '责令停产停业',
  '限制开展生产经营活动',
  '限制从业',
  '降低资质等级',
  '吊销许可证件',
  '吊销营业执照',
  '责令关闭',
];

function isNeverEarly(input: CaseInput): boolean {
  return input.penalties.some((penalty) => neverEarly.includes(penalty.kind));
}

/** A market record under 45号 (penalties) or 44号 (the list). Undefined where the regime's own numbers are not known. */
export function earlierMarketStanding(input: CaseInput): Standing | undefined {
  if (!isPublished(input)) return undefined;
  if (input.matter === 'market-serious') {
    const { min, max } = marketSeriousPeriods.rows[0]!.value;
    const [earliest, latest] = listedSteps(input, min ?? 0, max);
    return standingOf(input.on, earliest, latest, '市场监管总局令第44号（自列入之日起算）');
  }
  const periods = marketPeriods.rows[0]!.value;
  if (periods.kind !== 'one-span' || input.penalties.length === 0) return undefined;
  const name = '市场监管总局令第45号和国市监信规〔2021〕3号';
  if (only(input, '警告')) return { standing: 'ended', text: `按${name}，仅受到警告的不予公示。`, cite: 'samr45:2' };
  const start = input.publishedDate;
  if (only(input, '通报批评'))
    return standingOf(
      input.on,
      undefined,
      periodEnd('公示期', start, '公示之日', periods.light.months, 'samr45:13'),
      name,
    );
  const latest = laterStep(periodEnd('公示期', start, '公示之日', periods.max.months, 'samr45:13'), restriction(input));
  if (isNeverEarly(input)) return standingOf(input.on, undefined, { ...latest, cite: 'samr45:14.3' }, name);
  const min = isKeyField(input) ? periods.keyFieldMin : periods.min;
  return standingOf(input.on, periodEnd('最短公示期', start, '公示之日', min.months, min.cite, min.sure), latest, name);
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

/** The day asked lies under 45号 and 44号. What their clauses say decides; the minimum period of 3号 only informs. */
export function assessEarlierMarket(input: CaseInput): Outlook {
  const periods = marketPeriods.on(input.on)?.value;
  if (input.matter === 'market-serious')
    return marketSeriousPeriods.on(input.on) ? earlierSeriousList(input) : unknownRegime('serious', 'samr44:26');
  if (periods?.kind !== 'one-span') return unknownRegime('needs-classification', 'samr45:19');
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
  const answer = (
    verdict: Outlook['verdict'],
    text: string,
    cite: string,
    route: 'apply' | 'needs-confirmation' = 'apply',
  ): Outlook => ({
    ...earlier('serious', publication, ended ? noApplication : { route, from }, verdict, text, cite),
    steps: [earliest, latest],
  });
  if (ended) return answer('not-published', latest.text, latest.cite);
  if (input.on < from)
    return answer('not-yet', `列入满一年后才可以申请提前移出，最早${formatChinese(from)}。`, earliest.cite);
  if (input.samePenaltyAgain)
    return answer(
      'needs-confirmation',
      '列入后又受到处罚：是否属于较重行政处罚请向列入机关核实。',
      'samr44:16(3)',
      'needs-confirmation',
    );
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
