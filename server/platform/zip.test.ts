import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { zipName, zipOf } from './zip.ts';

const at = new Date('2026-11-23T02:03:04Z');

async function bytesOf(entries: { name: string; content: string }[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const all = entries.map(({ name, content }) => ({ name, at, content: () => Buffer.from(content) }));
  for await (const part of zipOf(all)) parts.push(part);
  return Buffer.concat(parts);
}

/** What an independent reader finds in it; it checks the sizes, and here each checksum is held against the content. */
function unpack(bytes: Buffer, seen: (entry: yauzl.Entry) => void = () => {}): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      const found: Record<string, string> = {};
      zip.on('error', reject);
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault);
          const content = Buffer.concat(await stream.toArray());
          if (crc32(content) !== entry.crc32) return reject(new Error(`checksum of ${entry.fileName}`));
          seen(entry);
          found[entry.fileName] = content.toString();
          zip.readEntry();
        }),
      );
      zip.readEntry();
    });
  });
}

test('what is put in comes out, names in Chinese and empty files too', async () => {
  const bytes = await bytesOf([
    { name: '01 收件回执.pdf', content: '%PDF-1.7 示例' },
    { name: '材料/身份证明.jpg', content: 'x'.repeat(100_000) },
    { name: '空.txt', content: '' },
  ]);
  expect(await unpack(bytes)).toEqual({
    '01 收件回执.pdf': '%PDF-1.7 示例',
    '材料/身份证明.jpg': 'x'.repeat(100_000),
    '空.txt': '',
  });
});

test('an archive of nothing is an archive', async () => {
  expect(await unpack(await bytesOf([]))).toEqual({});
});

test('an entry bears the hour of Shanghai, in the form that every system reads', async () => {
  const times: Date[] = [];
  const bytes = await bytesOf([{ name: '一.txt', content: '一二三' }]);
  const found = await unpack(bytes, (entry) =>
    times.push(entry.getLastModDate({ forceDosFormat: true, timezone: 'UTC' })),
  );
  expect(found).toEqual({ '一.txt': '一二三' });
  expect(times).toEqual([new Date('2026-11-23T10:03:04Z')]);
});

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\windows\\a.pdf', 'C__windows_a.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\u0000b\n.pdf', 'ab.pdf'],
  ['  .hidden ', 'hidden'],
  ['???', '___'],
  ['', '文件'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(110)}.pdf`],
])('%j becomes a name every system unpacks', (given, name) => expect(zipName(given)).toBe(name));
