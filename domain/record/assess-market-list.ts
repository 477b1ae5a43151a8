/** Items 2 and 3: the abnormal list (no waiting time) and the serious list of market supervision. */
import { marketSeriousPeriods } from '#law/periods.ts';
import { maxDate } from '../plain-date.ts';
import { type CaseInput, dutiesDone, isPublished, latestTerm, type Outlook } from './assess-case.ts';
import { type Classing, reason } from './assess-class.ts';
import { marketBar, marketRegimeFrom, marketStart, notShown, openMarketWindow } from './assess-market-window.ts';
import { laterStep, periodEnd, termEnd } from './publication-period.ts';

export function assessMarketSerious(input: CaseInput): Outlook {
  const found: Classing = {
    class: 'serious',
    reasons: [reason('class-serious', '列入市场监管严重违法失信名单，属于严重违法失信信息。', 'samr107:8(4)')],
  };
  if (!isPublished(input))
    return notShown(
      found,
      'not-published',
      '列入信息还没有公示。公示期从公示之日起算，公示满一年后才可以申请移出。',
      'samr107:13',
    );
  const start = marketStart(input);
  const { min, max } = marketSeriousPeriods.rows.at(-1)!.value;
  const term = latestTerm(input);
  const measure = term === undefined ? undefined : termEnd('管理措施期限', input.publishedDate, term, 'samr107:13.2');
  const latest = periodEnd('最长公示期', start.day, start.name, max, 'samr107:13.2');
  return openMarketWindow(input, {
    ...found,
    earliest: laterStep(periodEnd('最短公示期', start.day, start.name, min ?? 0, 'samr107:13'), measure),
    latest: laterStep(latest, measure),
    repeat: {
      bars: false,
      text: '列入后又受到处罚：如果属于较重行政处罚，不能提前移出，请向列入机关核实。',
      cite: 'samr107:13(3)',
    },
  });
}

/** The abnormal list has no waiting time: whoever has cured the reason may apply. */
export function assessAbnormal(input: CaseInput): Outlook {
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
