import { marketPeriods } from '#law/periods.ts';
import { formatChinese } from '../plain-date.ts';
import {
  type CaseInput,
  isPublished,
  latestTerm,
  noDates,
  type Outlook,
  type Reason,
  unclearRoute,
} from './assess-case.ts';
import { type Classing, reason } from './assess-class.ts';
import { classifyMarket, type MarketClassed } from './assess-class-market.ts';
import { assessEarlierMarket } from './assess-earlier-market.ts';
import { assessAbnormal, assessMarketSerious } from './assess-market-list.ts';
import { endsByItself, marketRegimeFrom, marketStart, notShown, openMarketWindow } from './assess-market-window.ts';
import { laterStep, periodEnd, termEnd } from './publication-period.ts';

/** Items 1–3: penalties, the abnormal list and the serious list of market supervision. */
export function assessMarket(input: CaseInput): Outlook {
  if (input.matter === 'abnormal-operation') return assessAbnormal(input);
  if (input.on < marketRegimeFrom) return assessEarlierMarket(input);
  return input.matter === 'market-serious' ? assessMarketSerious(input) : assessMarketPenalty(input);
}

function assessMarketPenalty(input: CaseInput): Outlook {
  const found = classifyMarket(input);
  if (found.group === 'unpublished')
    return notShown(
      found,
      'not-published',
      '这条记录不予公示，不需要修复；如果在公示系统上看到它，可以要求处罚机关更正。',
      'samr107:7.2',
    );
  if (input.procedure === 'simple' && !isPublished(input))
    return notShown(found, 'not-published', '公示系统公示的是按普通程序作出的处罚决定，这条记录没有公示。', 'samr45:2');
  if (found.group === 'unclear') return unclassified(input, found);
  if (!isPublished(input))
    return notShown(
      found,
      'not-published',
      '这条记录还没有公示。公示期从公示之日起算，公示以后才谈得上修复。',
      'samr45:13',
    );
  const months = spanOf(found);
  const { day: start, name: startName } = marketStart(input);
  const latest = periodEnd('最长公示期', start, startName, months.max, months.cite);
  const term = latestTerm(input);
  const longTerm = term === undefined ? undefined : termEnd('实际限制期限', start, term, 'samr107:8.2');
  if (found.group === 'automatic') return endsByItself(input, found, latest);
  if (found.group === 'no-application') return endsByItself(input, found, laterStep(latest, longTerm));
  const earliest = periodEnd('最短公示期', start, startName, months.min ?? 0, months.cite);
  // Only a restriction (art 8 item 2) holds the door shut until it is over; elsewhere a term matters once it outlasts three years.
  const gate = term === undefined ? undefined : termEnd('限制期限', start, term, 'samr107:8.4');
  const outlasting = found.class === 'serious' && longTerm && longTerm.end > latest.end ? longTerm : undefined;
  return openMarketWindow(input, {
    ...found,
    earliest: laterStep(earliest, found.group === 'restricted' ? gate : outlasting),
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

/** Without a class no date can be given, unless even the longest period is over. */
function unclassified(input: CaseInput, found: Classing): Outlook {
  const published = isPublished(input);
  const longest = published
    ? periodEnd('最长公示期（严重）', marketStart(input).day, marketStart(input).name, 36, 'samr107:8.2')
    : undefined;
  if (longest && input.on > longest.end)
    return notShown(
      found,
      'not-published',
      `无论属于哪一类，公示期都已经届满（最长到${formatChinese(longest.end)}）。`,
      'samr107:8.2',
    );
  return {
    class: 'needs-classification',
    publication: { ...noDates, shown: published, from: published ? marketStart(input).day : null },
    application: unclearRoute,
    verdict: 'needs-classification',
    reasons: found.reasons,
    steps: [],
  };
}
