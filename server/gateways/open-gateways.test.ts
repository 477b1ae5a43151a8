import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '#sandbox/testing/receipt-of.ts';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import type { EffectRequest, EffectsPort } from './exchange/effects-port.ts';
import { type Gateways, openGateways } from './open-gateways.ts';

let sandbox: StartedSandbox;
let gateways: Gateways;
const calls: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  gateways = openGateways({
    ...sandbox.gatewaySettings,
    onCall: (system, outcome) => calls.push(`${system} ${outcome}`),
  });
});
afterAll(() => sandbox.end());
beforeEach(() => {
  sandbox.control.reset();
  calls.length = 0;
});

const subject = { name: '南昌示例商贸有限公司', type: 'organisation', identifier: '91360100MA9XX00A5M' } as const;
const record = {
  recordId: 'r-1',
  documentNo: '洪市监罚〔2026〕12号',
  matter: 'market-penalty',
  authority: '南昌市市场监督管理局',
};
const effect = (idempotencyKey: string): EffectRequest => ({
  idempotencyKey,
  effect: 'endPublication',
  itemNo: 'I-1',
  subject,
  record,
  decisionNo: '洪信修〔2026〕1号',
  decidedOn: '2026-11-20',
});

describe('信用中国（江西）', () => {
  const application = { idempotencyKey: 'a-1', itemNo: 'I-1', subject, record, submittedAt: '2026-11-20T01:00:00Z' };

  test('registers a submission once per key, and takes its result once', async () => {
    const receipt = receiptOf(await gateways.creditChina.registerApplication(application));
    expect(receipt.receiptNo).toMatch(/^XYZG\d{8}[0-9A-Z]{6}$/);
    expect(Date.parse(receipt.receivedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(receiptOf(await gateways.creditChina.registerApplication(application))).toEqual(receipt);
    const result = {
      receiptNo: receipt.receiptNo,
      outcome: 'refused',
      decidedOn: '2026-11-24',
      decisionNo: null,
    } as const;
    const bare = await gateways.creditChina.reportResult({ ...result, idempotencyKey: 'b-0', reasons: [] });
    expect(bare).toMatchObject({ ok: false, kind: 'refused', retry: false, status: 422 });
    const told = { ...result, idempotencyKey: 'b-1', reasons: ['未履行义务'] };
    expect(receiptOf(await gateways.creditChina.reportResult(told)).receiptNo).toBe(receipt.receiptNo);
    expect((await gateways.creditChina.reportResult(told)).ok).toBe(true);
    const twice = await gateways.creditChina.reportResult({ ...told, idempotencyKey: 'b-2' });
    expect(twice).toMatchObject({ ok: false, kind: 'refused', status: 409 });
  });

  test('shows a record until the end of its publication is confirmed, and again once it is reported anew', async () => {
    const report = { subject, record, publishedOn: '2026-05-06', lastDay: null };
    const list = async () => receiptOf(await gateways.creditChina.listPublished(subject.identifier)).entries;
    receiptOf(await gateways.creditChina.reportPublished({ ...report, idempotencyKey: 'p-1' }));
    expect(await list()).toEqual([{ ...record, publishedOn: '2026-05-06', lastDay: null }]);
    const { requestId } = receiptOf(await gateways.creditChina.requestEffect(effect('e-1')));
    expect(receiptOf(await gateways.creditChina.readEffect(requestId))).toMatchObject({
      state: 'accepted',
      confirmedAt: null,
    });
    expect(await list()).toHaveLength(1);
    sandbox.control.advance(2000);
    expect(receiptOf(await gateways.creditChina.readEffect(requestId)).state).toBe('confirmed');
    expect(await list()).toEqual([]);
    receiptOf(await gateways.creditChina.reportPublished({ ...report, idempotencyKey: 'p-2' }));
    expect(await list()).toHaveLength(1);
  });
});

describe.each(['creditChina', 'gsxt', 'province'] as const)('effects at %s', (name) => {
  const id = { creditChina: 'credit-china', gsxt: 'gsxt', province: 'province' } as const;
  const port = (): EffectsPort => gateways[name];

  test('accepted first, confirmed later, one request per key', async () => {
    const receipt = receiptOf(await port().requestEffect(effect('k')));
    expect(receiptOf(await port().requestEffect(effect('k'))).requestId).toBe(receipt.requestId);
    expect(sandbox.control.calls(id[name]).map(({ repeated }) => repeated)).toEqual([true, false]);
    sandbox.control.advance(2000);
    const progress = receiptOf(await port().readEffect(receipt.requestId));
    expect(progress).toMatchObject({ effect: 'endPublication', state: 'confirmed', reason: null });
    expect(progress.confirmedAt).not.toBeNull();
  });

  test('a failure is reported with its reason and is not rewritten by a later script', async () => {
    sandbox.control.script(id[name], record.recordId, 'fail', ['库中没有这条记录']);
    const { requestId } = receiptOf(await port().requestEffect(effect('k')));
    sandbox.control.advance(2000);
    const failed = { state: 'failed', reason: '库中没有这条记录', confirmedAt: null };
    expect(receiptOf(await port().readEffect(requestId))).toMatchObject(failed);
    sandbox.control.script(id[name], record.recordId, 'confirm');
    sandbox.control.advance(9000);
    expect(receiptOf(await port().readEffect(requestId))).toMatchObject(failed);
  });

  test('down, slow, refusing, garbled: a value each, and the metrics hear of it', async () => {
    const impatient = openGateways({
      ...sandbox.gatewaySettings,
      timeoutMs: 150,
      onCall: (system, outcome) => calls.push(`${system} ${outcome}`),
    });
    const kinds = [
      [{ mode: 'down' }, 'unreachable', true],
      [{ mode: 'slow', delayMs: 600 }, 'timeout', true],
      [{ mode: 'refuse' }, 'refused', false],
      [{ mode: 'garbled' }, 'bad-reply', true],
    ] as const;
    for (const [mode, kind, retry] of kinds) {
      sandbox.control.setMode(id[name], mode);
      const outcome = await impatient[name].requestEffect(effect(`k-${kind}`));
      expect(outcome).toMatchObject({ ok: false, kind, retry });
      expect(outcome).toHaveProperty('text', expect.stringMatching(/[一-龥]/));
    }
    expect(calls).toEqual(kinds.map(([, kind]) => `${id[name]} ${kind}`));
  });

  test('flaky: the same errand repeated under its key ends in one request, though a reply was lost', async () => {
    sandbox.control.setMode(id[name], { mode: 'flaky', failEvery: 1 });
    const kinds: string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const outcome = await port().requestEffect(effect('k'));
      kinds.push(outcome.ok ? 'ok' : outcome.kind);
    }
    expect(kinds).toEqual(['busy', 'unreachable', 'unreachable']);
    sandbox.control.setMode(id[name], { mode: 'ok' });
    receiptOf(await port().requestEffect(effect('k')));
    expect(sandbox.control.calls(id[name])[0]).toMatchObject({ repeated: true });
  });
});

test('work done behind a timed-out reply is found again under its key', async () => {
  const impatient = openGateways({ ...sandbox.gatewaySettings, timeoutMs: 100 });
  sandbox.control.setMode('gsxt', { mode: 'slow', delayMs: 250 });
  expect(await impatient.gsxt.requestEffect(effect('k'))).toMatchObject({ ok: false, kind: 'timeout' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  sandbox.control.setMode('gsxt', { mode: 'ok' });
  receiptOf(await gateways.gsxt.requestEffect(effect('k')));
  expect(sandbox.control.calls('gsxt')[0]).toMatchObject({ repeated: true });
});

test('a wrong key is refused by every system, without a retry', async () => {
  const stranger = openGateways({ ...sandbox.gatewaySettings, key: 'not-the-key' });
  const refused = { ok: false, kind: 'refused', retry: false, status: 401 };
  expect(await stranger.gsxt.readEffect('x')).toMatchObject(refused);
  expect(await stranger.province.readEffect('x')).toMatchObject(refused);
  expect(await stranger.creditChina.listPublished('x')).toMatchObject(refused);
  expect(await stranger.marketPlatform.readCase('x')).toMatchObject(refused);
  expect(await stranger.court.readForward('x')).toMatchObject(refused);
  expect(await stranger.sms.readDelivery('x')).toMatchObject(refused);
  expect(await stranger.ganfutong.readDelivery('x')).toMatchObject(refused);
});
