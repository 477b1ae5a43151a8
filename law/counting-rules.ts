/** How periods are counted, text by text. The arithmetic stands in domain/; this says what it rests on and where it is inferred. */
import { dated, type Sureness } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import type { LawEntryKey } from './matter-keys.ts';
import { administrativeEntries, creditChinaEntries, marketEntries } from './tracks.ts';

export interface CountingRule {
  readonly firstDayCounts: false;
  /** Months end on the corresponding day, the month's last where there is none. */
  readonly monthsEndOn: 'corresponding-day';
  /** What a plain 日 means in the text. */
  readonly days: string;
}

const counting = (days: string): CountingRule => ({ firstDayCounts: false, monthsEndOn: 'corresponding-day', days });

function rule(from: string, days: string, cite: readonly string[], sure: Sureness, note?: string) {
  return dated<CountingRule>({ from, value: counting(days), cite, sure, ...(note === undefined ? {} : { note }) });
}

const inferred = '条文没有写起算和届满的算法，参照民法典第二百零一、二百零二条和税务总局令第54号第二十五条（推断）。';

const sayCounting = (value: CountingRule) =>
  `开始的当日不计算；按月、年的，到期月的对应日为最后一日，没有对应日的为月末日；${value.days}`;

const row = (name: string, matters: readonly LawEntryKey[], of: ReturnType<typeof rule>): LawTopic =>
  topic('期间计算', name, of, sayCounting, matters);

export const countingTopics: readonly LawTopic[] = [
  row(
    '一般领域（信用中国）',
    creditChinaEntries,
    rule(
      '2026-04-01',
      '办理期限都写明“工作日”',
      ['ndrc36:12', 'ndrc36:16', 'cc20:201', 'cc20:202', 'sta54:25'],
      'D',
      inferred,
    ),
  ),
  row(
    '市场监管领域',
    marketEntries,
    rule(
      '2025-12-25',
      '办理期限都写明“工作日”；经营异常名录异议的30日为自然日',
      ['samr107:8', 'samr107:16', 'cc20:201', 'cc20:202'],
      'D',
      inferred,
    ),
  ),
  row(
    '重大税收违法失信主体',
    ['tax-serious'],
    rule('2022-02-01', '以日计算的都指工作日，“以上”“日内”含本数', ['sta54:25'], 'V'),
  ),
  row(
    '失信被执行人名单',
    ['judgment-defaulter'],
    rule('2017-05-01', '写“工作日”的为工作日，其余十五日、十日为自然日', ['spc17:10', 'spc17:12'], 'D', inferred),
  ),
  topic(
    '期间计算',
    '法律中的短期间',
    dated<{ readonly text: string }>({
      from: '2024-01-01',
      value: {
        text: '行政处罚法的二日、三日、五日、七日和行政复议法的三日、五日、七日、十日都指工作日；复议六十日、诉讼六个月和十五日按自然日',
      },
      cite: ['apl:85', 'arl:88.2', 'arl:20', 'acl:45', 'acl:46'],
      sure: 'V',
      note: '最后一日遇法定休假日的顺延，依民事诉讼法（行政复议法第八十八条第一款）；民法典第二百零三条相同。',
    }),
    (value) => value.text,
    administrativeEntries,
  ),
];
