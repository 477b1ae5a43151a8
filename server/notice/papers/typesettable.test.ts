import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCoverage } from './font-coverage.ts';
import { fontFiles, fontFolders } from './paper-fonts.ts';
import { typesettable, typesettableModel } from './typesettable.ts';

const covers = readCoverage(fontFiles(fontFolders()));

test('the shipped faces cover the characters of names and places, and no emoji', () => {
  for (const char of '鄱婺堃犇龘〔〕①“”—·ABCxyz0189') expect(covers(char.codePointAt(0)!), char).toBe(true);
  for (const char of ['😀', '\u0001', 'א']) expect(covers(char.codePointAt(0)!)).toBe(false);
});

test.each([
  ['示市监处罚〔2026〕12号', '示市监处罚〔2026〕12号'],
  ['91360100MA0000000X', '91360100MA0000000X'],
  ['甲\r\n乙\u2028丙\t丁', '甲\n乙\n丙  丁'],
  ['a\u0000b\u202ec\u200dd\ufe0fe', 'abcde'],
  ['祝😀', '祝〓'],
  ['吉\u{20bb7}', '吉〓〔U+20BB7〕'],
  ['W'.repeat(22), 'W'.repeat(22)],
  [`甲${'W'.repeat(25)}乙`, `甲${`${'W'.repeat(6)}\u200b`.repeat(4)}W乙`],
])('%j is set as %j', (text, set) => {
  expect(typesettable(text, covers)).toBe(set);
});

test('whatever is typed, only coverable characters, line breaks and break marks are left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const char of typesettable(text, covers)) {
        expect(char === '\n' || char === ' ' || char === '\u200b' || covers(char.codePointAt(0)!)).toBe(true);
      }
    }),
  );
});

test('a model keeps its shape and loses only what is absent', () => {
  const model = { a: '甲', b: undefined, c: null, d: '', e: [{ f: '\u0007乙' }], g: 3, h: false };
  expect(typesettableModel(model, covers)).toEqual({ a: '甲', d: '', e: [{ f: '乙' }], g: 3, h: false });
});
