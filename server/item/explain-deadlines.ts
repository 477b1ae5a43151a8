import type { ReplyOf } from '#contract/endpoint.ts';
import type { explainDeadlines as contract, ExplainedClock } from '#contract/explanations.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { explainClock } from '#domain/item/clocks.ts';
import type { Clock, Item } from '#domain/item/item.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { citations } from '../platform/citations.ts';
import type { Tx } from '../platform/database.ts';
import { clockLabels } from './item-view.ts';

/** Every clock of an item with the days that were counted, passed over and added: for whoever may open the item. */
export async function explainDeadlines(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly itemId: string },
): Promise<ReplyOf<typeof contract> | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  for (const prefer of ['unit', 'window', 'region'] as const) {
    if (actor.kind === 'officer' && scopeOf(actor, [prefer]).sees === 'none') continue;
    const item = await services.db.read(scopeOf(actor, [prefer]), (tx) => findFold(tx, key.subjectKey, key.itemId));
    if (item) return { clocks: Object.values(item.clocks).map((clock) => toExplainedClock(clock, catalog)) };
  }
  return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
}

async function findFold(tx: Tx, subjectKey: string, itemId: string): Promise<Item | undefined> {
  const rows = await tx.query<{ fold: Item }>(
    'item-fold',
    'select fold from item where subject_key = $1 and item_id = $2',
    [subjectKey, itemId],
  );
  return rows[0]?.fold;
}

function toExplainedClock(clock: Clock, catalog: Catalog): ExplainedClock {
  const { due, provisional, steps } = explainClock(catalog.calendar, clock);
  return {
    kind: clock.kind,
    label: clockLabels[clock.kind],
    start: clock.start,
    days: clock.days,
    // What is due is what the clock says; a calendar that changed since is told by the act that moves the clock.
    due: due === null ? null : clock.due,
    provisional,
    doneOn: clock.doneOn ?? null,
    cites: citations(clock.cites),
    steps: steps.map(({ kind, from, to, text, notice, cites, provisional: open }) => ({
      kind,
      from,
      to,
      text,
      notice,
      cites: citations(cites),
      provisional: open,
    })),
  };
}
