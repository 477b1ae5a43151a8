import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPaperPress } from '#server/notice/papers/paper-press.ts';
import { samplePapers } from '#server/notice/papers/sample-papers.ts';
import {
  type Box,
  boxAround,
  inkOf,
  isRed,
  linesOf,
  mm,
  printedPages,
  shapeBox,
  type TextLine,
  typeArea,
} from './measure-page.ts';
import type { PageMarks } from './pdf-marks.ts';

// The press is slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// GB/T 9704—2012 measured on the printed files. Lengths in millimetres unless they are type sizes.

const press = openPaperPress();
afterAll(() => press.close());

const sentence = '当事人应当依法诚信经营';
const grant = samplePapers['grant-decision'];
/** A decision so long that it has whole pages of nothing but text. */
let long: PageMarks[];
let decision: PageMarks[];
let letter: PageMarks[];
beforeAll(async () => {
  long = await printedPages({ ...grant, notes: sentence.repeat(300), copiesTo: [] }, press);
  decision = await printedPages(grant, press);
  letter = await printedPages(samplePapers['general-notice'], press);
});

/** Text of the 版心 alone: what stands below it is page number and verification. */
const bodyLines = (page: PageMarks) => linesOf(page).filter((line) => line.y < typeArea.bottom);
const lineWith = (pages: readonly PageMarks[], text: string): TextLine =>
  pages.flatMap((page) => linesOf(page)).find((line) => line.text.replaceAll(' ', '').includes(text))!;
const inkBox = (line: TextLine): Box => boxAround(line.letters.flatMap((one) => inkOf(one) ?? []));
const middle = (box: { left: number; right: number }) => (box.left + box.right) / 2;
const within = (found: number, wanted: number, tolerance: number) => {
  expect(found).toBeGreaterThanOrEqual(wanted - tolerance);
  expect(found).toBeLessThanOrEqual(wanted + tolerance);
};
/** The seal's ring: the one red round line. */
const ringOn = (page: PageMarks) =>
  page.shapes
    .filter((one) => isRed(one) && one.stroke !== undefined && one.lines.some((line) => line.length > 20))
    .map(shapeBox)[0]!;

describe('版心 (5.1, 5.2)', () => {
  test('the paper is A4', () => {
    for (const page of [...long, ...letter]) {
      within(page.width / mm, 210, 0.1);
      within(page.height / mm, 297, 0.1);
    }
  });

  test('天头 37 mm, 订口 28 mm, 156 mm wide, 225 mm high: text fills it and does not leave it', () => {
    const lines = bodyLines(long[2]!);
    const full = lines.filter((line) => line.letters.length === 28);
    expect(full.length).toBeGreaterThan(20);
    for (const line of full) {
      within(line.left / mm, 28, 0.3);
      within(line.right / mm, 28 + 156, 0.3);
    }
    // The em box of a line reaches 0.88 of its size above the base line, 0.12 below.
    within((lines[0]!.y - 0.88 * 16) / mm, 37, 1);
    const bottom = (lines.at(-1)!.y + 0.12 * 16) / mm;
    expect(bottom).toBeLessThanOrEqual(37 + 225);
    // Less than one more line is left free.
    expect(bottom).toBeGreaterThan(37 + 225 - 29 / mm);
  });

  test('22 lines of 28 characters of 三号 (16 pt), lines at equal distances', () => {
    for (const page of [long[2]!, long[3]!]) {
      const lines = bodyLines(page);
      expect(lines).toHaveLength(22);
      for (const [i, line] of lines.entries()) {
        within(line.size, 16, 0.01);
        if (i > 0) within(line.y - lines[i - 1]!.y, 29, 0.05);
      }
      expect(Math.max(...lines.map((line) => line.letters.length))).toBe(28);
    }
  });

  test('every decision keeps 三号 and 28 characters however closely it is set', async () => {
    for (const kind of ['grant-decision', 'refusal-decision', 'removal-decision', 'revocation-decision'] as const) {
      for (const page of await printedPages(samplePapers[kind], press)) {
        const body = bodyLines(page).filter((line) => line.size > 14.1 && line.size < 20 && !line.letters.some(isRed));
        for (const line of body) within(line.size, 16, 0.01);
        for (const line of body) expect([kind, line.right / mm <= 184 + 2.9]).toEqual([kind, true]);
      }
    }
  });
});

describe('版头 (7.2) and title (7.3)', () => {
  test('the organ’s mark: red, its upper edge 35 mm below the upper edge of the 版心, centred', () => {
    const mark = lineWith(decision, grant.head.organName);
    expect(mark.letters.every(isRed)).toBe(true);
    const box = inkBox(mark);
    within((box.top - typeArea.top) / mm, 35, 0.5);
    within(middle(box) / mm, 28 + 78, 0.7);
    expect(mark.size).toBeGreaterThan(22);
  });

  test('number: 三号, centred, year in 〔〕 without 第 or leading zeros; a red rule as wide as the 版心 4 mm below it', () => {
    const number = lineWith(decision, grant.head.docNumber);
    expect(number.text).toMatch(/〔2026〕[1-9]\d*号$/);
    within(number.size, 16, 0.01);
    within(middle(number) / mm, 28 + 78, 0.7);
    const rule = decision[0]!.shapes.filter(isRed).map(shapeBox)[0]!;
    within(rule.left / mm, 28, 0.2);
    within((rule.right - rule.left) / mm, 156, 0.2);
    within((rule.top - (number.y + 0.12 * 16)) / mm, 4, 0.5);
  });

  test('title: 二号 (22 pt), centred, below the rule; a long one breaks between words', async () => {
    const title = lineWith(decision, '准予信用修复决定书');
    within(title.size, 22, 0.01);
    within(middle(title) / mm, 28 + 78, 0.3);
    const removal = await printedPages(samplePapers['removal-decision'], press);
    const lines = linesOf(removal[0]!).filter((line) => Math.abs(line.size - 22) < 0.01);
    expect(lines.map((line) => line.text)).toEqual(['提前移出拖欠农民工工资', '失信联合惩戒对象名单决定书']);
    for (const line of lines) within(middle(line) / mm, 28 + 78, 0.7);
  });
});

describe('信函格式 (10.1)', () => {
  test('mark 30 mm below the edge, double rules of 170 mm 4 mm below it and 20 mm above the foot, first page without number', () => {
    const mark = inkBox(lineWith(letter, samplePapers['general-notice'].head.organName));
    within(mark.top / mm, 30, 0.5);
    const rules = letter[0]!.shapes.filter((one) => isRed(one) && one.lines[0]!.length === 2).map(shapeBox);
    expect(rules).toHaveLength(4);
    for (const rule of rules) {
      within((rule.right - rule.left) / mm, 170, 0.2);
      within(middle(rule) / mm, 105, 0.2);
    }
    const heights = rules.map((rule) => rule.bottom - rule.top);
    within((rules[0]!.top - mark.bottom) / mm, 4, 0.6);
    expect(heights[0]).toBeGreaterThan(heights[1]!);
    within((letter[0]!.height - (rules[2]!.top + rules[3]!.bottom) / 2) / mm, 20, 0.3);
    expect(heights[3]).toBeGreaterThan(heights[2]!);
    expect(linesOf(letter[0]!).some((line) => /^— \d/.test(line.text))).toBe(false);
  });
});

describe('页码 (7.5)', () => {
  test('四号, 一字线 on both sides 7 mm below the 版心; odd pages right, even left, one character in', () => {
    for (const [i, page] of long.slice(0, 4).entries()) {
      const number = linesOf(page).find((line) => line.text === `— ${i + 1} —`)!;
      within(number.size, 14, 0.01);
      const dash = inkOf(number.letters[0]!)!;
      within((dash.top - typeArea.bottom) / mm, 7, 0.5);
      if (i % 2 === 0) within((typeArea.right - number.right) / 14, 1, 0.3);
      else within((number.left - typeArea.left) / 14, 1, 0.3);
    }
  });
});

describe('署名、日期、印章 (7.3.5)', () => {
  const sealed = [
    'grant-decision',
    'refusal-decision',
    'revocation-decision',
    'acceptance-notice',
    'objection-answer',
    'general-notice',
  ] as const;
  test.each(sealed)('%s: organ centred on the day, four characters from the right, seal over both', async (kind) => {
    const model = samplePapers[kind];
    const pages = await printedPages(model, press);
    const at = pages.findIndex((page) =>
      page.shapes.some((one) => isRed(one) && one.lines.some((line) => line.length > 20) && one.stroke),
    );
    const page = pages[at]!;
    const [, year, month, day] = /^(\d+)-0?(\d+)-0?(\d+)$/.exec(model.head.issuedOn)!;
    const date = linesOf(page).find((line) => line.text === `${year}年${month}月${day}日` && line.size > 15.9)!;
    const organ = linesOf(page).find((line) => line.text === model.head.organName && !line.letters.some(isRed))!;
    within((typeArea.right - date.right) / 16, 4, 0.2);
    within(middle(organ), middle(date), 0.5);
    expect(organ.y).toBeLessThan(date.y);

    const ring = ringOn(page);
    within((ring.right - ring.left) / mm, 42, 0.2);
    within((ring.bottom - ring.top) / mm, 42, 0.2);
    within(middle(ring) / mm, middle(date) / mm, 0.5);
    // Organ and day stand in the lower middle: their common middle below the seal's, the day wholly in its lower half.
    const [centre, both] = [(ring.top + ring.bottom) / 2, boxAround([inkBox(organ), inkBox(date)])];
    expect((both.top + both.bottom) / 2).toBeGreaterThan(centre);
    expect(inkBox(date).top).toBeGreaterThan(centre);
    expect(inkBox(date).bottom).toBeLessThan(ring.bottom);
    expect(inkBox(organ).top).toBeGreaterThan(ring.top);
    // 印章顶端应当上距正文一行之内.
    const above = Math.max(
      ...bodyLines(page)
        .filter((line) => line.y < organ.y - 1)
        .map((line) => line.y + 0.12 * line.size),
    );
    expect(ring.top - above).toBeLessThan(29);
    expect(ring.top).toBeGreaterThan(above - 0.5 * 16);
  });

  test('a page with the seal has text of the paper above it', async () => {
    for (const model of Object.values(samplePapers)) {
      for (const page of await printedPages(model, press)) {
        const ring = ringOn(page);
        if (ring)
          expect([model.kind, bodyLines(page).some((line) => line.y < ring.top && !line.letters.some(isRed))]).toEqual([
            model.kind,
            true,
          ]);
      }
    }
  });
});

test('版记 (7.4): outer rules 0.35 mm, inner 0.25 mm, 四号, at the foot of the 版心', () => {
  const page = decision.at(-1)!;
  const copies = linesOf(page).find((line) => line.text.startsWith('抄送：'))!;
  within(copies.size, 14, 0.01);
  const rules = page.shapes.filter((one) => !isRed(one) && one.stroke !== undefined && one.lines.length > 0);
  const breadths = rules.map((one) => one.stroke! / mm);
  const boxes = rules.map(shapeBox);
  expect(Math.max(...boxes.map((box) => box.bottom)) / mm).toBeCloseTo(262, 0);
  for (const breadth of breadths)
    expect(Math.min(Math.abs(breadth - 0.35), Math.abs(breadth - 0.25))).toBeLessThan(0.02);
  expect(breadths.filter((one) => one > 0.3).length).toBeGreaterThan(0);
  expect(breadths.filter((one) => one < 0.3).length).toBeGreaterThan(0);
});
