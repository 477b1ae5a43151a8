import type { ItemSummary } from '#contract/item.ts';

/** Where an item stands in its chain, in lists: louder where its day is near, since a proposal stops no clock. */
export function SignOffChip({ item }: { item: Pick<ItemSummary, 'signOff' | 'due'> }) {
  if (!item.signOff) return null;
  const near = item.due !== null && ['soon', 'today', 'overdue'].includes(item.due.standing);
  return (
    <span className={`chip chip-${near ? 'attention' : 'plain'}`}>{near ? `▲ ${item.signOff}` : item.signOff}</span>
  );
}
