import { addMonths, compareDates, type PlainDate } from '../plain-date.ts';

/**
 * The last day on which a material given earlier may be given again: counted from the day it was first given, so that giving it again
 * does not make it younger. `months` is a setting of the platform, no rule of law; 0 means never.
 */
export function reusableUntil(givenOn: PlainDate, months: number): PlainDate {
  return addMonths(givenOn, months);
}

/** Whether it may still be given again on a day. */
export function isReusable(givenOn: PlainDate, months: number, today: PlainDate): boolean {
  return months > 0 && compareDates(today, reusableUntil(givenOn, months)) <= 0;
}
