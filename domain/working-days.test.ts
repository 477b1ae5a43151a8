import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './plain-date.ts';
import {
  addWorkingDays,
  announcedCalendar as calendar,
  calendarKnownOn,
  dayStatus,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
} from './working-days.ts';

/** 2015-01-01 to 2027-12-31: the announced years and one without an arrangement. */
const anyDate = fc.integer({ min: 0, max: 4747 }).map((days) => addDays('2015-01-01', days));

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
    ['2018-12-29', true, '2019年元旦的调休，周六'],
    ['2018-12-31', false, '2019年元旦放假在上一年'],
    ['2019-05-02', false, '2019年劳动节改为四天'],
    ['2019-05-05', true, '改为四天后的调休，周日'],
    ['2020-01-31', false, '2020年春节延长'],
    ['2020-02-01', false, '原定调休上班，延长后放假'],
    ['2020-02-03', true, '延长后上班第一天'],
    ['2015-09-04', false, '2015年9月增加的放假'],
    ['2015-09-06', true, '2015年9月增加的调休，周日'],
    ['2015-09-05', false, '周六'],
    ['2016-06-12', true, '端午节后周日上班'],
    ['2017-09-30', true, '国庆节前周六上班'],
    ['2021-02-20', true, '春节后周六上班'],
    ['2022-04-02', true, '清明节前周六上班'],
    ['2024-10-12', true, '国庆节后周六上班'],
  ])('%s working: %s (%s)', (date, working) => {
    expect(isWorkingDay(calendar, date)).toBe(working);
  });

  it('gives each year the number of rest days the notice names', () => {
    const counts = [2023, 2024, 2025, 2026].map((year) => calendar.years[year]!.holidays.length);
    expect(counts).toEqual([27, 28, 28, 33]);
    for (const year of [2023, 2024, 2025, 2026]) {
      const { holidays, makeupWorkdays } = calendar.years[year]!;
      expect(new Set([...holidays, ...makeupWorkdays]).size).toBe(holidays.length + makeupWorkdays.length);
    }
  });
});

describe('the calendar as known on a day', () => {
  it.each([
    ['2018-12-05', '2018-12-29', false, true],
    ['2018-12-06', '2018-12-29', true, false],
    ['2019-03-21', '2019-05-02', true, false],
    ['2019-03-22', '2019-05-02', false, false],
    ['2019-03-21', '2019-04-28', false, false],
    ['2019-03-22', '2019-04-28', true, false],
    ['2020-01-26', '2020-01-31', true, false],
    ['2020-01-27', '2020-01-31', false, false],
    ['2020-01-26', '2020-02-01', true, false],
    ['2020-01-27', '2020-02-01', false, false],
    ['2015-05-12', '2015-09-04', true, false],
    ['2015-05-13', '2015-09-04', false, false],
    ['2014-12-15', '2015-02-18', true, true],
    // 1 January 2027 is a Friday: no notice has joined such a day to December. 1 January 2019 was a Tuesday.
    ['2026-11-23', '2026-12-31', true, false],
    ['2018-11-23', '2018-12-31', true, true],
  ])('on %s, %s works: %s, provisional: %s', (known, date, working, provisional) => {
    expect(dayStatus(calendarKnownOn(known), date)).toMatchObject({ working, provisional });
  });

  it('counts to another date with each version of 2019 and 2020', () => {
    const count = (known: string, from: string, days: number) =>
      addWorkingDays(calendarKnownOn(known), from, days).date;
    expect(count('2019-03-21', '2019-04-26', 5)).toBe('2019-05-06');
    expect(count('2019-03-22', '2019-04-26', 5)).toBe('2019-05-06');
    expect(count('2019-03-21', '2019-04-26', 3)).toBe('2019-05-02');
    expect(count('2019-03-22', '2019-04-26', 3)).toBe('2019-04-30');
    expect(count('2020-01-26', '2020-01-22', 3)).toBe('2020-02-01');
    expect(count('2020-01-27', '2020-01-22', 3)).toBe('2020-02-04');
  });

  it('keeps what the keeper entered first apart from what came later', () => {
    const version = (issuedOn: string, holidays: string[]) => ({
      holidays,
      makeupWorkdays: [],
      notice: { title: `示例${issuedOn}`, number: null, issuedOn },
    });
    const [first, second] = [
      version('2026-12-01', ['2027-02-05']),
      version('2027-01-20', ['2027-02-05', '2027-02-08']),
    ];
    const entered = { years: { ...calendar.years, 2027: second }, versions: { 2027: [first, second] } };
    expect(isWorkingDay(entered, '2027-02-08')).toBe(false);
    expect(dayStatus(calendarKnownOn('2026-11-30', entered), '2027-02-08')).toMatchObject({ provisional: true });
    expect(dayStatus(calendarKnownOn('2027-01-19', entered), '2027-02-08')).toMatchObject({
      working: true,
      provisional: false,
    });
    expect(isWorkingDay(calendarKnownOn('2027-01-20', entered), '2027-02-08')).toBe(false);
    // A later notice of a year that the release brought: before it, the release's version holds.
    const changed = version('2026-11-10', ['2026-12-07']);
    const amended = { years: { ...calendar.years, 2026: changed }, versions: { 2026: [changed] } };
    expect(isWorkingDay(calendarKnownOn('2026-11-09', amended), '2026-10-05')).toBe(false);
    expect(isWorkingDay(calendarKnownOn('2026-11-10', amended), '2026-12-07')).toBe(false);
  });

  it('leaves out what the keeper added later, and keeps what stood there by then', () => {
    const added = {
      years: {
        ...calendar.years,
        2027: { holidays: [], makeupWorkdays: [], notice: { title: '示例', number: null, issuedOn: '2026-12-01' } },
      },
      edits: [{ date: '2026-12-07', kind: 'rest' as const, why: '示例停工', knownOn: '2026-12-05' }],
    };
    expect(Object.keys(calendarKnownOn('2026-11-30', added).years)).not.toContain('2027');
    expect(Object.keys(calendarKnownOn('2026-12-01', added).years)).toContain('2027');
    expect(isWorkingDay(calendarKnownOn('2026-12-04', added), '2026-12-07')).toBe(true);
    expect(isWorkingDay(calendarKnownOn('2026-12-05', added), '2026-12-07')).toBe(false);
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

  it('tells a year that is to come from one that is not kept here', () => {
    expect(dayStatus(calendar, '2027-03-01').why).toBe('工作日（该年放假安排尚未公布，暂按周末推算）');
    expect(dayStatus(calendar, '2014-03-03').why).toBe('工作日（该年放假安排未收录，暂按周末推算）');
    expect(dayStatus(calendar, '2014-10-01').why).toBe('国庆节（法定节日；该年放假安排未收录）');
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
