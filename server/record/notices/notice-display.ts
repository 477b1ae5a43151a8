import type { RepairNotice } from '#contract/paper-models.ts';
import type { Matter } from '#domain/catalog/catalog.ts';
import { addDays, addMonths, formatChinese, type PlainDate } from '#domain/plain-date.ts';
import { assess } from '#domain/record/assess.ts';
import type { Verdict } from '#domain/record/assess-case.ts';
import { caseOf } from '../assess-record.ts';
import type { NoticeGrounds } from './notice-grounds.ts';

/** What a notice says of public display. `applyText` takes the place of the usual sentence where display has still to begin. */
export interface NoticeDisplay {
  readonly words: Pick<RepairNotice, 'isShown' | 'publishedAt' | 'periodText'>;
  readonly applyText?: string;
}

/**
 * Where a record is shown and for how long. A decision is served before its display begins, and on the market track every period is
 * counted from the day of display (107号第六条): then the spans are told instead of days. What law does not display at all says why.
 */
export function displayOf(grounds: NoticeGrounds): NoticeDisplay {
  const { matter, verdict, record } = grounds;
  const publishedAt = siteOf(matter);
  if (matter.receiver === 'court') return { words: { publishedAt, periodText: '纳入期限和删除由执行法院依法决定' } };
  if (verdict.verdict === 'not-published' && record.published_date === null) {
    const spans = matter.track === 'market' && verdict.class !== 'minor' ? spansOnceShown(grounds) : undefined;
    if (spans) return { ...spans, words: { ...spans.words, publishedAt } };
    return { words: { isShown: false, publishedAt: `不在公示网站公示：${lastReason(verdict)}` } };
  }
  if (verdict.verdict === 'needs-classification')
    return { words: { publishedAt, periodText: '由认定单位确定分类后计算' } };
  const { earliestEnd, latestEnd } = verdict.publication;
  if (verdict.application.route === 'automatic' && latestEnd)
    return { words: { publishedAt, periodText: `公示到${formatChinese(latestEnd)}，期满自动停止公示` } };
  if (earliestEnd || latestEnd || verdict.application.route !== 'apply') return { words: { publishedAt } };
  return { words: { publishedAt, periodText: firstReason(verdict) } };
}

function siteOf(matter: Matter): string {
  if (matter.receiver === 'court') return '中国执行信息公开网';
  return matter.track === 'market' ? '国家企业信用信息公示系统（江西）' : '“信用中国（江西）”网站';
}

/** What would hold if display began today, told as spans. Undefined where it would bring no days either. */
function spansOnceShown({ catalog, record, subject, on }: NoticeGrounds): NoticeDisplay | undefined {
  const shown = { ...record, published_date: on, duties_performed: true };
  const verdict = assess(caseOf(catalog, shown, subject.kind, on));
  const { from, earliestEnd, latestEnd } = verdict.publication;
  if (from === null || latestEnd === null) return undefined;
  const longest = spanText(from, latestEnd);
  const shortest = earliestEnd === null ? undefined : spanText(from, earliestEnd);
  if (longest === undefined) return undefined;
  if (verdict.application.route !== 'apply' || shortest === undefined)
    return { words: { periodText: `自公示之日起${longest}，期满自动停止公示，不受理提前停止的申请` } };
  return {
    words: { periodText: `自公示之日起最短${shortest}，最长${longest}` },
    applyText: `自公示之日起满${shortest}后即可提出，具体日期扫码可查`,
  };
}

/** `3个月`, `1年`; undefined where the days are no whole months. */
function spanText(from: PlainDate, end: PlainDate): string | undefined {
  for (let months = 1; months <= 120; months += 1) {
    const after = addMonths(from, months);
    if (after !== end && addDays(after, -1) !== end) continue;
    return months % 12 === 0 ? `${months / 12}年` : `${months}个月`;
  }
  return undefined;
}

const plain = (text: string | undefined) => (text ?? '依照规定不予公示').replace(/。$/, '');
const lastReason = ({ reasons }: Verdict) => plain(reasons.at(-1)?.text);
const firstReason = ({ reasons }: Verdict) => plain(reasons[0]?.text);
