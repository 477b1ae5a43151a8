import { describe, expect, it } from 'vitest';
import { faultOfExtra } from './extra-fields.ts';
import { markForm } from './form-marks.ts';

describe('marks of the form', () => {
  const known = { name: '示例有限公司', phone: '13900000001' };
  it('leaves alone what a source vouches for, and what is empty', () => {
    expect(markForm({ name: '示例有限公司', phone: '13900000001', legalRep: ' ' }, known)).toEqual({});
  });
  it('tells a typed value from one changed after it was filled in', () => {
    expect(markForm({ name: '示例公司', phone: '13900000001', address: '示例路1号' }, known)).toEqual({
      name: 'changed',
      address: 'typed',
    });
  });
  it('marks everything as typed while the sources are silent', () => {
    expect(markForm({ name: '示例有限公司' }, {})).toEqual({ name: 'typed' });
  });
});

describe('answers of the 另附表', () => {
  const field = (type: 'text' | 'date' | 'number' | 'choice', required = true) => ({
    label: '车辆',
    type,
    required,
    ...(type === 'choice' ? { choices: ['甲', '乙'] } : {}),
  });
  it.each([
    ['text', '', '请填写“车辆”'],
    ['choice', undefined, '请选择“车辆”'],
    ['text', '  赣A00000 ', null],
    ['date', '2026-02-30', '“车辆”不是一个存在的日期'],
    ['date', '2026-02-28', null],
    ['number', '十二', '“车辆”只填数字，例如 12.5'],
    ['number', '12.5', null],
    ['choice', '丙', '“车辆”请从列出的选项中选一个'],
    ['choice', '乙', null],
  ] as const)('%s %s: %s', (type, value, fault) => {
    expect(faultOfExtra(field(type), value)).toBe(fault);
  });
  it('lets an optional answer be left out, but not be wrong', () => {
    expect(faultOfExtra(field('date', false), '')).toBeNull();
    expect(faultOfExtra(field('date', false), '昨天')).toContain('日期');
  });
});
