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
    const { forwardNo } = receiptOf(await gateways.court.forward(forward));
    expect(receiptOf(await gateways.court.readForward(forwardNo))).toMatchObject({
      state: 'forwarded',
      decidedOn: null,
    });
    sandbox.control.advance(6000);
    expect(receiptOf(await gateways.court.readForward(forwardNo))).toMatchObject({ state: 'deleted', reasons: [] });
    sandbox.control.script('court', 'r-6', 'keep', ['尚有债务未履行']);
    const second = receiptOf(await gateways.court.forward({ ...forward, idempotencyKey: 'g', recordId: 'r-6' }));
    sandbox.control.advance(6000);
    expect(receiptOf(await gateways.court.readForward(second.forwardNo))).toMatchObject({
      state: 'kept',
      reasons: ['尚有债务未履行'],
    });
  });
});
