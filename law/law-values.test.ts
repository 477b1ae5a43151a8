/** Every value a second time, as it stands in its clause: who changes one here and there has read it twice. */
import { describe, expect, it } from 'vitest';
import { generalClassOfKind, marketClassing } from './classes.ts';
import { generalFraud, marketFraud } from './fraud.ts';
import { customsRoutes, listRules } from './list-waits.ts';
import { matters } from './matters.ts';
import { generalPeriods, marketPeriods, marketSeriousPeriods } from './periods.ts';
import { sideLimits, timeLimits } from './time-limits.ts';

const lastDayBefore = { ndrc36: '2026-03-31', samr107: '2025-12-24', policy: '2025-06-21' } as const;
const firstDayOf = { ndrc36: '2026-04-01', samr107: '2025-12-25', policy: '2025-06-22' } as const;

describe('periods', () => {
  const threeClasses = {
    kind: 'three-classes',
    minor: { min: null, max: 3 },
    general: { min: 3, max: 12 },
    serious: { min: 12, max: 36 },
  };
  it('36号 arts 7, 12: three classes from 2026-04-01, second-hand before', () => {
    const rule = generalPeriods.on(firstDayOf.ndrc36);
    expect(rule?.value).toEqual(threeClasses);
    expect(rule).toMatchObject({ sure: 'V', to: null });
    expect(generalPeriods.on(lastDayBefore.ndrc36)?.value).toEqual({
      kind: 'one-span',
      min: { months: 3, sure: 'S', cite: 'ndrc58' },
      keyFieldMin: { months: 12, sure: 'M', cite: 'ndrc58' },
      max: { months: 36, sure: 'S', cite: 'ndrc58' },
    });
    expect(generalPeriods.on('2023-04-30')).toBeUndefined();
  });
  it('107号 arts 7–9: three classes from 2025-12-25; 45号 art 13 before, its minimum from memory', () => {
    expect(marketPeriods.on(firstDayOf.samr107)?.value).toEqual(threeClasses);
    expect(marketPeriods.on(lastDayBefore.samr107)?.value).toEqual({
      kind: 'one-span',
      light: { months: 3, sure: 'V', cite: 'samr45:13' },
      min: { months: 6, sure: 'M', cite: 'samr3-2021' },
      keyFieldMin: { months: 12, sure: 'M', cite: 'samr3-2021' },
      max: { months: 36, sure: 'V', cite: 'samr45:13' },
    });
    expect(marketPeriods.on('2021-08-31')).toBeUndefined();
  });
  it('44号 arts 16, 21 count the market list from the listing, 107号 art 13 from its display', () => {
    expect(marketSeriousPeriods.on(lastDayBefore.samr107)?.value).toEqual({ min: 12, max: 36, clock: 'finding' });
    expect(marketSeriousPeriods.on(firstDayOf.samr107)?.value).toEqual({ min: 12, max: 36, clock: 'published' });
  });
});

describe('classes', () => {
  it('36号 arts 8(2), 9(2), 10(2): the kinds that have a class by themselves', () => {
    const { value } = generalClassOfKind.on(firstDayOf.ndrc36)!;
    const of = (name: string) =>
      Object.entries(value)
        .filter(([, one]) => one!.class === name)
        .map(([kind]) => kind);
    expect(of('minor')).toEqual(['警告', '通报批评']);
    expect(of('general')).toEqual(['没收非法财物']);
    expect(of('serious').toSorted()).toEqual(
      [
        '暂扣许可证件',
        '降低资质等级',
        '吊销许可证件',
        '限制开展生产经营活动',
        '责令停产停业',
        '责令关闭',
        '限制从业',
      ].toSorted(),
    );
    expect(generalClassOfKind.on(lastDayBefore.ndrc36)).toBeUndefined();
  });
  it('107号 arts 7.3, 8: the bounds of a low fine, the six fields, the restrictions, the kinds without a way', () => {
    expect(marketClassing.on(firstDayOf.samr107)?.value).toEqual({
      lowFine: { business: 50_000, person: 5_000, bracket: 'lighter' },
      seriousFields: ['food', 'drug', 'medical-device', 'cosmetics', 'special-equipment', 'key-industrial-product'],
      restrictions: ['限制开展生产经营活动', '责令停产停业', '限制从业'],
      noApplication: ['降低资质等级', '吊销许可证件', '吊销营业执照', '责令关闭'],
    });
    expect(marketClassing.on(lastDayBefore.samr107)).toBeUndefined();
  });
});

describe('fraud', () => {
  it('36号 art 25: three years, the one record, no first day named', () => {
    expect(generalFraud.on(firstDayOf.ndrc36)?.value).toMatchObject({
      barMonths: 36,
      shownMonths: 36,
      scope: 'item',
      clock: 'not-stated',
      revokesGrant: 'not-stated',
      periodRestarts: false,
    });
    expect(generalFraud.on(lastDayBefore.ndrc36)).toBeUndefined();
  });
  it('107号 art 23: three years from the decision, the whole subject, display anew', () => {
    expect(marketFraud.on(firstDayOf.samr107)?.value).toMatchObject({
      barMonths: 36,
      shownMonths: 36,
      scope: 'subject',
      clock: 'decision',
      revokesGrant: 'yes',
      periodRestarts: true,
    });
    expect(marketFraud.on(lastDayBefore.samr107)).toBeUndefined();
  });
});

describe('waits of the lists', () => {
  type Row = [matter: keyof typeof listRules, waits: string[], ends: string[]];
  const on = (day: string, matter: keyof typeof listRules) => {
    const rule = listRules[matter].on(day)?.value;
    const say = (terms: readonly { months: number; clock: string; sure: string; cite: string }[] = []) =>
      terms.map((term) => `${term.months} ${term.clock} ${term.sure} ${term.cite}`);
    return rule && { waits: say(rule.waits), ends: say(rule.ends) };
  };
  const own: Row[] = [
    ['tax-serious', ['6 published V sta54:18(1)'], ['36 published V sta54:17']],
    ['wage-arrears', ['6 correction V mohrss45:12(2)'], ['36 finding V mohrss45:11']],
    ['charity-serious', ['24 finding S mca60'], []],
    ['farm-inputs', [], []],
    ['statistics-serious', ['6 published M nbs35'], []],
    ['culture-tourism', ['6 finding M mct7'], []],
    ['work-safety', ['12 finding S mem11'], []],
    ['overloading', ['24 published S mot8-2017'], []],
  ];
  it.each(own)('%s: its own alone, then with the policy of 2025, then with 36号', (matter, waits, ends) => {
    expect(on(lastDayBefore.policy, matter)).toEqual({ waits, ends });
    expect(on(firstDayOf.policy, matter)).toEqual({ waits: [...waits, '12 finding F gbf22-2025:2'], ends });
    expect(on(firstDayOf.ndrc36, matter)).toEqual({
      waits: [...waits, '12 finding V ndrc36:12'],
      ends: [...ends, '36 finding V ndrc36:12'],
    });
  });
  it.each([
    ['tax-serious', '2022-02-01'],
    ['wage-arrears', '2022-01-01'],
    ['charity-serious', '2018-01-24'],
    ['statistics-serious', '2022-05-19'],
    ['culture-tourism', '2022-01-01'],
    ['work-safety', '2023-10-01'],
  ] as const)('%s begins on %s', (matter, from) => {
    expect(listRules[matter].rows[0]?.from).toBe(from);
  });
  it('54号 art 17 and 人社45号 art 17 end display whether or not the duties are performed', () => {
    const ending = Object.entries(listRules).filter(([, rule]) => rule.rows.every((row) => row.value.endsUnperformed));
    expect(ending.map(([key]) => key)).toEqual(['tax-serious', 'wage-arrears']);
  });
  it('36号 art 4 ¶2: two lists rest on a memorandum and on a notice', () => {
    const doubtful = Object.entries(listRules).filter(([, rule]) => rule.rows.every((row) => row.value.basisDoubtful));
    expect(doubtful.map(([key]) => key)).toEqual(['farm-inputs', 'overloading']);
  });
  it('海关282号 arts 29, 30, 35, 36', () => {
    const routes = customsRoutes.on(firstDayOf.ndrc36)!.value;
    expect(routes.map((one) => [one.key, one.class, one.wait, one.clock, one.end, one.cite])).toEqual([
      ['grade-3', 'general', 3, 'finding', 12, 'gacc282:29'],
      ['grade-6', 'general', 6, 'finding', 12, 'gacc282:29'],
      ['grade-auto', 'general', 12, 'finding', 12, 'gacc282:29'],
      ['info-general', 'general', 3, 'published', 12, 'gacc282:36'],
      ['grade-serious', 'serious', 12, 'finding', 36, 'gacc282:30'],
      ['info-serious', 'serious', 12, 'published', 36, 'gacc282:36'],
    ]);
    expect(customsRoutes.on(lastDayBefore.ndrc36)).toBeUndefined();
  });
});

describe('limits: accept, decide, extend, over all, effects', () => {
  type Limits = [
    accept: number | null,
    decide: number | null,
    extend: number | null,
    total: number | null,
    effects: number | null,
  ];
  const on = (matter: keyof typeof timeLimits, day: string) => {
    const rule = timeLimits[matter].on(day);
    if (!rule) return undefined;
    const { accept, decide, extend, total, effects, unit } = rule.value;
    expect(unit).toBe('working-days');
    return { limits: [accept, decide, extend, total, effects], sure: rule.sure };
  };
  it.each<[keyof typeof timeLimits, string, Limits, string]>([
    ['market-penalty', lastDayBefore.samr107, [null, null, null, null, null], 'M'],
    ['market-penalty', firstDayOf.samr107, [2, 7, 10, null, 3], 'V'],
    ['abnormal-operation', lastDayBefore.samr107, [null, 5, null, null, null], 'V'],
    ['abnormal-operation', firstDayOf.samr107, [2, 2, 10, null, 3], 'V'],
    ['market-serious', lastDayBefore.samr107, [2, 15, null, null, 3], 'V'],
    ['market-serious', firstDayOf.samr107, [2, 7, 10, null, 3], 'V'],
    ['tax-serious', lastDayBefore.ndrc36, [2, 15, null, null, 5], 'V'],
    ['tax-serious', firstDayOf.ndrc36, [3, 7, 10, 10, 5], 'V'],
    ['judgment-defaulter', firstDayOf.ndrc36, [null, null, null, null, 3], 'V'],
    ['customs-discredited', lastDayBefore.ndrc36, [null, null, null, null, null], 'S'],
    ['customs-discredited', firstDayOf.ndrc36, [3, 7, 10, 10, null], 'V'],
    ['wage-arrears', lastDayBefore.ndrc36, [null, 15, null, null, 10], 'V'],
    ['wage-arrears', firstDayOf.ndrc36, [3, 7, 10, 10, 10], 'V'],
    ['work-safety', lastDayBefore.ndrc36, [null, null, null, 10, null], 'S'],
    ['work-safety', firstDayOf.ndrc36, [3, 7, 10, 10, null], 'V'],
    ['other-penalty', lastDayBefore.ndrc36, [null, null, null, 10, null], 'S'],
    ['other-penalty', firstDayOf.ndrc36, [3, 7, 10, 10, null], 'V'],
  ])('%s on %s', (matter, day, limits, sure) => {
    expect(on(matter, day)).toEqual({ limits, sure });
  });
  it('every matter through 信用中国 has the limits of 36号 art 16', () => {
    for (const matter of Object.values(matters).filter((one) => one.receiver === 'credit-china')) {
      const rule = timeLimits[matter.key as keyof typeof timeLimits].on(firstDayOf.ndrc36)!;
      expect(rule.value).toMatchObject({ accept: 3, decide: 7, extend: 10, total: 10 });
      expect(rule.cite).toContain('ndrc36:16');
    }
  });
  it('36号 arts 18, 20 and 107号 arts 4, 22 beside them', () => {
    const market = { shieldMarket: 7, crossProvincePush: 3 };
    expect(sideLimits.on(lastDayBefore.ndrc36)?.value).toMatchObject({ ...market, objectionCheck: null });
    expect(sideLimits.on(firstDayOf.ndrc36)?.value).toMatchObject({
      ...market,
      objectionPush: 1,
      objectionCheck: 7,
      shieldGeneral: 10,
    });
  });
});

describe('who may apply, and to whom', () => {
  const all = 'organisation sole-trader person';
  it.each([
    ['market-penalty', 'penalty market market-platform outside', all, ''],
    ['abnormal-operation', 'abnormal market market-platform outside', 'organisation sole-trader', 'person samr68r:4 V'],
    ['market-serious', 'serious-list market market-platform outside', all, ''],
    ['tax-serious', 'serious-list general credit-china our-desk', all, ''],
    ['judgment-defaulter', 'judgment court court outside', all, ''],
    [
      'customs-discredited',
      'serious-list customs credit-china our-desk',
      'organisation sole-trader',
      'person gacc282:2 V',
    ],
    ['wage-arrears', 'serious-list general credit-china our-desk', 'organisation sole-trader', 'person mohrss45:14 V'],
    ['charity-serious', 'serious-list general credit-china our-desk', all, 'sole-trader mca60 S, person mca60 S'],
    ['farm-inputs', 'serious-list general credit-china our-desk', all, ''],
    [
      'statistics-serious',
      'serious-list general credit-china our-desk',
      'organisation',
      'sole-trader nbs35:2 V, person nbs35:2 V',
    ],
    ['culture-tourism', 'serious-list general credit-china our-desk', all, ''],
    ['work-safety', 'serious-list general credit-china our-desk', all, ''],
    ['overloading', 'serious-list general credit-china our-desk', all, ''],
    ['other-penalty', 'penalty general credit-china our-desk', all, ''],
  ] as const)('%s', (key, way, subjects, excluded) => {
    const { recordType, track, receiver, decider, subjectTypes, excludes } = matters[key];
    expect([recordType, track, receiver, decider].join(' ')).toBe(way);
    expect(subjectTypes.join(' ')).toBe(subjects);
    expect(excludes.map((one) => `${one.subjectType} ${one.cite} ${one.sure}`).join(', ')).toBe(excluded);
  });
});

describe('conditions and bars', () => {
  const say = (list: readonly { key: string; cite: string; sure: string }[]) =>
    list.map((one) => `${one.key} ${one.cite}${one.sure === 'V' ? '' : ` ${one.sure}`}`);
  const general = ['minimum-period ndrc36:14(1)', 'duties-performed ndrc36:14(2)', 'commitment ndrc36:14(3)'];
  const market = ['public-interest samr107:18', 'fraud-bar samr107:23'];
  it.each<[keyof typeof matters, string[], string[]]>([
    [
      'market-penalty',
      [
        'minimum-period samr107:8',
        'duties-performed samr107:11(1)',
        'rectified samr107:11(2)',
        'no-repeat samr107:11(3)',
      ],
      ['no-application samr107:8(3)', ...market],
    ],
    ['abnormal-operation', ['cured samr107:12'], market],
    [
      'market-serious',
      [
        'minimum-period samr107:13',
        'duties-performed samr107:13(1)',
        'rectified samr107:13(2)',
        'no-heavier samr107:13(3)',
        'measures-over samr107:13.2',
      ],
      market,
    ],
    ['tax-serious', ['paid sta54:18', ...general], ['new-tax-offence sta54:22(1)', 'twice-in-five-years sta54:22(2)']],
    ['judgment-defaulter', ['deletion-case spc17:10'], []],
    [
      'customs-discredited',
      ['minimum-period gacc282:29', 'duties-performed gacc282:31', 'commitment gacc282:36(2)'],
      ['not-removed gacc282:31', 'not-repairable gacc282:40', 'no-early-grade gacc282:29 D'],
    ],
    [
      'wage-arrears',
      ['six-months-corrected mohrss45:12(2)', ...general],
      ['new-arrears mohrss45:13(1)', 'criminal mohrss45:13(2)', 'other-law mohrss45:13(3)'],
    ],
    ['charity-serious', [...general, 'two-years mca60 S'], []],
    ['farm-inputs', general, []],
    ['statistics-serious', general, []],
    ['culture-tourism', general, []],
    ['work-safety', general, []],
    ['overloading', general, []],
    ['other-penalty', general, []],
  ])('%s', (key, conditions, exclusions) => {
    expect(say(matters[key].conditions)).toEqual(conditions);
    expect(say(matters[key].exclusions)).toEqual(exclusions);
  });
});

describe('papers: only what no authority and no shared source has is asked of the applicant', () => {
  it.each<[keyof typeof matters, string[], string[]]>([
    ['market-penalty', ['correction-proof'], []],
    ['abnormal-operation', [], ['correction-proof']],
    ['market-serious', ['correction-proof'], []],
    ['tax-serious', [], ['tax-pledge', 'court-ruling', 'province-paper']],
    ['judgment-defaulter', [], ['correction-proof']],
    ['customs-discredited', ['correction-proof'], []],
    ['wage-arrears', ['correction-proof', 'wage-pledge'], []],
    ['charity-serious', ['correction-proof'], []],
    ['farm-inputs', ['correction-proof'], []],
    ['statistics-serious', ['correction-proof'], []],
    ['culture-tourism', ['correction-proof'], ['training']],
    ['work-safety', ['correction-proof'], []],
    ['overloading', ['correction-proof'], []],
    ['other-penalty', ['correction-proof'], []],
  ])('%s', (key, required, optional) => {
    const own = matters[key].materials.filter((one) => one.source === 'applicant');
    expect(own.filter((one) => one.required).map((one) => one.key)).toEqual(required);
    expect(own.filter((one) => !one.required).map((one) => one.key)).toEqual(optional);
    // A material known second-hand may be asked for, never required.
    expect(matters[key].materials.filter((one) => one.required && one.sure !== 'V')).toEqual([]);
  });
});
