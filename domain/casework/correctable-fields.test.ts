import { describe, expect, it } from 'vitest';
import { faultOfCorrected, fieldsToCorrect, isKnownField, keyOfField, namedField } from './correctable-fields.ts';

const plate = { key: 'plate', label: '车牌号', type: 'text', required: false, why: '' } as const;

describe('fields named in a call for correction', () => {
  it('are told from materials by their key, both ways', () => {
    expect(namedField('duties-proof')).toBeNull();
    expect(namedField('form:phone')).toEqual({ part: 'form', field: 'phone' });
    expect(namedField(keyOfField({ part: 'extra', field: 'plate' }))).toEqual({ part: 'extra', field: 'plate' });
  });
  it('are those that there are; who applies is not one of them', () => {
    expect(isKnownField('form:identifier', [])).toBe(false);
    expect(isKnownField('form:facts', [])).toBe(true);
    expect(isKnownField('extra:plate', [])).toBe(false);
    expect(isKnownField('extra:plate', [plate])).toBe(true);
    expect(isKnownField('other-1', [])).toBe(true);
  });
  it('are checked as when the form was handed in, and may not be left empty', () => {
    const phone = { part: 'form', field: 'phone' } as const;
    expect(faultOfCorrected(phone, '12', [])).toContain('手机号');
    expect(faultOfCorrected(phone, '13900000001', [])).toBeNull();
    expect(faultOfCorrected({ part: 'extra', field: 'plate' }, ' ', [plate])).toBe('请填写“车牌号”');
  });
  it('are put before whoever answers with what stands there; a material is not among them', () => {
    const missing = [{ key: 'duties-proof' }, { key: 'form:phone' }, { key: 'extra:plate' }];
    const filledIn = { form: { phone: '12', address: '不该出现' }, extra: undefined };
    expect(fieldsToCorrect(missing, filledIn, [plate])).toEqual([
      { key: 'form:phone', value: '12', asks: null },
      { key: 'extra:plate', value: '', asks: plate },
    ]);
  });
});
