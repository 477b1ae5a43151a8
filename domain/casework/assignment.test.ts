import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemEvent } from '../item/events.ts';
import { begin, evolve } from '../item/evolve.ts';
import { takenInHand } from '../item/holding.ts';
import type { Item } from '../item/item.ts';
import { isRefusal } from '../refusal.ts';
import { announcedCalendar } from '../working-days.ts';
import { assignItem, claimItem, handOverItem, releaseItem } from './assign-item.ts';
import { checkLeave, type Leave, leaveOn, standsInFor } from './assign-leave.ts';
import { pickOfficer, ruleFor, shareOut } from './assign-rule.ts';

const today = '2026-11-23';
const cites = { accept: [], decide: [], extend: [], total: [], effects: [] };
const lodged: Item = {
  ...begin(
    { subjectKey: 's', itemId: 'i' },
    {
      type: 'submitted',
      on: today,
      cites: [],
      payload: {
        applicationId: 'a',
        recordId: 'r',
        number: 'n',
        matterKey: 'work-safety',
        matterVersion: 1,
        unitId: 'u',
        regionCode: '360100',
        windowUnitId: null,
        channel: 'online',
        receiver: 'credit-china',
        decider: 'our-desk',
        limits: { accept: 3, decide: 7, extend: 10, total: 10, effects: null, cites },
      },
    },
  ),
  state: 'lodged',
};
const names = ['甲', '乙', '丙', '丁'] as const;
const person = (name: string, ...roles: string[]) => ({
  kind: 'officer' as const,
  unitId: 'u',
  roles: ['officer', ...roles],
  regionPrefix: '3601',
  officerId: name,
  name,
});
const desk = (item: Item, who: ReturnType<typeof person>) => ({ item, who, today, calendar: announcedCalendar });
const name = fc.constantFrom(...names);
const day = fc.constantFrom('2026-11-20', '2026-11-22', '2026-11-23', '2026-11-25', '2026-11-30');
const leave: fc.Arbitrary<Leave> = fc
  .record({ officerId: name, deputyId: name, a: day, b: day })
  .filter((one) => one.officerId !== one.deputyId)
  .map(({ officerId, deputyId, a, b }) => ({ officerId, deputyId, from: a < b ? a : b, until: a < b ? b : a }));
const team = fc
  .array(fc.nat(9), { minLength: 4, maxLength: 4 })
  .map((open) => names.map((one, index) => ({ officerId: one, name: one, open: open[index]! })));

describe('holding', () => {
  test('whatever is tried in whatever order, an item has at most one holder, and each entry tells from whom', () => {
    const act = fc.record({
      what: fc.constantFrom('claim', 'release', 'assign', 'departure'),
      who: name,
      to: name,
      sees: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let item = lodged;
        for (const { what, who, to, sees } of acts) {
          const held = item.holder?.officerId ?? null;
          const saw = sees ? held : who;
          const head = person('长', 'head');
          const holder = { officerId: to, name: to };
          const event =
            what === 'claim'
              ? claimItem(desk(item, person(who)), { saw, reason: '原因' })
              : what === 'release'
                ? releaseItem(desk(item, person(who)), { reason: '原因' })
                : what === 'assign'
                  ? assignItem(desk(item, head), { to: holder, saw, reason: '原因' })
                  : handOverItem(desk(item, head), { from: who, to: holder, reason: '原因' });
          if (event === null || isRefusal(event)) continue;
          expect(event.payload.from?.officerId ?? null).toBe(held);
          if (what === 'claim') expect([held, saw]).toEqual([saw, held]);
          item = evolve(item, event);
          expect(item.holder).toEqual(event.payload.to);
          expect(item.state).toBe('lodged');
        }
      }),
    );
  });

  test('taking from a colleague needs a reason; what one did not see is refused by name', () => {
    const held = { ...lodged, holder: { officerId: '甲', name: '甲' } };
    expect(claimItem(desk(held, person('乙')), { saw: '甲', reason: ' ' })).toMatchObject({ code: 'text-missing' });
    expect(claimItem(desk(held, person('乙')), { saw: null, reason: '' })).toMatchObject({ code: 'holder-changed' });
    expect(claimItem(desk({ ...lodged, state: 'refused' }, person('乙')), { saw: null, reason: '' })).toMatchObject({
      code: 'already-closed',
    });
    expect(assignItem(desk(lodged, person('乙')), { to: undefined, saw: null, reason: '' })).toMatchObject({
      code: 'not-the-head',
    });
  });
});

describe('rules', () => {
  test('nobody on leave is picked, and who is picked has the least of those who are there', () => {
    fc.assert(
      fc.property(
        team,
        fc.array(leave, { maxLength: 4 }),
        fc.uniqueArray(name, { minLength: 1 }),
        (people, leaves, named) => {
          const picked = pickOfficer({ rule: { matterKey: null, officerIds: named }, team: people, leaves, today });
          const there = named.filter((one) => !leaveOn(leaves, one, today));
          if (!picked) {
            expect(there).toEqual([]);
            return;
          }
          expect(leaveOn(leaves, picked.to.officerId, today)).toBeUndefined();
          const open = (id: string) => people.find((one) => one.officerId === id)!.open;
          for (const one of there) expect(open(picked.to.officerId)).toBeLessThanOrEqual(open(one));
          if (picked.insteadOf)
            expect(leaveOn(leaves, picked.insteadOf.officerId, today)?.deputyId).toBe(picked.to.officerId);
          else expect(named).toContain(picked.to.officerId);
        },
      ),
    );
  });

  test('a rule of the matter stands before the general one', () => {
    const rules = [
      { matterKey: null, officerIds: ['甲'] },
      { matterKey: 'work-safety', officerIds: ['乙'] },
    ];
    expect(ruleFor(rules, 'work-safety')?.officerIds).toEqual(['乙']);
    expect(ruleFor(rules, 'tax-serious')?.officerIds).toEqual(['甲']);
  });

  test('a departure leaves nothing with the person, and evens out', () => {
    fc.assert(
      fc.property(team, fc.nat(40), (people, count) => {
        const [gone, ...others] = people;
        const shared = shareOut([...Array(count).keys()], others);
        expect(shared.every(({ to }) => to && to.officerId !== gone!.officerId)).toBe(true);
        const after = others.map((one) => one.open + shared.filter(({ to }) => to?.officerId === one.officerId).length);
        const most = Math.max(...others.map((one) => one.open));
        expect(Math.max(...after)).toBeLessThanOrEqual(Math.max(most, Math.min(...after) + 1));
      }),
    );
    expect(shareOut(['x'], [])).toEqual([{ item: 'x', to: null }]);
  });
});

describe('leave', () => {
  test('the deputy of a day is the one of the leave that holds, and only then', () => {
    const one: Leave = { officerId: '甲', deputyId: '乙', from: '2026-11-23', until: '2026-11-25' };
    expect(standsInFor([one], '乙', '2026-11-22')).toEqual([]);
    for (const on of ['2026-11-23', '2026-11-25']) expect(standsInFor([one], '乙', on)).toEqual(['甲']);
    expect(standsInFor([one], '乙', '2026-11-26')).toEqual([]);
    expect(standsInFor([one], '丙', '2026-11-24')).toEqual([]);
  });

  test('leaves that were let in never leave a deputy away, nor anybody twice', () => {
    fc.assert(
      fc.property(fc.array(leave, { maxLength: 12 }), (asked) => {
        const known: Leave[] = [];
        for (const one of asked)
          if (
            !checkLeave({ leave: one, by: { officerId: one.officerId, roles: ['officer'] }, team: names, known, today })
          )
            known.push(one);
        for (const on of ['2026-11-20', '2026-11-22', today, '2026-11-25', '2026-11-30'])
          for (const one of known.filter((it) => it.from <= on && on <= it.until)) {
            expect(leaveOn(known, one.deputyId, on)).toBeUndefined();
            expect(
              known.filter((it) => it.officerId === one.officerId && it.from <= on && on <= it.until),
            ).toHaveLength(1);
          }
      }),
    );
  });
});

describe('acting makes one the holder', () => {
  const event = { type: 'declined', on: today, cites: [], payload: { reasons: [], docNumber: '号' } } as const;

  test('who accepts, asks for a correction, decides or proposes what nobody holds has it from then on, in the same entry', () => {
    for (const type of ['accepted', 'declined', 'correction-requested', 'granted', 'refused', 'proposed'] as const) {
      const taken = takenInHand(lodged, { ...event, type } as never as ItemEvent, person('甲'));
      expect(taken.payload).toMatchObject({ takenBy: { officerId: '甲', name: '甲' } });
    }
    const taken = takenInHand<ItemEvent>(lodged, event as never, person('甲'));
    expect(evolve(lodged, taken)).toMatchObject({ state: 'declined', holder: { officerId: '甲' } });
  });

  test('not what somebody holds already, nor by checking, signing, or from elsewhere', () => {
    const held = { ...lodged, holder: { officerId: '乙', name: '乙' } };
    const plain = event as never as ItemEvent;
    expect(takenInHand(held, plain, person('甲'))).toBe(plain);
    const verified = { ...event, type: 'verified' } as never as ItemEvent;
    expect(takenInHand(lodged, verified, person('甲'))).toBe(verified);
    const signed = { ...event, payload: { ...event.payload, chain: {} } } as never as ItemEvent;
    expect(takenInHand(lodged, signed, person('甲'))).toBe(signed);
    expect(takenInHand(lodged, plain, { ...person('甲'), unitId: 'other' })).toBe(plain);
    expect(takenInHand(lodged, plain, { kind: 'applicant' })).toBe(plain);
  });
});
