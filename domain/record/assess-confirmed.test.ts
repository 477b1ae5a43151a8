import { describe, expect, it } from 'vitest';
import { type ClassStandard, type Confirmation, lawBook } from '#law/law-book.ts';
import { findPoint, type PointValue, points, sayAnswer } from '#law/points.ts';
import { assess } from './assess.ts';
import type { CaseInput } from './assess-case.ts';

const paper = {
  title: '关于信用修复等待期的复函',
  number: '示例函〔2026〕1号',
  issuedOn: '2026-10-20',
  office: '示例单位',
};
const answer = (point: string, value: PointValue, from = '2026-11-01', to: string | null = null): Confirmation => ({
  id: `c-${point}`,
  point,
  value,
  from,
  to,
  paper,
});
const standard: ClassStandard = {
  id: 's-ecology',
  sector: 'ecology',
  from: '2026-11-01',
  to: null,
  paper: { ...paper, title: '生态环境领域失信信息分类标准' },
  fines: [
    { class: 'minor', over: 0, upTo: 50_000 },
    { class: 'general', over: 50_000, upTo: 500_000 },
    { class: 'serious', over: 500_000, upTo: null },
  ],
  personFines: [
    { class: 'minor', over: 0, upTo: 1_000 },
    { class: 'general', over: 1_000, upTo: null },
  ],
  kinds: { 没收违法所得: 'general' },
};

/** A penalty of another field, found 2026-05-06 and published, asked about on 2026-11-23. */
function ask(partly: Partial<CaseInput>, ...rows: (Confirmation | ClassStandard)[]) {
  const law = lawBook({
    confirmations: rows.filter((row) => 'point' in row),
    standards: rows.filter((row) => 'sector' in row),
  });
  return assess({
    id: null,
    matter: 'other-penalty',
    subjectType: 'organisation',
    findingDate: '2026-05-06',
    publishedDate: '2026-05-10',
    penalties: [],
    dutiesPerformed: true,
    on: '2026-11-23',
    law,
    ...partly,
  });
}
const fine = (...yuan: number[]) => yuan.map((amountYuan) => ({ kind: '罚款', amountYuan }) as const);
const cites = (verdict: ReturnType<typeof ask>) => verdict.reasons.map((one) => one.cite);

describe('class standards of a field (36号 art 8(3), 9(1), 10(1), 11)', () => {
  it('a fine is not classified while the field has published no standard', () => {
    expect(ask({ penalties: fine(20_000), sector: 'ecology' }).class).toBe('needs-classification');
    expect(ask({ penalties: fine(20_000), sector: 'housing' }, standard).class).toBe('needs-classification');
    expect(ask({ penalties: fine(20_000) }, standard).class).toBe('needs-classification');
  });
  it.each([
    [[50_000], 'minor'],
    [[50_000.01], 'general'],
    [[30_000, 30_000], 'general'],
    [[500_000], 'general'],
    [[500_001], 'serious'],
    [[0], 'minor'],
  ] as const)('fines of %j yuan together are %s, bounds included', (yuan, expected) => {
    const verdict = ask({ penalties: fine(...yuan), sector: 'ecology' }, standard);
    expect(verdict.class).toBe(expected);
    expect(cites(verdict)).toContain('standard:s-ecology');
  });
  it('has bands of its own for natural persons', () => {
    const of = (yuan: number) =>
      ask({ subjectType: 'person', penalties: fine(yuan), sector: 'ecology' }, standard).class;
    expect([of(1_000), of(1_001)]).toEqual(['minor', 'general']);
  });
  it('comes before the kinds of arts 8–10, and a serious kind beside it still governs', () => {
    expect(ask({ penalties: [{ kind: '没收违法所得' }], sector: 'ecology' }, standard).class).toBe('general');
    const both = ask({ penalties: [...fine(10), { kind: '责令停产停业' }], sector: 'ecology' }, standard);
    expect(both.class).toBe('serious');
  });
  it('does not hold before its day, nor a fine without its amount', () => {
    expect(ask({ penalties: fine(20_000), sector: 'ecology', on: '2026-10-31' }, standard).class).toBe(
      'needs-classification',
    );
    expect(ask({ penalties: [{ kind: '罚款' }], sector: 'ecology' }, standard).class).toBe('needs-classification');
  });
});

describe('confirmations turn an open point sure from a day on', () => {
  const statistics = { matter: 'statistics-serious', findingDate: '2026-04-20', publishedDate: '2026-04-21' } as const;
  it('the wait of a list: before the day needs confirmation, from it certain either way', () => {
    expect(ask(statistics).verdict).toBe('needs-confirmation');
    const six = answer('wait:statistics-serious', { months: 6, clock: 'published' });
    const open = ask(statistics, six);
    expect(open.verdict).toBe('repairable-now');
    expect(open.application.from).toBe('2026-10-22');
    expect(cites(open)).toContain('confirmation:c-wait:statistics-serious');
    expect(ask({ ...statistics, on: '2026-10-31' }, six).verdict).toBe('needs-confirmation');
    const twelve = ask(statistics, answer('wait:statistics-serious', { months: 12, clock: 'finding' }));
    expect(twelve).toMatchObject({ verdict: 'not-yet', application: { from: '2027-04-21' } });
  });
  it('ends with its last day', () => {
    const row = answer('wait:statistics-serious', { months: 12, clock: 'finding' }, '2026-11-01', '2026-11-22');
    expect(ask(statistics, row).verdict).toBe('needs-confirmation');
    expect(ask({ ...statistics, on: '2026-11-22' }, row).verdict).toBe('not-yet');
  });
  it('the basis of a doubtful list (art 4 ¶2): with a basis a year, without it the class of the penalty', () => {
    const farm = { matter: 'farm-inputs', penalties: [{ kind: '警告' }] } as const;
    expect(ask(farm).verdict).toBe('needs-confirmation');
    expect(ask(farm, answer('basis:farm-inputs', 'stands')).verdict).toBe('not-yet');
    const penalty = ask(farm, answer('basis:farm-inputs', 'penalty'));
    expect(penalty).toMatchObject({ class: 'minor', verdict: 'not-published' });
    expect(cites(penalty)[0]).toBe('confirmation:c-basis:farm-inputs');
  });
  it('a kind that arts 8–10 do not name', () => {
    const gains = { penalties: [{ kind: '没收违法所得' }] } as const;
    expect(ask(gains).class).toBe('needs-classification');
    expect(ask(gains, answer('class:confiscated-gains', 'general'))).toMatchObject({
      class: 'general',
      verdict: 'repairable-now',
    });
  });
  it('the maximum with duties unperformed (art 12 ¶2)', () => {
    const old = {
      findingDate: '2026-04-02',
      penalties: [{ kind: '没收非法财物' }],
      dutiesPerformed: false,
      on: '2027-06-01',
    } as const;
    expect(ask(old).verdict).toBe('needs-confirmation');
    expect(ask(old, answer('unperformed:general', 'ends')).verdict).toBe('not-published');
    expect(ask(old, answer('unperformed:general', 'stays'))).toMatchObject({
      verdict: 'duties-outstanding',
      publication: { shown: true },
    });
  });
  it('the transition (art 30): the present law alone, or whichever is kinder', () => {
    const before = {
      findingDate: '2026-01-10',
      penalties: [{ kind: '暂扣许可证件' }],
      publishedDate: '2026-01-12',
    } as const;
    expect(ask(before).verdict).toBe('needs-confirmation');
    expect(ask(before, answer('transition:general', 'present')).verdict).toBe('not-yet');
    expect(ask(before, answer('transition:general', 'kinder')).verdict).toBe('repairable-now');
    expect(ask(before, answer('transition:market', 'present')).verdict).toBe('needs-confirmation');
  });
  it('the market clock and the combination of minor penalties (107号 arts 7–9)', () => {
    const market = { matter: 'market-penalty', field: 'other', publishedDate: '2026-09-01' } as const;
    const ordinary = { ...market, penalties: [{ kind: '罚款', amountYuan: 90_000, bracket: 'ordinary' }] } as const;
    expect(ask(ordinary).verdict).toBe('not-yet');
    expect(ask(ordinary, answer('clock:market', 'finding'))).toMatchObject({
      verdict: 'repairable-now',
      publication: { from: '2026-05-06', earliestEnd: '2026-08-06' },
    });
    const both = {
      ...market,
      penalties: [{ kind: '警告' }, { kind: '罚款', amountYuan: 900, bracket: 'lighter' }],
    } as const;
    expect(ask(both).class).toBe('needs-classification');
    expect(ask(both, answer('combination:market', 'minor')).class).toBe('minor');
    expect(ask(both, answer('combination:market', 'general')).class).toBe('general');
  });
  it('who is on a list', () => {
    const charity = { matter: 'charity-serious', subjectType: 'person' } as const;
    expect(ask(charity, answer('excluded:charity-serious:person', 'excluded')).verdict).toBe('no-route');
    expect(ask(charity).reasons.at(-1)?.code).toBe('subject-doubtful');
    expect(
      ask(charity, answer('excluded:charity-serious:person', 'included')).reasons.map((one) => one.code),
    ).not.toContain('subject-doubtful');
  });
});

describe('points', () => {
  it('each asks something, says what holds until then, and offers answers that read as Chinese', () => {
    expect(points.length).toBeGreaterThan(20);
    expect(new Set(points.map((point) => point.key)).size).toBe(points.length);
    for (const point of points) {
      expect(point.until.length, point.key).toBeGreaterThan(4);
      if (point.answer === 'choice') expect(point.choices.length, point.key).toBeGreaterThan(0);
      for (const one of point.choices) expect(sayAnswer(point, one.value)).toMatch(/[一-龥]/);
    }
    expect(sayAnswer(findPoint('wait:tax-serious')!, { months: 6, clock: 'published' })).toBe('自公布之日起满6个月');
  });
});
