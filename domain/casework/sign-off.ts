import { checkAction } from '../item/available-actions.ts';
import type { EventOf, ItemEvent } from '../item/events.ts';
import type { Item } from '../item/item.ts';
import { type ChainAct, type ChainPerson, chainOf, type ProposedAct, type SignOffSteps } from '../item/proposal.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { checkText, type Desk } from './deciding.ts';

/** The event that an act of a chain ends in. */
export type ChainedEvent = EventOf<
  'accepted' | 'declined' | 'correction-requested' | 'extended' | 'granted' | 'refused' | 'revoked'
>;

const nobody = () => refuse('forbidden', 'not-an-officer', '由办理单位的工作人员进行。');

/** The person at the desk, as the ledger will name them. */
function personAt({ who }: Desk): ChainPerson | null {
  return who.kind === 'officer' && who.officerId ? { id: who.officerId, name: who.name ?? '' } : null;
}

/**
 * 提请: what would be decided today, put before those who review and sign. `trial` is the act's own decision, tried without a number: what
 * the law refuses today is not put before anybody. State and clocks stay as they are.
 */
export function propose(
  desk: Desk,
  it: { readonly proposal: ProposedAct; readonly steps: SignOffSteps; readonly cites: readonly string[] },
  trial: ItemEvent | Refusal,
): EventOf<'proposed'> | Refusal {
  if (isRefusal(trial)) return trial;
  const by = personAt(desk);
  if (!by) return nobody();
  return {
    type: 'proposed',
    on: desk.today,
    cites: [...new Set([...trial.cites, ...it.cites])],
    payload: { proposal: it.proposal, steps: it.steps, by },
  };
}

/** 审核通过, with or without an opinion (审核意见). */
export function endorse(desk: Desk, input: { readonly note: string }): EventOf<'endorsed'> | Refusal {
  const long = input.note.trim() === '' ? null : checkText('note', '审核意见', input.note, 500);
  const refusal = checkAction(desk.item, 'endorse', desk.who, desk.today, desk.moot) ?? long;
  if (refusal) return refusal;
  const by = personAt(desk);
  if (!by) return nobody();
  return { type: 'endorsed', on: desk.today, cites: [], payload: { by, on: desk.today, note: input.note.trim() } };
}

/** 退回承办人, always with a reason. */
export function returnProposal(desk: Desk, input: { readonly reason: string }): EventOf<'returned'> | Refusal {
  const refusal = checkAction(desk.item, 'return', desk.who) ?? checkText('reason', '退回的理由', input.reason, 500);
  if (refusal) return refusal;
  const by = personAt(desk);
  if (!by) return nobody();
  return { type: 'returned', on: desk.today, cites: [], payload: { by, reason: input.reason.trim() } };
}

/** The proposer takes it back. */
export function retract(desk: Desk): EventOf<'retracted'> | Refusal {
  const refusal = checkAction(desk.item, 'retract', desk.who);
  if (refusal) return refusal;
  const by = personAt(desk);
  return by ? { type: 'retracted', on: desk.today, cites: [], payload: { by } } : nobody();
}

/** What is decided by signing, and at which desk: the item as if nobody had proposed anything. */
export interface ToSign {
  readonly desk: Desk;
  readonly proposal: ProposedAct;
  /** Puts those who proposed, reviewed and signed into the decision's own entry. */
  readonly signed: (event: ChainedEvent, note: string) => ChainedEvent;
}

/** 签发, first half: who signs, and what. The decision itself is the act's own, of today, so that the law is looked at again. */
export function toSign(desk: Desk): ToSign | Refusal {
  const refusal = checkAction(desk.item, 'sign', desk.who, desk.today, desk.moot);
  if (refusal) return refusal;
  const by = personAt(desk);
  if (!by) return nobody();
  const { proposal, returned: _returned, ...rest } = desk.item;
  // Who has it in hand is no matter of the signature.
  const item: Item = { ...rest, holder: null };
  if (!proposal) throw new Error('a step was allowed without a proposal');
  const { act, content } = proposal;
  return {
    desk: { ...desk, item },
    proposal: { act, content } as ProposedAct,
    signed: (event, note) => {
      const chain = chainOf(proposal, { by, on: desk.today, note });
      return { ...event, payload: { ...event.payload, chain } } as ChainedEvent;
    },
  };
}

/** The content of a proposal of one act. */
export type ContentOf<A extends ChainAct> = Extract<ProposedAct, { act: A }>['content'];
