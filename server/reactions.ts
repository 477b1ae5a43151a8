import type { ChangeKind } from '#domain/catalog/changes/catalog-change.ts';
import type { EventOf, ItemEvent, ItemEventType } from '#domain/item/events.ts';
import type { Item } from '#domain/item/item.ts';
import { movesDue } from '#domain/item/re-date.ts';
import type { OrderedJob } from './platform/outbox.ts';

type Reaction = (item: Item, event: ItemEvent) => readonly string[];

const issueAndTell = (): readonly string[] => ['issue-papers', 'tell-people'];
/** The joint form bears the result of every item (附件3). */
const onTheForm = ['issue-joint-form'] as const;
/** A result of an item received through 信用中国 goes back through it (36号第十六、十七条). */
const backThroughReceiver = (item: Item): readonly string[] =>
  item.receiver === 'credit-china' ? ['report-result'] : [];

/**
 * What happens because something happened: one row per event, each naming the tasks that care. Nothing else in the platform starts
 * work from an event.
 */
const reactions: Readonly<Record<ItemEventType, Reaction>> = {
  submitted: (item) => [item.decider === 'our-desk' ? 'register-submission' : 'hand-over-item'],
  registered: (item) => ['tell-people', 'read-shared-data', ...(item.decider === 'our-desk' ? ['assign-item'] : [])],
  'handed-over': () => ['issue-papers', 'tell-people', 'mirror-outside', 'read-shared-data'],
  accepted: issueAndTell,
  declined: (item) => [...issueAndTell(), ...onTheForm, ...backThroughReceiver(item), 'end-opinions'],
  'correction-requested': issueAndTell,
  corrected: () => ['tell-people', 'tell-sign-off'],
  verified: () => [],
  extended: issueAndTell,
  // A day that only became certain moves nobody.
  're-dated': (_, event) => (movesDue(event as EventOf<'re-dated'>) ? ['tell-people'] : []),
  // Told to people of the unit, and to the unit that is asked; nothing leaves the house.
  proposed: () => ['tell-sign-off'],
  endorsed: () => ['tell-sign-off'],
  returned: () => ['tell-sign-off'],
  retracted: () => [],
  'opinion-asked': () => ['tell-opinion'],
  'opinion-given': () => ['tell-opinion'],
  'opinion-withdrawn': () => ['tell-opinion'],
  // That the day has gone by is told by the morning's reminders.
  'opinion-unanswered': (_, event) =>
    (event as EventOf<'opinion-unanswered'>).payload.why === 'closed' ? ['tell-opinion'] : [],
  granted: (item) => [...issueAndTell(), ...onTheForm, ...backThroughReceiver(item), 'start-effects', 'end-opinions'],
  refused: (item) => [...issueAndTell(), ...onTheForm, ...backThroughReceiver(item), 'end-opinions'],
  revoked: () => [...issueAndTell(), ...onTheForm, 'order-revocation'],
  withdrawn: (item) => [
    ...issueAndTell(),
    ...backThroughReceiver(item),
    'tell-sign-off',
    ...(item.decider === 'outside' ? ['withdraw-outside'] : ['end-opinions']),
  ],
  // Told once for the application, by the hand-over itself (server/intake/window/answer-hand-over.ts).
  'window-changed': () => [],
  assigned: () => ['tell-holders'],
  'outside-progressed': () => ['tell-people'],
  'outside-granted': () => ['tell-people', ...onTheForm, 'start-effects'],
  'outside-closed': () => ['tell-people', ...onTheForm],
  'effect-confirmed': () => ['complete-item'],
  completed: () => ['tell-people'],
};

/** The jobs an event orders, each told which item and which event. Who proposed hears that it was signed, or lapsed. */
export function reactionsTo(event: ItemEvent, item: Item): OrderedJob[] {
  const signed =
    event.type === 'extended' || ('chain' in event.payload && event.payload.chain) ? ['tell-sign-off'] : [];
  return [...reactions[event.type](item, event), ...signed].map((task) => ({
    task,
    payload: { itemId: item.itemId, version: item.version },
  }));
}

/** What follows when a change of the catalogue is approved, by kind. */
const catalogReactions: Readonly<Record<ChangeKind, readonly string[]>> = {
  matter: ['look-at-records'],
  confirmation: ['look-at-records'],
  'class-standard': ['look-at-records'],
  'calendar-year': ['re-date-items'],
  'calendar-day': ['re-date-items'],
  unit: [],
};

export function reactionsToChange(kind: ChangeKind): readonly string[] {
  return catalogReactions[kind];
}
