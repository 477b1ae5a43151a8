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

describe('messages', () => {
  test('a text message is delivered once and can be read in the inbox', async () => {
    const message = { idempotencyKey: 'm', to: '13900000001', text: '【信用修复】您的申请已受理。' };
    const { messageId } = receiptOf(await gateways.sms.send(message));
    receiptOf(await gateways.sms.send(message));
    expect(receiptOf(await gateways.sms.readDelivery(messageId)).state).toBe('queued');
    sandbox.control.advance(500);
    expect(receiptOf(await gateways.sms.readDelivery(messageId))).toMatchObject({ state: 'delivered', reason: null });
    const inbox = await fetch(`${sandbox.url}/sms/inbox?to=13900000001`).then((response) => response.json());
    expect(inbox).toMatchObject({ messages: [{ messageId, text: message.text, state: 'delivered' }] });
  });

  test('a number that is none is refused; one that does not exist fails with a reason', async () => {
    const text = '【信用修复】测试';
    expect(await gateways.sms.send({ idempotencyKey: 'm', to: '0791', text })).toMatchObject({ kind: 'refused' });
    const { messageId } = receiptOf(await gateways.sms.send({ idempotencyKey: 'n', to: '13900000000', text }));
    sandbox.control.advance(500);
    expect(receiptOf(await gateways.sms.readDelivery(messageId))).toMatchObject({ state: 'failed', reason: '空号' });
  });

  test('赣服通 takes a title and a link', async () => {
    const sent = receiptOf(
      await gateways.ganfutong.send({
        idempotencyKey: 'g',
        to: '91360100MA9XX00A5M',
        title: '准予信用修复',
        text: '您的申请已办结。',
        link: 'http://127.0.0.1:8080/applications/1',
      }),
    );
    sandbox.control.advance(500);
    expect(receiptOf(await gateways.ganfutong.readDelivery(sent.messageId)).state).toBe('delivered');
    expect(sandbox.control.messages('ganfutong')).toMatchObject([{ title: '准予信用修复' }]);
  });
});
