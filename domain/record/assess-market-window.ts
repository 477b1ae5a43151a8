/** The market track's common window: bars, minimum, maximum, duties, in the order in which a clerk would ask. */
import { marketClassing } from '#law/classes.ts';
import { marketFraud } from '#law/fraud.ts';
import { addMonths, formatChinese, maxDate } from '../plain-date.ts';
import {
  type CaseInput,
  confirmedPoint,
  dutiesDone,
  noApplication,
  noDates,
  type Outlook,
  type Reason,
} from './assess-case.ts';
import { type Classing, reason } from './assess-class.ts';
import { type DateStep, dayAfter } from './publication-period.ts';

/** First day of 107号. */
export const marketRegimeFrom = marketClassing.rows.at(-1)!.from;

/** The day market periods are counted from: publication (45号 art 13), unless the office confirmed the finding (107号 is silent). */
export function marketStart(input: CaseInput & { publishedDate: string }): {
  readonly day: string;
  readonly name: string;
} {
  return confirmedPoint(input, 'clock:market')?.value === 'finding'
    ? { day: input.findingDate, name: '决定之日' }
    : { day: input.publishedDate, name: '公示之日' };
}

/** A market record's window: its steps and whether an application exists. */
export interface MarketWindow extends Classing {
  readonly earliest: DateStep;
  readonly latest: DateStep;
  /** A fact without which an open window may not be called open: text and cite. */
  readonly doubt?: Reason;
  /** A further penalty closes the door: `bars`, or only may. */
  readonly repeat: { readonly bars: boolean; readonly text: string; readonly cite: string };
}

/** Art 23: three years from the decision, for everything of the subject. A fraud found before 107号 carries no such bar in a clause that was read. */
export function marketBar(input: CaseInput) {
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

/** The answer for a record that can be applied for. */
export function openMarketWindow(input: CaseInput & { publishedDate: string }, window: MarketWindow): Outlook {
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
    publication: { shown: !ended, from: marketStart(input).day, earliestEnd: earliest.end, latestEnd: latest.end },
    application,
    verdict,
    reasons: [...window.reasons, ...periods, ...last],
    steps: [earliest, latest],
  });
  // A repetition closes the door for good: it comes before a bar that ends.
  if (input.samePenaltyAgain && window.repeat.bars && !ended)
    return result('barred', [reason('same-penalty-again', window.repeat.text, window.repeat.cite)], noApplication);
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
    const again = reason('penalised-again', window.repeat.text, window.repeat.cite);
    return result('needs-confirmation', [again], { route: 'needs-confirmation', from });
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
export function endsByItself(input: CaseInput & { publishedDate: string }, found: Classing, latest: DateStep): Outlook {
  const ended = input.on > latest.end;
  const text = ended
    ? `公示期已于${formatChinese(latest.end)}届满，公示自动停止。`
    : `不用申请，${formatChinese(latest.end)}届满后由市场监管部门停止公示。`;
  return {
    class: found.class,
    publication: { shown: !ended, from: marketStart(input).day, earliestEnd: null, latestEnd: latest.end },
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

/** Not on display, so nothing to end. */
export function notShown(found: Classing, verdict: 'not-published', text: string, cite: string): Outlook {
  return {
    class: found.class,
    publication: noDates,
    application: noApplication,
    verdict,
    reasons: [...found.reasons, reason(verdict, text, cite)],
    steps: [],
  };
}
