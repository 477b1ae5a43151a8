import { type Catalog, findMatter, type Matter } from '#domain/catalog/catalog.ts';
import { formatChineseShort, type PlainDate, parsePlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';

/** The day a question is about: the one asked, which must exist, or today. */
export function askedDay(services: Services, on: string | undefined, field = 'on'): PlainDate | Refusal {
  if (on === undefined) return services.clock.today();
  return parsePlainDate(on) ?? noSuchDay(field, on);
}

/** A day that the calendar does not have, such as 2026-02-30. */
export function noSuchDay(field: string, day: string): Refusal {
  const text = `${day} 不是有效的日期`;
  return refuse('invalid', 'no-such-day', `${text}。`, { fields: [{ field, text }] });
}

/** A matter in force on a day, or the refusal that says it is not listed. */
export function getListedMatter(catalog: Catalog, matterKey: string, on: PlainDate): Matter | Refusal {
  return (
    findMatter(catalog, matterKey, on) ??
    refuse('not-found', 'matter-not-listed', `${formatChineseShort(on)}的目录中没有事项“${matterKey}”。`)
  );
}
