import type { Signature } from '#contract/intake.ts';
import type { PaperSignature } from '#contract/paper-parts.ts';

type Point = readonly [number, number];

/** The pad of contract Signature. */
const pad = { width: 600, height: 200 };
/** Points that a curve is drawn with. */
const steps = 6;
const argumentsOf = { M: 2, L: 2, Q: 4, C: 6 } as const;
type Command = keyof typeof argumentsOf;

/** The signature as a paper prints it: pen strokes, or the typed name where nothing drawable was drawn. */
export function paperSignature(signature: Signature): PaperSignature {
  const strokes = signature.way === 'drawn' ? strokesOf(signature.path ?? '') : [];
  if (strokes.length > 0) return { kind: 'strokes', ...pad, strokes };
  // The signed pages were scanned at a window and stay with the application.
  return {
    kind: 'typed',
    name: signature.way === 'paper' ? `${signature.name}（纸质签名，见扫描件）` : signature.name,
  };
}

/**
 * Pen strokes of an SVG path with the commands M, L, Q and C (absolute): each M begins a stroke, curves become short lines. A path that
 * breaks off in the middle gives what stands before.
 */
export function strokesOf(path: string): Point[][] {
  const strokes: Point[][] = [];
  for (const [, command, text] of path.matchAll(/([MLQC])([^MLQC]*)/g)) {
    const numbers = (text!.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const size = argumentsOf[command as Command];
    for (let at = 0; at + size <= numbers.length; at += size) {
      const points = pairs(numbers.slice(at, at + size));
      if (command === 'M' && at === 0) strokes.push([...points]);
      else strokes.at(-1)?.push(...drawn(strokes.at(-1)!.at(-1)!, points));
    }
  }
  return strokes;
}

const pairs = (numbers: readonly number[]): Point[] =>
  numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1]!] as const] : []));

/** The points after `from`: the end of a line, or points along a Bézier curve. */
function drawn(from: Point, points: readonly Point[]): Point[] {
  if (points.length === 1) return [points[0]!];
  return Array.from({ length: steps }, (_, index) => bezier([from, ...points], (index + 1) / steps));
}

function bezier(points: readonly Point[], t: number): Point {
  if (points.length === 1) return points[0]!.map((value) => Math.round(value * 10) / 10) as unknown as Point;
  const closer = points.slice(1).map(([x, y], index): Point => {
    const [fromX, fromY] = points[index]!;
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
  });
  return bezier(closer, t);
}
