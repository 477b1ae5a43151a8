import { connect } from 'node:net';

/**
 * Whether a PostgreSQL server takes connections on a loopback port: asked the protocol's first question (may we use
 * TLS?), which only a living server answers. Needs no client library.
 */
export function responds(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    socket.once('data', (answer) => end(answer[0] === 0x4e || answer[0] === 0x53));
    socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
  });
}
