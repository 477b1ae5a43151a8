import { type GreyPicture, type Sheet, sheetOf } from './paper-sheet.ts';

export type { GreyPicture } from './paper-sheet.ts';

/** What kind of paper a material is: a page (A4), or a card such as an identity card (85.6 × 54 mm). */
export type Paper = 'page' | 'card';

/** What may be wrong with a picture of a paper. Each is a guess: the person decides. */
export type PictureFinding =
  | 'too-small'
  | 'too-dark'
  | 'washed-out'
  | 'blurred'
  | 'cut'
  | 'sideways'
  | 'is-card'
  | 'is-page';

const smallestLong = 1000;
const smallestShort = 600;
/** Drawn pages measure 0.5 to 0.6, softened by 1.4 points 0.2, by 2 points (letters hard to tell apart) 0.12. */
const softest = 0.13;
const ratios: Readonly<Record<Paper, number>> = { page: 297 / 210, card: 85.6 / 53.98 };

/** The paper a material is, by its name. */
export function paperOf(materialName: string): Paper {
  return /身份证|驾驶证|行驶证|社保卡|银行卡/.test(materialName) ? 'card' : 'page';
}

/**
 * Looks at a picture of a paper as a clerk would at first sight. `original` is the size in points as taken; `grey` a smaller copy.
 * Measured on pages drawn by the tests: see picture-findings.test.ts for what is found and what is let pass.
 */
export function pictureFindings(
  picture: GreyPicture,
  original: { readonly width: number; readonly height: number },
  expected: Paper,
): PictureFinding[] {
  const findings: PictureFinding[] = [];
  const [long, short] = [Math.max(original.width, original.height), Math.min(original.width, original.height)];
  if (long < smallestLong || short < smallestShort) findings.push('too-small');
  const shares = brightnessShares(picture.grey);
  const [darkest, light] = [shares(0.002), shares(0.95)];
  if (light < 100) return [...findings, 'too-dark'];
  if (darkest > 190) return [...findings, 'washed-out'];
  const edges = edgesOf(picture);
  if (edges.sharpness < softest) findings.push('blurred');
  const sheet = sheetOf(picture);
  if (isCut(sheet, edges)) findings.push('cut');
  const looks = paperSeen(sheet, original);
  if (looks && looks !== expected) findings.push(looks === 'card' ? 'is-card' : 'is-page');
  // Blurred letters have no lines to go by, and a card has too few.
  if (expected === 'page' && edges.sharpness >= softest && isSideways(edges)) findings.push('sideways');
  return findings;
}

/** The brightness below which a share of the points lies. */
function brightnessShares(grey: Uint8Array): (share: number) => number {
  const counts = new Uint32Array(256);
  for (const value of grey) counts[value]! += 1;
  return (share) => {
    let left = grey.length * share;
    for (let value = 0; value < 256; value += 1) {
      left -= counts[value]!;
      if (left < 0) return value;
    }
    return 255;
  };
}

interface Edges {
  readonly width: number;
  readonly height: number;
  /** 1 where brightness changes much from point to point: the rims of letters and lines. */
  readonly marks: Uint8Array;
  /** How abruptly it changes at the sharpest places, as a share of the whole contrast. */
  readonly sharpness: number;
}

function edgesOf({ width, height, grey }: GreyPicture): Edges {
  const smooth = smoothed(width, height, grey);
  const shares = brightnessShares(grey);
  // Blurred letters are pale as well: against a floor their paleness counts too.
  const contrast = Math.max(80, shares(0.995) - shares(0.005));
  const bends = new Uint32Array(1024);
  const marks = new Uint8Array(width * height);
  let inside = 0;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const [left, right, up, down] = [smooth[at - 1]!, smooth[at + 1]!, smooth[at - width]!, smooth[at + width]!];
      bends[Math.min(1023, Math.abs(left + right + up + down - 4 * smooth[at]!))]! += 1;
      inside += 1;
      if (Math.abs(right - left) + Math.abs(down - up) > contrast * 0.2) marks[at] = 1;
    }
  let rest = inside * 0.002;
  let bend = 1023;
  while (bend > 0 && rest > bends[bend]!) {
    rest -= bends[bend]!;
    bend -= 1;
  }
  return { width, height, marks, sharpness: bend / contrast };
}

/** The mean of each point and its eight neighbours: takes the camera's grain away. */
function smoothed(width: number, height: number, grey: Uint8Array): Uint8Array {
  const out = Uint8Array.from(grey);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      let sum = 0;
      for (const row of [at - width, at, at + width]) sum += grey[row - 1]! + grey[row]! + grey[row + 1]!;
      out[at] = sum / 9;
    }
  return out;
}

/** Text stands in lines: counted row by row it comes and goes, column by column much less. Sideways it is the other way round. */
function isSideways({ width, height, marks }: Edges): boolean {
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  let all = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (marks[y * width + x] === 1) {
        rows[y]! += 1;
        columns[x]! += 1;
        all += 1;
      }
  if (all < width * height * 0.01) return false;
  return unrest(columns, Math.round(width / 90)) > unrest(rows, Math.round(height / 90)) * 1.6;
}

/** How much counts change over a short way, as a share of all. */
function unrest(counts: Float64Array, way: number): number {
  const step = Math.max(2, way);
  let change = 0;
  let all = 1;
  for (let at = step; at < counts.length; at += 1) {
    change += Math.abs(counts[at]! - counts[at - step]!);
    all += counts[at]!;
  }
  return change / all;
}

function isCut({ sides, fills }: Sheet, edges: Edges): boolean {
  const shares = Object.values(sides);
  if (!fills) return shares.some((share) => share > 0.35) && shares.some((share) => share < 0.1);
  return inkAtRim(edges);
}

/** Letters that run out of the picture: as many marks along a side as in the middle of the page. */
function inkAtRim({ width, height, marks }: Edges): boolean {
  const band = Math.max(3, Math.round(Math.min(width, height) * 0.012));
  const density = (left: number, top: number, right: number, bottom: number) => {
    let found = 0;
    for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) found += marks[y * width + x]!;
    return found / Math.max(1, (right - left) * (bottom - top));
  };
  const inside = density(band * 4, band * 4, width - band * 4, height - band * 4);
  if (inside < 0.02) return false;
  const rims = [
    density(1, 1, width - 1, band),
    density(1, height - band, width - 1, height - 1),
    density(1, 1, band, height - 1),
    density(width - band, 1, width - 1, height - 1),
  ];
  return rims.some((rim) => rim > inside * 0.6);
}

/** Which paper it looks like, where that can be seen. */
function paperSeen(sheet: Sheet, { width, height }: { width: number; height: number }): Paper | null {
  const whole = Math.max(width, height) / Math.min(width, height);
  const [ratio, slack] = sheet.fills ? [whole, 0.02] : [sheet.ratio, 0.05];
  if (ratio === null) return null;
  const near = (Object.keys(ratios) as Paper[]).filter((paper) => Math.abs(Math.log(ratio / ratios[paper])) < slack);
  return near.length === 1 ? near[0]! : null;
}

/** Which paper a page of a PDF is, by its size in points; null for any other size. */
export function paperOfSize(size: { readonly width: number; readonly height: number }): Paper | null {
  const [long, short] = [Math.max(size.width, size.height), Math.min(size.width, size.height)];
  if (long <= 320 && short <= 220 && Math.abs(Math.log(long / short / ratios.card)) < 0.08) return 'card';
  return long >= 700 && long <= 1300 ? 'page' : null;
}
