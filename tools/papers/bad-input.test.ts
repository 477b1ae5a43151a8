import { afterAll, expect, test, vi } from 'vitest';
import type { PaperModel } from '#contract/paper-models.ts';
import { openPaperPress } from '#server/notice/papers/paper-press.ts';
import { decidedOpinions } from '#server/notice/papers/sample-further.ts';
import { samplePapers } from '#server/notice/papers/sample-papers.ts';
import { faultsOf } from './find-faults.ts';
import { withLongLists, withOneLong, withTexts } from './hostile-models.ts';
import { printedPages } from './measure-page.ts';
import type { PageMarks } from './pdf-marks.ts';

// The press is slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const press = openPaperPress();
afterAll(() => press.close());

const form = samplePapers['joint-application-form'];
const models: PaperModel[] = [
  ...Object.values(samplePapers),
  { ...form, opinions: decidedOpinions, standing: '截至今天。' },
];
const faultsIn = (pages: readonly PageMarks[]) => pages.flatMap((page, i) => faultsOf(page, i + 1)).slice(0, 8);
const lettersOf = (pages: readonly PageMarks[]) => pages.flatMap((page) => page.letters.map((one) => one.text));
const rare = '鄱婺罡堃犇龘𬭎';

test.each(models)('$kind as it is', async (model) => {
  expect(faultsIn(await printedPages(model, press))).toEqual([]);
});

test.each(models)('$kind with rare characters in every text', async (model) => {
  const pages = await printedPages(
    withTexts(model, (text) => `${rare}${text}`),
    press,
  );
  expect(faultsIn(pages)).toEqual([]);
  const printed = new Set(lettersOf(pages));
  for (const letter of rare) expect([letter, printed.has(letter)]).toEqual([letter, true]);
  expect(printed.has('〓')).toBe(false);
});

test.each(models)(
  '$kind with names of 200 characters, of letters without a place to break, of both',
  async (model) => {
    for (const name of [
      '示例市鄱阳湖'.repeat(34).slice(0, 200),
      'W'.repeat(200),
      `${'示例'.repeat(50)}${'Aa9-'.repeat(25)}`,
    ]) {
      expect([
        name.slice(0, 4),
        faultsIn(
          await printedPages(
            withTexts(model, () => name),
            press,
          ),
        ),
      ]).toEqual([name.slice(0, 4), []]);
    }
  },
  60_000,
);

test.each(models)('$kind with a text of 10 000 characters: all of it is printed', async (model) => {
  const text = `龘${'依法诚信经营'.repeat(1667)}`.slice(0, 10_000);
  const changed = withOneLong(model, text);
  // These take nothing that anybody writes at length.
  if (!changed) return expect(['commitment', 'forwarding-note']).toContain(model.kind);
  const pages = await printedPages(changed.model, press);
  expect([changed.field, faultsIn(pages)]).toEqual([changed.field, []]);
  expect([changed.field, lettersOf(pages).filter((one) => one === '诚').length >= 1666]).toEqual([changed.field, true]);
});

test.each(models)(
  '$kind with lists and tables of 40 entries',
  async (model) => {
    expect(faultsIn(await printedPages(withLongLists(model, 40), press))).toEqual([]);
  },
  60_000,
);

test('the search finds what it looks for: a missing glyph, ink out of bounds, a letter on a rule', async () => {
  const [page] = await printedPages(samplePapers['service-receipt'], press);
  const letters = [...page!.letters];
  const [first] = letters;
  const withLetter = (over: object) => faultsOf({ ...page!, letters: [...letters, { ...first!, ...over }] }, 1);
  expect(withLetter({ glyph: 0, text: '' })).toEqual([expect.stringContaining('没有字形')]);
  const moved = (x: number, y: number) => ({ x, y, matrix: [0.016, 0, 0, -0.016, x, y] });
  expect(withLetter(moved(520, 650))).toEqual([expect.stringContaining('超出版心')]);
  expect(withLetter(moved(300, 742))).toEqual([expect.stringContaining('超出版心')]);
  const rule = page!.shapes.find(
    (one) => one.stroke && one.lines[0]![0]![0] === one.lines[0]![1]![0] && one.lines[0]![0]![0] > 100,
  )!;
  const [x, y] = rule.lines[0]![0]!;
  expect(withLetter(moved(x - 8, Math.max(y, rule.lines[0]![1]![1]) - 2))).toEqual([expect.stringContaining('表格线')]);
});
