import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PaperModel } from '#contract/paper-models.ts';
import { openPaperPress } from '#server/notice/papers/paper-press.ts';
import { decidedOpinions, shieldingNotice } from '#server/notice/papers/sample-further.ts';
import { samplePapers } from '#server/notice/papers/sample-papers.ts';
import { drawPage, type GreyPicture } from './draw-page.ts';
import { readGreyPng, writeGreyPng } from './grey-png.ts';
import { mm, printedPages } from './measure-page.ts';

// Golden pictures: what every paper looks like, kept beside its template. Drawn from the printed file by our own code with the fonts
// embedded in it, so that they are the same on every machine.

const dotsPerInch = 50;
/** Of 255; less is a rounding of the sixteen greys. */
const seenDifference = 40;
/** This many pixels may differ: a letter of the text has some eighty. */
const allowedPixels = 12;

/** Where the pictures are kept. */
export const goldenFolder = fileURLToPath(new URL('../../documents/golden/', import.meta.url));

/** Every page of every paper, by file name. Beside each sample, papers whose look depends on what they carry. */
export async function drawPapers(): Promise<Map<string, GreyPicture>> {
  const press = openPaperPress();
  try {
    const drawn = new Map<string, GreyPicture>();
    for (const [name, model] of Object.entries(papers)) {
      for (const [i, page] of (await printedPages(model, press)).entries())
        drawn.set(`${name}-${i + 1}.png`, drawPage(page, dotsPerInch));
    }
    return drawn;
  } finally {
    press.close();
  }
}

const form = samplePapers['joint-application-form'];
const papers: Readonly<Record<string, PaperModel>> = {
  ...samplePapers,
  'joint-application-form-blank': { ...form, opinions: [], annex: [], records: form.records.slice(0, 1) },
  'joint-application-form-decided': {
    ...form,
    annex: [],
    opinions: decidedOpinions,
    standing: '截至2026年4月22日：共4项，已有结果3项。',
  },
  'general-notice-shielding': shieldingNotice,
  'grant-decision-own-seal': {
    ...samplePapers['grant-decision'],
    head: { ...samplePapers['grant-decision'].head, seal: 'space' },
  },
};

/** What differs from the kept pictures, a sentence each; pictures of it are written to `folder`. */
export function compareWithGolden(drawn: ReadonlyMap<string, GreyPicture>, folder: string): string[] {
  const kept = existsSync(goldenFolder) ? readdirSync(goldenFolder).filter((name) => name.endsWith('.png')) : [];
  const gone = kept.filter((name) => !drawn.has(name)).map((name) => `${name}：不再印出这一页`);
  return [...gone, ...[...drawn].flatMap(([name, picture]) => compareOne(name, picture, folder))];
}

function compareOne(name: string, picture: GreyPicture, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const file = join(goldenFolder, name);
  if (!existsSync(file)) {
    writeFileSync(path, writeGreyPng(picture));
    return [`${name}：没有样张；现在的样子在 ${path}`];
  }
  const golden = readGreyPng(readFileSync(file));
  if (golden.width !== picture.width || golden.height !== picture.height) return [`${name}：纸张大小不同`];
  const now = picture.pixels;
  const differing: number[] = [];
  for (let i = 0; i < now.length; i++) if (Math.abs(now[i]! - golden.pixels[i]!) > seenDifference) differing.push(i);
  if (differing.length <= allowedPixels) return [];
  writeFileSync(path, writeGreyPng(picture));
  writeFileSync(path.replace('.png', '-diff.png'), writeGreyPng(shownDifference(golden, now, new Set(differing))));
  const rows = differing.map((i) => Math.floor(i / golden.width));
  const at = (row: number) => Math.round(((row / dotsPerInch) * 72) / mm);
  const where = `距上边 ${at(Math.min(...rows))}–${at(Math.max(...rows))} 毫米`;
  return [`${name}：${differing.length} 点不同，${where}；现在的样子和不同之处（黑）：${path}`];
}

/** The kept picture, faint, with what differs in black. */
function shownDifference(golden: GreyPicture, now: Uint8Array, differing: ReadonlySet<number>): GreyPicture {
  return { ...golden, pixels: now.map((_, i) => (differing.has(i) ? 0 : 200 + Math.round(golden.pixels[i]! / 5))) };
}

/** Keeps today's look as the golden pictures; pages that are no more go. */
export function keepAsGolden(drawn: ReadonlyMap<string, GreyPicture>): void {
  mkdirSync(goldenFolder, { recursive: true });
  for (const name of readdirSync(goldenFolder)) if (!drawn.has(name)) rmSync(join(goldenFolder, name));
  for (const [name, picture] of drawn) writeFileSync(join(goldenFolder, name), writeGreyPng(picture));
}
