import { formatChinese, parsePlainDate } from '#domain/plain-date.ts';

/** 2026年11月26日（周四） */
export function DateText({ date }: { date: string }) {
  const day = parsePlainDate(date.slice(0, 10));
  return <time dateTime={date}>{day ? formatChinese(day) : date}</time>;
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** An instant as people say it: 2026年11月26日 09:05. */
export function InstantText({ at }: { at: string }) {
  const when = new Date(at);
  return <time dateTime={at}>{Number.isNaN(when.getTime()) ? at : clock.format(when)}</time>;
}
