import { describe, expect, test } from 'vitest';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { automaticEndLaw } from './automatic-end-law.ts';
import { effectsOf, standingAfter } from './order-effects.ts';
import { orderLaw } from './order-law.ts';
import { orderKinds } from './record-order.ts';

const on = '2026-11-23';
const asked = (kind: Parameters<typeof effectsOf>[0], entry: LawEntryKey) =>
  effectsOf(kind, entry, on).map(({ system, effect }) => `${system} ${effect}`);

describe('what the end of the time ends', () => {
  test.each<[string, LawEntryKey, string[]]>([
    ['36号第十二条第二款: display alone', 'other-penalty', []],
    [
      '总局令第107号第二条第一款: measures are lifted, sharing is not named',
      'market-penalty',
      ['province lift-measures'],
    ],
    [
      '总局令第107号第十三条第二款、总局令第44号第二十一条: so for the list',
      'market-serious',
      ['province lift-measures'],
    ],
    [
      '人社部令第45号第十七条: sharing and measures',
      'wage-arrears',
      ['province end-sharing', 'province lift-measures'],
    ],
    ['税务总局令第54号第十七条: display alone', 'tax-serious', []],
    ['海关总署令第282号第三十五条: display alone, the grade stays', 'customs-discredited', []],
    ['法释〔2017〕7号第十条第二款: display alone', 'judgment-defaulter', []],
  ])('%s', (_, entry, more) => {
    expect(asked('automatic-end', entry)).toEqual(['credit-china hide', 'gsxt hide', ...more]);
  });

  test('what a clause does not end is said, by entry', () => {
    const said = (entry: LawEntryKey) =>
      automaticEndLaw(entry, on)!
        .open.map((one) => one.text)
        .join('；');
    expect(said('other-penalty')).toContain('惩戒、管理措施：条文没有写随期满解除');
    expect(said('market-penalty')).not.toContain('惩戒、管理措施：');
    expect(said('market-penalty')).toContain('信息的共享和使用：条文没有写随期满停止');
    expect(said('wage-arrears')).not.toContain('信息的共享和使用：');
    expect(said('market-serious')).toContain('引起列入的处罚信息是哪一条');
    expect(automaticEndLaw('customs-discredited', on)!.text).toContain('信用等级不随公示期满改变');
    expect(automaticEndLaw('abnormal-operation', on)).toBeUndefined();
  });
});

describe('a plan of reorganisation', () => {
  test('总局令第107号第二十二条: the statement goes when the plan was performed, everywhere; the record stays shielded', () => {
    expect(asked('completion', 'market-penalty')).toEqual([
      'credit-china end-statement',
      'gsxt end-statement',
      'province end-statement',
    ]);
    expect(standingAfter('completion')).toBeUndefined();
  });

  test('36号第二十条 gives no statement: nobody has to take one back', () => {
    expect(orderLaw('shielding', 'other-penalty', on)!.statement).toBeNull();
    expect(asked('completion', 'other-penalty')).toEqual([]);
  });

  test('税务总局令第54号第十八条第二项: the tax authority’s own early end is named beside the shielding', () => {
    const open = orderLaw('shielding', 'tax-serious', on)!.open.find((one) => one.cites.includes('sta54:18(2)'));
    expect(open!.text).toContain('15个工作日');
    expect(orderLaw('shielding', 'work-safety', on)!.open.some((one) => one.cites.includes('sta54:18(2)'))).toBe(false);
  });
});

test('every kind asks each platform for one thing at most once', () => {
  for (const kind of orderKinds)
    for (const entry of ['market-penalty', 'other-penalty', 'wage-arrears'] as const) {
      const all = asked(kind, entry);
      expect(new Set(all).size).toBe(all.length);
    }
});
