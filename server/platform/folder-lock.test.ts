import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { identifyProcess } from './process-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function take() {
  const outcome = lockFolder(folder);
  if ('heldBy' in outcome) throw new Error(`held by ${outcome.heldBy.pid}`);
  return outcome;
}

test('the second taker is told who holds the folder, and gets it after the release', () => {
  const first = take();
  expect(lockFolder(folder)).toMatchObject({ heldBy: { pid: process.pid } });
  first.release();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
  take().release();
});

test('a lock left behind by kill -9 is taken over', async () => {
  const script = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))};
    lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(lockFolder(folder)).toMatchObject({ heldBy: { pid: child.pid } });
  child.kill('SIGKILL');
  await once(child, 'exit');
  take().release();
});

test('a number that now belongs to another process does not hold', () => {
  const later = { pid: process.pid, started: 'before/this/boot', host: hostname() };
  writeFileSync(join(folder, 'lock'), JSON.stringify(later));
  take();
  expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject(identifyProcess(process.pid)!);
});

test('another host holds as long as its heartbeat is fresh', () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, started: 'x', host: 'another-host' }));
  expect(lockFolder(folder)).toMatchObject({ heldBy: { host: 'another-host' } });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(join(folder, 'lock'), longAgo, longAgo);
  take().release();
});

test('a lock that was written half-way is taken over', () => {
  writeFileSync(join(folder, 'lock'), '{"pid":');
  take().release();
});
