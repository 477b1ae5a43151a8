/**
 * Days as official papers write them: 2026年11月26日 (GB/T 9704—2012, 7.3.5.4). The weekday helps on a screen and has no place in a paper;
 * sentences that come from the rules or were typed beside a screen bring it along.
 */
export function withoutWeekdays<T>(content: T): T {
  if (typeof content === 'string') return content.replace(datedWeekday, '$1') as T;
  if (Array.isArray(content)) return content.map(withoutWeekdays) as T;
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, withoutWeekdays(value)])) as T;
}

const datedWeekday = /(\d{1,2}月\d{1,2}日)（(?:周|星期)[一二三四五六日天]）/g;
