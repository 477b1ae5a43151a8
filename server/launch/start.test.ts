import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clusterFolder } from '../platform/postgres/connection.ts';
import { findFreePort } from '../platform/postgres/launch.ts';
import { findPostmaster } from '../platform/postgres/postmaster.ts';

const root = resolve(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'start-test-'));
const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', NODE_COMPILE_CACHE: '', LOG_LEVEL: 'warn' };
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  readonly ports: Readonly<Record<string, string>>;
  output(): string;
}

async function start(settings: Record<string, string> = {}): Promise<Started> {
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
  const ports = { PORT: String(port), SANDBOX_PORT: String(sandboxPort) };
  const child = spawn(process.execPath, ['server/start.ts'], {
    cwd: root,
    env: { ...env, ...ports, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  return { child, port, ports, output: () => output };
}

/** Waits for the line `ready …`, or for the end. */
async function untilReady({ child, output }: Started): Promise<void> {
  while (!/^ready /m.test(output())) {
    if (child.exitCode !== null) throw new Error(`ended before it was ready:\n${output()}`);
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
  }
}

async function exitCode({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('one start brings everything up, a second says who holds the folder, a killed one is succeeded', {
  timeout: 120_000,
}, async () => {
  const first = await start();
  await untilReady(first);
  expect(first.output().match(/^ready http:\/\/127\.0\.0\.1:\d+$/gm)).toEqual([`ready http://127.0.0.1:${first.port}`]);
  expect((await fetch(`http://127.0.0.1:${first.port}/health/ready`)).status).toBe(200);

  const second = await start();
  expect(await exitCode(second)).toBe(1);
  expect(second.output()).toContain(`正由另一次启动使用（进程 ${first.child.pid}`);

  const taken = await start({ DATA_DIR: `${dataDir}-other`, PORT: String(first.port) });
  expect(await exitCode(taken)).toBe(1);
  expect(taken.output()).toContain(`端口 ${first.port} 已被别的程序占用：请改设置 PORT`);
  rmSync(`${dataDir}-other`, { recursive: true, force: true });

  // The database was started by the stage before, so this launcher is its parent without knowing it.
  const killed = findPostmaster(clusterFolder(dataDir))!.pid;
  process.kill(killed, 'SIGKILL');
  while (!first.output().includes('数据库已恢复')) await once(first.child.stdout!, 'data');
  expect(findPostmaster(clusterFolder(dataDir))?.pid).not.toBe(killed);

  first.child.kill('SIGKILL');
  await exitCode(first);
  // On the same ports: the processes of the killed start are just going.
  const heir = await start(first.ports);
  await untilReady(heir);
  expect(heir.output()).toContain('接管了上次异常退出后仍在运行的数据库');
  heir.child.kill('SIGTERM');
  expect(await exitCode(heir)).toBe(0);
  expect(findPostmaster(clusterFolder(dataDir))).toBeUndefined();
});

test('a wrong setting stops the start with one sentence that names it', async () => {
  const started = await start({ PORT: 'eighty' });
  expect(await exitCode(started)).toBe(1);
  expect(started.output()).toBe(
    '设置 PORT 的值“eighty”不能用：应为0 到 65535 的整数（网页与接口的端口；0 表示任选空闲端口）。\n',
  );
});
