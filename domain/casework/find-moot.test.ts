import { describe, expect, test } from 'vitest';
import { type ActingPerson, availableActions, checkAction, type ItemAction } from '../item/available-actions.ts';
import type { Item } from '../item/item.ts';
import { assess } from '../record/assess.ts';
import type { CaseInput } from '../record/assess-case.ts';
import type { HeldBack } from '../record/orders/record-order.ts';
import { findMoot, type MootRecord } from './find-moot.ts';

const today = '2026-11-23';
const officer: ActingPerson = {
  kind: 'officer',
  unitId: 'u',
  roles: ['officer', 'head'],
  regionPrefix: '36',
  officerId: 'o',
};
const owner: ActingPerson = { kind: 'applicant', subjectKeys: ['s'] };

const itemIn = (state: Item['state'], more: Partial<Item> = {}): Item =>
  ({
    subjectKey: 's',
    unitId: 'u',
    matterKey: 'other-penalty',
    decider: 'our-desk',
    receiver: 'credit-china',
    regionCode: '360100',
    state,
    clocks: {},
    limits: {
      accept: 3,
      decide: 7,
      extend: 10,
      total: 10,
      effects: 3,
      cites: { accept: [], decide: [], extend: [], total: [], effects: [] },
    },
    ...more,
  }) as unknown as Item;

function recordOf(entry: CaseInput['matter'], heldBack: HeldBack | null, more: Partial<CaseInput> = {}): MootRecord {
  const input: CaseInput = {
    id: null,
    matter: entry,
    subjectType: 'organisation',
    findingDate: '2026-03-02',
    publishedDate: '2026-03-05',
    penalties: [{ kind: '罚款', amountYuan: 200_000 }],
    procedure: 'ordinary',
    field: 'other',
    dutiesPerformed: true,
    on: today,
    ...(heldBack ? { heldBack } : {}),
    ...more,
  };
  return { entry, heldBack, repairedOn: null, verdict: assess(input) };
}

const goingOn: readonly [ItemAction, Item['state']][] = [
  ['accept', 'lodged'],
  ['request-correction', 'lodged'],
  ['extend', 'accepted'],
  ['grant', 'accepted'],
];

describe('an open item whose record was withdrawn', () => {
  const moot = (item: Item) => findMoot(item, recordOf('other-penalty', 'annulled'), today);

  for (const [action, state] of goingOn)
    test(`行政处罚法第四十八条: no ${action} any more, and the button says why`, () => {
      const item = itemIn(state);
      const refusal = checkAction(item, action, officer, today, moot(item));
      expect(refusal).toMatchObject({ kind: 'unmet-condition', code: 'record-moot', cite: ['ndrc36:19.2'] });
      expect(refusal?.text).toContain('无需修复');
      expect(checkAction(item, action, officer, today)).toBeNull();
      const button = availableActions(item, officer, today, moot(item)).find((one) => one.action === action);
      expect(button).toMatchObject({ allowed: false, why: refusal?.text });
    });

  test('what ends it stays open: 不予受理, 不予修复, withdrawal', () => {
    expect(checkAction(itemIn('lodged'), 'decline', officer, today, moot(itemIn('lodged')))).toBeNull();
    expect(checkAction(itemIn('accepted'), 'refuse', officer, today, moot(itemIn('accepted')))).toBeNull();
    expect(checkAction(itemIn('accepted'), 'withdraw', owner, today, moot(itemIn('accepted')))).toBeNull();
  });

  test('nobody waits for a correction of it: the applicant sends nothing, the unit need not wait for the day', () => {
    const due = {
      kind: 'correction',
      start: today,
      days: 10,
      due: '2026-12-07',
      provisional: false,
      cites: [],
    } as const;
    const item = itemIn('correcting', { clocks: { correction: due } });
    expect(checkAction(item, 'correct', owner, today, moot(item))).toMatchObject({ code: 'record-moot' });
    expect(checkAction(item, 'decline', officer, today, moot(item))).toBeNull();
    expect(checkAction(item, 'decline', officer, today)).toMatchObject({ code: 'correction-awaited' });
  });

  test('a proposal to grant it is neither passed on nor signed, and can be returned', () => {
    const proposal = { act: 'grant', steps: 'sign', by: { id: 'x', name: '示例承办' } } as unknown as NonNullable<
      Item['proposal']
    >;
    const item = itemIn('accepted', { proposal });
    expect(checkAction(item, 'sign', officer, today, moot(item))).toMatchObject({ code: 'record-moot' });
    expect(checkAction(item, 'return', officer, today, moot(item))).toBeNull();
    expect(
      checkAction({ ...item, proposal: { ...proposal, act: 'refuse' } as never }, 'sign', officer, today, moot(item)),
    ).toBeNull();
  });

  test('a list that was withdrawn has nothing to end either (36号第三条)', () => {
    const found = findMoot(itemIn('lodged'), recordOf('work-safety', 'annulled'), today);
    expect(found).toMatchObject({ why: 'annulled', refuses: true, cites: ['ndrc36:3'] });
  });
});

describe('other ways in which a record comes to an end', () => {
  test('repaired by another way: a second repair is refused', () => {
    const record = { ...recordOf('other-penalty', null), repairedOn: '2026-11-20' };
    expect(findMoot(itemIn('accepted'), record, today)).toMatchObject({ why: 'repaired', refuses: true });
    expect(findMoot(itemIn('granted'), record, today)).toBeNull();
  });

  test('36号第十二条: display that ended by itself is told and refuses nothing, no clause says that it does', () => {
    const over = recordOf('other-penalty', 'ended', { findingDate: '2022-03-02', publishedDate: '2022-03-05' });
    expect(over.verdict.verdict).toBe('not-published');
    const found = findMoot(itemIn('accepted'), over, today);
    expect(found).toMatchObject({ why: 'ended', refuses: false });
    expect(checkAction(itemIn('accepted'), 'grant', officer, today, found)).toBeNull();
  });

  test('107号: a deregistered subject of market supervision', () => {
    expect(findMoot(itemIn('lodged'), recordOf('market-penalty', 'deregistered'), today)).toMatchObject({
      why: 'deregistered',
      refuses: true,
    });
  });

  test('shielded while a plan runs, or on display: nothing is said', () => {
    expect(findMoot(itemIn('lodged'), recordOf('other-penalty', 'shielded'), today)).toBeNull();
    expect(findMoot(itemIn('lodged'), recordOf('other-penalty', null), today)).toBeNull();
  });
});
