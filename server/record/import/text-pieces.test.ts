import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTextPieces, wholeCharacters } from './text-pieces.ts';

/** The bytes of a text cut at these places. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

it.each(['utf-8', 'utf-16le'] as const)('a text in %s comes back whole wherever it is cut', (encoding) => {
  const mark = Buffer.from('\ufeff', encoding === 'utf-8' ? 'utf8' : 'utf16le');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.nat(200), { maxLength: 6 }),
      fc.boolean(),
      (text, cuts, marked) => {
        const plain = Buffer.from(text.replaceAll('\ufeff', ''), encoding === 'utf-8' ? 'utf8' : 'utf16le');
        const all = marked ? Buffer.concat([mark, plain]) : plain;
        const decoder = openTextPieces(encoding);
        const read = pieces(all, cuts).map((piece) => decoder.decode(piece));
        expect(read.join('') + decoder.end()).toBe(text.replaceAll('\ufeff', ''));
      },
    ),
    { numRuns: 500 },
  );
});

it('the end of a piece is found at every cut of a character', () => {
  const bytes = Buffer.from('aé罚😀');
  const whole = Array.from({ length: bytes.length + 1 }, (_, end) => wholeCharacters(bytes.subarray(0, end)));
  expect(whole).toEqual([0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10]);
});
