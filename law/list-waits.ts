/**
 * The serious lists of 附件1 outside market supervision: the wait of the list's own rule (sector) and that of 信用中国 (36号),
 * side by side. Both rest on department rules and neither says which prevails (36号 art 5 ¶2, art 11, art 12):
 * before the shorter one nobody may apply, after both everybody may, between them a named office decides.
 */
import { type Dated, dated, type Sureness } from './dated.ts';

/** Day a wait or period is counted from. */
export type ListClock = 'finding' | 'published' | 'correction';

export interface ListTerm {
  readonly months: number;
  readonly clock: ListClock;
  readonly sure: Sureness;
  readonly cite: string;
  /** Who says so, for sentences: 税务总局令第54号. */
  readonly by: string;
}

export interface ListRule {
  /** Months to wait before an application: each rule's own. */
  readonly waits: readonly ListTerm[];
  /** Months after which display ends by itself. */
  readonly ends: readonly ListTerm[];
  /** The list's basis is not a law, regulation or central document: the underlying penalty's class may govern (36号 art 4 ¶2). */
  readonly basisDoubtful?: boolean;
  /** The list's own rule ends display at the maximum whether or not the duties are performed: its clause. */
  readonly endsUnperformed?: string;
}

const overlay: ListTerm = { months: 12, clock: 'finding', sure: 'V', cite: 'ndrc36:12', by: '信用中国渠道（36号）' };
const overlayEnd: ListTerm = { months: 36, clock: 'finding', sure: 'V', cite: 'ndrc36:12', by: '信用中国渠道（36号）' };
// Item 2 was read, but whether 信用中国 applied it before 36号 and from which day it counted was not found.
const policy: ListTerm = { months: 12, clock: 'finding', sure: 'F', cite: 'gbf22-2025:2', by: '国办发〔2025〕22号' };

function term(months: number, clock: ListClock, sure: Sureness, cite: string, by: string): ListTerm {
  return { months, clock, sure, cite, by };
}

/** The list's own rule through time with 信用中国's beside it: alone, then with the 2025 policy, then with 36号. */
function list(
  from: string,
  sector: Pick<ListRule, 'waits' | 'ends'>,
  extra: Pick<ListRule, 'basisDoubtful' | 'endsUnperformed'> = {},
): Dated<ListRule> {
  const cite = [...new Set(sector.waits.map((wait) => wait.cite))];
  const sure = sector.waits[0]?.sure ?? '?';
  return dated<ListRule>(
    { from, value: { ...extra, ...sector }, cite, sure },
    {
      from: '2025-06-22',
      value: { ...extra, ...sector, waits: [...sector.waits, policy] },
      cite: [...cite, policy.cite],
      sure: 'F',
    },
    {
      from: '2026-04-01',
      value: { ...extra, waits: [...sector.waits, overlay], ends: [...sector.ends, overlayEnd] },
      cite: [...cite, 'ndrc36:10(3)', 'ndrc36:12'],
      sure: 'V',
    },
  );
}

/** Matters on lists with the rule of 36号 or beside it. Customs grades and the court's list have rules of their own. */
export const listRules = {
  'tax-serious': list(
    '2022-02-01',
    {
      waits: [term(6, 'published', 'V', 'sta54:18(1)', '税务总局令第54号')],
      ends: [term(36, 'published', 'V', 'sta54:17', '税务总局令第54号')],
    },
    { endsUnperformed: 'sta54:17' },
  ),
  'wage-arrears': list(
    '2022-01-01',
    {
      waits: [term(6, 'correction', 'V', 'mohrss45:12(2)', '人力资源社会保障部令第45号')],
      ends: [term(36, 'finding', 'V', 'mohrss45:11', '人力资源社会保障部令第45号')],
    },
    { endsUnperformed: 'mohrss45:17' },
  ),
  'charity-serious': list('2018-01-24', {
    waits: [term(24, 'finding', 'S', 'mca60', '民政部令第60号（转引）')],
    ends: [],
  }),
  'farm-inputs': list('2017-01-01', { waits: [], ends: [] }, { basisDoubtful: true }),
  'statistics-serious': list('2022-05-19', {
    waits: [term(6, 'published', 'M', 'nbs35', '国家统计局令第35号（未见原文）')],
    ends: [],
  }),
  'culture-tourism': list('2022-01-01', {
    waits: [term(6, 'finding', 'M', 'mct7', '文化和旅游部令第7号（未见原文）')],
    ends: [],
  }),
  'work-safety': list('2023-10-01', {
    waits: [term(12, 'finding', 'S', 'mem11', '应急管理部令第11号（转引）')],
    ends: [],
  }),
  overloading: list(
    '2017-02-01',
    { waits: [term(24, 'published', 'S', 'mot8-2017', '交办公路〔2017〕8号（转引）')], ends: [] },
    { basisDoubtful: true },
  ),
  // Lists set up later: 36号 alone, until their authority's own rule is entered as a confirmation.
  'serious-list': dated<ListRule>({
    from: '2026-04-01',
    value: { waits: [overlay], ends: [overlayEnd] },
    cite: ['ndrc36:10(3)', 'ndrc36:12'],
    sure: 'V',
  }),
} as const satisfies Record<string, Dated<ListRule>>;

/** Customs: the routes a case may be on, told apart by facts the record does not carry (art 15 ground, grade or penalty information). */
export interface CustomsRoute {
  readonly key: string;
  readonly name: string;
  /** null: any class. */
  readonly class: 'general' | 'serious' | null;
  readonly wait: number;
  readonly clock: ListClock;
  /** Months after which it ends by itself; null where only the wait is stated. */
  readonly end: number | null;
  readonly cite: string;
}

export const customsRoutes = dated<readonly CustomsRoute[]>({
  from: '2026-04-01',
  value: [
    {
      key: 'grade-3',
      name: '欠缴税款、罚没款的失信企业申请调整等级',
      class: 'general',
      wait: 3,
      clock: 'finding',
      end: 12,
      cite: 'gacc282:29',
    },
    {
      key: 'grade-6',
      name: '因违规次数、金额被认定的失信企业申请调整等级',
      class: 'general',
      wait: 6,
      clock: 'finding',
      end: 12,
      cite: 'gacc282:29',
    },
    {
      key: 'grade-auto',
      name: '其他失信企业一年内无新情形，按常规企业管理',
      class: 'general',
      wait: 12,
      clock: 'finding',
      end: 12,
      cite: 'gacc282:29',
    },
    {
      key: 'info-general',
      name: '一般失信信息修复',
      class: 'general',
      wait: 3,
      clock: 'published',
      end: 12,
      cite: 'gacc282:36',
    },
    {
      key: 'grade-serious',
      name: '严重失信企业申请调整等级并移出名单',
      class: 'serious',
      wait: 12,
      clock: 'finding',
      end: 36,
      cite: 'gacc282:30',
    },
    {
      key: 'info-serious',
      name: '严重失信信息修复',
      class: 'serious',
      wait: 12,
      clock: 'published',
      end: 36,
      cite: 'gacc282:36',
    },
  ],
  cite: ['gacc282:29', 'gacc282:30', 'gacc282:35', 'gacc282:36'],
  sure: 'V',
});
