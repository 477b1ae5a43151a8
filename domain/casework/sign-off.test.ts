import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActingPerson, checkAction } from '../item/available-actions.ts';
import { startClock } from '../item/clocks.ts';
import type { ItemEvent } from '../item/events.ts';
import { begin, evolve } from '../item/evolve.ts';
import type { Item } from '../item/item.ts';
import type { ProposedAct, SignOffSteps } from '../item/proposal.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { announcedCalendar } from '../working-days.ts';
import { grantItem, refuseItem } from './decide-item.ts';
import type { Desk } from './deciding.ts';
import { extendItem } from './extend-item.ts';
import { type ChainedEvent, endorse, propose, retract, returnProposal, toSign } from './sign-off.ts';
import { type SignOffRule, signOffFor, tooFewHands } from './sign-off-rule.ts';
import { withdrawItem } from './withdraw-item.ts';

const today = '2026-11-23';
const cites = { accept: [], decide: ['ndrc36:16'], extend: ['ndrc36:16'], total: [], effects: [] };

function accepted(): Item {
  const item = begin(
    { subjectKey: 's', itemId: 'i' },
    {
      type: 'submitted',
      on: today,
      cites: [],
      payload: {
        applicationId: 'a',
        recordId: 'r',
        number: 'JXXF20261123000001-01',
        matterKey: 'work-safety',
        matterVersion: 1,
        unitId: 'emergency-360100',
        regionCode: '360100',
        windowUnitId: null,
        channel: 'online',
        receiver: 'credit-china',
        decider: 'our-desk',
        limits: { accept: 3, decide: 7, extend: 10, total: 10, effects: null, cites },
      },
    },
  );
  return {
    ...item,
    state: 'accepted',
    clocks: { decision: startClock(announcedCalendar, 'decision', today, 7, []) },
  };
}

/** Five people of the unit; the number says who, the roles what they may. */
const roles = [
  ['officer'],
  ['officer'],
  ['officer', 'reviewer'],
  ['officer', 'reviewer', 'head'],
  ['officer', 'reviewer', 'head'],
];
const person = (at: number): ActingPerson => ({
  kind: 'officer',
  unitId: 'emergency-360100',
  roles: roles[at]!,
  regionPrefix: '3601',
  officerId: `officer-${at}`,
  name: `示例${at}`,
});
const deskOf = (item: Item, at: number): Desk => ({ item, who: person(at), today, calendar: announcedCalendar });

function decide(desk: Desk, { act, content }: ProposedAct, docNumber: string): ChainedEvent | Refusal {
  if (act === 'extend') return extendItem(desk, content);
  if (act === 'refuse')
    return refuseItem(desk, { reasons: [...content.reasons], findings: [...content.findings], docNumber });
  if (act !== 'grant') throw new Error(act);
  const { findings, note } = content;
  return grantItem(desk, { findings: [...findings], note, docNumber, obstacle: null, required: [] });
}

const acts: readonly ProposedAct[] = [
  { act: 'grant', content: { findings: [{ key: 'c', text: '已纠正', met: true, evidence: '已核对' }], note: '无' } },
  { act: 'refuse', content: { findings: [], reasons: [{ code: 'x', text: '没有纠正' }] } },
  { act: 'extend', content: { reason: '需要实地核查' } },
];

type Move = {
  readonly kind: 'propose' | 'endorse' | 'return' | 'retract' | 'sign';
  readonly by: number;
  readonly what: number;
};

function move(item: Item, { kind, by, what }: Move, steps: SignOffSteps): ItemEvent | Refusal {
  const desk = deskOf(item, by);
  const proposal = acts[what]!;
  if (kind === 'propose') return propose(desk, { proposal, steps, cites: [] }, decide(desk, proposal, ''));
  if (kind === 'endorse') return endorse(desk, { note: '' });
  if (kind === 'return') return returnProposal(desk, { reason: '依据不足' });
  if (kind === 'retract') return retract(desk);
  const it = toSign(desk);
  if (isRefusal(it)) return it;
  const event = decide(it.desk, it.proposal, '号');
  return isRefusal(event) ? event : it.signed(event, '');
}

const moves = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'propose',
      'propose',
      'endorse',
      'endorse',
      'sign',
      'sign',
      'return',
      'retract',
    ) as fc.Arbitrary<Move['kind']>,
    by: fc.nat({ max: 4 }),
    what: fc.nat({ max: 2 }),
  }),
  { maxLength: 20 },
);
const chains = fc.constantFrom<SignOffSteps>('sign', 'review-sign');

describe('whatever people try', () => {
  test('nobody reviews or signs what they proposed, nor signs what they reviewed; a decision needs all its hands', () => {
    let signed = 0;
    fc.assert(
      fc.property(moves, chains, (tries, steps) => {
        let item = accepted();
        for (const one of tries) {
          const event = move(item, one, steps);
          if (isRefusal(event)) continue;
          if (one.kind === 'sign') {
            const { chain } = (event as ChainedEvent).payload;
            const hands = [chain!.proposed, chain!.reviewed, chain!.signed].flatMap((step) =>
              step ? [step.by.id] : [],
            );
            expect(new Set(hands).size).toBe(steps === 'sign' ? 2 : 3);
            expect(hands).toHaveLength(steps === 'sign' ? 2 : 3);
            signed += 1;
          } else expect(evolve(item, event)).toMatchObject({ state: item.state, clocks: item.clocks });
          item = evolve(item, event);
          expect(item.proposal && item.returned).toBeUndefined();
          if (one.kind === 'sign') expect(item.proposal).toBeUndefined();
        }
      }),
      { numRuns: 1000, seed: 23 },
    );
    expect(signed).toBeGreaterThan(20);
  });

  test('a signed decision is the direct decision, apart from the chain', () => {
    for (const proposal of acts) {
      const item = accepted();
      const proposed = propose(
        deskOf(item, 0),
        { proposal, steps: 'sign', cites: [] },
        decide(deskOf(item, 0), proposal, ''),
      );
      const waiting = evolve(item, proposed as ItemEvent);
      const signed = move(waiting, { kind: 'sign', by: 3, what: 0 }, 'sign') as ChainedEvent;
      const { chain, ...payload } = signed.payload;
      expect({ ...signed, payload }).toEqual(decide(deskOf(item, 0), proposal, '号'));
      const { version: _a, ...after } = evolve(waiting, signed);
      const { version: _b, ...alone } = evolve(item, { ...signed, payload } as ItemEvent);
      expect(after).toEqual(alone);
      expect(chain?.signed.by.id).toBe('officer-3');
    }
  });
});

test('a proposal lapses when the applicant withdraws', () => {
  const item = accepted();
  const waiting = evolve(item, move(item, { kind: 'propose', by: 0, what: 0 }, 'sign') as ItemEvent);
  const owner = { kind: 'applicant', subjectKeys: ['s'] } as const;
  const withdrawn = withdrawItem({ ...deskOf(waiting, 0), who: owner }, { reason: '不办了' });
  expect(evolve(waiting, withdrawn as ItemEvent).proposal).toBeUndefined();
});

test('what the law refuses today is not put before anybody', () => {
  const item = { ...accepted(), extended: true };
  expect(move(item, { kind: 'propose', by: 0, what: 2 }, 'sign')).toMatchObject({ code: 'extended-once' });
});

describe('the order of hands', () => {
  const rule = (matterKey: string, act: SignOffRule['act'], steps: SignOffRule['steps'], from: string, at: string) => ({
    matterKey,
    act,
    steps,
    from,
    at,
  });
  const ask = (rules: SignOffRule[], over: object = {}) =>
    signOffFor(rules, { matterKey: 'work-safety', lawEntry: 'work-safety', act: 'grant', today, ...over }).steps;

  test.each([
    ['nothing set', [], 'none'],
    ['all', [rule('*', '*', 'sign', '2026-11-01', '1')], 'sign'],
    ['not before its day', [rule('*', '*', 'sign', '2026-11-24', '1')], 'none'],
    [
      'matter before act',
      [rule('*', 'grant', 'sign', '2026-11-01', '1'), rule('work-safety', '*', 'review-sign', '2026-11-01', '1')],
      'review-sign',
    ],
    [
      'the particular may loosen',
      [rule('*', '*', 'sign', '2026-11-01', '1'), rule('work-safety', 'grant', 'none', '2026-11-01', '1')],
      'none',
    ],
    [
      'the later of one day',
      [rule('*', '*', 'sign', '2026-11-01', '2'), rule('*', '*', 'none', '2026-11-01', '1')],
      'sign',
    ],
    ['another matter', [rule('tax-serious', '*', 'sign', '2026-11-01', '1')], 'none'],
  ] as const)('%s', (_, rules, steps) => {
    expect(ask([...rules])).toBe(steps);
  });

  test('accepting and calling for correction need a line of their own', () => {
    const all = rule('*', '*', 'sign', '2026-11-01', '1');
    expect(ask([all], { act: 'accept' })).toBe('none');
    expect(ask([all, rule('*', 'accept', 'sign', '2026-11-01', '2')], { act: 'accept' })).toBe('sign');
  });

  test('107号第十四、十六、十七条: market supervision never decides without its head', () => {
    const market = { matterKey: 'market-penalty', lawEntry: 'market-penalty' };
    expect(ask([], { ...market, act: 'extend' })).toBe('sign');
    expect(ask([rule('*', '*', 'none', '2026-11-01', '1')], market)).toBe('sign');
    expect(ask([rule('*', '*', 'review-sign', '2026-11-01', '1')], market)).toBe('review-sign');
    expect(ask([], { ...market, act: 'accept' })).toBe('none');
    // 总局令第107号 is in force from 2025-12-25.
    expect(ask([], { ...market, today: '2025-12-24' })).toBe('none');
  });
});

describe('hands that are there', () => {
  const waiting = () => {
    const item = accepted();
    return evolve(item, move(item, { kind: 'propose', by: 0, what: 0 }, 'review-sign') as ItemEvent);
  };
  const deskWith = (item: Item, by: number, heads: readonly number[]): Desk => {
    const desk = deskOf(item, by);
    return { ...desk, who: { ...person(by), heads: heads.map((one) => `officer-${one}`) } as ActingPerson };
  };

  test('the only head does not review what nobody else could sign; another reviewer, or with another head, may', () => {
    const item = waiting();
    const refused = endorse(deskWith(item, 3, [3]), { note: '' });
    expect(refused).toMatchObject({ code: 'nobody-left-to-sign' });
    expect((refused as Refusal).text).toContain('您审核后本单位没有别人能签发，请由别人审核');
    expect(checkAction(item, 'endorse', deskWith(item, 3, [3]).who)).toMatchObject({ code: 'nobody-left-to-sign' });
    expect(endorse(deskWith(item, 2, [3]), { note: '' })).toMatchObject({ type: 'endorsed' });
    expect(endorse(deskWith(item, 3, [3, 4]), { note: '' })).toMatchObject({ type: 'endorsed' });
  });

  test('what the only head proposed is returned, not reviewed', () => {
    const item = accepted();
    const own = evolve(item, move(item, { kind: 'propose', by: 3, what: 0 }, 'review-sign') as ItemEvent);
    expect(endorse(deskWith(own, 2, [3]), { note: '' })).toMatchObject({ code: 'nobody-left-to-sign' });
    expect(returnProposal(deskWith(own, 2, [3]), { reason: '请由别人提请' })).toMatchObject({ type: 'returned' });
  });

  test('a unit with too few people is told whom it stands on', () => {
    const people = [
      { name: '甲', roles: ['officer'] },
      { name: '乙', roles: ['officer', 'reviewer'] },
      { name: '丙', roles: ['officer', 'reviewer', 'head'] },
    ];
    expect(tooFewHands('none', [])).toEqual([]);
    expect(tooFewHands('sign', people.slice(0, 2))[0]).toContain('没有负责人');
    expect(tooFewHands('sign', people).join()).toContain('丙');
    expect(tooFewHands('review-sign', people).join()).toMatch(/丙审核了.*乙提请的没有别人能审核/);
    const two = [...people, { name: '丁', roles: ['officer', 'reviewer', 'head'] }];
    expect(tooFewHands('sign', two)).toEqual([]);
    expect(tooFewHands('review-sign', two)).toEqual([]);
  });
});
