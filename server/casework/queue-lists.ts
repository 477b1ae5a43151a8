import type { queueListNames } from '#contract/queue.ts';

export type QueueList = (typeof queueListNames)[number];

/** Open lists run by due day, what has no due day last; as the indexes item_queue_ix and item_holder_ix have it. */
export const dueKey = `coalesce(i.due_on, '9999-12-31'::date)`;

/** A correction that did not come by its day: the unit's move again, without a day of its own (no clause gives one). */
const lapsed = `(i.state = 'correcting' and i.due_on < $2::date)`;
const ours = `(i.state in ('lodged', 'accepted') or ${lapsed})`;

/** Put before a reviewer or the head: nothing to do for whoever holds or proposed it until it is signed or comes back. */
const handedUp = `i.sign_off in ('review', 'sign')`;
const stillMine = `(i.sign_off is null or i.sign_off = 'returned')`;
const mineHandedUp = `(${handedUp} and (i.assignee = any ($4::text[]) or i.fold #>> '{proposal,by,id}' = any ($4::text[])))`;

/**
 * Conditions of the lists beside the unit's own; `$2` is today, `$3` the last day that counts as soon, `$4` the person and whom they
 * stand in for.
 */
export const lists: Readonly<Record<QueueList, string>> = {
  todo: `i.closed_at is null and ${ours}`,
  mine: `i.closed_at is null and i.assignee = any ($4::text[]) and ${ours} and ${stillMine}`,
  unassigned: `i.closed_at is null and i.assignee is null and ${ours}`,
  'due-soon': `i.closed_at is null and i.state in ('lodged', 'accepted') and ${dueKey} between $2::date and $3::date`,
  overdue: `i.closed_at is null and i.state in ('lodged', 'accepted', 'granted') and ${dueKey} < $2::date`,
  returned: `i.sign_off = 'returned' and i.fold #>> '{returned,proposal,by,id}' = any ($4::text[])`,
  review: `i.sign_off = 'review'`,
  sign: `i.sign_off = 'sign'`,
  waiting: `((i.closed_at is null and i.state = 'correcting' and not ${lapsed}) or ${mineHandedUp})`,
  outside: `i.closed_at is null and i.state in ('registering', 'handing-over', 'handed-over', 'granted')`,
  closed: 'i.closed_at is not null',
};

/** Lists that are counted for the whole unit in one pass over its open items. */
export const unitLists: readonly QueueList[] = ['todo', 'unassigned', 'due-soon', 'overdue', 'outside'];
/** Lists that are short or a person's own: counted each time, so that a change of one's own is in the number at once. */
export const ownLists: readonly QueueList[] = ['mine', 'returned', 'review', 'sign', 'waiting'];
