import type { ItemEvent } from './events.ts';
import type { Item } from './item.ts';

/** Where an item stands in its chain after an event; `after` is the item with everything else the event changed. */
export function foldChain(before: Item, event: ItemEvent, after: Item): Item {
  switch (event.type) {
    case 'proposed': {
      const { proposal, steps, by } = event.payload;
      return { ...withoutProposal(after), proposal: { ...proposal, steps, by, on: event.on } };
    }
    case 'endorsed':
      return before.proposal ? { ...after, proposal: { ...before.proposal, reviewed: event.payload } } : after;
    case 'returned': {
      const { by, reason } = event.payload;
      const returned = before.proposal && { proposal: before.proposal, by, on: event.on, reason };
      return { ...withoutProposal(after), ...(returned ? { returned } : {}) };
    }
    case 'retracted':
      return withoutProposal(after);
    case 'completed':
      // The last receipt of a grant changes nothing about why it is proposed to take it back.
      return before.proposal?.act === 'revoke' ? after : withoutProposal(after);
    default:
      // A proposal lapses when the item moves on, or has been given the longer limit: what it was made of is no longer so.
      return after.state === before.state && event.type !== 'extended' ? after : withoutProposal(after);
  }
}

function withoutProposal({ proposal: _proposal, returned: _returned, ...rest }: Item): Item {
  return rest;
}
