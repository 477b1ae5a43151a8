import type { PaperModel } from '#contract/paper-models.ts';
import type { PaperPress } from '#server/notice/papers/paper-press.ts';
import { printPaper } from '#server/notice/papers/render-paper.ts';
import { outlinesOf } from './draw-page.ts';
import { applied, type Letter, marksOf, type PageMarks, type Point, type Shape } from './pdf-marks.ts';
import { readPdf } from './read-pdf.ts';

// Measures of a printed page, in millimetres or points from its upper left corner.

/** Points in a millimetre. */
export const mm = 72 / 25.4;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The 版心 of GB/T 9704: 156 by 225 mm, 37 mm from the top, 28 mm from the left. */
export const typeArea: Box = { left: 28 * mm, top: 37 * mm, right: 184 * mm, bottom: 262 * mm };

/** The pages of a paper as they stand in its printed file. */
export async function printedPages(model: PaperModel, press: PaperPress): Promise<PageMarks[]> {
  return marksOf(readPdf((await printPaper(model.kind, model as never, press)).pdf));
}

const around = (points: readonly Point[]): Box => ({
  left: Math.min(...points.map(([x]) => x)),
  right: Math.max(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)),
  bottom: Math.max(...points.map(([, y]) => y)),
});

/** The box around several. */
export function boxAround(boxes: readonly Box[]): Box {
  return around(
    boxes.flatMap(({ left, top, right, bottom }): Point[] => [
      [left, top],
      [right, bottom],
    ]),
  );
}

/** Where a letter's ink is; undefined for a space. */
export function inkOf(letter: Letter): Box | undefined {
  const box = outlinesOf(letter.font).boxOf(letter.glyph);
  if (!box) return undefined;
  const [left, bottom, right, top] = box;
  const corners: Point[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
  return around(corners.map((corner) => applied(letter.matrix, corner)));
}

/** Where a shape's ink is; a straight level or upright line grows by its breadth across, not along. */
export function shapeBox({ lines, stroke = 0 }: Shape): Box {
  const { left, top, right, bottom } = around(lines.flat());
  const [across, down] = [top === bottom ? 0 : stroke / 2, left === right ? 0 : stroke / 2];
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}

/** Letters on one base line, in reading order. The seal's letters are turned and stand on lines of their own. */
export interface TextLine {
  readonly text: string;
  /** Of the base line. */
  readonly y: number;
  /** From the first letter's origin to the end of the last one's width. */
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly letters: readonly Letter[];
}

export function linesOf({ letters }: Pick<PageMarks, 'letters'>): TextLine[] {
  const rows = new Map<string, Letter[]>();
  for (const letter of letters.filter((one) => one.matrix[1] === 0)) {
    const key = `${letter.y.toFixed(2)} ${letter.size.toFixed(2)}`;
    rows.set(key, [...(rows.get(key) ?? []), letter]);
  }
  return [...rows.values()].map((row) => {
    const [first, last] = [row[0]!, row.at(-1)!];
    const text = row.map((one) => one.text).join('');
    return { text, y: first.y, left: first.x, right: last.x + last.width, size: first.size, letters: row };
  });
}

/** Whether something is printed in the red of letterheads and seals. */
export function isRed({ colour }: { readonly colour: readonly number[] }): boolean {
  return colour[0]! > 0.7 && colour[1]! < 0.2;
}
