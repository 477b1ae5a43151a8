import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperSignature, strokesOf } from './signature-strokes.ts';

describe('strokes of a drawn signature', () => {
  test('each M begins a stroke; L goes on, with commas or spaces', () => {
    expect(strokesOf('M10 20L30 40 50,60M1,2 L 3,4')).toEqual([
      [
        [10, 20],
        [30, 40],
        [50, 60],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ]);
  });

  test('curves end where they should', () => {
    const [stroke] = strokesOf('M0 0Q10 0 10 10C10 20 20 20 20 30');
    expect(stroke!.length).toBe(1 + 6 + 6);
    expect(stroke![6]).toEqual([10, 10]);
    expect(stroke!.at(-1)).toEqual([20, 30]);
  });

  test('a path that the wire lets through never throws and never gives a broken number', () => {
    const path = fc
      .array(fc.constantFrom(...'MLQC0123456789 ,.-'), { maxLength: 200 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(path, (text) => {
        for (const [x, y] of strokesOf(text).flat()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('nothing drawn: the typed name', () => {
    expect(paperSignature({ way: 'drawn', name: '某某某' })).toEqual({ kind: 'typed', name: '某某某' });
    expect(paperSignature({ way: 'drawn', name: '某某某', path: 'M1 1L2 2' })).toMatchObject({
      kind: 'strokes',
      width: 600,
    });
  });
});
