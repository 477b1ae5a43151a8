import { describe, expect, it } from 'vitest';
import { startClock } from '../item/clocks.ts';
import { evolve } from '../item/evolve.ts';
import type { Item } from '../item/item.ts';
import { isRefusal } from '../refusal.ts';
import { announcedCalendar } from '../working-days.ts';
import { correctItem } from './correct-item.ts';
import { requestCorrection } from './request-correction.ts';

const cites = { accept: [], decide: [], extend: [], total: ['ndrc36:16'], effects: [] };
const clock = (kind: 'total' | 'acceptance', days: number) =>
  startClock(announcedCalendar, kind, '2026-09-14', days, ['ndrc36:16']);

/** Lodged on Monday 2026-09-14; Sunday 09-20 is a make-up working day, 09-25 to 27 rest. */
function lodged(pausedForCorrection?: string[]): Item {
  return {
    subjectKey: 's',
    itemId: 'i',
    applicationId: 'a',
    recordId: 'r',
    number: 'n',
    matterKey: 'tax-serious',
    matterVersion: 1,
    unitId: 'tax-360100',
    regionCode: '360100',
    windowUnitId: null,
    channel: 'online',
    receiver: 'credit-china',
    decider: 'our-desk',
    limits: {
      accept: 3,
      decide: 7,
      extend: 10,
      total: 10,
      effects: null,
      cites,
      ...(pausedForCorrection ? { pausedForCorrection } : {}),
    },
    state: 'lodged',
    version: 2,
    clocks: { total: clock('total', 10), acceptance: clock('acceptance', 3) },
    openedOn: '2026-09-14',
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

/** Asked for on one day, handed in on another; gives the item after both. */
function corrected(item: Item, asked: string, handedIn: string): Item {
  const officer = { kind: 'officer', unitId: 'tax-360100', roles: ['officer'], regionPrefix: '3601' } as const;
  const owner = { kind: 'applicant', subjectKeys: ['s'] } as const;
  const desk = { item, who: officer, today: asked, calendar: announcedCalendar };
  const first = requestCorrection(desk, { missing: [{ key: 'proof', name: '凭证', reason: '看不清' }] });
  if (isRefusal(first)) throw new Error(first.text);
  const waiting = evolve(item, first);
  const answer = { materials: [{ key: 'proof', attachmentIds: ['f'] }] };
  const second = correctItem({ item: waiting, who: owner, today: handedIn, calendar: announcedCalendar }, answer);
  if (isRefusal(second)) throw new Error(second.text);
  return evolve(waiting, second);
}

describe('the ten days over all while a correction is awaited (36号 art 16, open question Q12)', () => {
  it('go on where nobody confirmed that they stop', () => {
    const total = corrected(lodged(), '2026-09-16', '2026-09-22').clocks.total;
    expect(total).toMatchObject({ due: '2026-09-28' });
    expect(total?.pauses).toBeUndefined();
  });
  it('stand still from the day after the call to the day it is answered, rest days or not', () => {
    const cite = ['confirmation:x'];
    const total = corrected(lodged(cite), '2026-09-16', '2026-09-22').clocks.total;
    // 17, 18, 20 (make-up), 21 and 22 September are not counted: the tenth day moves over the festival to a make-up Saturday.
    expect(total).toMatchObject({
      due: '2026-10-10',
      pauses: [{ from: '2026-09-17', to: '2026-09-22', why: '等待申请人补正', cites: cite }],
    });
  });
  it('lose nothing where the answer comes the same day', () => {
    const total = corrected(lodged(['confirmation:x']), '2026-09-16', '2026-09-16').clocks.total;
    expect(total).toMatchObject({ due: '2026-09-28', pauses: [] });
  });
});
