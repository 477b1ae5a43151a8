import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SupervisedProcess } from '../platform/supervise-process.ts';

const patienceMs = 60_000;
const triesPerProcess = 3;

/**
 * Waits until the server answers /health/ready with 200, which it does once database, migrations and worker are there,
 * and, in a demo, until the sandbox answers at all.
 * @throws Error with the last output of a process that keeps ending, or of all when time is up.
 */
export async function waitUntilReady(
  config: { readonly host: string; readonly port: number; readonly demo: boolean; readonly sandboxPort: number },
  processes: readonly SupervisedProcess[],
): Promise<void> {
  const { host, port, demo, sandboxPort } = config;
  const deadline = Date.now() + patienceMs;
  const isUp = async () =>
    (await statusOf(reachable(host), port, '/health/ready')) === 200 &&
    (!demo || (await statusOf('127.0.0.1', sandboxPort, '/')) !== undefined);
  while (!(await isUp())) {
    const failing = processes.filter((each) => each.crashes() >= triesPerProcess);
    if (failing.length > 0) throw new Error(reportOf('起不来', failing));
    if (Date.now() > deadline) throw new Error(reportOf(`${patienceMs / 1000} 秒内没有就绪`, processes));
    await sleep(50);
  }
}

/** An address to reach a listener by: one that listens everywhere is reached through loopback. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** Asked over a bare socket: an HTTP client would stay in the launcher's memory for days. */
function statusOf(host: string, port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: host.replace(/[[\]]/g, ''), port });
    socket.setTimeout(5000, () => socket.destroy());
    socket.once('error', () => {});
    socket.once('close', () => {
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1];
      resolve(status === undefined ? undefined : Number(status));
    });
    socket.on('data', (part: Buffer) => {
      answer += part.toString('latin1');
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`);
  });
}

function reportOf(what: string, processes: readonly SupervisedProcess[]): string {
  return processes.map((each) => `${each.name}${what}，它最后的输出：\n${each.lastLines(25)}`).join('\n');
}
