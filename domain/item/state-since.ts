import type { PlainDate } from '../plain-date.ts';
import type { Item } from './item.ts';
import { itemStates } from './states.ts';

/**
 * Since which day an item stands where it stands. Every state that a clock runs in began with that clock; null where nothing in the item
 * says so (handed over to an outside system).
 */
export function stateSince(item: Item): PlainDate | null {
  if (item.closedOn) return item.closedOn;
  const { clock } = itemStates[item.state];
  if (clock !== 'none') return item.clocks[clock]?.start ?? null;
  return item.state === 'registering' || item.state === 'handing-over' ? item.openedOn : null;
}
