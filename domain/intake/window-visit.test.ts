import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../catalog/catalog.ts';
import { makeCitizenId } from '../citizen-id.ts';
import { begin, evolve } from '../item/evolve.ts';
import type { Item } from '../item/item.ts';
import { allItemStates } from '../item/states.ts';
import { announcedCalendar, isWorkingDay } from '../working-days.ts';
import { refuseAtDesk, unitsOfDesk } from './window-desk.ts';
import { desksFor, refuseAnswer, refuseHandOver, windowChanged } from './window-hand-over.ts';
import { originalStanding, usualReturnDay } from './window-originals.ts';
import { type PersonChecked, type VisitCheck, visitFaults } from './window-visit.ts';

const number = makeCitizenId('36010219900101000')!;
const boss: PersonChecked = {
  relation: 'legal-rep',
  name: '示例甲',
  document: 'id-card',
  documentNumber: number,
  way: 'reader',
};
const agent: PersonChecked = {
  ...boss,
  relation: 'agent',
  name: '示例壬',
  authorisation: { way: 'paper', attachmentIds: ['f'], note: '' },
};
const check: VisitCheck = {
  subjectKind: 'organisation',
  agentName: null,
  signature: { way: 'drawn', scans: 0, drawn: true },
  today: '2026-11-23',
};
const fields = (persons: readonly PersonChecked[], over: Partial<VisitCheck> = {}) =>
  visitFaults({ persons, originals: [] }, { ...check, ...over }).map((one) => one.field);

describe('who was at the counter', () => {
  test('the person in charge, or an agent named in the form, with a signature by hand', () => {
    expect(fields([boss])).toEqual([]);
    expect(fields([agent], { agentName: '示例壬' })).toEqual([]);
    expect(fields([boss, agent], { agentName: '示例壬' })).toEqual([]);
    expect(fields([boss], { signature: { way: 'paper', scans: 1, drawn: false } })).toEqual([]);
  });

  test('an agent of the form who was not checked, and an agent checked whom the form does not name', () => {
    expect(fields([boss], { agentName: '示例壬' })).toEqual(['visit.persons']);
    expect(fields([agent], { agentName: '示例癸' })).toEqual(['visit.persons']);
    expect(fields([agent])).toEqual(['form.agent']);
  });

  test('no written authority turns nobody away, once it is written down how that was settled', () => {
    const oral = (note: string): PersonChecked => ({
      ...agent,
      authorisation: { way: 'none', attachmentIds: [], note },
    });
    expect(fields([oral('')], { agentName: '示例壬' })).toEqual(['visit.persons.0.authorisation']);
    expect(fields([oral('已给法定代表人打电话核实')], { agentName: '示例壬' })).toEqual([]);
  });

  test('a person comes in person, an organisation does not', () => {
    expect(fields([{ ...boss, relation: 'self' }])).toEqual(['visit.persons.0.relation']);
    expect(fields([{ ...boss, relation: 'self' }], { subjectKind: 'person' })).toEqual([]);
    expect(fields([boss], { subjectKind: 'person' })).toEqual(['visit.persons.0.relation']);
  });

  test('one wrong digit of an identity card is told, a passport only needs a number', () => {
    const wrong = `${number.slice(0, 16)}${(Number(number[16]) + 1) % 10}${number[17]}`;
    expect(fields([{ ...boss, documentNumber: wrong }])).toEqual(['visit.persons.0.documentNumber']);
    expect(fields([{ ...boss, document: 'passport', documentNumber: 'E12345678' }])).toEqual([]);
  });
});

const unit = (unitId: string, kind: Unit['kind'], sector: string) => ({ unitId, kind, sector, name: unitId }) as Unit;
const hall = unit('window-360102', 'window', 'window');
const otherHall = unit('window-360702', 'window', 'window');
const taxDesk = unit('tax-360100', 'authority', 'tax');
const farTax = unit('tax-360700', 'authority', 'tax');
const safety = unit('emergency-360100', 'authority', 'emergency');

describe('what a desk takes in', () => {
  const catalog = { units: new Map([hall, taxDesk, farTax, safety].map((one) => [one.unitId, one])) };
  test('a service centre everything, an authority its own field wherever it is decided', () => {
    expect(unitsOfDesk(catalog, hall)).toBeNull();
    expect(unitsOfDesk(catalog, taxDesk)).toEqual(['tax-360100', 'tax-360700']);
    expect(refuseAtDesk(hall, safety)).toBeNull();
    expect(refuseAtDesk(taxDesk, farTax)).toBeNull();
    expect(refuseAtDesk(taxDesk, safety)).toMatchObject({ kind: 'forbidden', code: 'not-this-desk' });
  });
});

describe('a hand-over', () => {
  const ask = {
    holder: hall.unitId,
    from: hall,
    to: otherHall,
    reason: '就近',
    deciders: [safety],
    waiting: false,
    hasWindow: true,
  };
  test.each([
    ['to another hall', {}, null],
    ['of what another window holds', { holder: 'window-360700' }, 'not-your-application'],
    ['to nowhere', { to: undefined }, 'window-not-found'],
    ['to a unit without a window', { hasWindow: false }, 'window-not-found'],
    ['to oneself', { to: hall }, 'same-window'],
    ['without a reason', { reason: ' ' }, 'reason-missing'],
    ['twice', { waiting: true }, 'hand-over-waiting'],
    ['to a desk that does not take the matter', { to: taxDesk }, 'not-this-desk'],
  ])('%s: %j → %s', (_, over, code) => {
    expect(refuseHandOver({ ...ask, ...over })?.code ?? null).toBe(code);
  });

  test('offered are the desks that would not be refused, never the one that asks', () => {
    const desks = [hall, otherHall, taxDesk];
    expect(desksFor({ from: hall, desks, deciders: [safety, farTax] })).toEqual({ open: [otherHall], closed: 1 });
    expect(desksFor({ from: hall, desks, deciders: [farTax] })).toEqual({ open: [otherHall, taxDesk], closed: 0 });
    expect(desksFor({ from: taxDesk, desks, deciders: [farTax] })).toEqual({ open: [hall, otherHall], closed: 0 });
    for (const deciders of [[safety], [farTax], [safety, farTax]])
      for (const to of desksFor({ from: hall, desks, deciders }).open)
        expect(refuseHandOver({ ...ask, to, deciders })).toBeNull();
  });

  test('the other accepts or declines with a reason, the first takes back, once', () => {
    const base = { from: 'a', to: 'b', answered: false, note: '' };
    const code = (by: string, answer: 'accepted' | 'declined' | 'taken-back', over = {}) =>
      refuseAnswer({ ...base, by, answer, ...over })?.code ?? null;
    expect(code('b', 'accepted')).toBeNull();
    expect(code('b', 'declined')).toBe('reason-missing');
    expect(code('b', 'declined', { note: '不在本市' })).toBeNull();
    expect(code('a', 'taken-back')).toBeNull();
    expect(code('a', 'accepted')).toBe('not-your-hand-over');
    expect(code('b', 'taken-back')).toBe('not-your-hand-over');
    expect(code('b', 'accepted', { answered: true })).toBe('hand-over-answered');
  });

  const submitted = begin(
    { subjectKey: 's', itemId: 'i' },
    {
      type: 'submitted',
      on: '2026-11-20',
      cites: [],
      payload: {
        applicationId: 'a',
        recordId: 'r',
        number: 'JXXF20261120000001-01',
        matterKey: 'work-safety',
        matterVersion: 1,
        unitId: 'emergency-360100',
        regionCode: '360100',
        windowUnitId: hall.unitId,
        channel: 'window',
        receiver: 'credit-china',
        decider: 'our-desk',
        limits: {
          accept: 3,
          decide: 7,
          extend: 10,
          total: 10,
          effects: null,
          cites: { accept: [], decide: [], extend: [], total: [], effects: [] },
        },
      },
    },
  );

  test('its event moves the window of an item and nothing else, whatever state it stands in', () => {
    const event = windowChanged({ on: '2026-11-23', from: hall, to: otherHall, reason: '就近' });
    for (const state of allItemStates) {
      const item: Item = { ...submitted, state, version: 4, windowUnitId: hall.unitId };
      expect(evolve(item, event)).toEqual({ ...item, version: 5, windowUnitId: otherHall.unitId });
    }
  });
});

describe('originals', () => {
  test('the usual day is a working day after the day they were kept; the day after it they are overdue', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 }), (add) => {
        const kept = new Date(Date.UTC(2026, 0, 1 + add)).toISOString().slice(0, 10);
        const day = usualReturnDay(announcedCalendar, kept);
        expect(day > kept && isWorkingDay(announcedCalendar, day)).toBe(true);
        expect(originalStanding({ returnBy: day, returned: false }, kept)).toBe('kept');
        expect(originalStanding({ returnBy: day, returned: false }, day)).toBe('due');
        expect(originalStanding({ returnBy: day, returned: false }, `${day}a`)).toBe('overdue');
        expect(originalStanding({ returnBy: day, returned: true }, `${day}a`)).toBe('returned');
      }),
      { numRuns: 60 },
    );
  });
});
