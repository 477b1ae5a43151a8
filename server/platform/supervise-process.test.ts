import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { identifyProcess } from './process-identity.ts';
import { superviseProcess } from './supervise-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'supervise-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, code: string): string {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
}

function supervise(name: string, code: string) {
  const said: string[] = [];
  const logFile = join(folder, `${name}.log`);
  const plan = { name: '试验', args: [script(`${name}.mjs`, code)], env: process.env, logFile };
  return { said, logFile, process: superviseProcess(plan, (line) => said.push(line)) };
}

const obedient = `console.log('up ' + process.pid); setInterval(() => {}, 1000);
  process.once('SIGTERM', () => { console.log('down'); process.exit(0); });`;

test('a process that is killed comes back, its output is kept, and SIGTERM ends it for good', async () => {
  const { said, process: kept } = supervise('obedient', obedient);
  await expect.poll(() => kept.lastLines(1)).toMatch(/^up/);
  const first = kept.pid();
  process.kill(first!, 'SIGKILL');
  await expect.poll(() => kept.lastLines(1)).not.toBe(`up ${first}`);
  expect(kept.crashes()).toBe(1);
  expect(said[0]).toContain('试验意外退出（SIGKILL）');
  await kept.stop();
  expect(kept.lastLines(1)).toBe('down');
  expect(identifyProcess(kept.pid()!)).toBeUndefined();
});

test('pauses grow while a process keeps failing, and stopping does not wait for them', async () => {
  const { said, logFile, process: kept } = supervise('failing', `console.log('no'); process.exit(3);`);
  await expect.poll(() => kept.crashes(), { timeout: 5000 }).toBe(3);
  expect(said.map((line) => /，([\d.]+) 秒后/.exec(line)?.[1])).toEqual(['0.25', '0.5', '1']);
  const before = Date.now();
  await kept.stop();
  expect(Date.now() - before).toBeLessThan(500);
  expect(readFileSync(logFile, 'utf8')).toBe('no\nno\nno\n');
});

test('a process that ignores SIGTERM is ended when its grace is over', async () => {
  const stubborn = `console.log('up'); setInterval(() => {}, 1000); process.on('SIGTERM', () => {});`;
  const { process: kept } = supervise('stubborn', stubborn);
  await expect.poll(() => kept.lastLines(1)).toBe('up');
  await kept.stop(200);
  expect(identifyProcess(kept.pid()!)).toBeUndefined();
});

test('kill -9 of the supervisor ends the process too, in the orderly way', async () => {
  const child = script('orphan.mjs', obedient);
  const logFile = join(folder, 'orphan.log');
  const module = join(import.meta.dirname, 'supervise-process.ts');
  const parent = script(
    'parent.mjs',
    `import { superviseProcess } from ${JSON.stringify(module)};
     const plan = { name: 'x', args: [${JSON.stringify(child)}], env: process.env, logFile: ${JSON.stringify(logFile)} };
     const kept = superviseProcess(plan, () => {});
     setTimeout(() => console.log(kept.pid()), 700);`,
  );
  const supervisor = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [pid] = (await once(supervisor.stdout, 'data')) as [Buffer];
  supervisor.kill('SIGKILL');
  await expect.poll(() => identifyProcess(Number(pid.toString())), { timeout: 5000 }).toBeUndefined();
  expect(readFileSync(logFile, 'utf8')).toMatch(/down\n$/);
});
