import { describe, expect, test } from 'vitest';
import type { GreyPicture } from './paper-sheet.ts';
import { paperOf, paperOfSize, pictureFindings } from './picture-findings.ts';

const width = 724;
const height = 1024;

interface Drawing {
  readonly width?: number;
  readonly height?: number;
  /** Brightness of paper, ink and what lies behind. */
  readonly paper?: number;
  readonly ink?: number;
  readonly table?: number;
  /** Left, top, right, bottom of the paper. */
  readonly box?: readonly [number, number, number, number];
  readonly margin?: number;
}

/** A page as a camera sees it: lines of square characters, each a few strokes, gaps between lines wider than between characters. */
function draw(it: Drawing = {}): GreyPicture {
  const [w, h] = [it.width ?? width, it.height ?? height];
  const { paper = 225, ink = 40, table = 90, margin = 60 } = it;
  const [left, top, right, bottom] = it.box ?? [0, 0, w, h];
  const grey = new Uint8Array(w * h).fill(it.box ? table : paper);
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) grey[y * w + x] = paper;
  let seed = 7;
  for (let line = top + margin; line + 14 < bottom - margin; line += 24)
    for (let sign = left + margin; sign + 12 < right - margin; sign += 15) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      for (let stroke = 0; stroke < 4; stroke += 1) {
        const at = (seed >> (stroke * 5)) % 11;
        for (let step = 0; step < 12; step += 1)
          for (let thick = 0; thick < 2; thick += 1) {
            const [x, y] = stroke % 2 === 0 ? [sign + step, line + at + thick] : [sign + at + thick, line + step];
            grey[y * w + x] = ink;
          }
      }
    }
  // The grain of a camera.
  return {
    width: w,
    height: h,
    grey: grey.map((value, at) => Math.min(255, Math.max(0, value + (((at * 7919) % 13) - 6)))),
  };
}

/** Box blur over five points each way, so many times. */
function blur(picture: GreyPicture, times: number): GreyPicture {
  let { grey } = picture;
  for (let time = 0; time < times * 2; time += 1) {
    const step = time % 2 === 0 ? 1 : picture.width;
    const next = Uint8Array.from(grey);
    for (let at = step * 2; at < grey.length - step * 2; at += 1)
      next[at] = (grey[at - step * 2]! + grey[at - step]! + grey[at]! + grey[at + step]! + grey[at + step * 2]!) / 5;
    grey = next;
  }
  return { ...picture, grey };
}

function turned({ width: w, height: h, grey }: GreyPicture): GreyPicture {
  const out = new Uint8Array(grey.length);
  for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) out[x * h + (h - 1 - y)] = grey[y * w + x]!;
  return { width: h, height: w, grey: out };
}

const shrunk = (picture: GreyPicture, by: (value: number) => number): GreyPicture => ({
  ...picture,
  grey: picture.grey.map(by),
});
const look = (picture: GreyPicture, times = 3, expected: 'page' | 'card' = 'page') =>
  pictureFindings(picture, { width: picture.width * times, height: picture.height * times }, expected);

describe('nothing is said of', () => {
  test.each([
    ['a page that fills the picture', draw()],
    ['a page on a table', draw({ box: [80, 90, 640, 882] })],
    ['a page in dim light', draw({ paper: 140, ink: 40 })],
    ['a page on a dark table in lamplight', draw({ paper: 190, ink: 60, table: 30, box: [80, 90, 640, 882] })],
    ['a page with few lines', draw({ margin: 300 })],
    ['a slightly soft picture', blur(draw(), 1)],
    ['pale ink', draw({ ink: 150 })],
    ['a wide page', draw({ width: 1024, height: 724 })],
  ])('%s', (_what, picture) => {
    expect(look(picture)).toEqual([]);
  });
});

describe('said', () => {
  test('too small to read', () => {
    expect(look(draw(), 0.8)).toEqual(['too-small']);
  });
  test('too dark', () => {
    expect(look(shrunk(draw(), (value) => value / 4))).toEqual(['too-dark']);
  });
  test('washed out, or an empty sheet', () => {
    expect(look(shrunk(draw(), (value) => Math.min(255, value + 180)))).toEqual(['washed-out']);
    expect(look(draw({ margin: 600 }))).toEqual(['washed-out']);
  });
  test('blurred', () => {
    expect(look(blur(draw(), 4))).toEqual(['blurred']);
    expect(look(blur(draw({ box: [80, 90, 640, 882] }), 5))).toEqual(['blurred']);
  });
  test.each([
    ['left', [0, 90, 560, 882]],
    ['top', [80, 0, 640, 800]],
    ['right and bottom', [160, 200, width, height]],
  ] as const)('cut off on the %s', (_side, box) => {
    expect(look(draw({ box }))).toEqual(['cut']);
  });
  test('letters running out of the picture', () => {
    expect(look(draw({ margin: 0 }))).toEqual(['cut']);
  });
  test('sideways, either way', () => {
    expect(look(turned(draw()))).toEqual(['sideways']);
    expect(look(turned(turned(turned(draw({ box: [80, 90, 640, 882] })))))).toEqual(['sideways']);
    expect(look(turned(turned(draw())))).toEqual([]);
  });
  test('a card where a page is asked for, and the other way round', () => {
    const card = draw({ width: 1000, height: 800, box: [150, 180, 150 + 634, 180 + 400], margin: 40 });
    expect(look(card)).toEqual(['is-card']);
    expect(look(card, 3, 'card')).toEqual([]);
    expect(look(draw({ box: [80, 90, 640, 882] }), 3, 'card')).toEqual(['is-page']);
  });
});

test('papers by name and by size', () => {
  expect(paperOf('法定代表人身份证')).toBe('card');
  expect(paperOf('整改情况说明')).toBe('page');
  expect(paperOfSize({ width: 595, height: 842 })).toBe('page');
  expect(paperOfSize({ width: 243, height: 153 })).toBe('card');
  expect(paperOfSize({ width: 100, height: 100 })).toBeNull();
});
