import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  diffDays,
  formatChinese,
  maxDate,
  minDate,
  parsePlainDate,
} from './plain-date.ts';

const anyDate = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays('1900-01-01', days));

describe('reading a day', () => {
  it.each(['2026-11-23', '2024-02-29', '1900-01-01', '2199-12-31', '2000-02-29'])('accepts %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    '1899-12-31',
    '2200-01-01',
    ' 2026-01-01',
    '2026-01-01T00:00:00Z',
    '２０２６-01-01',
    '',
    20260101,
    null,
    undefined,
  ])('rejects %s', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  });
});

describe('arithmetic', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-12-15', 3, '2027-03-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('knows the weekday and how Chinese papers write it', () => {
    expect(dayOfWeek('2026-11-23')).toBe(1);
    expect(dayOfWeek('1900-01-01')).toBe(1);
    expect(dayOfWeek('2026-11-29')).toBe(7);
    expect(formatChinese('2026-11-26')).toBe('2026年11月26日（周四）');
  });

  it('agrees with the platform calendar on every day of two centuries', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const instant = new Date(`${date}T00:00:00Z`);
        expect(instant.toISOString().slice(0, 10)).toBe(date);
        expect(dayOfWeek(date)).toBe(instant.getUTCDay() || 7);
      }),
    );
  });

  it('adding and measuring are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(diffDays(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('strings sort as days, and later months are never earlier days', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: 0, max: 400 }), (a, b, months) => {
        expect(Math.sign(diffDays(a, b))).toBe(compareDates(b, a) || 0);
        expect(maxDate(a, b) >= minDate(a, b)).toBe(true);
        if (a <= b) expect(addMonths(a, months) <= addMonths(b, months)).toBe(true);
      }),
    );
  });
});
