import type { Point } from './pdf-marks.ts';

/** The outlines of an embedded TrueType face (tables head, loca, glyf), in thousandths of the size, y upwards. */
export interface Outlines {
  /** Closed contours of a glyph, curves flattened; none for a space. */
  contoursOf(glyph: number): readonly (readonly Point[])[];
  /** The box around its ink: left, bottom, right, top; undefined where there is none. */
  boxOf(glyph: number): readonly [number, number, number, number] | undefined;
}

const onCurve = 1;
const repeats = 8;

export function readOutlines(font: Buffer): Outlines {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const from = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(from, from + font.readUInt32BE(at + 12)));
  }
  const [head, loca, glyf] = [tables.get('head')!, tables.get('loca')!, tables.get('glyf')!];
  const unit = 1000 / head.readUInt16BE(18);
  const isLong = head.readInt16BE(50) === 1;
  const offset = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const bytesOf = (glyph: number) => glyf.subarray(offset(glyph), offset(glyph + 1));
  const known = new Map<number, readonly (readonly Point[])[]>();

  function contoursOf(glyph: number): readonly (readonly Point[])[] {
    const found = known.get(glyph);
    if (found) return found;
    const bytes = bytesOf(glyph);
    const read =
      bytes.length === 0 ? [] : bytes.readInt16BE(0) < 0 ? composite(bytes, contoursOf, unit) : simple(bytes, unit);
    known.set(glyph, read);
    return read;
  }
  return {
    contoursOf,
    boxOf(glyph) {
      const bytes = bytesOf(glyph);
      if (bytes.length === 0) return undefined;
      return [2, 4, 6, 8].map((at) => bytes.readInt16BE(at) * unit) as unknown as [number, number, number, number];
    },
  };
}

function simple(bytes: Buffer, unit: number): Point[][] {
  const ends = Array.from({ length: bytes.readInt16BE(0) }, (_, i) => bytes.readUInt16BE(10 + 2 * i));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * ends.length;
  at += 2 + bytes.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = bytes[at++]!;
    flags.push(flag);
    if (flag & repeats) for (let more = bytes[at++]!; more > 0; more--) flags.push(flag);
  }
  const along = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? bytes[at++]! : -bytes[at++]!;
      else if (!(flag & same)) {
        value += bytes.readInt16BE(at);
        at += 2;
      }
      return value * unit;
    });
  };
  const xs = along(2, 16);
  const ys = along(4, 32);
  return ends.map((end, i) => {
    const from = i === 0 ? 0 : ends[i - 1]! + 1;
    const points = Array.from({ length: end - from + 1 }, (_, k) => ({
      at: [xs[from + k]!, ys[from + k]!] as const,
      on: (flags[from + k]! & onCurve) !== 0,
    }));
    return flatten(points);
  });
}

interface OutlinePoint {
  readonly at: Point;
  readonly on: boolean;
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Quadratic curves in four straight parts; between two points off the curve stands one on it. */
function flatten(points: readonly OutlinePoint[]): Point[] {
  const n = points.length;
  const first = points.findIndex((one) => one.on);
  const start = first >= 0 ? points[first]!.at : middle(points[0]!.at, points[n - 1]!.at);
  const out: Point[] = [start];
  let control: Point | undefined;
  const to = (end: Point) => {
    const from = out.at(-1)!;
    for (let k = 1; control && k < 4; k++) {
      const [t, s] = [k / 4, 1 - k / 4];
      out.push([
        s * s * from[0] + 2 * s * t * control[0] + t * t * end[0],
        s * s * from[1] + 2 * s * t * control[1] + t * t * end[1],
      ]);
    }
    out.push(end);
    control = undefined;
  };
  for (let k = 1; k <= n; k++) {
    const point = points[(Math.max(first, 0) + k - (first >= 0 ? 0 : 1)) % n]!;
    if (point.on) to(point.at);
    else {
      if (control) to(middle(control, point.at));
      control = point.at;
    }
  }
  if (control) to(start);
  return out;
}

/** Parts of other glyphs, moved and perhaps scaled. */
function composite(
  bytes: Buffer,
  contoursOf: (glyph: number) => readonly (readonly Point[])[],
  unit: number,
): Point[][] {
  const out: Point[][] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = bytes.readUInt16BE(at);
    const glyph = bytes.readUInt16BE(at + 2);
    const words = (flags & 1) !== 0;
    const [dx, dy] = words
      ? [bytes.readInt16BE(at + 4), bytes.readInt16BE(at + 6)]
      : [bytes.readInt8(at + 4), bytes.readInt8(at + 5)];
    at += words ? 8 : 6;
    const fraction = () => {
      at += 2;
      return bytes.readInt16BE(at - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & 8) a = d = fraction();
    else if (flags & 64) [a, d] = [fraction(), fraction()];
    else if (flags & 128) [a, b, c, d] = [fraction(), fraction(), fraction(), fraction()];
    for (const contour of contoursOf(glyph))
      out.push(contour.map(([x, y]) => [a * x + c * y + dx * unit, b * x + d * y + dy * unit]));
    more = (flags & 32) !== 0;
  }
  return out;
}
