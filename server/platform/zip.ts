import { crc32 } from 'node:zlib';

/** One file of an archive. Its bytes are asked for when its turn comes, so that one file at a time is in memory. */
export interface ZipEntry {
  /** Path in the archive with `/`, not absolute and without `..`. */
  readonly name: string;
  readonly at: Date;
  readonly content: () => Promise<Uint8Array> | Uint8Array;
}

/** Beyond these the format needs Zip64, which is not written here. */
export const mostZipEntries = 65_000;
export const mostZipBytes = 4_000_000_000;

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
/** Version 2.0, names in UTF-8, stored without compression: papers and photographs are compressed already. */
const [version, utf8, stored] = [20, 0x0800, 0];

/** Time in the archive's old form, as a wall clock in Shanghai shows it. */
function dosTime(at: Date): { time: number; date: number } {
  const there = new Date(at.getTime() + 8 * 3_600_000);
  const year = Math.min(Math.max(there.getUTCFullYear(), 1980), 2107);
  return {
    time: (there.getUTCHours() << 11) | (there.getUTCMinutes() << 5) | (there.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((there.getUTCMonth() + 1) << 5) | there.getUTCDate(),
  };
}

interface Written {
  readonly name: Buffer;
  readonly at: Date;
  readonly crc: number;
  readonly bytes: number;
  readonly offset: number;
}

/** What local and central header share: from the version needed to the length of the extra field. */
function facts({ name, at, crc, bytes }: Written): Buffer {
  const { time, date } = dosTime(at);
  const out = Buffer.alloc(26);
  for (const [index, value] of [version, utf8, stored, time, date].entries()) out.writeUInt16LE(value, index * 2);
  for (const [index, value] of [crc, bytes, bytes].entries()) out.writeUInt32LE(value, 10 + index * 4);
  out.writeUInt16LE(name.length, 22);
  return out;
}

const word = (value: number) => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
};

function centralEntry(entry: Written): Buffer {
  const madeBy = Buffer.from([version, 0]);
  // Comment length, disk, internal and external attributes; then where the local header stands.
  return Buffer.concat([word(centralHeader), madeBy, facts(entry), Buffer.alloc(10), word(entry.offset), entry.name]);
}

/** The bytes of an archive, piece by piece (PKWARE APPNOTE 6.3, without compression and without Zip64). */
export async function* zipOf(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const content = await entry.content();
    const name = Buffer.from(entry.name);
    const one: Written = { name, at: entry.at, crc: crc32(content), bytes: content.byteLength, offset };
    if (written.length >= mostZipEntries || offset + content.byteLength > mostZipBytes)
      throw new Error('archive too large for the plain format');
    const head = Buffer.concat([word(localHeader), facts(one), name]);
    yield head;
    yield Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    offset += head.length + content.byteLength;
    written.push(one);
  }
  const central = Buffer.concat(written.map(centralEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfCentral, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  yield central;
  yield end;
}

/** A name that every system unpacks: no separators, no signs Windows forbids, nothing invisible; at most 120 characters, ending kept. */
export function zipName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(plain) ?? [];
  return `${[...stem].slice(0, 110).join('') || '文件'}${ending}`;
}
