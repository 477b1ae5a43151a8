import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import type { EffectRequest, EffectsPort } from './exchange/effects-port.ts';
import type { Outcome } from './exchange/outcome.ts';
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

function taken<T>(outcome: Outcome<T>): T & { ok: true } {
  if (!outcome.ok) throw new Error(`expected a receipt, got ${outcome.kind}: ${outcome.text}`);
  return outcome;
}

describe('信用中国（江西）', () => {
  const application = { idempotencyKey: 'a-1', itemNo: 'I-1', subject, record, submittedAt: '2026-11-20T01:00:00Z' };

  test('registers a submission once per key, and takes its result once', async () => {
    const receipt = taken(await gateways.creditChina.registerApplication(application));
    expect(receipt.receiptNo).toMatch(/^XYZG\d{8}[0-9A-Z]{6}$/);
    expect(Date.parse(receipt.receivedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(taken(await gateways.creditChina.registerApplication(application))).toEqual(receipt);
    const result = {
      receiptNo: receipt.receiptNo,
      outcome: 'refused',
      decidedOn: '2026-11-24',
      decisionNo: null,
    } as const;
    const bare = await gateways.creditChina.reportResult({ ...result, idempotencyKey: 'b-0', reasons: [] });
    expect(bare).toMatchObject({ ok: false, kind: 'refused', retry: false, status: 422 });
    const told = { ...result, idempotencyKey: 'b-1', reasons: ['未履行义务'] };
    expect(taken(await gateways.creditChina.reportResult(told)).receiptNo).toBe(receipt.receiptNo);
    expect((await gateways.creditChina.reportResult(told)).ok).toBe(true);
    const twice = await gateways.creditChina.reportResult({ ...told, idempotencyKey: 'b-2' });
    expect(twice).toMatchObject({ ok: false, kind: 'refused', status: 409 });
  });

  test('shows a record until the end of its publication is confirmed, and again once it is reported anew', async () => {
    const report = { subject, record, publishedOn: '2026-05-06', lastDay: null };
    const list = async () => taken(await gateways.creditChina.listPublished(subject.identifier)).entries;
    taken(await gateways.creditChina.reportPublished({ ...report, idempotencyKey: 'p-1' }));
    expect(await list()).toEqual([{ ...record, publishedOn: '2026-05-06', lastDay: null }]);
    const { requestId } = taken(await gateways.creditChina.requestEffect(effect('e-1')));
    expect(taken(await gateways.creditChina.readEffect(requestId))).toMatchObject({
      state: 'accepted',
      confirmedAt: null,
    });
    expect(await list()).toHaveLength(1);
    sandbox.control.advance(2000);
    expect(taken(await gateways.creditChina.readEffect(requestId)).state).toBe('confirmed');
    expect(await list()).toEqual([]);
    taken(await gateways.creditChina.reportPublished({ ...report, idempotencyKey: 'p-2' }));
    expect(await list()).toHaveLength(1);
  });
});

describe.each(['creditChina', 'gsxt', 'province'] as const)('effects at %s', (name) => {
  const id = { creditChina: 'credit-china', gsxt: 'gsxt', province: 'province' } as const;
  const port = (): EffectsPort => gateways[name];

  test('accepted first, confirmed later, one request per key', async () => {
    const receipt = taken(await port().requestEffect(effect('k')));
    expect(taken(await port().requestEffect(effect('k'))).requestId).toBe(receipt.requestId);
    expect(sandbox.control.calls(id[name]).map(({ repeated }) => repeated)).toEqual([true, false]);
    sandbox.control.advance(2000);
    const progress = taken(await port().readEffect(receipt.requestId));
    expect(progress).toMatchObject({ effect: 'endPublication', state: 'confirmed', reason: null });
    expect(progress.confirmedAt).not.toBeNull();
  });

  test('a failure is reported with its reason and is not rewritten by a later script', async () => {
    sandbox.control.script(id[name], record.recordId, 'fail', ['库中没有这条记录']);
    const { requestId } = taken(await port().requestEffect(effect('k')));
    sandbox.control.advance(2000);
    const failed = { state: 'failed', reason: '库中没有这条记录', confirmedAt: null };
    expect(taken(await port().readEffect(requestId))).toMatchObject(failed);
    sandbox.control.script(id[name], record.recordId, 'confirm');
    sandbox.control.advance(9000);
    expect(taken(await port().readEffect(requestId))).toMatchObject(failed);
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
    taken(await port().requestEffect(effect('k')));
    expect(sandbox.control.calls(id[name])[0]).toMatchObject({ repeated: true });
  });
});

test('work done behind a timed-out reply is found again under its key', async () => {
  const impatient = openGateways({ ...sandbox.gatewaySettings, timeoutMs: 100 });
  sandbox.control.setMode('gsxt', { mode: 'slow', delayMs: 250 });
  expect(await impatient.gsxt.requestEffect(effect('k'))).toMatchObject({ ok: false, kind: 'timeout' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  sandbox.control.setMode('gsxt', { mode: 'ok' });
  taken(await gateways.gsxt.requestEffect(effect('k')));
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
    });
  const stateOf = async (caseNo: string) => taken(await gateways.marketPlatform.readCase(caseNo)).state;

  test('left alone: received, accepted, granted with a decision number', async () => {
    const { caseNo } = taken(await handOver('c'));
    expect(await stateOf(caseNo)).toBe('received');
    sandbox.control.advance(3000);
    expect(await stateOf(caseNo)).toBe('accepted');
    sandbox.control.advance(3000);
    const progress = taken(await gateways.marketPlatform.readCase(caseNo));
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
      const { caseNo } = taken(await handOver(`c-${outcome}`));
      sandbox.control.advance(6000);
      expect(taken(await gateways.marketPlatform.readCase(caseNo))).toMatchObject({ state, reasons: ['公示期未满'] });
    }
  });

  test('correction: called for, handed in, then granted', async () => {
    sandbox.control.script('market-platform', record.recordId, 'correct');
    const { caseNo } = taken(await handOver('c'));
    const early = await gateways.marketPlatform.sendCorrection({
      idempotencyKey: 'x',
      caseNo,
      note: '',
      materials: [],
    });
    expect(early).toMatchObject({ ok: false, kind: 'refused', status: 409 });
    sandbox.control.advance(3000);
    const called = taken(await gateways.marketPlatform.readCase(caseNo));
    expect(called.correction?.missing).toHaveLength(1);
    const correction = { idempotencyKey: 'y', caseNo, note: '补交凭证', materials: [] };
    taken(await gateways.marketPlatform.sendCorrection(correction));
    sandbox.control.advance(6000);
    expect(await stateOf(caseNo)).toBe('granted');
  });

  test('withdrawn while open', async () => {
    const { caseNo } = taken(await handOver('c'));
    expect(taken(await gateways.marketPlatform.withdrawCase({ idempotencyKey: 'w', caseNo })).caseNo).toBe(caseNo);
    sandbox.control.advance(60_000);
    expect(await stateOf(caseNo)).toBe('withdrawn');
  });
});

describe('court', () => {
  const forward = {
    idempotencyKey: 'f',
    itemNo: 'I-5',
    subject,
    recordId: 'r-5',
    court: '示例区人民法院',
    enforcementNo: '（2026）赣0102执12号',
    ground: '已履行完毕',
    materials: [],
  };

  test('forwarded, then deleted; or kept, with reasons, as told', async () => {
    const { forwardNo } = taken(await gateways.court.forward(forward));
    expect(taken(await gateways.court.readForward(forwardNo))).toMatchObject({ state: 'forwarded', decidedOn: null });
    sandbox.control.advance(6000);
    expect(taken(await gateways.court.readForward(forwardNo))).toMatchObject({ state: 'deleted', reasons: [] });
    sandbox.control.script('court', 'r-6', 'keep', ['尚有债务未履行']);
    const second = taken(await gateways.court.forward({ ...forward, idempotencyKey: 'g', recordId: 'r-6' }));
    sandbox.control.advance(6000);
    expect(taken(await gateways.court.readForward(second.forwardNo))).toMatchObject({
      state: 'kept',
      reasons: ['尚有债务未履行'],
    });
  });
});

describe('messages', () => {
  test('a text message is delivered once and can be read in the inbox', async () => {
    const message = { idempotencyKey: 'm', to: '13900000001', text: '【信用修复】您的申请已受理。' };
    const { messageId } = taken(await gateways.sms.send(message));
    taken(await gateways.sms.send(message));
    expect(taken(await gateways.sms.readDelivery(messageId)).state).toBe('queued');
    sandbox.control.advance(500);
    expect(taken(await gateways.sms.readDelivery(messageId))).toMatchObject({ state: 'delivered', reason: null });
    const inbox = await fetch(`${sandbox.url}/sms/inbox?to=13900000001`).then((response) => response.json());
    expect(inbox).toMatchObject({ messages: [{ messageId, text: message.text, state: 'delivered' }] });
  });

  test('a number that is none is refused; one that does not exist fails with a reason', async () => {
    const text = '【信用修复】测试';
    expect(await gateways.sms.send({ idempotencyKey: 'm', to: '0791', text })).toMatchObject({ kind: 'refused' });
    const { messageId } = taken(await gateways.sms.send({ idempotencyKey: 'n', to: '13900000000', text }));
    sandbox.control.advance(500);
    expect(taken(await gateways.sms.readDelivery(messageId))).toMatchObject({ state: 'failed', reason: '空号' });
  });

  test('赣服通 takes a title and a link', async () => {
    const sent = taken(
      await gateways.ganfutong.send({
        idempotencyKey: 'g',
        to: subject.identifier,
        title: '准予信用修复',
        text: '您的申请已办结。',
        link: 'http://127.0.0.1:8080/applications/1',
      }),
    );
    sandbox.control.advance(500);
    expect(taken(await gateways.ganfutong.readDelivery(sent.messageId)).state).toBe('delivered');
    expect(sandbox.control.messages('ganfutong')).toMatchObject([{ title: '准予信用修复' }]);
  });
});
