import { expect, test } from 'vitest';
import { isLawEntryKey, lawEntries } from './matters.ts';
import { shownBy } from './shown-by.ts';

const entries = Object.values(lawEntries);

test('36号第十五条: the proof shows what was performed, the letter the commitment', () => {
  expect(shownBy('work-safety', 'duties-performed')).toEqual(['correction-proof']);
  expect(shownBy('work-safety', 'commitment')).toEqual(['commitment']);
});

test('107号第十四条: one material for duties and for rectification; a period is shown by no paper', () => {
  expect(shownBy('market-penalty', 'rectified')).toEqual(['correction-proof']);
  expect(shownBy('market-penalty', 'minimum-period')).toEqual([]);
  expect(shownBy('market-penalty', 'no-repeat')).toEqual([]);
});

test('every matter but the court of its own has at least one condition a paper is named for', () => {
  for (const { key, conditions, materials } of entries) {
    expect(isLawEntryKey(key)).toBe(true);
    const named = conditions.flatMap((one) => shownBy(key, one.key));
    expect(named.length, key).toBeGreaterThan(0);
    const known = materials.map((one) => one.key);
    expect(
      named.some((one) => known.includes(one)),
      key,
    ).toBe(true);
  }
});

test('what is named for a tax list are papers its own rule asks for', () => {
  const { materials } = lawEntries['tax-serious'];
  for (const key of shownBy('tax-serious', 'paid'))
    expect(materials.find((one) => one.key === key)?.cite).toMatch(/^sta54:1[89]/);
});
