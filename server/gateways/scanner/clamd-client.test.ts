import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type StartedClamd, startClamd, testVirus } from '#sandbox/testing/start-clamd.ts';
import { openClamdClient } from './clamd-client.ts';

let clamd: StartedClamd;
beforeAll(async () => {
  clamd = await startClamd({ mostBytes: 3 * 1024 * 1024 });
});
beforeEach(() => clamd.setMode('up'));
afterAll(() => clamd.stop());
const scan = (content: Buffer, timeoutMs = 5_000) =>
  openClamdClient({ address: clamd.address, timeoutMs }).scan(content);

test('a clean file arrives whole, whatever its size', async () => {
  for (const size of [0, 1, 65_536, 65_537, 2_500_000]) {
    expect(await scan(randomBytes(size))).toEqual({ verdict: 'clean' });
    expect(clamd.scanned.at(-1)).toBe(size);
  }
});

test('a virus is named', async () => {
  const content = Buffer.concat([randomBytes(200_000), Buffer.from(testVirus)]);
  expect(await scan(content)).toEqual({ verdict: 'infected', found: 'Eicar-Test-Signature' });
});

test.each([
  // It answers and hangs up with bytes unread: the reset may overtake the answer, and either way nothing is said about the file.
  ['over its limit', 'up', 4_000_000, /size limit exceeded|ECONNRESET|EPIPE/],
  ['silence', 'silent', 1_000, /300 毫秒/],
  ['hanging up half way', 'hangs-up', 2_000_000, /断开|ECONNRESET|EPIPE/],
] as const)('%s says nothing about the file', async (_what, mode, size, why) => {
  clamd.setMode(mode);
  const said = await scan(randomBytes(size), mode === 'silent' ? 300 : 5_000);
  expect(said).toMatchObject({ verdict: 'unavailable', why: expect.stringMatching(why) });
});

test('nobody listening is told at once, and forgotten when somebody does again', async () => {
  await clamd.stop();
  expect(await scan(Buffer.from('x'))).toEqual({ verdict: 'unavailable', why: 'ECONNREFUSED' });
  await clamd.listen();
  expect(await scan(Buffer.from('x'))).toEqual({ verdict: 'clean' });
});
