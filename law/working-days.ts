/**
 * Rest days and make-up working days as the State Council's office announced them, year by year and version by version.
 * A year that is not here has no arrangement yet: dates that touch it are provisional
 * (see `domain/working-days.ts`), because the notice moves working days as well as rest days.
 */
import type { ArrangementVersion } from './calendar/arrangement.ts';
import { years2015To2020 } from './calendar/years-2015-2020.ts';
import { years2021To2026 } from './calendar/years-2021-2026.ts';

/**
 * The arrangements known to this release, by year, each year's versions in the order of their notices (2015, 2019 and 2020 were
 * changed in the course of the year). The catalogue's keeper may add later years without a release.
 */
export const yearArrangements: Readonly<Record<number, readonly ArrangementVersion[]>> = {
  ...years2015To2020,
  ...years2021To2026,
};

/** The day from which people could know what a notice says. */
export function announcedDay({ notice }: ArrangementVersion): string {
  return notice.announcedOn ?? notice.issuedOn;
}

/** The version of a year that was known at the end of a day; undefined before the first notice. */
export function arrangementKnownOn(year: number, day: string): ArrangementVersion | undefined {
  return yearArrangements[year]?.findLast((version) => announcedDay(version) <= day);
}

/** The version of a year that holds now. */
export function latestArrangement(year: number): ArrangementVersion | undefined {
  return yearArrangements[year]?.at(-1);
}

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
