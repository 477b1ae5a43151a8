import type { countWorkingDays as asked } from '#contract/calendar.ts';
import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import type { Refusal } from '#domain/refusal.ts';
import { addWorkingDays } from '#domain/working-days.ts';
import type { Services } from '../platform/app-context.ts';
import { noSuchDay } from './listed-matter.ts';

/** The n-th working day after a day, with every day passed. */
export async function countWorkingDays(
  services: Services,
  query: QueryOf<typeof asked>,
): Promise<ReplyOf<typeof asked> | Refusal> {
  const from = parsePlainDate(query.from);
  if (!from) return noSuchDay('from', query.from);
  const { steps, ...count } = addWorkingDays((await services.catalog()).calendar, from, query.add);
  return { ...count, steps: steps.map((step) => ({ ...step })) };
}
