import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import type { Config } from './config.ts';
import { receiveUpload } from './upload.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'upload-test-'));
const config = { dataDir, uploadLimitMb: 1, importLimitMb: 1 } as Config;
const app = fastify();
await app.register(multipart, { limits: { files: 1, fields: 20 } });
app.post('/', async (request) => {
  const received = await receiveUpload(request, config);
  if (isRefusal(received)) return { code: received.code };
  await received.discard();
  return { bytes: received.file.bytes, name: received.file.fileName, fields: received.fields };
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const part = (name: string, content: string) =>
  `--X\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n`;

async function send(payload: string, type = 'multipart/form-data; boundary=X') {
  const reply = await app.inject({ method: 'POST', url: '/', headers: { 'content-type': type }, payload });
  return reply.json();
}

test('one file comes through under its bare name', async () => {
  expect(await send(`${part('../材料.pdf', '%PDF-1.4')}--X--\r\n`)).toEqual({
    bytes: 8,
    name: '材料.pdf',
    fields: {},
  });
});

test.each([
  ['no boundary', 'x', 'multipart/form-data', 'malformed-upload'],
  ['a body cut off', part('a.pdf', '%PDF').slice(0, -2), undefined, 'malformed-upload'],
  ['two files', `${part('a.pdf', '1')}${part('b.pdf', '2')}--X--\r\n`, undefined, 'one-file-only'],
  ['an empty file', `${part('a.pdf', '')}--X--\r\n`, undefined, 'file-missing'],
  ['no file', '--X--\r\n', undefined, 'file-missing'],
  ['no form', '{}', 'application/json', 'not-multipart'],
])('%s is refused and leaves nothing behind', async (_what, payload, type, code) => {
  expect(await send(payload, type)).toEqual({ code });
  expect(readdirSync(dataDir).flatMap((folder) => readdirSync(join(dataDir, folder)))).toEqual([]);
});
