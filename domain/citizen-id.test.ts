import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCitizenId, citizenIdFaultText, makeCitizenId, maskCitizenId } from './citizen-id.ts';

const body17 = fc
  .tuple(
    fc.integer({ min: 100000, max: 999999 }),
    fc.integer({ min: 1900, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([r, y, m, d, n]) =>
      `${r}${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${String(n).padStart(3, '0')}`,
  );

describe('checkCitizenId', () => {
  it('accepts the published example, in any spelling', () => {
    expect(checkCitizenId('11010519491231002X')).toEqual({
      ok: true,
      id: '11010519491231002X',
      birthDate: '1949-12-31',
    });
    expect(checkCitizenId(' １１０１０５19491231002ｘ').ok).toBe(true);
  });
  it('keeps abolished regions: 湾里区 360105', () => {
    expect(checkCitizenId(makeCitizenId('36010519800101001') ?? '').ok).toBe(true);
  });
  it('names each fault', () => {
    expect(checkCitizenId('110105491231002')).toMatchObject({ fault: 'length' });
    expect(checkCitizenId('1101051949123100AX')).toMatchObject({ fault: 'alphabet' });
    expect(checkCitizenId(makeCitizenId('11010519490231002') ?? '')).toMatchObject({ fault: 'birth-date' });
    expect(checkCitizenId(makeCitizenId('11010519001301002') ?? '')).toMatchObject({ fault: 'birth-date' });
    expect(checkCitizenId('110105194912310021')).toMatchObject({ fault: 'check-digit' });
    for (const fault of ['length', 'alphabet', 'birth-date', 'check-digit'] as const)
      expect(citizenIdFaultText(fault)).toContain('公民身份号码');
  });
  it('knows leap years', () => {
    expect(checkCitizenId(makeCitizenId('36010220000229001') ?? '').ok).toBe(true);
    expect(checkCitizenId(makeCitizenId('36010219000229001') ?? '')).toMatchObject({ fault: 'birth-date' });
  });
  it('accepts whatever makeCitizenId makes and detects every single wrong character', () => {
    fc.assert(
      fc.property(body17, fc.nat(17), fc.constantFrom(...'0123456789X'), (body, at, other) => {
        const right = makeCitizenId(body) ?? '';
        if (!checkCitizenId(right).ok) return false;
        fc.pre(right[at] !== other);
        return !checkCitizenId(right.slice(0, at) + other + right.slice(at + 1)).ok;
      }),
    );
  });
  it('masks birth date and serial number', () => {
    expect(maskCitizenId('11010519491231002X')).toBe('110*************2X');
    expect(maskCitizenId('1234')).toBe('****');
  });
});
