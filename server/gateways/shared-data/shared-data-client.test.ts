import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '#sandbox/testing/receipt-of.ts';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { demoSubjects } from '../../../samples/demo-subjects.ts';
import { type Gateways, openGateways } from '../open-gateways.ts';
import { openSharedDataClient } from './shared-data-client.ts';

let sandbox: StartedSandbox;
let gateways: Gateways;

beforeAll(async () => {
  sandbox = await startSandbox();
  gateways = openGateways({ ...sandbox.gatewaySettings, timeoutMs: 300 });
});
afterAll(() => sandbox.end());
beforeEach(() => sandbox.control.reset());

const identifier = '91360100MA9XX00A5M';
const documentNo = '洪示例罚〔2026〕1号';
const put = (paidYuan: number) =>
  sandbox.control.share({ identifier, payments: [{ documentNo, dueYuan: 500, paidYuan, paidOn: '2026-06-03' }] });

describe('省公共数据共享平台', () => {
  test('payments of one decision, with a query number', async () => {
    put(500);
    const read = receiptOf(await gateways.sharedData.readPayments(identifier, documentNo));
    expect(read.queryNo).toMatch(/^GX\d{8}[0-9A-Z]{6}$/);
    expect(read.payments).toEqual([
      {
        documentNo,
        noticeNo: `缴${documentNo}`,
        dueYuan: 500,
        paidYuan: 500,
        paidOn: '2026-06-03',
        receiptNo: '赣财示例票20261',
        office: '示例执收单位',
      },
    ]);
    expect(receiptOf(await gateways.sharedData.readPayments(identifier, '别的文号')).payments).toEqual([]);
  });

  test('what is put in later about a decision counts; other decisions stay', async () => {
    put(100);
    sandbox.control.share({ identifier, payments: [{ documentNo: '二号', dueYuan: 9, paidYuan: 9 }] });
    put(500);
    expect(receiptOf(await gateways.sharedData.readPayments(identifier, documentNo)).payments).toMatchObject([
      { paidYuan: 500 },
    ]);
    expect(receiptOf(await gateways.sharedData.readPayments(identifier, '二号')).payments).toHaveLength(1);
  });

  test('a payment put in by the form on the page of the controls', async () => {
    const body = new URLSearchParams({ identifier, documentNo, dueYuan: '500', paidYuan: '20.5', paidOn: '' });
    const reply = await fetch(`${sandbox.url}/control/payment`, { method: 'POST', body, redirect: 'manual' });
    expect(reply.status).toBe(303);
    expect(await (await fetch(sandbox.url)).text()).toContain('放一笔缴款记录');
    expect(receiptOf(await gateways.sharedData.readPayments(identifier, documentNo)).payments).toMatchObject([
      { dueYuan: 500, paidYuan: 20.5, paidOn: null },
    ]);
  });

  test('cases of reorganisation, the latest first; of the demonstration one enterprise', async () => {
    const court = '示例人民法院';
    sandbox.control.share({
      identifier,
      reorganisations: [
        { court, caseNo: '一', acceptedOn: '2025-01-02', completedOn: '2025-12-01' },
        { court, caseNo: '二', acceptedOn: '2026-05-02' },
      ],
    });
    const { reorganisations } = receiptOf(await gateways.sharedData.readReorganisations(identifier));
    expect(reorganisations.map((one) => one.caseNo)).toEqual(['二', '一']);
    expect(reorganisations[0]).toMatchObject({ planApprovedOn: null, completedOn: null, administrator: null });
    const demo = await gateways.sharedData.readReorganisations(demoSubjects.materials.identifier);
    expect(receiptOf(demo).reorganisations).toMatchObject([{ planApprovedOn: '2026-09-28', completedOn: null }]);
    const none = await gateways.sharedData.readReorganisations(demoSubjects.haulier.identifier);
    expect(receiptOf(none).reorganisations).toEqual([]);
  });

  test.each([
    [{ mode: 'down' }, { kind: 'unreachable', retry: true }],
    [
      { mode: 'slow', delayMs: 2_000 },
      { kind: 'timeout', retry: true },
    ],
    [{ mode: 'garbled' }, { kind: 'bad-reply', retry: true }],
    [{ mode: 'refuse' }, { kind: 'refused', retry: false }],
    [
      { mode: 'flaky', failEvery: 1 },
      { kind: 'busy', retry: true },
    ],
  ] as const)('%o comes back as a value', async (mode, failure) => {
    sandbox.control.setMode('shared-data', mode);
    for (const read of [
      () => gateways.sharedData.readPayments(identifier, documentNo),
      () => gateways.sharedData.readReorganisations(identifier),
    ]) {
      sandbox.control.setMode('shared-data', mode);
      const outcome = await read();
      expect(outcome).toMatchObject({ ok: false, ...failure });
      expect(outcome).toHaveProperty('text', expect.stringContaining('省公共数据共享平台'));
    }
  });

  test('unsigned, or signed with another key: refused', async () => {
    const client = openSharedDataClient({
      system: 'shared-data',
      title: '省公共数据共享平台',
      url: sandbox.gatewaySettings.sharedDataUrl,
      key: 'another key',
      requesterId: 'jx-xyxf',
      timeoutMs: 2_000,
    });
    expect(await client.readReorganisations(identifier)).toMatchObject({ ok: false, kind: 'refused', status: 401 });
  });
});
