import { crc32, createInflate } from 'node:zlib';
import type { Cleaned, PictureFault } from './cleaned.ts';

/** Chunks that change how the pixels look; texts, times, places and unknown ones go. */
const keptChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Reads a PNG chunk by chunk, each with its sum, and writes it again with what the pixels need. */
export async function cleanPng(content: Buffer): Promise<Cleaned | PictureFault> {
  const kept: Buffer[] = [content.subarray(0, 8)];
  const left: Buffer[] = [];
  const pixels: Buffer[] = [];
  let head: Buffer | undefined;
  for (let at = 8; ; ) {
    if (at + 12 > content.length) return 'cut-off';
    const length = content.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > content.length) return 'cut-off';
    const kind = content.subarray(at + 4, at + 8).toString('latin1');
    const body = content.subarray(at + 8, end - 4);
    if (crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4)) return 'damaged';
    if (!head && kind !== 'IHDR') return 'damaged';
    if (kind === 'IHDR') head = body;
    if (kind === 'IDAT') pixels.push(body);
    if (keptChunks.has(kind)) kept.push(content.subarray(at, end));
    else left.push(body);
    at = end;
    if (kind !== 'IEND') continue;
    if (at < content.length) left.push(content.subarray(at));
    break;
  }
  if (head?.length !== 13) return 'damaged';
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const bits = head[8]! * (channels[head[9]!] ?? 0);
  if (width === 0 || height === 0 || bits === 0) return 'damaged';
  // An interlaced picture has some more filter bytes; what matters is that the pixels are there and do not go on for ever.
  const expected = height * (1 + Math.ceil((width * bits) / 8));
  const unpacked = await unpackedBytes(pixels, expected * 2 + 65_536);
  if (unpacked === undefined || unpacked < expected) return 'damaged';
  return { content: Buffer.concat(kept), left, width, height };
}

/** How many bytes the pixels unpack to, counted piece by piece and not kept; undefined where they are broken or more than `most`. */
function unpackedBytes(pieces: readonly Buffer[], most: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let bytes = 0;
    const settle = (result: number | undefined) => {
      resolve(result);
      inflate.destroy();
    };
    inflate.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > most) settle(undefined);
    });
    inflate.on('end', () => settle(bytes));
    inflate.on('error', () => settle(undefined));
    for (const piece of pieces) inflate.write(piece);
    inflate.end();
  });
}
