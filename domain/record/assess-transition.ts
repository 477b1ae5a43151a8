/**
 * No text settles how records found under an earlier regime are treated (36号 art 30, 107号 art 31). The present law gives
 * the answer; where the earlier one would be kinder to the record today, nobody is turned away: the answer is
 * needs-confirmation, and both results are named.
 */
import { citeRow, namePaper } from '#law/law-book.ts';
import { listRules } from '#law/list-waits.ts';
import { lawEntries } from '#law/matters.ts';
import { formatChinese } from '../plain-date.ts';
import { type CaseInput, confirmedPoint, dutiesDone, type Outlook, type VerdictWord } from './assess-case.ts';
import { reason } from './assess-class.ts';
import { earlierGeneralStanding } from './assess-earlier-general.ts';
import { earlierMarketStanding } from './assess-earlier-market.ts';
import { generalRegimeFrom } from './assess-general.ts';
import { isListMatter } from './assess-list.ts';
import { marketRegimeFrom } from './assess-market-window.ts';
import type { Standing } from './assess-standing.ts';
import { dayAfter, periodEnd } from './publication-period.ts';

/** How kind an answer is: display over, repair possible, neither. Undefined: no comparison is made. */
const kindness: Readonly<Partial<Record<VerdictWord, number>>> = {
  'not-published': 3,
  'repairable-now': 2,
  'duties-outstanding': 1,
  'not-yet': 1,
  'ends-automatically': 1,
};

export function applyTransition(input: CaseInput, outlook: Outlook): Outlook {
  const earlier = earlierOf(input);
  const present = kindness[outlook.verdict];
  if (!earlier || present === undefined) return outlook;
  const open = dutiesDone(input) ? 2 : 1;
  const kind = earlier.standing.standing === 'ended' ? 3 : earlier.standing.standing === 'open' ? open : 1;
  const named = reason('transition-earlier', earlier.standing.text, earlier.standing.cite);
  if (kind <= present) {
    const agree = reason('transition-agrees', '认定时适用的旧规定不会得出更有利的结果，按现行规定计算。', earlier.cite);
    return { ...outlook, reasons: [...outlook.reasons, named, agree] };
  }
  const answered = settled(input, outlook, earlier.standing);
  if (answered) return answered;
  // The present answer's own sentence would read as a refusal: it is told as one of two results.
  const answer = outlook.reasons.findLast((one) => one.code === outlook.verdict);
  return {
    ...outlook,
    application: { route: 'needs-confirmation', from: outlook.application.from },
    verdict: 'needs-confirmation',
    reasons: [
      ...outlook.reasons.filter((one) => one !== answer),
      reason('transition-present', `按现行规定：${answer?.text ?? '还不能申请。'}`, answer?.cite ?? earlier.cite),
      named,
      reason(
        'transition-open',
        '旧规定今天对您更有利，但没有条文写明新旧规定如何衔接，请向认定单位确认适用哪一个；可以先提交申请。',
        earlier.cite,
      ),
    ],
  };
}

/** What a named office confirmed about the transition: the present law alone, or whichever is kinder. */
function settled(input: CaseInput, outlook: Outlook, earlier: Standing): Outlook | undefined {
  const track = lawEntries[input.matter].track === 'market' ? 'market' : 'general';
  const answer = confirmedPoint(input, `transition:${track}`);
  if (!answer) return undefined;
  const [paper, cite] = [namePaper(answer.paper), citeRow(answer)];
  if (answer.value === 'present') {
    const why = reason('transition-settled', `${paper}确认：现行规定施行前认定的信息，一律按现行规定计算。`, cite);
    return { ...outlook, reasons: [why, ...outlook.reasons] };
  }
  const ended = earlier.standing === 'ended';
  return {
    ...outlook,
    publication: { ...outlook.publication, shown: !ended, earliestEnd: null, latestEnd: null },
    application: ended ? { route: 'none', from: null } : { route: 'apply', from: earlier.opens ?? null },
    verdict: ended ? 'not-published' : 'repairable-now',
    reasons: [
      ...outlook.reasons.filter((one) => one.code !== outlook.verdict),
      reason('transition-settled', `${paper}确认：施行前认定的信息，按对信用主体有利的规定计算。`, cite),
      reason(ended ? 'not-published' : 'repairable-now', earlier.text, cite),
    ],
  };
}

function earlierOf(input: CaseInput): { standing: Standing; cite: string } | undefined {
  const track = lawEntries[input.matter].track;
  if (track === 'market' && input.matter !== 'abnormal-operation') {
    if (input.findingDate >= marketRegimeFrom || input.on < marketRegimeFrom) return undefined;
    const standing = earlierMarketStanding(input);
    return standing && { standing, cite: 'samr107:31' };
  }
  if (input.findingDate >= generalRegimeFrom || input.on < generalRegimeFrom) return undefined;
  const standing =
    input.matter === 'customs-discredited'
      ? earlierCustomsStanding(input)
      : penaltyBased(input)
        ? earlierGeneralStanding(input)
        : undefined;
  return standing && { standing, cite: input.matter === 'customs-discredited' ? 'gacc282:48' : 'ndrc36:30' };
}

/**
 * Penalties, and the lists whose basis is doubtful and that may stand and fall with the penalty. The other lists need no
 * comparison: before 36号 their own rule ruled alone, and assess-list already sets it beside 36号.
 */
function penaltyBased(input: CaseInput): boolean {
  return (
    input.matter === 'other-penalty' ||
    (isListMatter(input.matter) && listRules[input.matter].rows[0]!.value.basisDoubtful === true)
  );
}

/** 海关总署令第251号, second-hand: three, six or twelve months by the ground. The shortest is what might be kinder. */
function earlierCustomsStanding(input: CaseInput): Standing {
  const step = periodEnd('等待期', input.findingDate, '认定之日', 3, 'gacc251', 'M');
  return {
    standing: input.on > step.end ? 'open' : 'waiting',
    text: `认定时的海关总署令第251号（转引）按不同情形等待三个月、六个月或者一年，最早${formatChinese(dayAfter(step.end))}可以申请。`,
    cite: 'gacc251',
  };
}
