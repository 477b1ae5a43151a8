import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listSupervisedItems as contract } from '#contract/supervision.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { toDeskSummary } from '../item/item-view.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { readFilter } from './read-filter.ts';
import { readItems } from './store.ts';

/** The items behind a figure, latest submission first, 50 a page. */
export async function listItems(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const filter = readFilter(catalog, actor, today, query);
  if (isRefusal(filter)) return filter;
  const after = readAfter(query.after);
  if (isRefusal(after)) return after;
  const rows = await services.db.read(scopeOf(actor, ['region']), (tx) => readItems(tx, filter, after, pageSize + 1));
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    items: page.map((row) => toDeskSummary(row, catalog, today)),
    next: rows.length > pageSize && last ? encodeCursor([last.opened_on, last.item_id]) : null,
  };
}

function readAfter(text: string | undefined): { openedOn: string; itemId: string } | undefined | Refusal {
  if (!text) return undefined;
  const [openedOn, itemId] = decodeCursor(text, 2) ?? [];
  if (parsePlainDate(openedOn) && typeof itemId === 'string' && /^[0-9a-f-]{36}$/.test(itemId))
    return { openedOn: openedOn as string, itemId };
  return refuse('invalid', 'no-such-page', '续页标记不对，请从第一页重新查看。', {
    fields: [{ field: 'after', text: '不是本平台给出的续页标记' }],
  });
}
