import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdfJoiner } from './join-pdf.ts';
import { openPaperPress, type PaperPress } from './paper-press.ts';
import { printPaper } from './render-paper.ts';
import { samplePapers } from './sample-papers.ts';

let press: PaperPress;
beforeAll(() => {
  press = openPaperPress();
});
afterAll(() => {
  press.close();
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

/** What each page of a file draws, in the order of the pages. */
function drawn(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const object = (id: string) => {
    const at = new RegExp(`(?:^|\\n)${id} 0 obj`).exec(text)!.index;
    return text.slice(at, text.indexOf('endobj', at));
  };
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(text)![1]!;
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const contents = /\/Contents (\d+) 0 R/.exec(object(id!))?.[1];
    return contents === undefined ? '' : object(contents).split('stream')[1]!.trim();
  });
}

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
  expect(drawn(plain.pdf)).toEqual(files.flatMap(drawn));
  expect(drawn(sheets.pdf).filter((page) => page !== '')).toEqual(files.flatMap(drawn));
});

test('what the press did not make is a bug, and said so', async () => {
  await expect(joined([Buffer.from('%PDF-1.4 nothing')], false)).rejects.toThrow();
});
