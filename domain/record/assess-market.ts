import { marketClassing } from '#law/classes.ts';
import { marketFraud } from '#law/fraud.ts';
import { marketPeriods, marketSeriousPeriods } from '#law/periods.ts';
import { addMonths, formatChinese, maxDate } from '../plain-date.ts';
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
import { type Classing, classifyMarket, type MarketClassed, reason } from './assess-class.ts';
import { assessEarlierMarket } from './assess-earlier.ts';
import { type DateStep, dayAfter, laterStep, periodEnd, termEnd } from './publication-period.ts';

/** First day of 107号. */
export const marketRegimeFrom = marketClassing.rows.at(-1)!.from;

/** A market record's window: its steps and whether an application exists. */
interface Window extends Classing {
  readonly earliest: DateStep;
  readonly latest: DateStep;
  /** A fact without which an open window may not be called open: text and cite. */
  readonly doubt?: Reason;
  /** A further penalty closes the door: `bars`, or only may. */
  readonly repeat: { readonly bars: boolean; readonly text: string; readonly cite: string };
}

/** Items 1–3: penalties, the abnormal list and the serious list of market supervision. */
export function assessMarket(input: CaseInput): Outlook {
  if (input.matter === 'abnormal-operation') return assessAbnormal(input);
  if (input.on < marketRegimeFrom) return assessEarlierMarket(input);
  return input.matter === 'market-serious' ? assessMarketSerious(input) : assessMarketPenalty(input);
}

function assessMarketPenalty(input: CaseInput): Outlook {
  const found = classifyMarket(input);
  if (found.group === 'unpublished')
    return quiet(
      found,
      'not-published',
      '这条记录不予公示，不需要修复；如果在公示系统上看到它，可以要求处罚机关更正。',
      'samr107:7.2',
    );
  if (input.procedure === 'simple' && !isPublished(input))
    return quiet(found, 'not-published', '公示系统公示的是按普通程序作出的处罚决定，这条记录没有公示。', 'samr45:2');
  if (found.group === 'unclear') return unclassified(input, found);
  if (!isPublished(input))
    return quiet(
      found,
      'not-published',
      '这条记录还没有公示。公示期从公示之日起算，公示以后才谈得上修复。',
      'samr45:13',
    );
  const months = spanOf(found);
  const start = input.publishedDate;
  const latest = periodEnd('最长公示期', start, '公示之日', months.max, months.cite);
  const term = latestTerm(input);
  const longTerm = term === undefined ? undefined : termEnd('实际限制期限', start, term, 'samr107:8.2');
  if (found.group === 'automatic') return automatic(input, found, latest);
  if (found.group === 'no-application') return automatic(input, found, laterStep(latest, longTerm));
  const earliest = periodEnd('最短公示期', start, '公示之日', months.min ?? 0, months.cite);
  // Only a restriction (art 8 item 2) holds the door shut until it is over; elsewhere a term matters once it outlasts three years.
  const outlasting = found.class === 'serious' && longTerm && longTerm.end > latest.end ? longTerm : undefined;
  return open(input, {
    ...found,
    earliest: laterStep(earliest, found.group === 'restricted' ? longTerm : outlasting),
    latest: laterStep(latest, outlasting),
    ...doubtOf(found, term),
    repeat: {
      bars: true,
      text: '因同一类违法行为再次受到市场监管部门行政处罚，不符合修复条件，只能等公示期满自动停止。',
      cite: 'samr107:11(3)',
    },
  });
}

function doubtOf(found: MarketClassed, term: string | undefined): { doubt?: Reason } {
  if (found.group === 'restricted' && term === undefined)
    return {
      doubt: reason(
        'term-unknown',
        '公示已满一年，但没有提供限制期限何时届满；限制期限届满后才可以申请，请向处罚机关核实。',
        'samr107:8.4',
      ),
    };
  if (found.group === 'by-authority')
    return {
      doubt: reason(
        'kind-unknown',
        '公示已满一年，但没有提供处罚种类；降低资质等级、吊销、责令关闭的处罚没有申请渠道，请核实。',
        'samr107:8.5',
      ),
    };
  return {};
}

function spanOf(found: Classing): { min: number | null; max: number; cite: string } {
  const periods = marketPeriods.rows.at(-1)!.value;
  if (periods.kind !== 'three-classes' || found.class === 'needs-classification')
    return { min: 12, max: 36, cite: 'samr107:8.2' };
  const cite = { minor: 'samr107:7.2', general: 'samr107:9.2', serious: 'samr107:8.2' }[found.class];
  return { ...periods[found.class], cite };
}

function assessMarketSerious(input: CaseInput): Outlook {
  const found: Classing = {
    class: 'serious',
    reasons: [reason('class-serious', '列入市场监管严重违法失信名单，属于严重违法失信信息。', 'samr107:8(4)')],
  };
  if (!isPublished(input))
    return quiet(
      found,
      'not-published',
      '列入信息还没有公示。公示期从公示之日起算，公示满一年后才可以申请移出。',
      'samr107:13',
    );
  const { min, max } = marketSeriousPeriods.rows.at(-1)!.value;
  const term = latestTerm(input);
  const measure = term === undefined ? undefined : termEnd('管理措施期限', input.publishedDate, term, 'samr107:13.2');
  const latest = periodEnd('最长公示期', input.publishedDate, '公示之日', max, 'samr107:13.2');
  return open(input, {
    ...found,
    earliest: laterStep(periodEnd('最短公示期', input.publishedDate, '公示之日', min ?? 0, 'samr107:13'), measure),
    latest: laterStep(latest, measure),
    repeat: {
      bars: false,
      text: '列入后又受到处罚：如果属于较重行政处罚，不能提前移出，请向列入机关核实。',
      cite: 'samr107:13(3)',
    },
  });
}

/** The abnormal list has no waiting time: whoever has cured the reason may apply. */
function assessAbnormal(input: CaseInput): Outlook {
  const present = input.on >= marketRegimeFrom;
  const cite = present ? 'samr107:12' : input.subjectType === 'sole-trader' ? 'samr69r:16' : 'samr68r:11';
  const shown = input.publishedDate === null || input.publishedDate <= input.on;
  const start = maxDate(input.findingDate, input.publishedDate ?? input.findingDate);
  const done = dutiesDone(input);
  const from = done ? maxDate(input.findingDate, input.correctionDate ?? input.findingDate) : null;
  const base = {
    class: 'minor',
    publication: { shown, from: start, earliestEnd: null, latestEnd: null },
    steps: [],
  } as const;
  const classReason = reason(
    'no-waiting',
    '移出经营异常名录没有等待期，也没有到期自动移出；改正列入原因后随时可以申请。',
    cite,
  );
  const fraud = present ? marketBar(input) : undefined;
  if (fraud)
    return {
      ...base,
      application: { route: fraud.route, from: fraud.from },
      verdict: fraud.verdict,
      reasons: [classReason, fraud.reason],
    };
  const application = { route: 'apply', from } as const;
  if (!done) {
    const text = '列入原因还没有消除：请先补报年报、公示信息、办理变更登记或者恢复联系。';
    return {
      ...base,
      application,
      verdict: 'duties-outstanding',
      reasons: [classReason, reason('duties-outstanding', text, cite)],
    };
  }
  return {
    ...base,
    application,
    verdict: 'repairable-now',
    reasons: [classReason, reason('repairable-now', '列入原因已经消除，现在就可以申请移出。', cite)],
  };
}

/** Art 23: three years from the decision, for everything of the subject. A fraud found before 107号 carries no such bar in a clause that was read. */
function marketBar(input: CaseInput) {
  const fraud = marketFraud.rows.at(-1)!;
  if (input.fraudFoundOn === undefined || input.fraudFoundOn > input.on) return undefined;
  const end = addMonths(input.fraudFoundOn, fraud.value.barMonths);
  if (input.on > end) return undefined;
  if (input.fraudFoundOn < fraud.from) {
    const text = '弄虚作假在第107号令施行前被查实，当时的规定没有写明三年内不得申请，是否受限请向市场监管部门确认。';
    return {
      verdict: 'needs-confirmation',
      route: 'needs-confirmation',
      from: null,
      reason: reason('fraud-before-rule', text, 'samr107:23.2'),
    } as const;
  }
  const text = `在信用修复中弄虚作假，自决定作出之日起三年内不得申请任何市场监管领域的修复，${formatChinese(end)}以后才可以；已准予又被撤销的，公示期重新计算。`;
  return {
    verdict: 'barred',
    route: 'apply',
    from: dayAfter(end),
    reason: reason('fraud-bar', text, 'samr107:23.2'),
  } as const;
}

function open(input: CaseInput & { publishedDate: string }, window: Window): Outlook {
  const { earliest, latest } = window;
  const done = dutiesDone(input);
  const from = dayAfter(earliest.end);
  const ended = input.on > latest.end;
  const periods = [
    reason('minimum-period', earliest.text, earliest.cite),
    reason('maximum-period', latest.text, latest.cite),
  ];
  const result = (
    verdict: Outlook['verdict'],
    last: readonly Reason[],
    application: Outlook['application'],
  ): Outlook => ({
    class: window.class,
    publication: { shown: !ended, from: input.publishedDate, earliestEnd: earliest.end, latestEnd: latest.end },
    application,
    verdict,
    reasons: [...window.reasons, ...periods, ...last],
    steps: [earliest, latest],
  });
  const bar = marketBar(input);
  if (bar)
    return result(bar.verdict, [bar.reason], {
      route: bar.route,
      from: bar.from === null ? from : maxDate(bar.from, from),
    });
  if (ended)
    return result(
      'not-published',
      [reason('period-over', `最长公示期已于${formatChinese(latest.end)}届满，公示自动停止，不用申请。`, latest.cite)],
      noApplication,
    );
  if (input.samePenaltyAgain) {
    const { bars, text, cite } = window.repeat;
    return bars
      ? result('barred', [reason('same-penalty-again', text, cite)], noApplication)
      : result('needs-confirmation', [reason('penalised-again', text, cite)], { route: 'needs-confirmation', from });
  }
  const duties = done
    ? []
    : [reason('duties-outstanding', '处罚决定规定的义务还没有履行完，或者还没有整改。', dutyCite(input))];
  if (input.on < from)
    return result(
      'not-yet',
      [reason('not-yet', `还没有到可以申请的时候，最早${formatChinese(from)}。`, earliest.cite), ...duties],
      { route: 'apply', from },
    );
  if (window.doubt)
    return result('needs-confirmation', [window.doubt, ...duties], { route: 'needs-confirmation', from });
  if (!done) return result('duties-outstanding', duties, { route: 'apply', from });
  const text = `最短公示期已满，义务已履行，现在可以申请；不申请的，${formatChinese(latest.end)}届满后自动停止。`;
  return result('repairable-now', [reason('repairable-now', text, dutyCite(input))], { route: 'apply', from });
}

function dutyCite(input: CaseInput): string {
  return input.matter === 'market-serious' ? 'samr107:13(1)' : 'samr107:11(1)';
}

/** Display ends by itself; there is nothing to apply for. */
function automatic(input: CaseInput & { publishedDate: string }, found: Classing, latest: DateStep): Outlook {
  const ended = input.on > latest.end;
  const text = ended
    ? `公示期已于${formatChinese(latest.end)}届满，公示自动停止。`
    : `不用申请，${formatChinese(latest.end)}届满后由市场监管部门停止公示。`;
  return {
    class: found.class,
    publication: { shown: !ended, from: input.publishedDate, earliestEnd: null, latestEnd: latest.end },
    application: ended ? noApplication : { route: 'automatic', from: null },
    verdict: ended ? 'not-published' : 'ends-automatically',
    reasons: [
      ...found.reasons,
      reason('maximum-period', latest.text, latest.cite),
      reason(ended ? 'period-over' : 'ends-automatically', text, latest.cite),
    ],
    steps: [latest],
  };
}

/** Without a class no date can be given, unless even the longest period is over. */
function unclassified(input: CaseInput, found: Classing): Outlook {
  const published = isPublished(input);
  const longest = published
    ? periodEnd('最长公示期（严重）', input.publishedDate, '公示之日', 36, 'samr107:8.2')
    : undefined;
  if (longest && input.on > longest.end)
    return quiet(
      found,
      'not-published',
      `无论属于哪一类，公示期都已经届满（最长到${formatChinese(longest.end)}）。`,
      'samr107:8.2',
    );
  return {
    class: 'needs-classification',
    publication: { ...noDates, shown: published, from: published ? input.publishedDate : null },
    application: unclearRoute,
    verdict: 'needs-classification',
    reasons: found.reasons,
    steps: [],
  };
}

function quiet(found: Classing, verdict: 'not-published', text: string, cite: string): Outlook {
  return {
    class: found.class,
    publication: noDates,
    application: noApplication,
    verdict,
    reasons: [...found.reasons, reason(verdict, text, cite)],
    steps: [],
  };
}
