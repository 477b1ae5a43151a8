import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../plain-date.ts';
import { dayOfSerial, readDate } from './import-dates.ts';

const day = (text: string) => {
  const reading = readDate(text);
  return reading.kind === 'day' ? reading.day : reading.kind;
};

describe('readDate', () => {
  it.each([
    '2026-03-09',
    '2026/3/9',
    '2026/03/09',
    '2026.3.9',
    '2026.03.09',
    '2026年3月9日',
    '2026年03月09日',
    ' 2026 年 3 月 9 日 ',
    '20260309',
    '2026-03-09 00:00:00',
    '2026-03-09 00:00:00.0',
    '2026-03-09T00:00:00',
    '2026/3/9 0:00',
    '2026/3/9 23:59:59',
    '20260309235959',
    '２０２６-０３-０９',
    "'2026-03-09",
    '2026年3月9日 10时30分',
    '2026-03-09T08:00:00+08:00',
  ])('reads %s', (text) => expect(day(text)).toBe('2026-03-09'));

  it('turns stamps of other zones into the day at Shanghai', () => {
    expect(day('2026-03-08T16:00:00.000Z')).toBe('2026-03-09');
    expect(day('2026-03-08T15:59:59Z')).toBe('2026-03-08');
    expect(day('2026-03-09T01:00:00+09:00')).toBe('2026-03-09');
  });
  it('knows long terms', () => {
    for (const text of ['2099/12/31', '2099-12-31', '9999-12-31', '长期', '永久', '20991231'])
      expect(readDate(text)).toEqual({ kind: 'long-term' });
    expect(readDate({ kind: 'day', day: '2099-12-31', text: '2099-12-31' })).toEqual({ kind: 'long-term' });
    expect(readDate({ kind: 'number', value: 73050, text: '73050' })).toEqual({ kind: 'long-term' });
  });
  it('takes signs of emptiness for blank', () => {
    for (const text of ['', '  ', '-', '/', '无', '——']) expect(readDate(text)).toEqual({ kind: 'blank' });
    expect(readDate(undefined)).toEqual({ kind: 'blank' });
  });
  it.each([
    '2026-02-30',
    '2026-13-01',
    '20261301',
    '2026/4/31',
    '昨天',
    '26-3-9',
    '3/9/2026',
    '2026年3月',
    '1',
    '2026-03-09abc',
  ])('refuses %s', (text) => expect(readDate(text).kind).toBe('fault'));
  it('reads serial numbers of workbooks, with or without a time of day', () => {
    expect(readDate({ kind: 'number', value: 46090, text: '46090' })).toEqual({ kind: 'day', day: '2026-03-09' });
    expect(readDate({ kind: 'number', value: 46090.99999, text: '46090.99999' })).toEqual({
      kind: 'day',
      day: '2026-03-09',
    });
    expect(readDate({ kind: 'number', value: 20260309, text: '20260309' })).toEqual({ kind: 'day', day: '2026-03-09' });
    expect(readDate({ kind: 'number', value: 12, text: '12' }).kind).toBe('fault');
  });
  it('reads a serial number in CSV but asks to look again', () => {
    expect(readDate('46090')).toMatchObject({
      kind: 'day',
      day: '2026-03-09',
      note: expect.stringContaining('请核对'),
    });
  });
});

describe('dayOfSerial', () => {
  it('keeps to the origins of the two systems', () => {
    expect(dayOfSerial(1)).toBe('1900-01-01');
    expect(dayOfSerial(59)).toBe('1900-02-28');
    expect(dayOfSerial(61)).toBe('1900-03-01');
    expect(dayOfSerial(36526)).toBe('2000-01-01');
    expect(dayOfSerial(36526 - 1462, true)).toBe('2000-01-01');
    expect(dayOfSerial(-1)).toBeUndefined();
  });
  it('counts days, whatever the time of day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36000 }), fc.integer({ min: 0, max: 86399 }), (days, seconds) => {
        return dayOfSerial(36526 + days + seconds / 86400) === addDays('2000-01-01', days);
      }),
    );
  });
  it('gives for every day the same in all spellings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36000 }), (days) => {
        const date = addDays('2000-01-01', days);
        const [y, m, d] = date.split('-').map(Number);
        const spellings = [
          date,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${y}年${m}月${d}日`,
          date.replaceAll('-', ''),
          `${date} 00:00:00`,
        ];
        return spellings.every((text) => day(text) === date);
      }),
    );
  });
});
