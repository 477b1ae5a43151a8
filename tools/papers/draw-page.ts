import { type Outlines, readOutlines } from './glyph-outlines.ts';
import type { PdfFont } from './pdf-font.ts';
import { applied, type Ink, type Letter, type PageMarks, type Point, type Shape } from './pdf-marks.ts';

/** A picture in greys, one byte a pixel, 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Lines of samples in a pixel's height; across, coverage is exact. */
const samples = 4;

const outlines = new WeakMap<PdfFont, Outlines>();

/** The outlines of a face, read once. */
export function outlinesOf(font: PdfFont): Outlines {
  const known = outlines.get(font) ?? readOutlines(font.file);
  outlines.set(font, known);
  return known;
}

/** Draws a page: letters from the outlines embedded in the file, no other font, no other program. */
export function drawPage(page: PageMarks, dotsPerInch: number): GreyPicture {
  const scale = dotsPerInch / 72;
  const [width, height] = [Math.round(page.width * scale), Math.round(page.height * scale)];
  const canvas = { width, height, pixels: new Float32Array(width * height).fill(1) };
  for (const mark of page.painted) {
    const lines = 'glyph' in mark ? contoursOf(mark) : mark.stroke === undefined ? mark.lines : strokeOf(mark);
    fill(
      canvas,
      lines.map((line) => line.map(([x, y]) => [x * scale, y * scale] as const)),
      mark,
    );
  }
  return { width, height, pixels: Uint8Array.from(canvas.pixels, (value) => Math.round(value * 255)) };
}

const contoursOf = (letter: Letter) =>
  outlinesOf(letter.font)
    .contoursOf(letter.glyph)
    .map((contour) => contour.map((point) => applied(letter.matrix, point)));

/** Each straight part as a box of its own, all turning the same way, so that they add up and never cancel. */
function strokeOf({ lines, stroke }: Shape): Point[][] {
  const half = Math.max(stroke!, 0.3) / 2;
  return lines.flatMap((line) =>
    line.slice(1).map(([x1, y1], i) => {
      const [x0, y0] = line[i]!;
      const length = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2) || 1;
      const [dx, dy] = [(-(y1 - y0) / length) * half, ((x1 - x0) / length) * half];
      return [
        [x0 + dx, y0 + dy],
        [x0 - dx, y0 - dy],
        [x1 - dx, y1 - dy],
        [x1 + dx, y1 + dy],
      ] satisfies Point[];
    }),
  );
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Float32Array;
}

/** Fills closed lines by the nonzero rule and lays the ink over what is there. */
function fill(canvas: Canvas, lines: readonly (readonly Point[])[], ink: Ink): void {
  const edges = lines.flatMap((line) =>
    line.flatMap(([x0, y0], i) => {
      const [x1, y1] = line[(i + 1) % line.length]!;
      if (y0 === y1) return [];
      return [y0 < y1 ? { x0, y0, x1, y1, turn: 1 } : { x0: x1, y0: y1, x1: x0, y1: y0, turn: -1 }];
    }),
  );
  if (edges.length === 0) return;
  const top = Math.max(0, Math.floor(edges.reduce((least, one) => Math.min(least, one.y0), Infinity)));
  const bottom = Math.min(canvas.height, Math.ceil(edges.reduce((most, one) => Math.max(most, one.y1), -Infinity)));
  const [red, green, blue] = ink.colour as [number, number, number];
  const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
  const covered = new Float32Array(canvas.width);
  for (let row = top; row < bottom; row++) {
    covered.fill(0);
    for (let k = 0; k < samples; k++) {
      const y = row + (k + 0.5) / samples;
      const crossings = edges
        .filter((one) => one.y0 <= y && y < one.y1)
        .map((one) => ({ x: one.x0 + ((y - one.y0) / (one.y1 - one.y0)) * (one.x1 - one.x0), turn: one.turn }))
        .sort((a, b) => a.x - b.x);
      let winding = 0;
      for (const [i, { x, turn }] of crossings.entries()) {
        winding += turn;
        if (winding !== 0) cover(covered, x, crossings[i + 1]?.x ?? x);
      }
    }
    for (let x = 0; x < canvas.width; x++) {
      const part = Math.min(1, covered[x]! / samples) * ink.alpha;
      if (part === 0) continue;
      const at = row * canvas.width + x;
      canvas.pixels[at] = canvas.pixels[at]! * (1 - part) + grey * part;
    }
  }
}

function cover(line: Float32Array, from: number, to: number): void {
  const [left, right] = [Math.max(0, from), Math.min(line.length, to)];
  for (let x = Math.floor(left); x < right; x++) line[x]! += Math.min(right, x + 1) - Math.max(left, x);
}
