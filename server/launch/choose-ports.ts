import { createServer } from 'node:net';
import { ConfigError } from '../platform/setting.ts';

/** The ports to listen on: those set, or a free one where PORT is 0. @throws ConfigError when one is taken. */
export async function choosePorts(config: { host: string; port: number; sandboxPort: number; demo: boolean }) {
  const port = await probe('PORT', config.host, config.port);
  if (config.demo) await probe('SANDBOX_PORT', '127.0.0.1', config.sandboxPort);
  return { port, sandboxPort: config.sandboxPort };
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
