import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concernsPayment, judgePayments, onlyMoney, type Payment, paymentWords, yuanWords } from './payments.ts';
import { provenMaterials, withProven } from './proven-materials.ts';
import { judgeReorganisations, type ReorganisationCase, reorganisationWords } from './reorganisations.ts';
import { saysPaid } from './says-paid.ts';

const payment = (over: Partial<Payment> = {}): Payment => ({
  noticeNo: '缴一',
  dueYuan: 6200,
  paidYuan: 6200,
  paidOn: '2026-07-13',
  receiptNo: '票一',
  office: '示例局',
  ...over,
});
const fine = [
  { kind: '罚款', amountYuan: 5000 },
  { kind: '没收违法所得', amountYuan: 1200 },
];

describe('records of payment', () => {
  test.each([
    ['all paid', [payment()], fine, 'paid', 0],
    [
      'two notices, both paid',
      [payment({ dueYuan: 1200, paidYuan: 1200 }), payment({ dueYuan: 5000, paidYuan: 5000 })],
      fine,
      'paid',
      0,
    ],
    ['part of it', [payment({ paidYuan: 4000.5 })], fine, 'partly', 2199.5],
    ['a notice, nothing paid', [payment({ paidYuan: 0, paidOn: null, receiptNo: null })], fine, 'unpaid', 6200],
    ['less than the record names', [payment({ dueYuan: 5000, paidYuan: 5000 })], fine, 'differs', 0],
    ['nothing known', [], fine, 'silent', 0],
    ['the record names no sum', [payment()], [{ kind: '罚款' }], 'paid', 0],
    ['more than due, with the surcharge', [payment({ paidYuan: 9000 })], fine, 'paid', 0],
  ] as const)('%s', (_, payments, penalties, standing, left) => {
    expect(judgePayments(payments, penalties)).toMatchObject({ standing, leftYuan: left });
  });

  test('one sentence each, with how much is left', () => {
    expect(paymentWords(judgePayments([payment()], fine))).toBe(
      '应缴 6,200 元，已缴清，最近一次2026年7月13日（周一），票据号 票一，执收单位示例局。',
    );
    expect(paymentWords(judgePayments([payment({ paidYuan: 4000 })], fine))).toContain('还差 2,200 元');
    expect(paymentWords(judgePayments([], fine))).toContain('没有记录不等于没有缴');
    expect(yuanWords(1234567.5)).toBe('1,234,567.50 元');
  });

  test('nothing is lost or gained by counting in cents', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 8 }), (pairs) => {
        const judged = judgePayments(
          pairs.map(([dueYuan, paidYuan]) => payment({ dueYuan, paidYuan })),
          [],
        );
        const cents = (yuan: number) => Math.round(yuan * 100);
        const due = pairs.reduce((all, [one]) => all + cents(one), 0);
        const paid = pairs.reduce((all, [, one]) => all + cents(one), 0);
        expect(cents(judged.leftYuan)).toBe(Math.max(0, due - paid));
        expect(judged.standing === 'paid').toBe(paid >= due);
      }),
    );
  });

  test('asked about where a decision names money, or does not say what it is', () => {
    const of = (penalties: object[], recordType = 'penalty', lawEntry = 'other-penalty') =>
      concernsPayment({ recordType, lawEntry, facts: { penalties } });
    expect(of(fine)).toBe(true);
    expect(of([])).toBe(true);
    expect(of([{ kind: '警告' }])).toBe(false);
    expect(of([], 'serious-list', 'statistics-serious')).toBe(false);
    expect(of([], 'serious-list', 'tax-serious')).toBe(true);
  });
});

describe('赣信用办〔2024〕4号二（四）: what the state has is not asked for', () => {
  const materials = [
    { key: 'correction-proof', source: 'applicant', why: '只有申请人掌握' },
    { key: 'payment-proof', source: 'authority', why: '自有' },
    { key: 'wage-pledge', source: 'applicant', why: '附表' },
  ] as const;
  const paid = judgePayments([payment()], fine);

  test('paid in full, and money is all that was imposed: the proof is not asked for', () => {
    expect(onlyMoney(fine)).toBe(true);
    expect(provenMaterials(materials, paid, fine)).toEqual(['correction-proof']);
    expect(withProven(materials, { materials: ['correction-proof'], text: '已核验' })).toEqual([
      { key: 'correction-proof', source: 'shared', why: '已核验' },
      materials[1],
      materials[2],
    ]);
  });

  test.each([
    ['something else was imposed beside', paid, [...fine, { kind: '责令停产停业' }]],
    ['kinds are not known', paid, []],
    ['part of it is open', judgePayments([payment({ paidYuan: 1 })], fine), fine],
    ['the sums differ', judgePayments([payment({ dueYuan: 1, paidYuan: 1 })], fine), fine],
    ['nothing is known', judgePayments([], fine), fine],
  ] as const)('%s: it is asked for', (_, judged, penalties) => {
    expect(provenMaterials(materials, judged, penalties)).toEqual([]);
  });

  test('a receipt of payment alone is proven whatever else was imposed', () => {
    const receipt = [{ key: 'payment-proof', source: 'applicant' }] as const;
    expect(provenMaterials(receipt, paid, [{ kind: '责令停产停业' }])).toEqual(['payment-proof']);
  });
});

describe('cases of reorganisation', () => {
  const one = (over: Partial<ReorganisationCase>): ReorganisationCase => ({
    court: '示例法院',
    caseNo: '（2026）示例破1号',
    acceptedOn: '2026-01-02',
    planApprovedOn: null,
    completedOn: null,
    administrator: null,
    ...over,
  });
  test.each([
    ['none', [], 'none'],
    ['accepted', [one({})], 'accepted'],
    ['running', [one({ acceptedOn: '2026-09-09' }), one({ planApprovedOn: '2026-05-01' })], 'running'],
    ['completed', [one({ planApprovedOn: '2025-05-01', completedOn: '2026-02-01' })], 'completed'],
  ] as const)('%s', (_, cases, standing) => {
    const judged = judgeReorganisations(cases);
    expect(judged.standing).toBe(standing);
    expect(reorganisationWords(judged)).toMatch(/。$/);
  });
  test('court, number, days and administrator are told', () => {
    expect(
      reorganisationWords(judgeReorganisations([one({ planApprovedOn: '2026-05-01', administrator: '示例所' })])),
    ).toBe(
      '示例法院（2026）示例破1号，2026年1月2日（周五）受理，2026年5月1日（周五）批准重整计划（认可和解协议），正在执行；管理人示例所。',
    );
  });
});

test.each([
  ['收到处罚后立即改正，罚款已于2026年6月3日缴清。', '罚款已于2026年6月3日缴清'],
  ['罚款尚未缴清，申请分期。', null],
  ['已经整改。', null],
])('what an applicant writes of paying: %s', (facts, said) => {
  expect(saysPaid(facts)).toBe(said);
});
