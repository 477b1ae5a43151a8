import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsvScanner, detectDelimiter } from './csv-scanner.ts';

/** Feeds the text in pieces of the given length. */
function scan(text: string, piece: number, delimiter = ','): string[][] {
  const scanner = createCsvScanner(delimiter);
  const records: string[][] = [];
  for (let at = 0; at < text.length; at += piece) records.push(...scanner.write(text.slice(at, at + piece), false));
  return [...records, ...scanner.write('', true)];
}

describe('createCsvScanner', () => {
  it('reads quotes, doubled quotes, line breaks in fields, CRLF and LF', () => {
    expect(scan('a,"b,""c""\r\nd",e\r\n1,,3\n', 1000)).toEqual([
      ['a', 'b,"c"\r\nd', 'e'],
      ['1', '', '3'],
    ]);
  });
  it('keeps a last line without line break, a last empty field, and blank lines', () => {
    expect(scan('a,b\n\nc,', 1000)).toEqual([['a', 'b'], [''], ['c', '']]);
  });
  it('takes quotes inside unquoted fields as they stand, and text after a closing quote', () => {
    expect(scan('5"管,x\n"a"b,c\n', 1000)).toEqual([
      ['5"管', 'x'],
      ['ab', 'c'],
    ]);
  });
  it('gives up an unclosed quote at the end and holds it back before', () => {
    const scanner = createCsvScanner(',');
    expect(scanner.write('a,"b\nc,d\n', false)).toEqual([]);
    expect(scanner.pending()).toBe(9);
    expect(scanner.unclosed()).toBe(false);
    expect(scanner.write('', true)).toEqual([['a', 'b\nc,d\n']]);
    expect(scanner.unclosed()).toBe(true);
  });
  it('agrees with csv-parse on whatever csv-stringify writes, in pieces of any length', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '中', ';', '\t', "'"),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.constantFrom(',', ';', '\t'), (rows, piece, delimiter) => {
        const text = stringify(rows, { delimiter, quoted: true });
        const expected = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
        expect(scan(text, piece, delimiter)).toEqual(expected);
        expect(expected).toEqual(rows);
      }),
    );
  });
});

describe('detectDelimiter', () => {
  it('takes the commonest separator outside of quotes', () => {
    expect(detectDelimiter('a;b;c\n1;"2,3,4,5,6";3')).toBe(';');
    expect(detectDelimiter('a\tb\tc')).toBe('\t');
    expect(detectDelimiter('标题\na,b,c')).toBe(',');
    expect(detectDelimiter('one')).toBe(',');
  });
});
