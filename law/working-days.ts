/**
 * Rest days and make-up working days as the State Council's office announced them, year by year.
 * A year that is not here has no arrangement yet: dates that touch it are provisional
 * (see `domain/working-days.ts`), because the notice moves working days as well as rest days.
 */

/** One year's arrangement. Dates are `YYYY-MM-DD`. */
export interface YearArrangement {
  /** Rest days by festival, weekends inside the festival included. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays on which work is done. */
  readonly makeupWorkdays: readonly string[];
  /** Name of the festival by rest day, for explanations. */
  readonly names?: Readonly<Record<string, string>>;
  readonly notice?: { readonly title: string; readonly number: string; readonly issuedOn: string };
}

/** Days of one month: `days('2026-01', 1, 3)` → 1, 2 and 3 January. */
function days(month: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`);
}

function arrangement(
  year: number,
  notice: { number: string; issuedOn: string },
  festivals: readonly (readonly [name: string, days: readonly string[]])[],
  makeupWorkdays: readonly string[],
): YearArrangement {
  return {
    holidays: festivals.flatMap(([, restDays]) => restDays),
    makeupWorkdays,
    names: Object.fromEntries(festivals.flatMap(([name, restDays]) => restDays.map((day) => [day, name]))),
    notice: { title: `国务院办公厅关于${year}年部分节假日安排的通知`, ...notice },
  };
}

/** The arrangements known to this release, by year. The catalogue's keeper may add later years without a release. */
export const yearArrangements: Readonly<Record<number, YearArrangement>> = {
  // New Year 2023 began on 2022-12-31, a Saturday: a rest day without being listed.
  2023: arrangement(
    2023,
    { number: '国办发明电〔2022〕16号', issuedOn: '2022-12-08' },
    [
      ['元旦', days('2023-01', 1, 2)],
      ['春节', days('2023-01', 21, 27)],
      ['清明节', days('2023-04', 5, 5)],
      ['劳动节', [...days('2023-04', 29, 30), ...days('2023-05', 1, 3)]],
      ['端午节', days('2023-06', 22, 24)],
      ['中秋节、国庆节', [...days('2023-09', 29, 30), ...days('2023-10', 1, 6)]],
    ],
    ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  ),
  2024: arrangement(
    2024,
    { number: '国办发明电〔2023〕7号', issuedOn: '2023-10-25' },
    [
      ['元旦', days('2024-01', 1, 1)],
      ['春节', days('2024-02', 10, 17)],
      ['清明节', days('2024-04', 4, 6)],
      ['劳动节', days('2024-05', 1, 5)],
      ['端午节', days('2024-06', 10, 10)],
      ['中秋节', days('2024-09', 15, 17)],
      ['国庆节', days('2024-10', 1, 7)],
    ],
    ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  ),
  2025: arrangement(
    2025,
    { number: '国办发明电〔2024〕12号', issuedOn: '2024-11-12' },
    [
      ['元旦', days('2025-01', 1, 1)],
      ['春节', [...days('2025-01', 28, 31), ...days('2025-02', 1, 4)]],
      ['清明节', days('2025-04', 4, 6)],
      ['劳动节', days('2025-05', 1, 5)],
      ['端午节', [...days('2025-05', 31, 31), ...days('2025-06', 1, 2)]],
      ['国庆节、中秋节', days('2025-10', 1, 8)],
    ],
    ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ),
  2026: arrangement(
    2026,
    { number: '国办发明电〔2025〕7号', issuedOn: '2025-11-04' },
    [
      ['元旦', days('2026-01', 1, 3)],
      ['春节', days('2026-02', 15, 23)],
      ['清明节', days('2026-04', 4, 6)],
      ['劳动节', days('2026-05', 1, 5)],
      ['端午节', days('2026-06', 19, 21)],
      ['中秋节', days('2026-09', 25, 27)],
      ['国庆节', days('2026-10', 1, 7)],
    ],
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ),
};

/**
 * Festivals whose day of the year is fixed by 《全国年节及纪念日放假办法》, as `MM-DD`: rest days also in a year without an
 * arrangement. Spring Festival, Qingming, Dragon Boat and Mid-Autumn follow the lunar or solar-term calendar and are
 * left to the notice.
 */
export function fixedFestivals(year: number): Readonly<Record<string, string>> {
  const always = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节', '10-02': '国庆节', '10-03': '国庆节' };
  // 2 May became a statutory day of rest on 2025-01-01 (国务院令第795号).
  return year >= 2025 ? { ...always, '05-02': '劳动节' } : always;
}
