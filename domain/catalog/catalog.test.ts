import { describe, expect, it } from 'vitest';
import { lawBook } from '#law/law-book.ts';
import { announcedCalendar } from '../working-days.ts';
import { catalogOf, findMatter, findMatterVersion, lawEntryOf, mattersOn } from './catalog.ts';
import { firstVersions } from './matter-from-law.ts';

const paper = { title: '复函（示例）', number: null, issuedOn: '2026-11-01', office: '江西省民政厅' };
const withAnswer = (value: string) =>
  catalogOf({
    matters: firstVersions(),
    units: [],
    regions: [],
    calendar: announcedCalendar,
    law: lawBook({
      confirmations: [
        { id: 'c', point: 'condition:charity-serious:two-years', value, from: '2026-12-01', to: null, paper },
      ],
      standards: [],
    }),
  });
const conditionOn = (value: string, on: string) =>
  findMatter(withAnswer(value), 'charity-serious', on)?.conditions.find((one) => one.key === 'two-years');

describe('a condition that was not read, once its office has answered', () => {
  it('informs until the day, then stands for certain with the paper beside it', () => {
    expect(conditionOn('required', '2026-11-30')).toMatchObject({ sure: false });
    const sure = conditionOn('required', '2026-12-01');
    expect(sure?.sure).toBe(true);
    expect(sure?.cites).toContain('confirmation:c');
  });
  it('falls away where the office says it is not required', () => {
    expect(conditionOn('not-required', '2026-11-30')).toBeDefined();
    expect(conditionOn('not-required', '2026-12-01')).toBeUndefined();
  });
  it('holds for items that began before as well, and in the list of a day', () => {
    const catalog = withAnswer('required');
    const version = findMatter(catalog, 'charity-serious', '2026-11-30')!.version;
    const later = findMatterVersion(catalog, 'charity-serious', version, '2026-12-01');
    expect(later?.conditions.find((one) => one.key === 'two-years')?.sure).toBe(true);
    expect(
      findMatterVersion(catalog, 'charity-serious', version)?.conditions.find((one) => one.key === 'two-years')?.sure,
    ).toBe(false);
    const listed = mattersOn(catalog, '2026-12-01').find((one) => one.matterKey === 'charity-serious');
    expect(listed?.conditions.find((one) => one.key === 'two-years')?.sure).toBe(true);
  });
});

it('records of a matter nobody knows are judged as a serious list, never crash', () => {
  expect(lawEntryOf(withAnswer('required'), 'nowhere-serious')).toBe('serious-list');
  expect(lawEntryOf(withAnswer('required'), 'tax-serious')).toBe('tax-serious');
});
