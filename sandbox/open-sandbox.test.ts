import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';
import { type StartedSandbox, startSandbox } from './testing/start-sandbox.ts';

let sandbox: StartedSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.end());
beforeEach(() => sandbox.control.reset());

function signed(system: string, { at = Date.now(), key = sandbox.options.gatewayKey, sid = system } = {}) {
  const rtime = String(at);
  const sign = createHmac('sha256', key).update(`${sid}tester${rtime}`).digest('base64');
  return { 'x-exchange-rid': 'tester', 'x-exchange-sid': sid, 'x-exchange-rtime': rtime, 'x-exchange-sign': sign };
}

async function post(path: string, body: unknown, headers: Record<string, string>) {
  const response = await fetch(sandbox.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Reads JSON whose shape the assertions check. */
async function read(url: string, init?: RequestInit): Promise<Record<string, Record<string, unknown>[]>> {
  return (await fetch(url, init)).json() as Promise<Record<string, Record<string, unknown>[]>>;
}

const message = { to: '13900000001', text: '【信用修复】测试' };
const key = () => ({ 'idempotency-key': randomUUID() });

describe('the door of every system', () => {
  test.each([
    ['no signature', () => ({})],
    ['a wrong key', () => signed('sms', { key: 'other' })],
    ['a signature six minutes old', () => signed('sms', { at: Date.now() - 6 * 60_000 })],
    ['a signature six minutes ahead', () => signed('sms', { at: Date.now() + 6 * 60_000 })],
    ['a signature for another system', () => signed('sms', { sid: 'court' })],
  ])('401 for %s', async (_name, headers) => {
    const reply = await post('/sms/messages', message, { ...headers(), ...key() });
    expect(reply).toMatchObject({ status: 401, body: { code: 'unsigned', detail: expect.stringMatching(/[一-龥]/) } });
    expect(sandbox.control.messages('sms')).toEqual([]);
  });

  test('a repeated key gives the first receipt; with other contents it is refused; without one nothing is done', async () => {
    const same = key();
    const first = await post('/sms/messages', message, { ...signed('sms'), ...same });
    expect(first).toMatchObject({ status: 202, body: { messageId: expect.stringMatching(/^DX/) } });
    expect(await post('/sms/messages', message, { ...signed('sms'), ...same })).toEqual(first);
    const other = await post('/sms/messages', { ...message, text: '别的' }, { ...signed('sms'), ...same });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect(await post('/sms/messages', message, signed('sms'))).toMatchObject({ status: 400 });
    expect(sandbox.control.messages('sms')).toHaveLength(1);
  });

  test('twenty repetitions at once act once', async () => {
    const same = key();
    const send = () => post('/sms/messages', message, { ...signed('sms'), ...same });
    const replies = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(replies.map(({ body }) => body.messageId)).size).toBe(1);
    expect(sandbox.control.messages('sms')).toHaveLength(1);
  });

  test('what is malformed gets 400 in Chinese, what is unknown 404', async () => {
    const headers = signed('market-platform');
    expect(await post('/market-platform/cases', { itemNo: 1 }, { ...headers, ...key() })).toMatchObject({
      status: 400,
    });
    expect(await post('/market-platform/cases', '{', { ...headers, ...key() })).toMatchObject({ status: 400 });
    expect(await post('/market-platform/nothing', {}, { ...headers, ...key() })).toMatchObject({ status: 404 });
  });
});

describe('controls', () => {
  test('over HTTP: mode, script, clock, journal; nonsense is refused', async () => {
    expect((await post('/control/mode', { system: 'sms', mode: 'refuse' }, {})).status).toBe(200);
    expect(await post('/sms/messages', message, { ...signed('sms'), ...key() })).toMatchObject({ status: 422 });
    expect((await post('/control/mode', { system: 'sms', mode: 'sleepy' }, {})).status).toBe(400);
    const bad = await post('/control/scripts', { system: 'court', match: '*', outcome: 'grant' }, {});
    expect(bad).toMatchObject({ status: 400, body: { detail: '这个系统可以安排的结果：delete、keep、hold' } });
    expect((await post('/control/clock', { advanceMs: 10 }, {})).status).toBe(200);
    const { calls } = await read(`${sandbox.url}/control/calls?system=sms`);
    expect(calls).toMatchObject([
      { system: 'sms', method: 'POST', path: '/messages', status: 422, requester: 'tester' },
    ]);
  });

  test('a form of another site is not obeyed', async () => {
    const reply = await post('/control/mode', { system: 'sms', mode: 'down' }, { 'sec-fetch-site': 'cross-site' });
    expect(reply.status).toBe(403);
  });

  test('the first page names every system and escapes what callers sent', async () => {
    await post('/sms/messages', { ...message, text: '<script>alert(1)</script>' }, { ...signed('sms'), ...key() });
    const html = await fetch(sandbox.url).then((response) => response.text());
    for (const title of ['信用中国（江西）', '赣服通消息', '人民法院']) expect(html).toContain(title);
    expect(html).not.toContain('<script>');
    const inbox = await fetch(`${sandbox.url}/sms/inbox`, { headers: { accept: 'text/html' } }).then((r) => r.text());
    expect(inbox).toContain('alert(1)');
    expect(inbox).not.toContain('<script>');
  });
});

test('receipts, modes, scripts and signing keys survive a restart', async () => {
  const options = { ...sandbox.options, dataDir: `${sandbox.options.dataDir}/second` };
  const first = await openSandbox(options);
  const headers = { 'content-type': 'application/json', ...key() };
  const send = (url: string) =>
    read(`${url}/sms/messages`, {
      method: 'POST',
      headers: { ...headers, ...signed('sms') },
      body: JSON.stringify(message),
    });
  const keysOf = (url: string) => read(`${url}/oidc/jwks`);
  const receipt = await send(first.url);
  const keys = await keysOf(first.url);
  first.control.setMode('court', { mode: 'slow', delayMs: 10 });
  await first.close();
  const second = await openSandbox(options);
  expect(await send(second.url)).toEqual(receipt);
  expect(await keysOf(second.url)).toEqual(keys);
  expect(keys.keys?.[0]).not.toHaveProperty('d');
  const { systems } = await read(`${second.url}/control/systems`);
  expect(systems).toContainEqual(expect.objectContaining({ id: 'court', mode: 'slow', delayMs: 10 }));
  await second.close();
});

test('a port that is taken is said, not waited for', async () => {
  const port = Number(new URL(sandbox.url).port);
  await expect(openSandbox({ ...sandbox.options, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
