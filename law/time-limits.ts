/** How long the authority has to accept, decide, extend and take effect, by matter. */
import { type Dated, dated } from './dated.ts';
import type { LawEntryKey } from './matter-keys.ts';

/** Numbers are working days unless `unit` says otherwise; null: the rule sets no such limit or none is known. */
export interface TimeLimits {
  readonly accept: number | null;
  readonly decide: number | null;
  readonly extend: number | null;
  /** From receipt to result over all (信用中国). */
  readonly total: number | null;
  /** From the decision to the end of display. */
  readonly effects: number | null;
  readonly unit: 'working-days' | 'calendar-days';
  /** What starts the clocks of accept, decide and effects, in Chinese. */
  readonly starts: {
    readonly accept?: string;
    readonly decide?: string;
    readonly total?: string;
    readonly effects?: string;
  };
  /** The other channel's limits where two stand side by side, for people. */
  readonly beside?: string;
}

function limits(
  [accept, decide, extend]: readonly [number | null, number | null, number | null],
  rest: Partial<TimeLimits> = {},
): TimeLimits {
  return { accept, decide, extend, total: null, effects: null, unit: 'working-days', starts: {}, ...rest };
}

const noneKnown = limits([null, null, null]);

/** Through 信用中国: 36号 art 16. No number of days is set for the effects. */
function creditChina(beside?: string): TimeLimits {
  return limits([3, 7, 10], {
    total: 10,
    starts: {
      total: '信用中国收到修复申请之日',
      accept: '认定单位收到信用中国推送之日',
      decide: '受理之日',
    },
    ...(beside === undefined ? {} : { beside }),
  });
}

const cc = { from: '2026-04-01', cite: ['ndrc36:16'], sure: 'V' } as const;
// 58号 was said to give 10 working days in all (S); its split into 3 and 7 is memory.
const before = {
  from: '2023-05-01',
  value: limits([null, null, null], { total: 10 }),
  cite: ['ndrc58'],
  sure: 'S',
} as const;

function ccMatter(): Dated<TimeLimits> {
  return dated<TimeLimits>(before, { ...cc, value: creditChina() });
}

const marketStarts = { accept: '收到申请之日', decide: '受理之日', effects: '作出准予决定之日' };
const samr107 = { from: '2025-12-25', cite: ['samr107:14', 'samr107:16', 'samr107:17'], sure: 'V' } as const;

export const timeLimits: Readonly<Record<LawEntryKey, Dated<TimeLimits>>> = {
  'market-penalty': dated<TimeLimits>(
    {
      from: '2021-09-01',
      value: noneKnown,
      cite: ['samr3-2021'],
      sure: 'M',
      note: '据记忆为2日受理、15日决定，未见原文，不采用。',
    },
    { ...samr107, value: limits([2, 7, 10], { effects: 3, starts: marketStarts }) },
  ),
  'abnormal-operation': dated<TimeLimits>(
    {
      from: '2025-03-18',
      value: limits([null, 5, null], { starts: { decide: '收到申请之日（地址、名称情形为查实之日）' } }),
      cite: ['samr68r:11', 'samr69r:16'],
      sure: 'V',
    },
    {
      ...samr107,
      value: limits([2, 2, 10], {
        effects: 3,
        starts: { ...marketStarts, decide: '受理之日（无法联系情形为核实之日）' },
      }),
    },
  ),
  'market-serious': dated<TimeLimits>(
    {
      from: '2021-09-01',
      value: limits([2, 15, null], { effects: 3, starts: marketStarts }),
      cite: ['samr44:17', 'samr44:18'],
      sure: 'V',
    },
    { ...samr107, value: limits([2, 7, 10], { effects: 3, starts: marketStarts }) },
  ),
  'tax-serious': dated<TimeLimits>(
    {
      from: '2022-02-01',
      value: limits([2, 15, null], { effects: 5, starts: marketStarts }),
      cite: ['sta54:20', 'sta54:21', 'sta54:23', 'sta54:25'],
      sure: 'V',
    },
    {
      ...cc,
      cite: ['ndrc36:16', 'sta54:20', 'sta54:21', 'sta54:23', 'sta54:25'],
      value: { ...creditChina('税务总局令第54号：2个工作日受理，15个工作日决定，准予后5个工作日停止公布'), effects: 5 },
    },
  ),
  'judgment-defaulter': dated<TimeLimits>({
    from: '2017-05-01',
    value: limits([null, null, null], {
      effects: 3,
      starts: { effects: '第十条情形出现或者期限届满之日' },
      beside: '书面纠正申请自收到之日起15日内审查（自然日）；驳回后10日内可向上一级法院申请复议',
    }),
    cite: ['spc17:10', 'spc17:12'],
    sure: 'V',
  }),
  'customs-discredited': dated<TimeLimits>(
    { from: '2021-11-01', value: noneKnown, cite: ['gacc251'], sure: 'S' },
    {
      from: '2026-04-01',
      value: creditChina('海关失信信息修复同为3日受理、7日决定、可延长10日；等级调整未规定期限'),
      cite: ['gacc282:38', 'ndrc36:16'],
      sure: 'V',
    },
  ),
  'wage-arrears': dated<TimeLimits>(
    {
      from: '2022-01-01',
      value: limits([null, 15, null], { effects: 10, starts: { decide: '收到申请之日', effects: '作出决定之日' } }),
      cite: ['mohrss45:14', 'mohrss45:17'],
      sure: 'V',
    },
    {
      ...cc,
      cite: ['ndrc36:16', 'mohrss45:14', 'mohrss45:17'],
      value: { ...creditChina('人社部令第45号：收到申请之日起15个工作日决定，移出后10个工作日停止公开'), effects: 10 },
    },
  ),
  'charity-serious': ccMatter(),
  'farm-inputs': ccMatter(),
  'statistics-serious': ccMatter(),
  'culture-tourism': ccMatter(),
  'work-safety': ccMatter(),
  overloading: ccMatter(),
  'other-penalty': ccMatter(),
  'serious-list': dated<TimeLimits>({ ...cc, value: creditChina() }),
};

/** Limits of the procedures beside the ordinary one, in working days; null: none stated. */
export interface SideLimits {
  /** 信用中国 passes an objection on. */
  readonly objectionPush: number | null;
  /** The unit has checked it, from its acceptance. */
  readonly objectionCheck: number | null;
  readonly shieldGeneral: number | null;
  readonly shieldMarket: number | null;
  /** A market authority outside the province tells the place of registration of its decision. */
  readonly crossProvincePush: number | null;
  /** 公示系统 ends display after another department granted repair of what it shows there. */
  readonly recognition: number | null;
  /** 信用中国 passes an application on. */
  readonly applicationPush: number | null;
}

export const sideLimits: Dated<SideLimits> = dated<SideLimits>(
  {
    from: '2025-12-25',
    value: {
      objectionPush: null,
      objectionCheck: null,
      shieldGeneral: null,
      shieldMarket: 7,
      crossProvincePush: 3,
      recognition: 3,
      applicationPush: null,
    },
    cite: ['samr107:4.2', 'samr107:22', 'samr107:25.2'],
    sure: 'V',
  },
  {
    from: '2026-04-01',
    value: {
      objectionPush: 1,
      objectionCheck: 7,
      shieldGeneral: 10,
      shieldMarket: 7,
      crossProvincePush: 3,
      recognition: 3,
      applicationPush: null,
    },
    cite: ['ndrc36:13', 'ndrc36:18', 'ndrc36:20', 'samr107:4.2', 'samr107:22', 'samr107:25.2'],
    sure: 'V',
  },
);
