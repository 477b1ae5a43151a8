import { describe, expect, it } from 'vitest';
import { announcedDay, arrangementKnownOn, latestArrangement, yearArrangements } from './working-days.ts';

const years = Object.keys(yearArrangements).map(Number);

/** Rest days and make-up days that each version names, counted in the notices. */
const counts: readonly (readonly [year: number, version: number, rest: number, work: number])[] = [
  [2015, 0, 23, 4],
  [2015, 1, 26, 5],
  [2016, 0, 24, 6],
  [2017, 0, 24, 5],
  [2018, 0, 23, 6],
  [2019, 0, 21, 5],
  [2019, 1, 24, 7],
  [2020, 0, 27, 7],
  [2020, 1, 30, 6],
  [2021, 0, 31, 7],
  [2022, 0, 31, 7],
  [2023, 0, 27, 7],
  [2024, 0, 28, 8],
  [2025, 0, 28, 5],
  [2026, 0, 33, 6],
];

describe('the arrangements 2015–2026', () => {
  it('leaves no year out, and tells every version of it', () => {
    expect(years).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    const versions = years.flatMap((year) => yearArrangements[year]!.map((_, index) => [year, index]));
    expect(counts.map(([year, version]) => [year, version])).toEqual(versions);
  });

  it.each(counts)('%i, version %i: %i rest days and %i make-up days', (year, version, rest, work) => {
    const { holidays, makeupWorkdays, names, notice } = yearArrangements[year]![version]!;
    expect([holidays.length, makeupWorkdays.length]).toEqual([rest, work]);
    expect(new Set([...holidays, ...makeupWorkdays]).size).toBe(rest + work);
    expect(Object.keys(names).sort()).toEqual([...holidays].sort());
    expect(notice.title).toContain(`${year}`.slice(0, 4) === '2015' && version === 1 ? '胜利70周年' : `${year}年`);
    // Work is made up on weekends only.
    for (const day of makeupWorkdays) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  });

  it('orders the versions by their announcement, and each notice bears a number that is not used twice', () => {
    const notices = years.flatMap((year) => yearArrangements[year]!.map((version) => version.notice.number));
    expect(new Set(notices).size).toBe(notices.length);
    for (const year of years) {
      const announced = yearArrangements[year]!.map(announcedDay);
      expect(announced).toEqual([...announced].sort());
      expect(announced[0]! < `${year}-01-01`).toBe(true);
    }
  });

  it('says for each day of a changed year which notice it rests on', () => {
    const year2020 = latestArrangement(2020)!;
    const numberOn = (day: string) => (year2020.dayNotices?.[day] ?? year2020.notice).number;
    expect(numberOn('2020-01-30')).toBe('国办发明电〔2019〕16号');
    expect(numberOn('2020-01-31')).toBe('国办发明电〔2020〕1号');
    expect(numberOn('2020-02-01')).toBe('国办发明电〔2020〕1号');
    expect(numberOn('2020-10-10')).toBe('国办发明电〔2019〕16号');
    const year2019 = latestArrangement(2019)!;
    expect((year2019.dayNotices?.['2019-05-02'] ?? year2019.notice).number).toBe('国办发明电〔2019〕3号');
    expect(year2019.dayNotices!['2019-10-12']!.number).toBe('国办发明电〔2018〕15号');
  });

  it('knows on a day what had been published by then', () => {
    expect(arrangementKnownOn(2019, '2018-12-05')).toBeUndefined();
    expect(arrangementKnownOn(2019, '2019-03-21')!.holidays).not.toContain('2019-05-02');
    expect(arrangementKnownOn(2019, '2019-03-22')!.holidays).toContain('2019-05-02');
    // Dated 26 January, published on the 27th.
    expect(arrangementKnownOn(2020, '2020-01-26')!.makeupWorkdays).toContain('2020-02-01');
    expect(arrangementKnownOn(2020, '2020-01-27')!.makeupWorkdays).not.toContain('2020-02-01');
    expect(arrangementKnownOn(2015, '2015-05-12')!.holidays).not.toContain('2015-09-03');
    expect(latestArrangement(2015)!.names['2015-09-04']).toContain('抗日战争胜利');
  });
});
