import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fontFiles, fontFolders } from '#server/notice/papers/paper-fonts.ts';
import { openPaperPress, type PaperPress } from '#server/notice/papers/paper-press.ts';
import { samplePapers } from '#server/notice/papers/sample-papers.ts';
import { linesOf, printedPages } from './measure-page.ts';

// The press is slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// FONT_DIRS: an office's own 仿宋 is used for the text. No 仿宋 may be shipped, so a shipped face is given its name.

const folder = mkdtempSync(join(tmpdir(), 'own-fonts-'));
let press: PaperPress;
beforeAll(() => {
  const sans = fontFiles(fontFolders()).find((file) => file.includes('NotoSansSC'))!;
  writeFileSync(join(folder, 'own.ttf'), renamed(readFileSync(sans), 'FangSong'));
  press = openPaperPress({ fontDirs: [folder] });
});
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});

/** The same face under another family's name: records 1 (family) and 16 of the table `name`, shorter than before. */
function renamed(font: Buffer, family: string): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const at = tables.find((one) => font.toString('latin1', one, one + 4) === 'name')!;
  const table = font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12));
  const text = Buffer.from(family, 'utf16le').swap16();
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const record = 6 + 12 * i;
    if (![1, 16].includes(table.readUInt16BE(record + 6)) || table.readUInt16BE(record + 8) < text.length) continue;
    text.copy(table, table.readUInt16BE(4) + table.readUInt16BE(record + 10));
    table.writeUInt16BE(text.length, record + 8);
  }
  return font;
}

test('an office’s own 仿宋 sets the text; title and mark keep the faces that stand in', async () => {
  const model = samplePapers['acceptance-notice'];
  const lines = (await printedPages(model, press)).flatMap(linesOf);
  const fontOf = (text: string) => lines.find((line) => line.text.includes(text))!.letters[0]!.font.name.slice(7);
  expect(fontOf('信用修复申请受理通知书')).toBe('NotoSerifSC-Bold');
  expect(fontOf('本机关')).toBe('NotoSansSC-Medium');
  const shipped = openPaperPress();
  const plain = (await printedPages(model, shipped)).flatMap(linesOf);
  shipped.close();
  expect(plain.find((line) => line.text.includes('本机关'))!.letters[0]!.font.name.slice(7)).toBe(
    'NotoSerifSC-Regular',
  );
});
