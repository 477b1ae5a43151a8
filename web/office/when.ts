import { formatChinese, formatChineseShort } from '#domain/plain-date.ts';

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** `2026年11月26日（周四）`; `empty` where there is no day. */
export function dayText(day: string | null | undefined, empty = '—'): string {
  return day ? formatChinese(day.slice(0, 10)) : empty;
}

/** `2026年11月26日`, for narrow columns. */
export function shortDay(day: string | null | undefined, empty = '—'): string {
  return day ? formatChineseShort(day.slice(0, 10)) : empty;
}

/** `2026年11月26日 09:05`, the wall clock in Jiangxi. */
export function momentText(instant: string | null | undefined, empty = '—'): string {
  if (!instant) return empty;
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return empty;
  const part = Object.fromEntries(clock.formatToParts(date).map((one) => [one.type, one.value]));
  return `${part.year}年${part.month}月${part.day}日 ${part.hour}:${part.minute}`;
}

/** `1.2 MB`, `340 kB` */
export function sizeText(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/** Figures with thousands apart: `100 000`. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}
