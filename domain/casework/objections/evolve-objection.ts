import type { Objection, ObjectionClock } from './objection.ts';
import type { ObjectionEvent, ObjectionEventOf } from './objection-events.ts';

type Clocks = Objection['clocks'];

const startAll = (clocks: Clocks, started: readonly ObjectionClock[]): Clocks => ({
  ...clocks,
  ...Object.fromEntries(started.map((clock) => [clock.kind, clock])),
});

function finish(clocks: Clocks, kind: ObjectionClock['kind'], on: string): Clocks {
  const clock = clocks[kind];
  return clock && clock.doneOn === undefined ? { ...clocks, [kind]: { ...clock, doneOn: on } } : clocks;
}

/** The objection as its first event makes it. */
export function beginObjection(
  key: { readonly subjectKey: string; readonly objectionId: string },
  event: ObjectionEventOf<'lodged'>,
): Objection {
  const { clocks, visit: _visit, ...lodged } = event.payload;
  return {
    ...key,
    ...lodged,
    state: 'lodged',
    version: 1,
    clocks: startAll({}, clocks),
    openedOn: event.on,
    acceptedOn: null,
    closedOn: null,
    receiptNo: null,
    answer: null,
    correcting: [],
  };
}

/** The objection after one more event. Whether it may happen is decided before; here it has happened. */
export function evolveObjection(before: Objection, event: ObjectionEvent): Objection {
  const after = step(before, event);
  const taken = 'takenBy' in event.payload && event.payload.takenBy;
  return foldProposal(before, event, taken ? { ...after, holder: taken } : after);
}

/** Where it stands in its chain; `after` has everything else the event changed. A proposal lapses when the objection moves on. */
function foldProposal(before: Objection, event: ObjectionEvent, after: Objection): Objection {
  const { proposal, returned: _returned, ...rest } = after;
  switch (event.type) {
    case 'proposed': {
      const { proposal: act, steps, by } = event.payload;
      return { ...rest, proposal: { ...act, steps, by, on: event.on } };
    }
    case 'endorsed':
      return proposal ? { ...after, proposal: { ...proposal, reviewed: event.payload } } : after;
    case 'returned':
      return proposal ? { ...rest, returned: { proposal, on: event.on, ...event.payload } } : rest;
    case 'retracted':
      return rest;
    default:
      return after.state === before.state ? after : rest;
  }
}

function step(before: Objection, event: ObjectionEvent): Objection {
  const it = { ...before, version: before.version + 1 };
  const { on } = event;
  switch (event.type) {
    case 'lodged':
      throw new Error('an objection is lodged once');
    case 'pushed':
      return {
        ...it,
        state: 'pushed',
        receiptNo: event.payload.receiptNo,
        clocks: startAll(finish(it.clocks, 'push', on), event.payload.clocks),
      };
    case 'accepted':
      return {
        ...it,
        state: 'checking',
        acceptedOn: on,
        clocks: startAll(finish(it.clocks, 'acceptance', on), event.payload.clocks),
      };
    case 'declined':
      return { ...it, state: 'declined', closedOn: on, clocks: finish(it.clocks, 'acceptance', on) };
    case 'extended':
      return { ...it, clocks: extended(it.clocks, event) };
    case 'answered':
      return answered(it, event);
    case 'correction-confirmed': {
      const correcting = it.correcting.filter((one) => one !== event.payload.system);
      return correcting.length > 0 ? { ...it, correcting } : corrected({ ...it, correcting }, on);
    }
    case 'withdrawn':
      return { ...it, state: 'withdrawn', closedOn: on };
    case 'proposed':
    case 'endorsed':
    case 'returned':
    case 'retracted':
      return it;
  }
}

function extended(clocks: Clocks, { payload }: ObjectionEventOf<'extended'>): Clocks {
  const check = clocks.check;
  if (!check) return clocks;
  const { extension, due, provisional } = payload;
  return {
    ...clocks,
    check: {
      ...check,
      days: check.days + extension.days,
      due,
      provisional,
      extensions: [...(check.extensions ?? []), extension],
    },
  };
}

const corrected = (it: Objection, on: string): Objection => ({
  ...it,
  state: 'corrected',
  closedOn: on,
  clocks: finish(it.clocks, 'correction', on),
});

function answered(it: Objection, { on, payload }: ObjectionEventOf<'answered'>): Objection {
  const { outcome, findings, changes, correcting } = payload;
  const after: Objection = {
    ...it,
    answer: { outcome, findings, changes, on },
    correcting,
    clocks: startAll(finish(it.clocks, 'check', on), payload.clocks),
  };
  if (outcome === 'rejected') return { ...after, state: 'rejected', closedOn: on };
  return correcting.length > 0 ? { ...after, state: 'correcting' } : corrected(after, on);
}
