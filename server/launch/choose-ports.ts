import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../platform/setting.ts';

/** How long the processes of a start that was killed may take to give their ports back. */
const patienceMs = 4000;

/** The port to listen on: the one set, or a free one where PORT is 0. @throws ConfigError when it or the sandbox's is taken. */
export async function choosePort(config: { host: string; port: number; sandboxPort: number; demo: boolean }) {
  const port = await patientProbe('PORT', config.host, config.port);
  if (config.demo) await patientProbe('SANDBOX_PORT', '127.0.0.1', config.sandboxPort);
  return port;
}

async function patientProbe(setting: string, host: string, port: number): Promise<number> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(100)) {
    try {
      return await probe(setting, host, port);
    } catch (error) {
      if (!(error instanceof ConfigError) || error.setting === 'HOST' || Date.now() > deadline) throw error;
    }
  }
}

/** Listens for a moment, so that a taken port is told before anything is prepared. */
function probe(setting: string, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `端口 ${port} 已被别的程序占用`,
        EACCES: `没有权限使用端口 ${port}`,
        EADDRNOTAVAIL: `${host} 不是本机的地址`,
        ENOTFOUND: `${host} 不是本机的地址`,
      };
      const name = error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' ? 'HOST' : setting;
      reject(new ConfigError(name, `${why[error.code ?? ''] ?? error.message}：请改设置 ${name}。`));
    });
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
