/** How long a record is shown and from when its end may be applied for, in months. The first day is not counted. */
import { type Dated, dated, type Sureness } from './dated.ts';

/** Minimum and maximum of a class in months; `min` null: no minimum. */
export interface Span {
  readonly min: number | null;
  readonly max: number;
}

/** A number of months and how surely it is known. */
export interface Months {
  readonly months: number;
  readonly sure: Sureness;
  readonly cite: string;
}

/** 36号: three classes counted from the finding document. 58号: one span, longer in key fields. */
export type GeneralPeriods =
  | { readonly kind: 'three-classes'; readonly minor: Span; readonly general: Span; readonly serious: Span }
  | { readonly kind: 'one-span'; readonly min: Months; readonly keyFieldMin: Months; readonly max: Months };

export const generalPeriods: Dated<GeneralPeriods> = dated<GeneralPeriods>(
  {
    from: '2023-05-01',
    value: {
      kind: 'one-span',
      min: { months: 3, sure: 'S', cite: 'ndrc58' },
      keyFieldMin: { months: 12, sure: 'M', cite: 'ndrc58' },
      max: { months: 36, sure: 'S', cite: 'ndrc58' },
    },
    cite: ['ndrc58'],
    sure: 'S',
    note: '58号第三条以后的条文未见原文；重点领域为食品、药品、特种设备、安全生产、消防。2025年6月22日起国办发〔2025〕22号已提出三类划分，是否在36号施行前实际执行未查明。',
  },
  {
    from: '2026-04-01',
    value: {
      kind: 'three-classes',
      minor: { min: null, max: 3 },
      general: { min: 3, max: 12 },
      serious: { min: 12, max: 36 },
    },
    cite: ['ndrc36:7', 'ndrc36:12'],
    sure: 'V',
  },
);

/** 107号: three classes counted from publication. 45号 with 国市监信规〔2021〕3号: one span, some kinds never early. */
export type MarketPeriods =
  | { readonly kind: 'three-classes'; readonly minor: Span; readonly general: Span; readonly serious: Span }
  | {
      readonly kind: 'one-span';
      readonly light: Months;
      readonly min: Months;
      readonly keyFieldMin: Months;
      readonly max: Months;
    };

export const marketPeriods: Dated<MarketPeriods> = dated<MarketPeriods>(
  {
    from: '2021-09-01',
    value: {
      kind: 'one-span',
      light: { months: 3, sure: 'V', cite: 'samr45:13' },
      min: { months: 6, sure: 'M', cite: 'samr3-2021' },
      keyFieldMin: { months: 12, sure: 'M', cite: 'samr3-2021' },
      max: { months: 36, sure: 'V', cite: 'samr45:13' },
    },
    cite: ['samr45:13', 'samr45:14'],
    sure: 'V',
    note: '较低数额由省级以上部门规定；最短期限见国市监信规〔2021〕3号，未见原文。',
  },
  {
    from: '2025-12-25',
    value: {
      kind: 'three-classes',
      minor: { min: null, max: 3 },
      general: { min: 3, max: 12 },
      serious: { min: 12, max: 36 },
    },
    cite: ['samr107:7', 'samr107:8', 'samr107:9'],
    sure: 'V',
    note: '107号未写明公示期起算日，按45号第十三条自公示之日起算。',
  },
);

/** Market list: from listing under 44号, from display under 107号. */
export const marketSeriousPeriods = dated<Span & { clock: 'finding' | 'published' }>(
  { from: '2021-09-01', value: { min: 12, max: 36, clock: 'finding' }, cite: ['samr44:16', 'samr44:21'], sure: 'V' },
  { from: '2025-12-25', value: { min: 12, max: 36, clock: 'published' }, cite: ['samr107:13'], sure: 'V' },
);
