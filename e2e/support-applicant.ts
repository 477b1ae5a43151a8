import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '..');

/** A running system of its own: database, server, worker and sandbox on free ports, below a folder that is removed. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

/** Starts everything as `npm start` does and waits for the line `ready`. */
export async function startSystem(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-repair-applicant-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    HOST: '',
    FIXED_TODAY: '2026-11-23',
  };
  const child = spawn(process.execPath, [join(root, 'server/start.ts')], { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)));
  await waitFor(
    () => said.includes('\nready '),
    child,
    () => said,
  );
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((ended) => (child.exitCode === null ? child.once('exit', ended) : ended(undefined)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function waitFor(done: () => boolean, child: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + 90_000;
  while (!done()) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`系统没有启动：\n${said()}`);
    await new Promise((next) => setTimeout(next, 200));
  }
}

/** Loads sample files as the operator does, and waits until each is done. */
export async function importSamples(url: string, files: readonly string[]): Promise<void> {
  const login = await fetch(`${url}/api/v1/office/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'operator', password: 'demo-2026' }),
  });
  const cookie = login.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  for (const name of files) {
    const form = new FormData();
    form.append('file', new Blob([readFileSync(join(root, 'samples', name))]), name);
    const sent = await fetch(`${url}/api/v1/imports`, { method: 'POST', headers: { cookie }, body: form });
    const { importId } = (await sent.json()) as { importId: string };
    for (let state = 'waiting'; state !== 'done'; ) {
      await new Promise((next) => setTimeout(next, 300));
      const view = await fetch(`${url}/api/v1/imports/${importId}`, { headers: { cookie } });
      state = ((await view.json()) as { state: string }).state;
      if (state === 'failed') throw new Error(`${name} 没有导入`);
    }
  }
}

/** What is wrong with a screen for everybody: axe, sideways scrolling, not exactly one first heading. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`);
  const sideways = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  if (sideways > 0) faults.push(`横向多出 ${sideways} 像素`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`${headings} 个一级标题`);
  return faults;
}

/** Logs in at the sandbox's identity service, from wherever the page asks for it. */
export async function logIn(page: Page, url: string, account: { username: string; password: string }): Promise<void> {
  await page.goto(`${url}/records`);
  await page.getByRole('main').getByRole('link', { name: '登录' }).click();
  await page.locator('#username').fill(account.username);
  await page.locator('#password').fill(account.password);
  await page.locator('button.primary').first().click();
  await page.getByRole('heading', { name: '我的失信信息' }).waitFor();
}
