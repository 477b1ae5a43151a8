import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUscc, makeUscc, normaliseCode, usccFaultText } from './uscc.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letter = fc.constantFrom(...ALPHABET);
const digit = fc.constantFrom(...'0123456789');
const body17 = fc
  .tuple(
    fc.array(letter, { minLength: 2, maxLength: 2 }),
    fc.array(digit, { minLength: 6, maxLength: 6 }),
    fc.array(letter, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));

describe('checkUscc', () => {
  it('accepts codes known to be right, and says whose they are', () => {
    expect(checkUscc('91110000101623741K')).toEqual({ ok: true, code: '91110000101623741K', kind: 'organisation' });
    expect(checkUscc('911101066976941872').ok).toBe(true);
    expect(checkUscc('91350100M000100Y43').ok).toBe(true);
    expect(checkUscc('11230500001755309F')).toMatchObject({ ok: true, kind: 'organ' });
  });
  it('finds the wrong check character of a code met in real use', () => {
    expect(checkUscc('91350211M0000XUF46')).toMatchObject({ ok: false, fault: 'check-digit' });
  });
  it('reads full-width, lower-case, spaced and quoted spellings', () => {
    expect(normaliseCode(' ９１１１0000 101623741k\t')).toBe('91110000101623741K');
    expect(checkUscc("'9111 0000 1016 2374 1k").ok).toBe(true);
  });
  it('names each fault', () => {
    expect(checkUscc('9111')).toMatchObject({ fault: 'length' });
    expect(checkUscc('')).toMatchObject({ fault: 'length' });
    expect(checkUscc('91110000101623741I')).toMatchObject({ fault: 'alphabet' });
    expect(checkUscc('91A10000101623741K')).toMatchObject({ fault: 'region' });
    for (const fault of ['length', 'alphabet', 'region', 'check-digit'] as const)
      expect(usccFaultText(fault)).toContain('统一社会信用代码');
  });
  it('tells sole traders, institutions and social organisations by prefix', () => {
    const kind = (head: string) => {
      const check = checkUscc(makeUscc(`${head}360102MA0000001`) ?? '');
      return check.ok ? check.kind : check.fault;
    };
    expect(kind('92')).toBe('sole-trader');
    expect(kind('12')).toBe('public-institution');
    expect(kind('51')).toBe('social-organisation');
    expect(kind('93')).toBe('organisation');
  });
  it('accepts whatever makeUscc makes', () => {
    fc.assert(fc.property(body17, (body) => checkUscc(makeUscc(body) ?? '').ok));
  });
  it('detects every single wrong character', () => {
    fc.assert(
      fc.property(body17, fc.nat(17), letter, (body, at, other) => {
        const right = makeUscc(body) ?? '';
        fc.pre(right[at] !== other);
        return !checkUscc(right.slice(0, at) + other + right.slice(at + 1)).ok;
      }),
    );
  });
  it('detects every exchange of two neighbours', () => {
    fc.assert(
      fc.property(body17, fc.nat(15), (body, at) => {
        const right = makeUscc(body) ?? '';
        fc.pre(right[at] !== right[at + 1]);
        return !checkUscc(`${right.slice(0, at)}${right[at + 1]}${right[at]}${right.slice(at + 2)}`).ok;
      }),
    );
  });
  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof checkUscc(text).ok === 'boolean'));
  });
  it('makes nothing from what is not 17 characters of the alphabet', () => {
    expect(makeUscc('123')).toBeNull();
    expect(makeUscc('9136010OMA0000001')).toBeNull();
  });
});
