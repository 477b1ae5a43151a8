import type { EventOf, ItemEvent } from './events.ts';
import { foldChain } from './fold-chain.ts';
import type { Clock, EffectKind, Item } from './item.ts';

function withClocks(item: Item, clocks: readonly Clock[]): Item['clocks'] {
  return { ...item.clocks, ...Object.fromEntries(clocks.map((clock) => [clock.kind, clock])) };
}

function finish(clocks: Item['clocks'], kinds: readonly Clock['kind'][], on: string): Item['clocks'] {
  const done: Partial<Record<Clock['kind'], Clock>> = { ...clocks };
  for (const kind of kinds) {
    const clock = done[kind];
    if (clock && clock.doneOn === undefined) done[kind] = { ...clock, doneOn: on };
  }
  return done;
}

function startEffects(effects: readonly EffectKind[]): Item['effects'] {
  return Object.fromEntries(effects.map((effect) => [effect, { system: '', confirmedOn: null }]));
}

/** The first event of every item. The keys are given by the ledger row, not by the event. */
export function begin(keys: { subjectKey: string; itemId: string }, event: EventOf<'submitted'>): Item {
  const p = event.payload;
  return {
    ...keys,
    ...p,
    state: p.decider === 'outside' ? 'handing-over' : 'registering',
    version: 1,
    clocks: {},
    openedOn: event.on,
    closedOn: null,
    correctionAsked: false,
    missing: [],
    verifications: 0,
    extended: false,
    effects: {},
    outside: null,
    decisionNumber: null,
  };
}

/** Folds one event into the item. Total: it never refuses, since what is in the ledger has happened. */
export function evolve(item: Item, event: ItemEvent): Item {
  return foldChain(item, event, {
    ...item,
    ...change(item, event),
    ...('takenBy' in event.payload && event.payload.takenBy ? { holder: event.payload.takenBy } : {}),
    version: item.version + 1,
  });
}

function change(item: Item, event: ItemEvent): Partial<Item> {
  switch (event.type) {
    case 'submitted':
      return {};
    case 'registered':
      return { state: 'lodged', clocks: withClocks(item, event.payload.clocks) };
    case 'handed-over':
      return { state: 'handed-over' };
    case 'accepted':
      return {
        state: 'accepted',
        // On what is there, where a correction did not come.
        missing: [],
        clocks: { ...finish(withClocks(item, event.payload.clocks), ['acceptance', 'correction'], event.on) },
      };
    case 'correction-requested':
      return {
        state: 'correcting',
        correctionAsked: true,
        missing: event.payload.missing,
        clocks: finish(withClocks(item, event.payload.clocks), ['acceptance'], event.on),
      };
    case 'corrected':
      return {
        state: 'lodged',
        missing: [],
        clocks: finish(withClocks(item, event.payload.clocks), ['correction'], event.on),
      };
    case 'verified':
      return { verifications: item.verifications + 1 };
    case 'extended':
      return { extended: true, clocks: withClocks(item, event.payload.clocks) };
    case 're-dated':
      return { clocks: withClocks(item, event.payload.clocks) };
    case 'granted':
      return {
        state: 'granted',
        decisionNumber: event.payload.docNumber,
        effects: startEffects(event.payload.effects),
        clocks: finish(withClocks(item, event.payload.clocks), ['decision', 'total'], event.on),
      };
    case 'outside-granted':
      return {
        state: 'granted',
        decisionNumber: event.payload.docNumber,
        outside: event.payload.progress,
        effects: startEffects(event.payload.effects),
        clocks: withClocks(item, event.payload.clocks),
      };
    case 'window-changed':
      return { windowUnitId: event.payload.to };
    case 'assigned':
      return { holder: event.payload.to };
    case 'outside-progressed':
      return { outside: event.payload.progress };
    case 'effect-confirmed':
      return {
        effects: {
          ...item.effects,
          [event.payload.effect]: { system: event.payload.system, confirmedOn: event.payload.confirmedOn },
        },
      };
    case 'completed':
      return { ...close(item, 'completed', event.on), clocks: finish(item.clocks, ['effects'], event.on) };
    case 'outside-closed':
      return { ...close(item, event.payload.as, event.on), outside: event.payload.progress };
    case 'refused':
      return { ...close(item, 'refused', event.on), decisionNumber: event.payload.docNumber };
    case 'declined':
      return { ...close(item, 'declined', event.on), decisionNumber: event.payload.docNumber };
    case 'revoked':
      return { ...close(item, 'revoked', event.on), decisionNumber: event.payload.docNumber };
    case 'withdrawn':
      return close(item, 'withdrawn', event.on);
    case 'proposed':
    case 'endorsed':
    case 'returned':
    case 'retracted':
    case 'opinion-asked':
    case 'opinion-given':
    case 'opinion-withdrawn':
    case 'opinion-unanswered':
      return {};
  }
}

function close(item: Item, state: Item['state'], on: string): Partial<Item> {
  return {
    state,
    closedOn: on,
    clocks: finish(item.clocks, ['acceptance', 'decision', 'total', 'correction', 'effects'], on),
  };
}
