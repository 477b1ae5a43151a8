import { systemClock } from '#server/platform/clock.ts';

/** Eight digits for a number or name of a test's own: another for each file, and for each try of a test that asks again. */
export function freshNumber(): string {
  return String(systemClock().now().getTime()).slice(-8);
}
