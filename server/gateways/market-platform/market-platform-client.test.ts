import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '#sandbox/testing/receipt-of.ts';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { type Gateways, openGateways } from '../open-gateways.ts';

let sandbox: StartedSandbox;
let gateways: Gateways;

beforeAll(async () => {
  sandbox = await startSandbox();
  gateways = openGateways(sandbox.gatewaySettings);
});
afterAll(() => sandbox.end());
beforeEach(() => sandbox.control.reset());

const subject = { name: '南昌示例商贸有限公司', type: 'organisation', identifier: '91360100MA9XX00A5M' } as const;
const record = {
  recordId: 'r-1',
  documentNo: '洪市监罚〔2026〕12号',
  matter: 'market-penalty',
  authority: '南昌市市场监督管理局',
};

describe('市场监管信用修复全国统一平台', () => {
  const handOver = (idempotencyKey: string) =>
    gateways.marketPlatform.handOver({
      idempotencyKey,
      itemNo: 'I-1',
      subject,
      record,
      submittedAt: '2026-11-20T01:00:00Z',
      reasons: '已缴清罚款',
      contact: { name: '示例甲', phone: '13900000001' },
      commitmentMade: true,
      materials: [{ name: '缴款凭证.pdf', sha256: 'a'.repeat(64), bytes: 1200 }],
      sharedProofs: [],
    });
  const stateOf = async (caseNo: string) => receiptOf(await gateways.marketPlatform.readCase(caseNo)).state;

  test('left alone: received, accepted, granted with a decision number', async () => {
    const { caseNo } = receiptOf(await handOver('c'));
    expect(await stateOf(caseNo)).toBe('received');
    sandbox.control.advance(3000);
    expect(await stateOf(caseNo)).toBe('accepted');
    sandbox.control.advance(3000);
    const progress = receiptOf(await gateways.marketPlatform.readCase(caseNo));
    expect(progress).toMatchObject({ state: 'granted', reasons: [], correction: null });
    expect(progress.decisionNo).toMatch(/^市监信修〔\d{4}〕[0-9A-Z]{6}号$/);
    expect(progress.decidedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const late = await gateways.marketPlatform.withdrawCase({ idempotencyKey: 'w', caseNo });
    expect(late).toMatchObject({ ok: false, kind: 'refused', status: 409 });
  });

  test('told by document number: declined and refused carry reasons', async () => {
    for (const [outcome, state] of [
      ['decline', 'declined'],
      ['refuse', 'refused'],
    ] as const) {
      sandbox.control.script('market-platform', record.documentNo, outcome, ['公示期未满']);
      const { caseNo } = receiptOf(await handOver(`c-${outcome}`));
      sandbox.control.advance(6000);
      expect(receiptOf(await gateways.marketPlatform.readCase(caseNo))).toMatchObject({
        state,
        reasons: ['公示期未满'],
      });
    }
  });

  test('correction: called for, handed in, then granted', async () => {
    sandbox.control.script('market-platform', record.recordId, 'correct');
    const { caseNo } = receiptOf(await handOver('c'));
    const early = await gateways.marketPlatform.sendCorrection({
      idempotencyKey: 'x',
      caseNo,
      note: '',
      materials: [],
    });
    expect(early).toMatchObject({ ok: false, kind: 'refused', status: 409 });
    sandbox.control.advance(3000);
    const called = receiptOf(await gateways.marketPlatform.readCase(caseNo));
    expect(called.correction?.missing).toHaveLength(1);
    const correction = { idempotencyKey: 'y', caseNo, note: '补交凭证', materials: [] };
    receiptOf(await gateways.marketPlatform.sendCorrection(correction));
    sandbox.control.advance(6000);
    expect(await stateOf(caseNo)).toBe('granted');
  });

  test('withdrawn while open', async () => {
    const { caseNo } = receiptOf(await handOver('c'));
    expect(receiptOf(await gateways.marketPlatform.withdrawCase({ idempotencyKey: 'w', caseNo })).caseNo).toBe(caseNo);
    sandbox.control.advance(60_000);
    expect(await stateOf(caseNo)).toBe('withdrawn');
  });
});
