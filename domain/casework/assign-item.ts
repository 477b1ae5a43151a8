import type { EventOf } from '../item/events.ts';
import { checkHolding, holderOf } from '../item/holding.ts';
import type { Holder, Item } from '../item/item.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkText, type Desk } from './deciding.ts';

type Assigned = EventOf<'assigned'>;

/** The ledger's entry about who has an item in hand from now on. */
export function assigned(
  item: Item,
  on: PlainDate,
  to: Holder | null,
  why: Assigned['payload']['why'],
  reason: string,
): Assigned {
  return { type: 'assigned', on, cites: [], payload: { to, from: holderOf(item), why, reason: reason.trim() } };
}

/** What the person saw is no longer so: somebody else was faster. Says who has it now. */
function movedMeanwhile(item: Item, saw: string | null): Refusal | null {
  const holder = holderOf(item);
  if ((holder?.officerId ?? null) === saw) return null;
  return refuse(
    'conflict',
    'holder-changed',
    holder ? `这一件刚刚已由${holder.name}承办，请刷新后再看。` : '这一件刚刚已被交还，现在没有承办人，请刷新后再看。',
    { more: { holder, version: item.version } },
  );
}

const selfOf = (desk: Desk): Holder => {
  if (desk.who.kind !== 'officer' || !desk.who.officerId) throw new Error('an officer without an id cannot hold items');
  return { officerId: desk.who.officerId, name: desk.who.name ?? '经办人' };
};

/** 认领 of an item nobody holds; 接手 of a colleague's, which needs a reason that the colleague is told. `saw`: the holder the person saw. */
export function claimItem(desk: Desk, input: { saw: string | null; reason: string }): Assigned | Refusal {
  const { item, who, today } = desk;
  if (who.kind !== 'officer') return refuse('forbidden', 'not-an-officer', '只有办理单位的人员可以认领。');
  const refusal = checkHolding(item, 'claim', who) ?? movedMeanwhile(item, input.saw);
  if (refusal) return refusal;
  const needed = holderOf(item) ? checkText('reason', '接手的原因', input.reason, 500) : null;
  return needed ?? assigned(item, today, selfOf(desk), 'claim', input.reason);
}

/** 交还: nobody holds it any more. The holder, or the head; with a reason, so that who assigns it next knows. */
export function releaseItem(desk: Desk, input: { reason: string }): Assigned | Refusal {
  const { item, who, today } = desk;
  if (who.kind !== 'officer') return refuse('forbidden', 'not-an-officer', '只有办理单位的人员可以交还。');
  const refusal = checkHolding(item, 'release', who) ?? checkText('reason', '交还的原因', input.reason, 500);
  return refusal ?? assigned(item, today, null, 'release', input.reason);
}

/** 分派, 改派 by the head to somebody who works at the unit today. Taking it from a colleague needs a reason. */
export function assignItem(
  desk: Desk,
  input: { to: Holder | undefined; saw: string | null; reason: string },
): Assigned | Refusal {
  const { item, who, today } = desk;
  if (who.kind !== 'officer') return refuse('forbidden', 'not-an-officer', '只有办理单位的负责人可以分派。');
  const refusal = checkHolding(item, 'assign', who) ?? movedMeanwhile(item, input.saw);
  if (refusal) return refusal;
  if (!input.to) return notOfUnit();
  const holder = holderOf(item);
  if (holder?.officerId === input.to.officerId)
    return refuse('conflict', 'already-theirs', `这一件已经由${holder.name}承办。`);
  const needed = holder ? checkText('reason', '改派的原因', input.reason, 500) : null;
  return needed ?? assigned(item, today, input.to, 'hand', input.reason);
}

/** 移交 of somebody's item because they left; nobody takes it: it waits to be assigned. */
export function handOverItem(
  desk: Desk,
  input: { from: string; to: Holder | null; reason: string },
): Assigned | Refusal | null {
  const { item, who, today } = desk;
  if (who.kind !== 'officer' || !who.roles.includes('head') || who.unitId !== item.unitId)
    return refuse('forbidden', 'not-the-head', '移交由本单位负责人进行。');
  if (item.closedOn !== null || holderOf(item)?.officerId !== input.from) return null;
  return assigned(item, today, input.to, 'departure', input.reason);
}

/** Somebody who does not (or no longer) work at the unit cannot be given work. */
export function notOfUnit(): Refusal {
  return refuse('invalid', 'not-of-unit', '请选择本单位现在在岗的经办人。', {
    fields: [{ field: 'to', text: '请选择本单位现在在岗的经办人。' }],
  });
}
