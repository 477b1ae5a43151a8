import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { GreyPicture } from './draw-page.ts';
import { compareWithGolden, drawPapers, goldenFolder } from './golden-papers.ts';

const folder = mkdtempSync(join(tmpdir(), 'papers-that-differ-'));
let drawn: Map<string, GreyPicture>;
beforeAll(async () => {
  drawn = await drawPapers();
}, 60_000);

test('every page of every paper looks as it was kept (node tools/golden-papers.ts --keep)', () => {
  expect(compareWithGolden(drawn, folder)).toEqual([]);
}, 60_000);

test('one letter more, a line moved by a millimetre, a page more or less: each is seen and told', () => {
  const page = drawn.get('grant-decision-1.png')!;
  const shifted = page.pixels.map((_, i) => page.pixels[i - 2 * page.width] ?? 255);
  const [moved] = compareWithGolden(new Map(drawn).set('grant-decision-1.png', { ...page, pixels: shifted }), folder);
  expect(moved).toMatch(/^grant-decision-1\.png：\d+ 点不同，距上边 \d+–\d+ 毫米/);
  const lettered = page.pixels.slice();
  for (let y = 0; y < 9; y++)
    for (let x = 0; x < 9; x++) if (x % 2 === 0) lettered[(300 + y) * page.width + 300 + x] = 0;
  expect(
    compareWithGolden(new Map(drawn).set('grant-decision-1.png', { ...page, pixels: lettered }), folder),
  ).toHaveLength(1);
  expect(compareWithGolden(new Map(drawn).set('grant-decision-9.png', page), folder)[0]).toContain('没有样张');
  const fewer = new Map(drawn);
  fewer.delete('grant-decision-1.png');
  expect(compareWithGolden(fewer, folder)).toEqual(['grant-decision-1.png：不再印出这一页']);
}, 60_000);

test('drawing is the same twice, and the pictures stay small', async () => {
  const again = await drawPapers();
  for (const [name, picture] of drawn)
    expect([name, Buffer.from(again.get(name)!.pixels).equals(Buffer.from(picture.pixels))]).toEqual([name, true]);
  const bytes = readdirSync(goldenFolder).reduce((sum, name) => sum + statSync(join(goldenFolder, name)).size, 0);
  expect(bytes).toBeLessThan(1_000_000);
}, 60_000);
