import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Started {
  readonly seconds: number;
  readonly child: ChildProcess;
}

/** `npm start` until it says ready; the web bundle is there already unless `dist` was removed before. */
async function start(dataDir: string): Promise<Started> {
  const began = performance.now();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', SANDBOX_PORT: '18399', LOG_LEVEL: 'error' };
  const child = spawn('npm', ['start'], {
    env: { ...env, PORT: '18398' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/^ready /m.test(said)) resolve();
    });
    child.once('exit', () => reject(new Error(`npm start ended:\n${said}`)));
  });
  return { seconds: (performance.now() - began) / 1000, child };
}

async function stop({ child }: Started): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGINT');
  await gone;
}

/** Memory of every Node process below (and with) one process: resident pages, and pages with shared ones counted once (PSS). */
function memoryBelow(root: number): { processes: number; rss: number; pss: number } {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Gone meanwhile.
    }
  }
  const below = (pid: number): boolean => pid === root || (pid > 1 && below(parents.get(pid) ?? 0));
  const sum = { processes: 0, rss: 0, pss: 0 };
  for (const pid of parents.keys()) {
    if (!below(pid)) continue;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!/node|npm/.test(command) || command.includes('postgres') || command.startsWith('sh')) continue;
      const roll = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      sum.processes += 1;
      sum.rss += Number(/^Rss:\s+(\d+)/m.exec(roll)?.[1] ?? 0) / 1024;
      sum.pss += Number(/^Pss:\s+(\d+)/m.exec(roll)?.[1] ?? 0) / 1024;
    } catch {
      // Gone meanwhile.
    }
  }
  return sum;
}

/** What an applicant's phone loads before the first screen works: every script and style the page names, gzipped. */
function firstScreen(): number {
  const page = readFileSync('dist/web/index.html', 'utf8');
  const names = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  return (
    [...new Set(names)].reduce((sum, name) => sum + gzipSync(readFileSync(join('dist/web', name))).length, 0) / 1024
  );
}

function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(path) : entry.isFile() ? statSync(path).size : 0);
  }, 0);
}

/** First and later start, memory at rest, size of the first screen and of what is installed. */
export async function benchStart(): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-repair-start-'));
  try {
    const first = await start(dataDir);
    await stop(first);
    const later = await start(dataDir);
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    const memory = memoryBelow(later.child.pid!);
    await stop(later);
    return [
      `first start on an empty data folder: ready after ${first.seconds.toFixed(1)} s; later start: ${later.seconds.toFixed(1)} s`,
      `memory at rest, ${memory.processes} Node processes (npm included): ${memory.pss.toFixed(0)} MB with shared pages counted once (PSS), ${memory.rss.toFixed(0)} MB as the sum of resident sets`,
      `applicant's first screen: ${firstScreen().toFixed(0)} KB gzipped (scripts and styles)`,
      `installed: ${(folderSize('node_modules') / 1024 / 1024).toFixed(0)} MB in node_modules`,
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
