import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** How the stand-in behaves: as it should, taking everything and saying nothing, or hanging up half way. */
export type ClamdMode = 'up' | 'silent' | 'hangs-up';

/** A stand-in of clamd that speaks its INSTREAM protocol, for one test file. */
export interface StartedClamd {
  readonly address: string;
  /** Sizes of the files it was given whole, in order. */
  readonly scanned: readonly number[];
  setMode(mode: ClamdMode): void;
  /** Nobody listens any more; `listen` takes the same port again. */
  stop(): Promise<void>;
  listen(): Promise<void>;
}

/** The harmless text that every scanner knows as a virus, in two halves so that no scanner finds it here. */
export const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Starts it on a free port. `mostBytes` is its StreamMaxLength. */
export async function startClamd({ mostBytes = 25 * 1024 * 1024 } = {}): Promise<StartedClamd> {
  let mode: ClamdMode = 'up';
  let port = 0;
  const scanned: number[] = [];
  const open = new Set<Socket>();
  const make = () =>
    createServer((socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket)).on('error', () => {});
      serve(socket, mostBytes, () => mode, scanned);
    });
  let server = make();
  const listen = async () => {
    server = make();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  await listen();
  return {
    get address() {
      return `127.0.0.1:${port}`;
    },
    scanned,
    setMode: (next) => {
      mode = next;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
    listen,
  };
}

const command = Buffer.from('zINSTREAM\0');

function serve(socket: Socket, mostBytes: number, mode: () => ClamdMode, scanned: number[]): void {
  let given = Buffer.alloc(0);
  const say = (text: string) => socket.end(`${text}\0`);
  socket.on('data', (piece: Buffer) => {
    given = Buffer.concat([given, piece]);
    if (mode() === 'silent') return;
    if (mode() === 'hangs-up') return socket.destroy();
    if (given.length < command.length) return;
    if (!given.subarray(0, command.length).equals(command)) return say('UNKNOWN COMMAND');
    const file = whole(given.subarray(command.length));
    if (file === undefined)
      return given.length > mostBytes + command.length ? say('INSTREAM size limit exceeded. ERROR') : undefined;
    if (file.length > mostBytes) return say('INSTREAM size limit exceeded. ERROR');
    scanned.push(file.length);
    return say(file.includes(testVirus) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
  });
}

/** The file put together from its pieces; undefined until the closing length of nought has come. */
function whole(pieces: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= pieces.length; ) {
    const length = pieces.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(pieces.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
