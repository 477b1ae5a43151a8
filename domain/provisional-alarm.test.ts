import { expect, test } from 'vitest';
import { provisionalAlarm } from './provisional-alarm.ts';
import { announcedCalendar as calendar } from './working-days.ts';
import { yearCalendar } from './year-calendar.ts';

const with2027 = { years: { ...calendar.years, 2027: { holidays: ['2027-01-01'], makeupWorkdays: [] } } };

test.each([
  ['2026-10-31', null],
  ['2026-11-01', 2027],
  ['2026-11-23', 2027],
  ['2026-12-31', 2027],
  ['2027-01-01', 2027],
  ['2027-06-30', 2027],
])('on %s the alarm is about %s', (today, year) => {
  expect(provisionalAlarm(calendar, today)?.year ?? null).toBe(year);
});

test('ends with the entry, and begins again in the November after', () => {
  expect(provisionalAlarm(with2027, '2026-11-23')).toBeNull();
  expect(provisionalAlarm(with2027, '2027-10-31')).toBeNull();
  expect(provisionalAlarm(with2027, '2027-11-01')).toMatchObject({ year: 2028, since: '2027-11-01' });
});

test('the working days of a year, and what of it is special', () => {
  // Counted by hand from the notices: 365 days, 104 weekend days, 11 (13 since 2025) festival days.
  expect(yearCalendar(calendar, 2019).workingDays).toBe(250);
  expect(yearCalendar(calendar, 2026)).toMatchObject({ workingDays: 248, provisional: false });
  const december = yearCalendar(calendar, 2018).days.filter((day) => day.date > '2018-12-01');
  expect(december.map(({ date, working }) => [date, working])).toEqual([
    ['2018-12-29', true],
    ['2018-12-30', false],
    ['2018-12-31', false],
  ]);
  expect(yearCalendar(calendar, 2027)).toMatchObject({ provisional: true, notice: null });
});
