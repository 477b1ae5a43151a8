import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** What an independent reader finds in it; it checks sizes and CRC. */
function unpack(bytes: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      const found: Record<string, string> = {};
      zip.on('error', reject);
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault);
          found[entry.fileName] = Buffer.concat(await stream.toArray()).toString();
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

const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)('another reader (Python) finds no fault, and the hour of Shanghai', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  const file = join(folder, 'a.zip');
  writeFileSync(file, await bytesOf([{ name: '一.txt', content: '一二三' }]));
  const script =
    'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.infolist()[0].date_time,z.infolist()[0].filename)';
  const told = execFileSync('python3', ['-c', script, file], { env: { ...process.env, PYTHONIOENCODING: 'utf8' } });
  rmSync(folder, { recursive: true });
  expect(told.toString().trim()).toBe('None (2026, 11, 23, 10, 3, 4) 一.txt');
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
