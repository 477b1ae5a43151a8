import { type Box, inkOf, isRed, mm, shapeBox, typeArea } from './measure-page.ts';
import type { Letter, PageMarks } from './pdf-marks.ts';

/** Half a point: what letters may reach over their line by their own drawing. */
const slack = 0.6;

/**
 * What is wrong on a printed page, a sentence each: a missing glyph, ink outside the text area or the paper, a letter across a rule of a
 * table, body text in the foot of the page.
 */
export function faultsOf(page: PageMarks, number: number): string[] {
  const faults: string[] = [];
  const say = (letter: Letter, what: string) =>
    faults.push(`第${number}页“${letter.text}”(${Math.round(letter.x)}, ${Math.round(letter.y)})${what}`);
  const rules = page.shapes.filter((one) => !isRed(one) && one.stroke !== undefined).map(shapeBox);
  const uprights = rules.filter((box) => box.bottom - box.top > 4 * (box.right - box.left));
  for (const letter of page.letters) {
    if (letter.glyph === 0 || letter.text === '') say(letter, '没有字形');
    const ink = inkOf(letter);
    if (!ink) continue;
    if (!inside(ink, areaOf(letter, page), slack)) say(letter, '超出版心');
    const crossed = uprights.some((rule) => crosses(ink, rule));
    if (crossed && !isRed(letter)) say(letter, '压在表格线上');
  }
  for (const shape of page.shapes) {
    const box = shapeBox(shape);
    if (!inside(box, { left: 0, top: 0, right: page.width, bottom: page.height }, 0))
      faults.push(`第${number}页有线条超出纸张`);
  }
  return faults;
}

/** Where a letter may stand: seals and letterheads on the paper, page numbers and verification below the text, all else in the 版心. */
function areaOf(letter: Letter, page: PageMarks): Box {
  if (letter.matrix[1] !== 0) return { left: 0, top: 0, right: page.width, bottom: page.height };
  if (isRed(letter)) return { left: 18 * mm, top: 28 * mm, right: 192 * mm, bottom: page.height - 20 * mm };
  const isFoot = letter.y > typeArea.bottom;
  return isFoot ? { ...typeArea, top: typeArea.bottom, bottom: page.height - 15 * mm } : typeArea;
}

const inside = (box: Box, area: Box, by: number) =>
  box.left >= area.left - by &&
  box.right <= area.right + by &&
  box.top >= area.top - by &&
  box.bottom <= area.bottom + by;

/** Ink on both sides of an upright rule at its height. */
const crosses = (ink: Box, rule: Box) =>
  ink.left < rule.left - slack &&
  ink.right > rule.right + slack &&
  ink.top < rule.bottom - slack &&
  ink.bottom > rule.top + slack;
