import { connect, type Socket } from 'node:net';
import type { ScannerPort, ScanVerdict } from './scanner-port.ts';

/** Where clamd listens, and how long one file may take. */
export interface ClamdTarget {
  /** name:port or [IPv6]:port. */
  readonly address: string;
  readonly timeoutMs: number;
}

const pieceBytes = 64 * 1024;
const longestReply = 4096;

/**
 * clamd over TCP: `zINSTREAM\0`, then pieces each led by its length (four bytes, big-endian), then a length of nought. It answers
 * `stream: OK`, `stream: <name> FOUND` or `… ERROR`, ended by a NUL (clamd(8)). Each file has a connection of its own.
 */
export function openClamdClient({ address, timeoutMs }: ClamdTarget): ScannerPort {
  const at = address.lastIndexOf(':');
  const host = address.slice(0, at).replace(/^\[|\]$/g, '');
  const port = Number(address.slice(at + 1));
  return { scan: (content) => ask(connect({ host, port }), content, timeoutMs) };
}

function ask(socket: Socket, content: Buffer, timeoutMs: number): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    let reply = '';
    const settle = (verdict: ScanVerdict) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(verdict);
    };
    const timer = setTimeout(() => settle(unavailable(`${timeoutMs} 毫秒内没有答复`)), timeoutMs);
    socket.on('connect', () => void send(socket, content));
    socket.on('data', (piece: Buffer) => {
      reply += piece.toString('latin1');
      if (reply.includes('\0')) settle(read(reply.slice(0, reply.indexOf('\0'))));
      else if (reply.length > longestReply) settle(unavailable('答复太长'));
    });
    // What clamd says before it hangs up (a file over its limit) arrives as data; an error after that changes nothing.
    socket.on('error', (error: NodeJS.ErrnoException) => settle(unavailable(error.code ?? error.message)));
    socket.on('close', () => settle(unavailable(reply === '' ? '没有答复就断开了' : `答复不完整：${reply.trim()}`)));
  });
}

async function send(socket: Socket, content: Buffer): Promise<void> {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < content.length && !socket.destroyed; at += pieceBytes) {
    const piece = content.subarray(at, at + pieceBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    if (!socket.write(piece)) await new Promise<void>((go) => socket.once('drain', go).once('close', () => go()));
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
}

function read(reply: string): ScanVerdict {
  const text = reply.trim();
  if (/^stream: OK$/.test(text)) return { verdict: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  return found ? { verdict: 'infected', found } : unavailable(text);
}

function unavailable(why: string): ScanVerdict {
  return { verdict: 'unavailable', why: why.slice(0, 300) };
}
