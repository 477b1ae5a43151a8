import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdfJoiner } from './join-pdf.ts';
import { openPaperPress, type PaperPress } from './paper-press.ts';
import { printPaper } from './render-paper.ts';
import { samplePapers } from './sample-papers.ts';

let press: PaperPress;
const folder = mkdtempSync(join(tmpdir(), 'join-'));
beforeAll(() => {
  press = openPaperPress();
});
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true, force: true });
});

async function joined(files: readonly Buffer[], frontSide: boolean) {
  const parts: Buffer[] = [];
  const joiner = openPdfJoiner(async (bytes) => void parts.push(bytes));
  for (const file of files) await joiner.add(file, frontSide);
  const ended = await joiner.end();
  return { pdf: Buffer.concat(parts), ...ended };
}

/** The table says where each object begins; every reference leads to an object; the page tree counts its pages. */
function checked(pdf: Buffer): { pages: number } {
  const text = pdf.toString('latin1');
  const table = text.slice(text.lastIndexOf('xref\n0 1'), text.lastIndexOf('trailer'));
  const ids = new Set<number>();
  for (const [, id, offset] of table.matchAll(/(\d+) 1\n(\d{10}) 00000 n/g)) {
    expect(text.startsWith(`${id} 0 obj`, Number(offset)), `object ${id}`).toBe(true);
    ids.add(Number(id));
  }
  for (const [, kid] of /\/Kids \[([^\]]*)\]/.exec(text)![1]!.matchAll(/(\d+) 0 R/g))
    expect(ids).toContain(Number(kid));
  return { pages: Number(/\/Type \/Pages \/Count (\d+)/.exec(text)![1]) };
}

const found = (tool: string) => {
  try {
    execFileSync('which', [tool]);
    return true;
  } catch {
    return false;
  }
};

test('papers stand behind one another with every page they had; two-sided each begins on a front side', async () => {
  const notice = await printPaper('repair-notice', samplePapers['repair-notice'], press);
  const receipt = await printPaper('receipt', samplePapers.receipt, press);
  const files = [receipt.pdf, notice.pdf, receipt.pdf].map((one) => Buffer.from(one));
  const plain = await joined(files, false);
  expect(plain.pages).toBe(2 * receipt.pages + notice.pages);
  expect(checked(plain.pdf).pages).toBe(plain.pages);
  expect(plain.bytes).toBe(plain.pdf.length);
  const sheets = await joined(files, true);
  expect(sheets.pages).toBe(plain.pages + (receipt.pages % 2) + (notice.pages % 2));
  if (!found('pdftotext')) return;
  writeFileSync(join(folder, 'plain.pdf'), plain.pdf);
  const text = execFileSync('pdftotext', [join(folder, 'plain.pdf'), '-'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString();
  const codes = [samplePapers.receipt, samplePapers['repair-notice'], samplePapers.receipt].map(
    (one) => one.head.verification.code,
  );
  let from = 0;
  for (const code of codes) {
    const at = text.indexOf(code, from);
    expect(at, code).toBeGreaterThanOrEqual(from);
    from = at + 1;
  }
});

test('what the press did not make is a bug, and said so', async () => {
  await expect(joined([Buffer.from('%PDF-1.4 nothing')], false)).rejects.toThrow();
});
