/** A picture as brightness (0 black … 255 white), row by row; long side about a thousand points. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** Where the bright paper lies in front of what is behind it. */
export interface Sheet {
  /** Share of each side of the picture that the paper runs over. */
  readonly sides: Readonly<Record<Side, number>>;
  /** Long side by short side of the paper, where it lies straight and whole in the picture. */
  readonly ratio: number | null;
  /** Nothing but paper. */
  readonly fills: boolean;
}

const cells = 96;

/** Finds the paper in a picture. */
export function sheetOf({ width, height, grey }: GreyPicture): Sheet {
  const scale = cells / Math.max(width, height);
  const [across, down] = [Math.max(8, Math.floor(width * scale)), Math.max(8, Math.floor(height * scale))];
  const means = new Float64Array(across * down);
  // The brightest point of a cell: letters do not make holes in a page.
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const cell =
        Math.min(down - 1, Math.floor((y * down) / height)) * across +
        Math.min(across - 1, Math.floor((x * across) / width));
      means[cell] = Math.max(means[cell]!, grey[y * width + x]!);
    }
  const limit = divide(means);
  const whole: Sheet = { sides: { top: 1, right: 1, bottom: 1, left: 1 }, ratio: null, fills: true };
  if (limit === null) return whole;
  const isPaper = (x: number, y: number) => means[y * across + x]! > limit;
  let [count, minX, maxX, minY, maxY] = [0, across, -1, down, -1];
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1)
      if (isPaper(x, y)) {
        count += 1;
        [minX, maxX, minY, maxY] = [Math.min(minX, x), Math.max(maxX, x), Math.min(minY, y), Math.max(maxY, y)];
      }
  if (count > across * down * 0.97) return whole;
  const share = (length: number, at: (index: number) => boolean) =>
    Array.from({ length }, (_, index) => at(index)).filter(Boolean).length / length;
  const sides = {
    top: share(across, (x) => isPaper(x, 0)),
    bottom: share(across, (x) => isPaper(x, down - 1)),
    left: share(down, (y) => isPaper(0, y)),
    right: share(down, (y) => isPaper(across - 1, y)),
  };
  const [boxWidth, boxHeight] = [(maxX - minX + 1) * (width / across), (maxY - minY + 1) * (height / down)];
  const straight = count / ((maxX - minX + 1) * (maxY - minY + 1)) > 0.88;
  const inside = Object.values(sides).every((one) => one < 0.05);
  return {
    sides,
    fills: false,
    ratio: straight && inside ? Math.max(boxWidth, boxHeight) / Math.min(boxWidth, boxHeight) : null,
  };
}

/** The brightness that best parts two groups (Otsu); null where there are no two. */
function divide(values: Float64Array): number | null {
  const sorted = Float64Array.from(values).sort();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  let [best, limit, means] = [-1, 0, 0];
  let sum = 0;
  for (let index = 1; index < sorted.length; index += 1) {
    sum += sorted[index - 1]!;
    const [low, high] = [sum / index, (total - sum) / (sorted.length - index)];
    const spread = index * (sorted.length - index) * (high - low) ** 2;
    if (spread > best) [best, limit, means] = [spread, (sorted[index - 1]! + sorted[index]!) / 2, high - low];
  }
  return means >= 45 ? limit : null;
}
