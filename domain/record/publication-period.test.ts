import { describe, expect, it } from 'vitest';
import { dayAfter, laterStep, periodEnd, sayMonths, termEnd } from './publication-period.ts';

describe('a period of months', () => {
  it.each([
    ['the corresponding day', '2026-04-10', 3, '2026-07-10'],
    ['the month’s end where there is none', '2026-11-30', 3, '2027-02-28'],
    ['the leap day where there is one', '2027-11-30', 3, '2028-02-29'],
    ['a year after a leap day', '2028-02-29', 12, '2029-02-28'],
    ['three years', '2026-01-20', 36, '2029-01-20'],
  ])('ends on %s (税务54号 art 25)', (_, start, months, end) => {
    expect(periodEnd('最短公示期', start, '公示之日', months, 'sta54:25')).toMatchObject({ start, months, end });
  });

  it('tells its first and last day and is sure unless said otherwise', () => {
    const step = periodEnd('最短公示期', '2026-04-10', '认定文书之日', 3, 'ndrc36:12');
    expect(step).toMatchObject({ what: '最短公示期', startName: '认定文书之日', cite: 'ndrc36:12', sure: 'V' });
    expect(step.text).toBe(
      '最短公示期：自认定文书之日（2026年4月10日，当日不计入）起满3个月，最后一日为2026年7月10日。',
    );
    expect(periodEnd('', '2026-04-10', '', 6, 'nbs35', 'M').sure).toBe('M');
  });

  it('that is the term of a penalty has no months', () => {
    expect(termEnd('实际限制期限', '2026-04-10', '2031-01-05', 'samr107:8.2')).toEqual({
      what: '实际限制期限',
      start: '2026-04-10',
      startName: '',
      months: null,
      end: '2031-01-05',
      text: '实际限制期限：限制期限到2031年1月5日届满。',
      cite: 'samr107:8.2',
      sure: 'V',
    });
  });
});

describe('two periods', () => {
  const year = periodEnd('一年', '2026-04-10', '认定文书之日', 12, 'ndrc36:12');
  it('the later end governs; the first of two that end together', () => {
    const longer = termEnd('限制', '2026-04-10', '2027-04-11', 'ndrc36:12.3');
    const same = termEnd('限制', '2026-04-10', '2027-04-10', 'ndrc36:12.3');
    const shorter = termEnd('限制', '2026-04-10', '2027-04-09', 'ndrc36:12.3');
    expect(laterStep(year, longer)).toBe(longer);
    expect(laterStep(year, same)).toBe(year);
    expect(laterStep(year, shorter)).toBe(year);
    expect(laterStep(year, undefined)).toBe(year);
  });
  it('the day after is the first on which something is possible', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  });
});

it.each([
  [3, '3个月'],
  [6, '6个月'],
  [11, '11个月'],
  [12, '1年'],
  [18, '18个月'],
  [36, '3年'],
  [0, '0个月'],
])('%i months are said as %s', (months, said) => {
  expect(sayMonths(months)).toBe(said);
});
