import { describe, expect, test } from 'vitest';
import { customsMatter } from '#law/customs-matter.ts';
import { customsGrade } from './customs-grade.ts';

const base = { findingDate: '2026-05-11', publishedDate: '2026-05-18', granted: false, today: '2026-11-23' } as const;

describe('海关信用等级', () => {
  test('海关总署令第282号第二十九条第一款: 失信企业 waits three or six months from its finding, and a grant makes it 常规企业', () => {
    const it = customsGrade({ ...base, route: '调整信用等级（失信企业）' })!;
    expect([it.before, it.now, it.after]).toEqual(['失信企业', '失信企业', '常规企业']);
    expect(it.waits.map(({ from, open }) => [from, open])).toEqual([
      ['2026-11-12', true],
      ['2026-08-12', true],
    ]);
    expect(it.notes.map((one) => one.text).join()).toContain('调整为常规企业是推断');
    expect(customsGrade({ ...base, route: '调整信用等级（失信企业）', granted: true })!.now).toBe('常规企业');
  });

  test('海关总署令第282号第三十条: 严重失信企业 waits a year, becomes 失信企业 and leaves the list, not 常规企业 within a year', () => {
    const it = customsGrade({ ...base, route: '调整信用等级（严重失信企业）', today: '2027-05-11' })!;
    expect([it.before, it.after]).toEqual(['严重失信企业', '失信企业']);
    expect(it.waits).toMatchObject([{ from: '2027-05-12', open: false, cites: ['gacc282:30.1'] }]);
    expect(it.means.flatMap((one) => one.cites)).toContain('gacc282:30.3');
    expect(it.means.map((one) => one.text).join()).toContain('一年内不得再调整为常规企业');
  });

  test('海关总署令第282号第三十六条: repair of information changes no grade, and waits from publication', () => {
    const it = customsGrade({ ...base, route: '一般失信信息修复' })!;
    expect([it.before, it.now, it.after]).toEqual([null, null, null]);
    expect(it.waits[0]!.from).toBe('2026-08-19');
    expect(customsGrade({ ...base, publishedDate: null, route: '一般失信信息修复' })!.waits[0]!.from).toBeNull();
  });

  test('every choice of the annex has its row, and nothing else has', () => {
    const choices = customsMatter.extraFields.find((one) => one.key === 'customs-route')!.choices!;
    for (const route of choices) expect(customsGrade({ ...base, route })).toBeDefined();
    expect(customsGrade({ ...base, route: '别的' })).toBeUndefined();
    expect(customsGrade({ ...base, route: choices[0]!, today: '2026-03-31' })).toBeUndefined();
  });
});
