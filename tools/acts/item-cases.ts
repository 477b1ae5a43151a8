import { assignItem, claimItem, releaseItem } from '#domain/casework/assign-item.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import { type ActingPerson, actionRules, checkAction, type ItemAction } from '#domain/item/available-actions.ts';
import { isStep } from '#domain/item/check-step.ts';
import { startClock } from '#domain/item/clocks.ts';
import { begin } from '#domain/item/evolve.ts';
import { type HoldingAct, holderOf, holdingActs } from '#domain/item/holding.ts';
import type { Item } from '#domain/item/item.ts';
import type { ChainPerson, Proposal } from '#domain/item/proposal.ts';
import type { ItemState } from '#domain/item/states.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { announcedCalendar } from '#domain/working-days.ts';

/** Everything that is done to an item by a person: acts and who has it in hand. */
export type AnyAct = ItemAction | HoldingAct;

export function isHolding(act: AnyAct): act is HoldingAct {
  return (holdingActs as readonly string[]).includes(act);
}

/** The day on which everything is asked, and one on which the day for the correction is over. */
export const [day, later] = ['2026-11-23', '2026-12-31'];
const [unitId, windowUnitId] = ['tax-360100', 'window-360102'];
const me: ChainPerson = { id: 'officer-1', name: '示例甲' };
/** Somebody else of the same unit. */
export const other: ChainPerson = { id: 'officer-2', name: '示例乙' };
const third: ChainPerson = { id: 'officer-3', name: '示例丙' };

/** An item with nothing special about it, standing in a state. */
export function itemIn(state: ItemState, over: Partial<Item> = {}): Item {
  const cites = { accept: [], decide: [], extend: [], total: [], effects: [] };
  const payload = {
    applicationId: 'application',
    recordId: 'record',
    number: 'JXXF20261123000001-01',
    matterKey: 'tax-serious',
    matterVersion: 1,
    unitId,
    regionCode: '360100',
    windowUnitId,
    channel: 'window',
    receiver: 'credit-china',
    decider: 'our-desk',
    limits: { accept: 3, decide: 7, extend: 10, total: 10, effects: null, cites },
  } as const;
  const keys = { subjectKey: 'subject', itemId: 'item' };
  const clocks = state === 'correcting' ? { correction: startClock(announcedCalendar, 'correction', day, 10, []) } : {};
  return { ...begin(keys, { type: 'submitted', on: day, cites: [], payload }), state, clocks, ...over };
}

/** A proposal of somebody, waiting for review or, reviewed, for signature. */
export function proposed(by: ChainPerson, reviewed?: ChainPerson): Proposal {
  return {
    act: 'revoke',
    content: { ground: 'false-papers', serious: false, finding: '', reasons: [], heard: '' },
    steps: 'review-sign',
    by,
    on: day,
    ...(reviewed ? { reviewed: { by: reviewed, on: day, note: '' } } : {}),
  } as Proposal;
}

/** An item in a state, with whatever a step of the chain, or giving an item back, needs to have something to act on. */
export function fittingItem(act: AnyAct, state: ItemState, over: Partial<Item> = {}): Item {
  if (act === 'release') over = { holder: { officerId: me.id, name: me.name }, ...over };
  if (!isHolding(act) && isStep(act))
    over = { proposal: proposed(act === 'retract' ? me : other, act === 'sign' ? third : undefined), ...over };
  return itemIn(state, over);
}

const officer = (roles: readonly string[], unit = unitId, regionPrefix = '3601'): ActingPerson => ({
  kind: 'officer',
  unitId: unit,
  roles,
  regionPrefix,
  officerId: me.id,
  name: me.name,
  standsInFor: [],
});
const applicant = (subjectKey: string, limit?: string): ActingPerson => ({
  kind: 'applicant',
  subjectKeys: [subjectKey],
  ...(limit ? { limits: { [subjectKey]: [limit] } } : {}),
});

/** Everybody a role matrix tells about, inside and outside. */
export const persons: readonly (readonly [name: string, who: ActingPerson])[] = [
  ['申请人本人', applicant('subject')],
  ['别的申请人', applicant('another')],
  ['受托经办人（这一事项）', applicant('subject', 'tax-serious')],
  ['受托经办人（别的事项）', applicant('subject', 'work-safety')],
  ['经办人（本单位）', officer(['officer'])],
  ['经办人（别的单位）', officer(['officer'], 'tax-360200')],
  ['审核人（本单位）', officer(['officer', 'reviewer'])],
  ['审核人（别的单位）', officer(['officer', 'reviewer'], 'tax-360200')],
  ['负责人（本单位）', officer(['officer', 'head'])],
  ['负责人（别的单位）', officer(['officer', 'head'], 'tax-360200')],
  ['窗口（代收的）', officer(['window-clerk'], windowUnitId)],
  ['窗口（别的）', officer(['window-clerk'], 'window-360702')],
  ['督办（本地区）', officer(['supervisor'], 'ndrc-360100')],
  ['督办（别的地区）', officer(['supervisor'], 'ndrc-360700', '3607')],
  ['目录管理', officer(['catalog-keeper'], 'ndrc-360000', '36')],
  ['数据管理', officer(['operator'], 'ndrc-360000', '36')],
];

/** Somebody whose act it is: with every role of the unit, so that nothing but the item stands in the way. */
export function rightPerson(act: AnyAct): ActingPerson {
  const by = isHolding(act) ? 'authority' : actionRules[act].by;
  if (by === 'applicant') return applicant('subject');
  return by === 'supervisor' ? officer(['supervisor'], 'ndrc-360100') : officer(['officer', 'reviewer', 'head']);
}

/** The rule itself, asked: why this cannot be done, null where it can. */
export function barOf(act: AnyAct, item: Item, who: ActingPerson, today = day): Refusal | null {
  if (!isHolding(act)) return checkAction(item, act, who, today);
  const decided = hold[act]({ item, who, today, calendar: announcedCalendar });
  return isRefusal(decided) ? decided : null;
}

/** Who has an item in hand is asked of the acts themselves, each with what it needs to go through. */
const hold: Readonly<Record<HoldingAct, (desk: Desk) => unknown>> = {
  claim: (desk) => claimItem(desk, { saw: holderOf(desk.item)?.officerId ?? null, reason: '示例' }),
  release: (desk) => releaseItem(desk, { reason: '示例' }),
  assign: (desk) =>
    assignItem(desk, {
      to: { officerId: third.id, name: third.name },
      saw: holderOf(desk.item)?.officerId ?? null,
      reason: '示例',
    }),
};
