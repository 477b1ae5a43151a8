import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptItem } from '../casework/accept-item.ts';
import { correctItem } from '../casework/correct-item.ts';
import { grantItem, refuseItem } from '../casework/decide-item.ts';
import type { Desk } from '../casework/deciding.ts';
import { declineItem } from '../casework/decline-item.ts';
import { extendItem } from '../casework/extend-item.ts';
import { requestCorrection } from '../casework/request-correction.ts';
import { endorse, retract, returnProposal } from '../casework/sign-off.ts';
import { verifyItem } from '../casework/verify-item.ts';
import { withdrawItem } from '../casework/withdraw-item.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { announcedCalendar } from '../working-days.ts';
import {
  type ActingPerson,
  actionRules,
  allItemActions,
  availableActions,
  checkAction,
  type ItemAction,
} from './available-actions.ts';
import { explainClock, recountClock, startClock } from './clocks.ts';
import type { EventOf, ItemEvent } from './events.ts';
import { begin, evolve } from './evolve.ts';
import type { Item } from './item.ts';
import type { Proposal } from './proposal.ts';
import { movesDue, reDate } from './re-date.ts';
import { allItemStates, type ItemState, isClosed, itemStates } from './states.ts';

const today = '2026-11-23';
const cites = {
  accept: ['ndrc36:16'],
  decide: ['ndrc36:16'],
  extend: ['ndrc36:16'],
  total: ['ndrc36:16'],
  effects: [],
};

function submitted(over: Partial<EventOf<'submitted'>['payload']> = {}): Item {
  return begin(
    { subjectKey: 's', itemId: 'i' },
    {
      type: 'submitted',
      on: today,
      cites: [],
      payload: {
        applicationId: 'a',
        recordId: 'r',
        number: 'JXXF20261123000001-01',
        matterKey: 'tax-serious',
        matterVersion: 1,
        unitId: 'tax-360100',
        regionCode: '360100',
        windowUnitId: null,
        channel: 'online',
        receiver: 'credit-china',
        decider: 'our-desk',
        limits: { accept: 3, decide: 7, extend: 10, total: 10, effects: null, cites },
        ...over,
      },
    },
  );
}

const proposal: Proposal = {
  act: 'extend',
  content: { reason: '需要实地核查' },
  steps: 'review-sign',
  by: { id: 'officer-1', name: '示例甲' },
  on: today,
};
/** Items whose step the test is about. */
const proposedFor: Partial<Record<ItemAction, Proposal>> = {
  endorse: proposal,
  sign: { ...proposal, reviewed: { by: { id: 'officer-2', name: '示例乙' }, on: today, note: '' } },
  return: proposal,
  retract: { ...proposal, by: { id: 'officer-3', name: '示例丙' } },
};

const inState = (state: ItemState, over: Partial<Item> = {}): Item => ({
  ...submitted(),
  state,
  clocks: { decision: startClock(announcedCalendar, 'decision', today, 7, ['ndrc36:16']) },
  missing: [{ key: 'proof', name: '缴款凭证', reason: '看不清' }],
  ...over,
});

const officer: ActingPerson = { kind: 'officer', unitId: 'tax-360100', roles: ['officer'], regionPrefix: '3601' };
const head: ActingPerson = {
  kind: 'officer',
  unitId: 'tax-360100',
  roles: ['officer', 'reviewer', 'head'],
  regionPrefix: '3601',
  officerId: 'officer-3',
  name: '示例丙',
};
const supervisor: ActingPerson = { kind: 'officer', unitId: 'ndrc-360000', roles: ['supervisor'], regionPrefix: '36' };
const owner: ActingPerson = { kind: 'applicant', subjectKeys: ['s'] };
const persons = { applicant: owner, authority: officer, supervisor } as const;

const acts: Partial<Record<ItemAction, (desk: Desk) => ItemEvent | Refusal>> = {
  accept: acceptItem,
  decline: (desk) =>
    declineItem(desk, { reasons: [{ code: 'x', text: '不属于本机关' }], docNumber: '洪税信修不受〔2026〕1号' }),
  'request-correction': (desk) =>
    requestCorrection(desk, { missing: [{ key: 'proof', name: '缴款凭证', reason: '看不清' }] }),
  correct: (desk) => correctItem(desk, { materials: [{ key: 'proof', attachmentIds: ['f'] }] }),
  verify: (desk) => verifyItem(desk, { method: 'online', finding: '已缴清' }),
  extend: (desk) => extendItem(desk, { reason: '需要实地核查' }),
  grant: (desk) =>
    grantItem(desk, {
      findings: [{ key: 'c', text: '', met: true, evidence: '' }],
      note: '',
      docNumber: 'n',
      obstacle: null,
      required: [{ key: 'c', text: '已纠正' }],
    }),
  refuse: (desk) => refuseItem(desk, { reasons: [{ code: 'x', text: '尚未缴清' }], findings: [], docNumber: 'n' }),
  endorse: (desk) => endorse(desk, { note: '' }),
  return: (desk) => returnProposal(desk, { reason: '依据写得不清楚' }),
  retract,
  withdraw: (desk) => withdrawItem(desk, { reason: '不办了' }),
};

const resultOf: Partial<Record<ItemAction, ItemState>> = {
  accept: 'accepted',
  decline: 'declined',
  'request-correction': 'correcting',
  correct: 'lodged',
  extend: 'accepted',
  grant: 'granted',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

describe('every state × act is either allowed or refused', () => {
  for (const action of allItemActions)
    for (const state of allItemStates) {
      const rule = actionRules[action];
      // No rule lets an item be suspended: told where it could be meant, never allowed.
      const allowed = rule.states.includes(state) && action !== 'suspend';
      test(`${action} in ${state}: ${allowed ? 'allowed' : 'refused'}`, () => {
        const waiting = proposedFor[action];
        const item = inState(state, waiting ? { proposal: waiting } : {});
        const who = waiting ? head : persons[rule.by];
        const desk: Desk = { item, who, today, calendar: announcedCalendar };
        const decided = acts[action]?.(desk) ?? checkAction(item, action, desk.who);
        if (action === 'suspend' && rule.states.includes(state)) {
          expect(decided).toMatchObject({ refused: true, code: 'no-suspension', cite: ['ndrc36:16'] });
          return;
        }
        if (!allowed) {
          expect(decided).toMatchObject({
            refused: true,
            kind: 'conflict',
            code: isClosed(state) ? 'already-closed' : 'wrong-state',
          });
          return;
        }
        expect(isRefusal(decided)).toBe(false);
        if (acts[action]) {
          const next = evolve(item, decided as ItemEvent);
          expect(next.version).toBe(item.version + 1);
          expect(next.state).toBe(resultOf[action] ?? state);
        }
      });
    }
});

describe('who may act', () => {
  test('nobody but the finding unit accepts', () => {
    const item = inState('lodged');
    for (const who of [
      owner,
      supervisor,
      { ...officer, unitId: 'tax-360200' },
      { ...officer, roles: ['window-clerk'] },
    ] as ActingPerson[])
      expect(checkAction(item, 'accept', who)).toMatchObject({ kind: 'forbidden' });
  });
  test('法释〔2017〕7号: an item of the court has no accept or refuse button for anybody', () => {
    const item = inState('handed-over', { decider: 'outside', receiver: 'court' });
    const buttons = availableActions(item, officer).filter((one) => one.allowed);
    expect(buttons).toEqual([]);
    expect(availableActions(item, officer).find((one) => one.action === 'accept')?.why).toContain('执行法院');
  });
  test('the window that took the application in may hand in corrections, another window may not', () => {
    const item = inState('correcting', { windowUnitId: 'window-360102', channel: 'window' });
    const clerk: ActingPerson = {
      kind: 'officer',
      unitId: 'window-360102',
      roles: ['window-clerk'],
      regionPrefix: '360102',
    };
    expect(checkAction(item, 'correct', clerk)).toBeNull();
    expect(checkAction(item, 'correct', { ...clerk, unitId: 'window-360702' })).toMatchObject({
      code: 'not-the-applicant',
    });
  });
  test('a supervisor urges only inside the own region', () => {
    expect(checkAction(inState('lodged'), 'urge', supervisor)).toBeNull();
    expect(checkAction(inState('lodged'), 'urge', { ...supervisor, regionPrefix: '3607' })).toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('limits of the clauses', () => {
  const desk = (item: Item): Desk => ({ item, who: officer, today, calendar: announcedCalendar });
  test('36号第十六条: 补正 is told once', () => {
    expect(acts['request-correction']!(desk(inState('lodged', { correctionAsked: true })))).toMatchObject({
      code: 'correction-once',
    });
  });
  test('36号第十六条: one extension of 10 working days, added to the running limit', () => {
    const event = acts.extend!(desk(inState('accepted'))) as EventOf<'extended'>;
    expect(event.payload.clocks[0]).toMatchObject({ start: '2026-11-23', days: 17, due: '2026-12-16' });
    expect(acts.extend!(desk(inState('accepted', { extended: true })))).toMatchObject({ code: 'extended-once' });
    const total = startClock(announcedCalendar, 'total', '2026-11-20', 10, ['ndrc36:16']);
    const both = acts.extend!(
      desk(inState('accepted', { clocks: { ...inState('accepted').clocks, total } })),
    ) as EventOf<'extended'>;
    expect(both.payload.clocks.map((clock) => [clock.kind, clock.days])).toEqual([
      ['decision', 17],
      ['total', 20],
    ]);
  });
  test('an extension after the limit is over is refused', () => {
    const late = inState('accepted', {
      clocks: { decision: startClock(announcedCalendar, 'decision', '2026-11-02', 7, []) },
    });
    expect(acts.extend!(desk(late))).toMatchObject({ code: 'extension-too-late' });
  });
  test('a rule without extension refuses it', () => {
    const item = inState('accepted');
    expect(acts.extend!(desk({ ...item, limits: { ...item.limits, extend: null } }))).toMatchObject({
      code: 'no-extension',
    });
  });
  test('36号第十六条: the decision is due 7 working days after acceptance', () => {
    const event = acceptItem(desk(inState('lodged'))) as EventOf<'accepted'>;
    expect(event.payload.clocks[0]?.due).toBe('2026-12-02');
  });
  test('36号第十四条: a condition that is not found met keeps a grant from being made', () => {
    const open = grantItem(desk(inState('accepted')), {
      findings: [{ key: 'c', text: '已纠正', met: false, evidence: '' }],
      note: '',
      docNumber: 'n',
      obstacle: null,
      required: [{ key: 'c', text: '已纠正' }],
    });
    expect(open).toMatchObject({ code: 'conditions-open', fields: [{ field: 'findings.c' }] });
  });
  test('36号第十七条: refusing needs reasons', () => {
    expect(refuseItem(desk(inState('accepted')), { reasons: [], findings: [], docNumber: 'n' })).toMatchObject({
      code: 'reasons-missing',
    });
    expect(declineItem(desk(inState('lodged')), { reasons: [{ code: '', text: '  ' }], docNumber: 'n' })).toMatchObject(
      { code: 'reasons-missing' },
    );
  });
  test('a correction answers everything that was named', () => {
    const item = inState('correcting', {
      missing: [
        { key: 'a', name: '甲', reason: '缺' },
        { key: 'b', name: '乙', reason: '缺' },
      ],
    });
    const half = correctItem({ ...desk(item), who: owner }, { materials: [{ key: 'a', attachmentIds: ['f'] }] });
    expect(half).toMatchObject({ code: 'correction-incomplete', fields: [{ field: 'materials.b' }] });
  });
});

describe('补正: the day the applicant was given', () => {
  const called = (over: Partial<Item> = {}) => {
    const lodged = inState('lodged', { clocks: {}, missing: [], ...over });
    return evolve(
      lodged,
      acts['request-correction']!({ item: lodged, who: officer, today, calendar: announcedCalendar }) as ItemEvent,
    );
  };
  const on = (day: string, item: Item): Desk => ({ item, who: officer, today: day, calendar: announcedCalendar });
  const due = '2026-12-07';

  test.each(['accept', 'decline'] as const)('%s waits until it is over, and says why with the article', (action) => {
    const item = called();
    expect(item.clocks.correction?.due).toBe(due);
    for (const day of [today, '2026-12-04', due]) {
      const refused = acts[action]!(on(day, item));
      expect(refused).toMatchObject({ kind: 'unmet-condition', code: 'correction-awaited', cite: ['ndrc36:16'] });
      expect(availableActions(item, officer, day).find((one) => one.action === action)).toMatchObject({
        allowed: false,
        cites: ['ndrc36:16'],
      });
    }
    expect(availableActions(item, officer, '2026-12-08').find((one) => one.action === action)?.allowed).toBe(true);
    expect(isRefusal(acts[action]!(on('2026-12-08', item)))).toBe(false);
    // Whoever does not say the day gets the answer of before.
    expect(checkAction(item, action, officer)).toMatchObject({ code: 'wrong-state' });
  });
  test('nothing else opens with that day, and the applicant may still hand in', () => {
    const item = called();
    for (const action of ['request-correction', 'grant', 'refuse', 'extend', 'verify'] as const)
      expect(acts[action]!(on('2026-12-08', item))).toMatchObject({ code: 'wrong-state' });
    const late = correctItem(
      { ...on('2026-12-09', item), who: owner },
      { materials: [{ key: 'proof', attachmentIds: ['f'] }] },
    );
    expect(evolve(item, late as ItemEvent).state).toBe('lodged');
  });
  test('declined on what is there: closed, its clocks done', () => {
    const item = called();
    const next = evolve(item, acts.decline!(on('2026-12-08', item)) as ItemEvent);
    expect(next).toMatchObject({ state: 'declined', closedOn: '2026-12-08' });
    expect(next.clocks.correction?.doneOn).toBe('2026-12-08');
  });
  test('accepted on what is there: the decision clock starts, nothing is missing, a limit that stood still goes on', () => {
    const base = inState('lodged');
    const limits = { ...base.limits, pausedForCorrection: ['ndrc36:16'] };
    const item = called({
      limits,
      clocks: { total: startClock(announcedCalendar, 'total', today, 10, ['ndrc36:16']) },
    });
    const next = evolve(item, acts.accept!(on('2026-12-08', item)) as ItemEvent);
    expect(next).toMatchObject({ state: 'accepted', missing: [] });
    expect(next.clocks.correction?.doneOn).toBe('2026-12-08');
    expect(next.clocks.decision?.start).toBe('2026-12-08');
    expect(next.clocks.total?.pauses).toEqual([expect.objectContaining({ from: '2026-11-24', to: '2026-12-08' })]);
  });
  test('what is proposed then lapses when the applicant hands in after all', () => {
    const item = { ...called(), proposal: { ...proposal, act: 'decline', content: { reasons: [] } } as Proposal };
    expect(acts.accept!(on('2026-12-08', item))).toMatchObject({ code: 'proposal-open' });
    const late = correctItem(
      { ...on('2026-12-08', item), who: owner },
      { materials: [{ key: 'proof', attachmentIds: ['f'] }] },
    );
    expect(evolve(item, late as ItemEvent).proposal).toBeUndefined();
  });
});

describe('folding', () => {
  test('36号第三条: a grant starts three effects, and the states of the outside track end closed', () => {
    const granted = evolve(
      inState('accepted'),
      acts.grant!({ item: inState('accepted'), who: officer, today, calendar: announcedCalendar }) as ItemEvent,
    );
    expect(Object.keys(granted.effects).sort()).toEqual(['end-publication', 'end-sharing', 'lift-measures']);
    const done = evolve(granted, { type: 'completed', on: today, cites: [], payload: { on: today } });
    expect(done).toMatchObject({ state: 'completed', closedOn: today });
  });
  test('any sequence of allowed acts keeps version, closing and clocks consistent', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...(Object.keys(acts) as ItemAction[])), { maxLength: 12 }), (sequence) => {
        let item = inState('lodged', { version: 2 });
        for (const action of sequence) {
          const event = acts[action]!({
            item,
            who: persons[actionRules[action].by],
            today,
            calendar: announcedCalendar,
          });
          if (isRefusal(event)) continue;
          const next = evolve(item, event);
          expect(next.version).toBe(item.version + 1);
          expect(next.closedOn !== null).toBe(itemStates[next.state].closed);
          item = next;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('re-dating', () => {
  const holidays = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'];
  const calendar2027 = {
    years: { ...announcedCalendar.years, 2027: { holidays, makeupWorkdays: [] } },
  };
  const redating = {
    calendar: calendar2027,
    today: '2026-12-30',
    why: '示例：2027年放假安排公布',
    calendarDigest: 'd',
  };
  const clocks = {
    decision: startClock(announcedCalendar, 'decision', '2026-12-30', 3, ['ndrc36:16']),
    acceptance: { ...startClock(announcedCalendar, 'acceptance', '2026-12-30', 3, []), doneOn: '2026-12-30' },
  };

  for (const state of allItemStates)
    test(`in ${state}: ${isClosed(state) ? 'never moves' : 'running clocks move, the state stays'}`, () => {
      const item = inState(state, { clocks });
      const event = reDate(item, redating);
      if (isClosed(state)) return expect(event).toBeNull();
      expect(event!.payload.changes).toEqual([{ kind: 'decision', from: '2027-01-05', to: '2027-01-06' }]);
      const next = evolve(item, event!);
      expect(next).toMatchObject({ state, version: item.version + 1 });
      expect(next.clocks.decision).toMatchObject({ due: '2027-01-06', provisional: false, days: 3 });
      expect(next.clocks.acceptance).toEqual(clocks.acceptance);
      // Running twice finds nothing more to do.
      expect(reDate(next, redating)).toBeNull();
    });

  test('a clock that reaches no other day is left alone', () => {
    expect(reDate(inState('accepted'), redating)).toBeNull();
    expect(reDate(inState('lodged', { clocks: {} }), redating)).toBeNull();
  });

  test('a day that only becomes certain is written down and told to nobody', () => {
    const announced = {
      years: { ...announcedCalendar.years, 2027: { holidays: holidays.slice(0, 3), makeupWorkdays: [] } },
    };
    const event = reDate(inState('accepted', { clocks }), { ...redating, calendar: announced })!;
    expect(event.payload.changes).toEqual([{ kind: 'decision', from: '2027-01-05', to: '2027-01-05' }]);
    expect(event.payload.clocks[0]!.provisional).toBe(false);
    expect(movesDue(event)).toBe(false);
  });

  test('extensions stay what they were, and the explanation tells them apart', () => {
    const item = inState('accepted', { clocks: { decision: clocks.decision } });
    const extended = acts.extend!({ item, who: officer, today: '2026-12-30', calendar: announcedCalendar });
    const longer = evolve(item, extended as ItemEvent);
    expect(longer.clocks.decision).toMatchObject({ days: 13, extensions: [{ days: 10, why: '需要实地核查' }] });
    const next = evolve(longer, reDate(longer, redating)!);
    expect(next.clocks.decision).toMatchObject({ days: 13, due: '2027-01-20', extensions: [{ days: 10 }] });
    const { steps, due } = explainClock(calendar2027, next.clocks.decision!);
    expect(due).toBe('2027-01-20');
    expect(steps.filter((step) => step.kind === 'extended').map((step) => step.text)).toEqual([
      '延长10个工作日，共13个工作日：需要实地核查',
    ]);
  });

  test('an entry of the ledger from before extensions were kept counts the same', () => {
    const old = startClock(announcedCalendar, 'decision', today, 17, ['ndrc36:16']);
    expect(explainClock(announcedCalendar, old).due).toBe(old.due);
    expect(recountClock(announcedCalendar, old)).toEqual(old);
  });

  test('while a pause lasts the last known day stays', () => {
    const paused = { ...clocks.decision, pauses: [{ from: '2026-12-31', to: null, why: '等待裁定', cites: [] }] };
    expect(explainClock(calendar2027, paused).due).toBeNull();
    expect(recountClock(calendar2027, paused)).toEqual(paused);
    expect(reDate(inState('accepted', { clocks: { decision: paused } }), redating)).toBeNull();
  });
});
