import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from './import-amounts.ts';

const wan = (text: string) => {
  const reading = readAmount(text, '万元');
  return reading.kind === 'yuan' ? reading.yuan : reading.kind;
};

describe('readAmount', () => {
  it.each([
    ['0.2', 2000],
    ['2', 20000],
    ['2万元', 20000],
    ['2 万元', 20000],
    ['0.2万', 2000],
    ['20,000元', 20000],
    ['￥2,000元', 2000],
    ['1,234.5', 12345000],
    ['0.000001', 0.01],
    ['0.200000', 2000],
    ['２．５', 25000],
    ['3亿元', 300000000],
    ['0', 0],
  ])('reads %s in a column of 万元', (text, yuan) => expect(wan(text)).toBe(yuan));

  it('takes the unit of the heading where the cell has none', () => {
    expect(readAmount('2000', '元')).toEqual({ kind: 'yuan', yuan: 2000 });
    expect(readAmount('0.2万元', '元')).toEqual({ kind: 'yuan', yuan: 2000 });
  });
  it('takes blanks and signs of emptiness for blank', () => {
    for (const text of ['', ' ', '-', '/', '无']) expect(wan(text)).toBe('blank');
  });
  it.each(['贰仟元', '-2', '2.5.1', '约2万', '1,23', '0.0000001', '99999999999999', '2元整万'])('refuses %s', (text) =>
    expect(wan(text)).toBe('fault'),
  );
  it('brings back what was typed from the noise of binary numbers', () => {
    expect(readAmount({ kind: 'number', value: 0.1 + 0.2, text: String(0.1 + 0.2) }, '万元')).toEqual({
      kind: 'yuan',
      yuan: 3000,
    });
    expect(readAmount({ kind: 'number', value: 1e-5, text: '1e-5' }, '万元')).toEqual({ kind: 'yuan', yuan: 0.1 });
  });
  it('is exact to the fen for every amount written in 万元', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (fen) => {
        const text = `${Math.floor(fen / 1_000_000)}.${String(fen % 1_000_000).padStart(6, '0')}`;
        return wan(text) === fen / 100;
      }),
    );
  });
});
