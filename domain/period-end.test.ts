import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodEnd, periodRules, periodStart } from './period-end.ts';
import { addDays, addMonths, diffDays } from './plain-date.ts';
import { announcedCalendar as calendar, calendarKnownOn, isWorkingDay } from './working-days.ts';

const pause = (from: string, to: string | null) => ({ from, to, why: '示例', cites: [] });

describe('natural days and months', () => {
  /** 起算日、数、单位、最后一日、顺延后。 */
  it.each([
    ['2026-11-23', 15, 'natural-days', '2026-12-08', '2026-12-08'],
    ['2026-11-18', 10, 'natural-days', '2026-11-28', '2026-11-30'],
    ['2026-09-21', 10, 'natural-days', '2026-10-01', '2026-10-08'],
    // 10 October is a Saturday on which work is done.
    ['2026-09-30', 10, 'natural-days', '2026-10-10', '2026-10-10'],
    ['2026-01-31', 1, 'months', '2026-02-28', '2026-02-28'],
    ['2024-01-31', 1, 'months', '2024-02-29', '2024-02-29'],
    ['2026-08-01', 2, 'months', '2026-10-01', '2026-10-08'],
    ['2026-11-30', 3, 'months', '2027-02-28', '2027-03-01'],
    ['2026-11-23', 0, 'natural-days', '2026-11-23', '2026-11-23'],
    ['2026-11-22', 0, 'natural-days', '2026-11-22', '2026-11-23'],
  ] as const)('%s + %i %s → %s → %s', (start, count, unit, last, date) => {
    expect(periodEnd(calendar, { start, count, unit })).toMatchObject({ last, date });
  });

  it('says why the last day moved, and on what', () => {
    const { steps } = periodEnd(calendar, { start: '2026-09-21', count: 10, unit: 'natural-days' });
    expect(steps.map((step) => step.text)).toEqual([
      '2026年9月21日（周一） 起算当日不计入',
      '9月22日至10月1日 第1至第10日',
      '10月2日至7日 国庆节放假，顺延',
      '10月8日（周四） 最后一日（2026年10月1日）国庆节放假，期限到休息日后的第一个工作日',
    ]);
    expect(steps.at(-1)!.cites).toEqual(periodRules.moved.cites);
  });

  it('asks only the last day whether it is sure', () => {
    const into = { start: '2026-12-20', unit: 'natural-days' } as const;
    expect(periodEnd(calendar, { ...into, count: 10 }).provisional).toBe(false);
    expect(periodEnd(calendar, { ...into, count: 20 }).provisional).toBe(true);
    expect(
      periodEnd(calendarKnownOn('2018-11-01'), { start: '2018-12-21', count: 10, unit: 'natural-days' }),
    ).toMatchObject({ date: '2018-12-31', provisional: true });
    expect(periodEnd(calendar, { start: '2018-12-21', count: 10, unit: 'natural-days' }).date).toBe('2019-01-02');
  });

  it('is not sure where the days after the last one are not', () => {
    // Saturday 2023-12-30, then a year of which that calendar knows nothing.
    const known = calendarKnownOn('2023-01-01');
    const { date, last, provisional } = periodEnd(known, { start: '2023-12-20', count: 10, unit: 'natural-days' });
    expect([last, date, provisional]).toEqual(['2023-12-30', '2024-01-02', true]);
  });

  it('pauses put the end off, an open one leaves it open', () => {
    const month = { start: '2026-11-02', count: 1, unit: 'months' } as const;
    expect(periodEnd(calendar, { ...month, pauses: [pause('2026-11-10', '2026-11-14')] }).last).toBe('2026-12-07');
    expect(periodEnd(calendar, { ...month, pauses: [pause('2026-11-10', null)] })).toMatchObject({
      date: null,
      last: null,
    });
  });

  it('counted back moves nothing', () => {
    expect(periodStart(calendar, { start: '2027-01-01', count: 1, unit: 'months' }).date).toBe('2026-12-01');
    expect(periodStart(calendar, { start: '2026-11-30', count: 15, unit: 'natural-days' }).date).toBe('2026-11-15');
    expect(periodStart(calendar, { start: '2026-03-31', count: 1, unit: 'months' }).date).toBe('2026-02-28');
  });
});

describe('properties', () => {
  const anyDate = fc.integer({ min: 0, max: 4747 }).map((days) => addDays('2015-01-01', days));

  it('the end is a working day, on or after the last day, with nothing but rest between', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('natural-days', 'months'),
        (start, n, unit) => {
          const count = unit === 'months' ? n % 13 : n;
          const { last, date, days } = periodEnd(calendar, { start, count, unit });
          expect(last).toBe(unit === 'months' ? addMonths(start, count) : addDays(start, count));
          expect(isWorkingDay(calendar, date!)).toBe(true);
          for (let day = last!; day < date!; day = addDays(day, 1)) expect(isWorkingDay(calendar, day)).toBe(false);
          expect(days.at(-1)!.date).toBe(date);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('each paused day inside puts the end off by one; the order of pauses does not matter', () => {
    const offsets = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 25, max: 60 }),
        fc.array(offsets, { maxLength: 3 }),
        (start, count, spans) => {
          const pauses = spans.map(([after, length]) => pause(addDays(start, after), addDays(start, after + length)));
          const one = periodEnd(calendar, { start, count, unit: 'natural-days', pauses });
          expect(periodEnd(calendar, { start, count, unit: 'natural-days', pauses: [...pauses].reverse() }).last).toBe(
            one.last,
          );
          const paused = one.days.filter((day) => day.kind === 'paused').length;
          expect(diffDays(start, one.last!)).toBe(count + paused);
        },
      ),
      { numRuns: 100 },
    );
  });
});
