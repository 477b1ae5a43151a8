import { closeSync, openSync, readSync } from 'node:fs';

/** Says whether some face can draw a code point. */
export type Coverage = (codePoint: number) => boolean;

/** Reads which characters the font files can draw: only their `cmap` tables are read, formats 4 and 12. */
export function readCoverage(files: readonly string[]): Coverage {
  const planes = new Uint8Array(0x110000 >> 3);
  const add = (from: number, to: number) => {
    for (let code = from; code <= to && code <= 0x10ffff; code++) planes[code >> 3]! |= 1 << (code & 7);
  };
  for (const file of files) readFont(file, add);
  return (code) => ((planes[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
}

type AddRange = (from: number, to: number) => void;

function readFont(file: string, add: AddRange): void {
  const handle = openSync(file, 'r');
  try {
    const at = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(handle, bytes, 0, length, offset);
      return bytes;
    };
    const first = at(0, 12);
    const starts =
      first.toString('latin1', 0, 4) === 'ttcf' ? fontsOfCollection(at(12, 4 * first.readUInt32BE(8))) : [0];
    for (const start of starts) {
      const tables = at(start, 12).readUInt16BE(4);
      const directory = at(start + 12, 16 * tables);
      for (let i = 0; i < tables; i++) {
        if (directory.toString('latin1', 16 * i, 16 * i + 4) !== 'cmap') continue;
        readCmap(at(directory.readUInt32BE(16 * i + 8), directory.readUInt32BE(16 * i + 12)), add);
      }
    }
  } finally {
    closeSync(handle);
  }
}

function fontsOfCollection(offsets: Buffer): number[] {
  return Array.from({ length: offsets.length / 4 }, (_, i) => offsets.readUInt32BE(4 * i));
}

function readCmap(cmap: Buffer, add: AddRange): void {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = table.readUInt16BE(0);
    if (format === 12) readGroups(table, add);
    if (format === 4) readSegments(table, add);
  }
}

function readGroups(table: Buffer, add: AddRange): void {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    add(table.readUInt32BE(16 + 12 * i), table.readUInt32BE(16 + 12 * i + 4));
  }
}

function readSegments(table: Buffer, add: AddRange): void {
  const size = table.readUInt16BE(6);
  const word = (offset: number, i: number) => table.readUInt16BE(offset + 2 * i);
  for (let i = 0; i < size / 2; i++) {
    const [end, start] = [word(14, i), word(16 + size, i)];
    const [delta, range] = [word(16 + 2 * size, i), word(16 + 3 * size, i)];
    for (let code = start; code <= end && code < 0xffff; code++) {
      const slot = 16 + 3 * size + 2 * i + range + 2 * (code - start);
      const glyph = range === 0 ? (code + delta) & 0xffff : slot + 2 <= table.length ? table.readUInt16BE(slot) : 0;
      if (glyph !== 0) add(code, code);
    }
  }
}
