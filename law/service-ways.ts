/** How a decision and its notice are served: from which day each way counts and what it leaves on file. 行政处罚法第六十一条 refers to 民事诉讼法. */
import { type Dated, dated, type Sureness } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import { administrativeEntries } from './tracks.ts';

/** 直接 · 留置 · 邮寄 · 电子 · 委托 · 公告 */
export const serviceWays = ['direct', 'left', 'mail', 'electronic', 'entrusted', 'public'] as const;
export type ServiceWay = (typeof serviceWays)[number];

/** One way of service. */
export interface ServiceWayRule {
  /** Which day is the day of service. */
  readonly counts: string;
  /** What shows it afterwards. */
  readonly receipt: string;
  /** Calendar days that pass after the announcement; 0 for every other way. */
  readonly days: number;
}

function rule(value: ServiceWayRule, cite: readonly string[], sure: Sureness, note?: string): Dated<ServiceWayRule> {
  return dated({ from: '2024-01-01', value, cite, sure, ...(note === undefined ? {} : { note }) });
}

const fromMemory = '民事诉讼法的条文没有核对原文，只作提示。';

export const serviceWayRules: Readonly<Record<ServiceWay, Dated<ServiceWayRule>>> = {
  direct: rule({ counts: '当事人在送达回证上签收的日期', receipt: '送达回证', days: 0 }, ['apl:61.1', 'cpl23:87'], 'S'),
  left: rule(
    { counts: '把文书留在住所的日期', receipt: '送达回证（记明拒收）或者拍照、录像', days: 0 },
    ['apl:61.1', 'cpl23:89'],
    'M',
    fromMemory,
  ),
  mail: rule(
    { counts: '邮件回执上注明的收件日期', receipt: '邮件回执', days: 0 },
    ['apl:61.1', 'cpl23:91'],
    'M',
    fromMemory,
  ),
  electronic: rule(
    { counts: '到达当事人系统的日期，当事人要先签过确认书', receipt: '送达确认书', days: 0 },
    ['apl:61.2', 'cpl23:90'],
    'M',
    fromMemory,
  ),
  entrusted: rule(
    { counts: '当事人在送达回证上签收的日期', receipt: '送达回证', days: 0 },
    ['apl:61.1', 'cpl23:91'],
    'M',
    fromMemory,
  ),
  public: rule(
    { counts: '自发出公告之日起经过三十日', receipt: '公告的载体和日期', days: 30 },
    ['apl:61.1', 'cpl23:95'],
    'S',
    '三十日见于转引，没有核对原文，只作提示。',
  ),
};

const names: Readonly<Record<ServiceWay, string>> = {
  direct: '直接送达',
  left: '留置送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  public: '公告送达',
};

export const serviceTopics: readonly LawTopic[] = serviceWays.map((way) =>
  topic(
    '送达',
    names[way],
    serviceWayRules[way],
    (it) => `送达日期：${it.counts}；留存：${it.receipt}`,
    administrativeEntries,
  ),
);
