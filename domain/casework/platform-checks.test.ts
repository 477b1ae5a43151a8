import { describe, expect, test } from 'vitest';
import type { Verdict } from '../record/assess-case.ts';
import { judgePayments } from '../record/shared-data/payments.ts';
import { judgeReorganisations } from '../record/shared-data/reorganisations.ts';
import { type CheckedRecord, platformChecks } from './platform-checks.ts';

const verdict: Verdict = {
  id: null,
  class: 'serious',
  publication: { shown: true, from: '2025-06-10', earliestEnd: '2026-06-09', latestEnd: '2028-06-09' },
  application: { route: 'apply', from: '2026-06-10' },
  verdict: 'repairable-now',
  limits: { accept: 3, decide: 7, extend: 10 },
  reasons: [{ code: 'x', text: '已满一年。', cite: 'ndrc36:14' }],
};

const record: CheckedRecord = {
  verdict,
  organName: '示例局',
  dutiesPerformed: true,
  correctionDate: null,
  samePenaltyAgain: false,
  fraudFoundOn: null,
  heldBack: null,
  later: [],
  payments: { last: null, trouble: null },
  reorganisation: { last: null, trouble: null },
  penalties: [{ kind: '罚款', amountYuan: 6200 }],
  saysPaid: null,
  conditions: [{ key: 'duties-performed', cites: ['ndrc36:14(2)'] }],
  shieldingCites: ['ndrc36:20'],
  limitCites: ['ndrc36:16'],
  today: '2026-11-23',
};

const resultOf = (over: Partial<CheckedRecord>) =>
  Object.fromEntries(platformChecks({ ...record, ...over }).map((one) => [one.key, one.result]));

test('what is known is told as known, what nobody was asked as unavailable', () => {
  expect(resultOf({})).toEqual({
    'minimum-period': 'ok',
    duties: 'ok',
    fines: 'unavailable',
    repeat: 'ok',
    fraud: 'ok',
    reorganisation: 'unavailable',
    suspension: 'ok',
  });
  for (const one of platformChecks(record))
    expect(one).toMatchObject({ asOf: '2026-11-23', source: expect.stringMatching(/./) });
});

test.each([
  [
    { verdict: { ...verdict, application: { ...verdict.application, from: '2026-12-01' } } },
    'minimum-period',
    'problem',
  ],
  [{ verdict: { ...verdict, verdict: 'needs-confirmation' } as Verdict }, 'minimum-period', 'open'],
  [{ dutiesPerformed: false }, 'duties', 'open'],
  [{ samePenaltyAgain: true }, 'repeat', 'problem'],
  [{ later: ['示例〔2026〕1号'] }, 'repeat', 'open'],
  [{ fraudFoundOn: '2026-01-05' }, 'fraud', 'problem'],
  [{ heldBack: true }, 'reorganisation', 'open'],
] as const)('%j makes %s %s', (over, key, result) => {
  expect(resultOf(over as Partial<CheckedRecord>)[key]).toBe(result);
});

const payments = (paidYuan: number, trouble: string | null = null): Partial<CheckedRecord> => ({
  payments: {
    last: {
      judged: judgePayments(
        [{ noticeNo: null, dueYuan: 6200, paidYuan, paidOn: '2026-07-13', receiptNo: '票一', office: '示例局' }],
        record.penalties,
      ),
      queryNo: 'GX1',
      on: '2026-11-20',
    },
    trouble,
  },
});
const checkOf = (key: string, over: Partial<CheckedRecord>) =>
  platformChecks({ ...record, ...over }).find((one) => one.key === key)!;

describe('36号第十四条（二）: 罚没款 by shared data', () => {
  test('paid: met, with source, query, day and clause, and can be taken over', () => {
    expect(checkOf('fines', payments(6200))).toMatchObject({
      result: 'ok',
      source: '省公共数据共享平台（缴款记录，查询号 GX1）',
      asOf: '2026-11-20',
      cites: ['ndrc36:14(2)'],
      adopt: { condition: 'duties-performed', result: 'met', finding: expect.stringContaining('已缴清') },
    });
  });
  test('partly paid: not met, with what is left; what others say stands out', () => {
    const check = checkOf('fines', { ...payments(4000), saysPaid: '罚款已缴清' });
    expect(check).toMatchObject({ result: 'problem', adopt: { result: 'not-met' } });
    expect(check.text).toContain('还差 2,200 元');
    expect(check.discrepancy).toBe('申请人写明“罚款已缴清”，失信信息登记为已履行，和缴款记录不一致，请核对。');
    expect(checkOf('fines', { ...payments(4000), dutiesPerformed: false })).not.toHaveProperty('discrepancy');
  });
  test('more was imposed than money: paid says nothing of the rest', () => {
    const more = [...record.penalties, { kind: '责令停产停业' }];
    expect(checkOf('fines', { ...payments(6200), penalties: more }).adopt).toMatchObject({ result: 'open' });
  });
  test('54号第十八条: that taxes are paid is not all of the condition', () => {
    const conditions = [{ key: 'paid', cites: ['sta54:18'] }];
    expect(checkOf('fines', { ...payments(6200), conditions }).adopt).toMatchObject({
      condition: 'paid',
      result: 'open',
    });
  });
  test('an answer stays when the next try fails, and says of which day it is', () => {
    expect(checkOf('fines', payments(6200, '没有答复'))).toMatchObject({
      result: 'ok',
      text: expect.stringMatching(/^暂时查不到（没有答复），最后一次查询是2026年11月20日（周五）：/),
      asOf: '2026-11-20',
    });
  });
  test('never answered: said so, nothing to take over', () => {
    const check = checkOf('fines', { payments: { last: null, trouble: '没有答复' } });
    expect(check).toMatchObject({ result: 'unavailable', text: expect.stringContaining('凭材料核实') });
    expect(check).not.toHaveProperty('adopt');
  });
  test('no money imposed: no such check', () => {
    expect(checkOf('fines', { payments: null })).toBeUndefined();
  });
});

describe('36号第二十条, 107号第二十二条: 重整、和解 by shared data', () => {
  const found = (over: object, rest: Partial<CheckedRecord> = {}): Partial<CheckedRecord> => ({
    ...rest,
    reorganisation: {
      last: {
        judged: judgeReorganisations([
          {
            court: '示例法院',
            caseNo: '一',
            acceptedOn: '2026-01-02',
            planApprovedOn: null,
            completedOn: null,
            administrator: null,
            ...over,
          },
        ]),
        queryNo: 'GX2',
        on: '2026-11-20',
      },
      trouble: null,
    },
  });
  test('a running plan names the road of shielding with its clause', () => {
    expect(checkOf('reorganisation', found({ planApprovedOn: '2026-05-01' }))).toMatchObject({
      result: 'open',
      text: expect.stringContaining('可以申请临时屏蔽，本条还没有办'),
      cites: ['ndrc36:20'],
    });
    expect(checkOf('reorganisation', found({ planApprovedOn: '2026-05-01' }, { heldBack: true })).text).toContain(
      '已经登记临时屏蔽',
    );
  });
  test('no case: met; shielded here without a case: told', () => {
    const none: Partial<CheckedRecord> = {
      reorganisation: { last: { judged: judgeReorganisations([]), queryNo: 'GX3', on: '2026-11-20' }, trouble: null },
    };
    expect(checkOf('reorganisation', none)).toMatchObject({ result: 'ok', cites: [] });
    expect(checkOf('reorganisation', { ...none, heldBack: true })).toMatchObject({
      result: 'open',
      discrepancy: expect.stringContaining('请核对'),
    });
  });
  test('a person is not asked about', () => {
    expect(checkOf('reorganisation', { reorganisation: null })).toBeUndefined();
  });
});
