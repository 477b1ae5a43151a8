/** What tries are counted by: the number that was asked for, and the address they come from. */
export type CountedBy = 'number' | 'address';

/** So many failed tries are free; then each doubles the wait, up to the longest. Many people share the address of a service hall. */
const rules: Readonly<Record<CountedBy, { readonly free: number; readonly first: number; readonly longest: number }>> =
  {
    number: { free: 5, first: 30, longest: 900 },
    address: { free: 20, first: 30, longest: 1800 },
  };

/** Seconds that must pass after so many failed tries until the next one is heard; 0 while they are free. */
export function waitAfterFailures(failures: number, by: CountedBy): number {
  const { free, first, longest } = rules[by];
  if (failures < free) return 0;
  // Beyond some twenty doublings every wait is the longest.
  return Math.min(longest, first * 2 ** Math.min(failures - free, 20));
}

/** A wait in words: 30 秒, 2 分钟. */
export function sayWait(seconds: number): string {
  return seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
