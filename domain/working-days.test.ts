import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './plain-date.ts';
import {
  addWorkingDays,
  announcedCalendar as calendar,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
} from './working-days.ts';

const anyDate = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2023-01-01', days));

describe('the announced years', () => {
  it.each([
    ['2026-09-20', true, '调休上班的周日'],
    ['2026-10-10', true, '调休上班的周六'],
    ['2026-10-05', false, '国庆节'],
    ['2026-02-23', false, '春节末日'],
    ['2026-11-23', true, '普通周一'],
    ['2025-02-08', true, '春节后调休'],
    ['2024-02-09', true, '2024年除夕未列入放假'],
    ['2023-10-06', false, '中秋国庆连休末日'],
    ['2023-04-23', true, '劳动节前调休'],
  ])('%s working: %s (%s)', (date, working) => {
    expect(isWorkingDay(calendar, date)).toBe(working);
  });

  it('gives each year the number of rest days the notice names', () => {
    const counts = [2023, 2024, 2025, 2026].map((year) => calendar.years[year]!.holidays.length);
    expect(counts).toEqual([26, 28, 28, 33]);
    for (const year of [2023, 2024, 2025, 2026]) {
      const { holidays, makeupWorkdays } = calendar.years[year]!;
      expect(new Set([...holidays, ...makeupWorkdays]).size).toBe(holidays.length + makeupWorkdays.length);
    }
  });
});

describe('counting', () => {
  it('skips the National Day rest and counts the make-up Saturday', () => {
    const count = addWorkingDays(calendar, '2026-09-30', 3);
    expect(count).toMatchObject({ from: '2026-09-30', add: 3, date: '2026-10-10', provisional: false });
    expect(count.steps.filter((step) => step.kind === 'counted').map((step) => step.date)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
    expect(count.steps[0]).toEqual({ date: '2026-09-30', kind: 'start', why: '起算当日不计入' });
    expect(count.steps.at(-1)).toEqual({ date: '2026-10-10', kind: 'counted', why: '调休上班（周六）', n: 3 });
  });

  it('adding none leaves a working day where it is and moves a rest day on', () => {
    expect(addWorkingDays(calendar, '2026-11-23', 0).date).toBe('2026-11-23');
    expect(addWorkingDays(calendar, '2026-11-28', 0).date).toBe('2026-11-30');
  });

  it('is provisional as soon as it looks into a year without an arrangement', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toMatchObject({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toMatchObject({ date: '2027-01-04', provisional: true });
    expect(isWorkingDay(calendar, '2027-10-02')).toBe(false);
    expect(isWorkingDay(calendar, '2027-05-03')).toBe(true);
  });

  it('an edit of the keeper wins over the notice', () => {
    const edited = {
      ...calendar,
      edits: [{ date: '2026-11-24', kind: 'rest' as const, why: '赣政办〔2026〕示例：防汛停工' }],
    };
    const count = addWorkingDays(edited, '2026-11-23', 1);
    expect(count.date).toBe('2026-11-25');
    expect(count.steps[1]).toMatchObject({ kind: 'rest', why: '赣政办〔2026〕示例：防汛停工' });
  });
});

describe('properties', () => {
  it('adding and subtracting are inverse on working days, and the count between agrees', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const end = addWorkingDays(calendar, date, n).date;
        expect(isWorkingDay(calendar, end)).toBe(true);
        expect(workingDaysBetween(calendar, date, end)).toBe(n);
        if (isWorkingDay(calendar, date)) expect(subtractWorkingDays(calendar, end, n)).toBe(date);
      }),
    );
  });

  it('adding in two parts is adding at once; a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }), (date, a, b) => {
        const half = addWorkingDays(calendar, date, a + 1).date;
        expect(addWorkingDays(calendar, half, b).date).toBe(addWorkingDays(calendar, date, a + 1 + b).date);
        expect(addWorkingDays(calendar, addDays(date, 1), b).date >= addWorkingDays(calendar, date, b).date).toBe(true);
      }),
    );
  });
});
