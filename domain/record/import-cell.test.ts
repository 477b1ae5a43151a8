import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellFault, cellText, isPlainText, plainText } from './import-cell.ts';
import { normaliseDocNumber, normaliseName } from './import-doc-number.ts';
import { remembered } from './import-remembered.ts';

/** Texts of ideographs, digits, marks, blanks of many kinds, signs that begin formulas, and anything else. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'市监罚〔2026〕1号（）()[]－=+@Ａa\u00a0\u3000\ufeff\u200b\t \'"、。·—⼀ﬁ') }),
);

describe('the short ways through a cell', () => {
  it('take for plain only what half-width form and blanks leave as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const slow = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
        if (isPlainText(text)) expect(slow).toBe(text);
        expect(plainText(text)).toBe(slow);
      }),
      { numRuns: 2000 },
    );
  });
  it('trim as the long way does, and let no formula pass', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const slow = text.trim();
        expect(cellText(text)).toBe(slow.startsWith("'") ? slow.slice(1).trim() : slow);
        if (/^[=@]./.test(slow)) expect(cellFault(text, true)).toBeTypeOf('string');
      }),
      { numRuns: 2000 },
    );
  });
  it('spell names and document numbers as the long way does', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bare = text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '');
        expect(normaliseName(text)).toBe(bare.replace(/\(/g, '（').replace(/\)/g, '）'));
        expect(normaliseDocNumber(`${text}罚〔2026〕1号`)).toBe(normaliseDocNumber(` ${text}罚〔2026〕1号`));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a remembered reading', () => {
  it('asks once for a text, forgets when full, and does not keep long texts', () => {
    const asked: string[] = [];
    const length = remembered((text) => {
      asked.push(text);
      return text.length;
    }, 2);
    const long = 'x'.repeat(200);
    expect(['a', 'a', 'bb', 'a', 'ccc', 'a', long, long].map(length)).toEqual([1, 1, 2, 1, 3, 1, 200, 200]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a', long, long]);
  });
});
