import { type Refusal, refuse } from '../refusal.ts';
import type { ItemEvent } from './events.ts';
import type { Holder, Item } from './item.ts';
import { isClosed } from './states.ts';

/** 认领, 交还, 分派: what is done about who has an item in hand. */
export const holdingActs = ['claim', 'release', 'assign'] as const;
export type HoldingAct = (typeof holdingActs)[number];

/** An officer as far as holding goes: who, with which roles, and whose deputy today. */
export interface Hand {
  readonly unitId: string;
  readonly roles: readonly string[];
  readonly officerId?: string;
  readonly name?: string;
  /** Officers on leave today for whom this one stands in (代办). */
  readonly standsInFor?: readonly string[];
}

/** Words on the buttons; taking over from somebody is called what it is. */
export function holdingLabel(act: HoldingAct, holder: Holder | null): string {
  if (act === 'claim') return holder ? '接手' : '认领';
  if (act === 'release') return '交还待分派';
  return holder ? '改派' : '分派';
}

/** Who has the item in hand; null where nobody does. */
export function holderOf(item: Pick<Item, 'holder'>): Holder | null {
  return item.holder ?? null;
}

/** For whom an officer acts on an item: the holder on leave, or null where they act as themselves. */
export function actsInsteadOf(item: Pick<Item, 'holder'>, who: Hand): Holder | null {
  const holder = holderOf(item);
  return holder && holder.officerId !== who.officerId && who.standsInFor?.includes(holder.officerId) ? holder : null;
}

/** What the officer's own work asks of who holds the item: nobody, themselves, or somebody they stand in for today. */
export function checkHolder(item: Pick<Item, 'holder'>, who: Hand): Refusal | null {
  const holder = holderOf(item);
  if (!holder || holder.officerId === who.officerId || actsInsteadOf(item, who)) return null;
  return refuse(
    'forbidden',
    'held-by-other',
    `这一件由${holder.name}承办。需要由您来办的，请先写明原因接手，或者请负责人改派。`,
    { more: { holder } },
  );
}

/** Whether an officer may claim, give back or assign an item; the refusal says why not. */
export function checkHolding(item: Item, act: HoldingAct, who: Hand): Refusal | null {
  const holder = holderOf(item);
  const label = holdingLabel(act, holder);
  if (!who.roles.includes('officer') || who.unitId !== item.unitId)
    return refuse('forbidden', 'not-the-authority', `${label}只能由办理单位的人员进行。`);
  if (isClosed(item.state)) return refuse('conflict', 'already-closed', `这一件已经办结，不用再${label}。`);
  const head = who.roles.includes('head');
  if (act === 'assign' && !head) return refuse('forbidden', 'not-the-head', '分派由本单位负责人进行；您可以认领。');
  if (act === 'claim' && holder && holder.officerId === who.officerId)
    return refuse('conflict', 'already-yours', '这一件已经在您名下。');
  if (act === 'release' && !holder) return refuse('conflict', 'nobody-holds', '这一件现在没有承办人。');
  if (act === 'release' && holder?.officerId !== who.officerId && !head)
    return refuse('forbidden', 'held-by-other', `这一件由${holder?.name}承办，由本人或者负责人交还。`);
  return null;
}

/** What whoever does it takes an item in hand by, where nobody holds it. Checking something is no more than help. */
const takingEvents: readonly ItemEvent['type'][] = [
  'accepted',
  'declined',
  'correction-requested',
  'extended',
  'granted',
  'refused',
  'proposed',
];

/**
 * Acting makes one the holder, in the same entry of the ledger. What is signed was another's proposal: whoever signs takes nothing over.
 * What somebody holds already, by a rule of the unit or by hand, stays theirs.
 */
export function takenInHand<E extends ItemEvent>(
  item: Pick<Item, 'holder' | 'unitId'>,
  event: E,
  who: { readonly kind: string } & Partial<Hand>,
): E {
  const { kind, unitId, officerId, name } = who;
  if (kind !== 'officer' || unitId !== item.unitId || !officerId || holderOf(item)) return event;
  if (!takingEvents.includes(event.type) || ('chain' in event.payload && event.payload.chain)) return event;
  return { ...event, payload: { ...event.payload, takenBy: { officerId, name: name ?? '经办人' } } };
}
