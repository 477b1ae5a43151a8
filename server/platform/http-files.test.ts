import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpoint } from '#contract/endpoint.ts';
import { noJson } from '#contract/wire.ts';
import { openWorld, type World } from '../testing/world.ts';
import { buildHttp } from './http.ts';
import { openMetrics } from './metrics.ts';
import { type FileReply, route } from './route.ts';

let world: World;
let app: Awaited<ReturnType<typeof buildHttp>>;
let reply: FileReply;
const file = endpoint({
  name: 'exampleFile',
  module: 'access',
  method: 'GET',
  path: '/file',
  summary: '示例文件',
  by: ['guest'],
  reply: noJson,
  replyKind: 'file',
});

beforeAll(async () => {
  world = await openWorld();
  app = await buildHttp({
    services: world.services,
    routes: [route(file, async () => reply)],
    authenticate: async () => ({ kind: 'guest' }),
    metrics: openMetrics('server'),
  });
});
afterAll(async () => {
  await app.close();
  await world.end();
});

const get = async (type: string, more: Partial<FileReply> = {}) => {
  reply = { file: true, type, name: '示例.x', content: Buffer.from('<svg onload=alert(1)>'), inline: true, ...more };
  return (await app.inject({ url: '/file' })).headers;
};

test.each([
  ['application/pdf', 'inline'],
  ['image/jpeg', 'inline'],
  ['text/html; charset=utf-8', 'attachment'],
  ['image/svg+xml', 'attachment'],
  ['application/xhtml+xml', 'attachment'],
  ['application/octet-stream', 'attachment'],
])('%s is shown or saved: %s', async (type, way) => {
  const headers = await get(type);
  expect(headers['content-disposition']).toMatch(new RegExp(`^${way}; filename="`));
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('a page of ours that brings a policy of its own is shown', async () => {
  const headers = await get('text/html', { headers: { 'content-security-policy': "default-src 'none'" } });
  expect(headers['content-disposition']).toMatch(/^inline/);
  expect((await get('application/pdf', { inline: false }))['content-disposition']).toMatch(/^attachment/);
});
