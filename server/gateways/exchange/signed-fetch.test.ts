import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Type from 'typebox';
import { afterEach, expect, test } from 'vitest';
import { type ExchangeTarget, exchangeSignature, signedFetch } from './signed-fetch.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const Receipt = Type.Object({ receiptNo: Type.String({ minLength: 1 }) });

async function targetWith(listener: RequestListener, more: Partial<ExchangeTarget> = {}): Promise<ExchangeTarget> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { system: 'gsxt', title: '公示系统', url, requesterId: 'jx-xyxf', key: 'k', timeoutMs: 2000, ...more };
}

function answering(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}

const ask = (target: ExchangeTarget) => signedFetch(target, { method: 'GET', path: '/x', reply: Receipt });

test('signature: Base64(HMAC-SHA256(key, sid + rid + rtime)), as computed by hand', () => {
  // printf 'gsxtjx-xyxf1795000000000' | openssl dgst -sha256 -hmac secret -binary | base64
  expect(exchangeSignature('secret', 'gsxt', 'jx-xyxf', '1795000000000')).toBe(
    '0/fbrbztLpjCT51LNim3LZvOBMmjnOsjCOlAdLtvVWc=',
  );
});

test('sends the exchange headers, the key of the errand and JSON; drops what was not agreed', async () => {
  let seen: Record<string, unknown> = {};
  const target = await targetWith((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen = { method: request.method, url: request.url, headers: request.headers, body };
      response.end(JSON.stringify({ receiptNo: 'R1', ok: false, extra: 1 }));
    });
  });
  const request = {
    method: 'POST',
    path: '/effects',
    body: { 名称: '示例' },
    idempotencyKey: 'e-1',
    reply: Receipt,
  } as const;
  expect(await signedFetch(target, request)).toEqual({ ok: true, receiptNo: 'R1' });
  const headers = seen.headers as Record<string, string>;
  expect(seen).toMatchObject({ method: 'POST', url: '/effects', body: '{"名称":"示例"}' });
  expect(headers).toMatchObject({
    'x-exchange-rid': 'jx-xyxf',
    'x-exchange-sid': 'gsxt',
    'idempotency-key': 'e-1',
    'content-type': 'application/json',
  });
  expect(headers['x-exchange-sign']).toBe(exchangeSignature('k', 'gsxt', 'jx-xyxf', headers['x-exchange-rtime'] ?? ''));
});

test.each([
  ['not JSON', answering(200, '<html>'), 'bad-reply', true],
  ['JSON of another shape', answering(200, '{"receiptNo":7}'), 'bad-reply', true],
  ['nothing', answering(200, ''), 'bad-reply', true],
  ['a redirect is not followed', answering(302, '', { location: 'http://127.0.0.1:1/' }), 'bad-reply', true],
  ['an inner error', answering(500, '{"receiptNo":"R"}'), 'bad-reply', true],
  ['busy', answering(503, ''), 'busy', true],
  ['too many requests', answering(429, ''), 'busy', true],
  ['refused', answering(422, '{"detail":"编号有误"}'), 'refused', false],
] as const)('%s', async (_name, listener, kind, retry) => {
  expect(await ask(await targetWith(listener))).toMatchObject({ ok: false, kind, retry });
});

test('a refusal carries the words of the system, bounded', async () => {
  const outcome = await ask(await targetWith(answering(422, JSON.stringify({ detail: '错'.repeat(9000) }))));
  expect(outcome).toMatchObject({ kind: 'refused', text: `公示系统：${'错'.repeat(500)}` });
});

test('a reply beyond the bound is not read to its end', async () => {
  let sent = 0;
  const target = await targetWith(
    (_request, response) => {
      const chunk = Buffer.alloc(65_536, 32);
      const push = () => {
        while (sent < 2 ** 28 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', push);
        }
        response.end();
      };
      push();
    },
    { maxReplyBytes: 100_000 },
  );
  expect(await ask(target)).toMatchObject({ kind: 'bad-reply', text: '公示系统：答复过大' });
  expect(sent).toBeLessThan(2 ** 26);
});

test('a reply that trickles does not hold us beyond the time', async () => {
  const target = await targetWith((_request, response) => void response.writeHead(200).write('{"receiptNo":'), {
    timeoutMs: 150,
  });
  expect(await ask(target)).toMatchObject({ kind: 'timeout', retry: true, text: '公示系统：在0.15秒内没有答复' });
});

test('a connection that breaks off, and nobody listening', async () => {
  const broken = await targetWith((request) => void request.socket.destroy());
  expect(await ask(broken)).toMatchObject({ kind: 'unreachable', retry: true });
  expect(await ask({ ...broken, url: 'http://127.0.0.1:1' })).toMatchObject({ kind: 'unreachable', retry: true });
});
