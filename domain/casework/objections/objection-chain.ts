import { type ChainPerson, chainOf, type SignOffSteps } from '../../item/proposal.ts';
import { isRefusal, type Refusal, refuse } from '../../refusal.ts';
import { checkText } from '../deciding.ts';
import { checkObjectionAct, type ObjectionDesk } from './act-on-objection.ts';
import type { Objection, ProposedObjectionAct } from './objection.ts';
import type { ObjectionEvent, ObjectionEventOf } from './objection-events.ts';

/** The event that a chain ends in. */
export type EndingEvent = ObjectionEventOf<'declined'> | ObjectionEventOf<'answered'>;

const nobody = () => refuse('forbidden', 'not-an-officer', '由办理单位的工作人员进行。');

/** The person at the desk, as the ledger will name them. */
function personAt({ who }: ObjectionDesk): ChainPerson | null {
  return who.kind === 'officer' && who.officerId ? { id: who.officerId, name: who.name ?? '' } : null;
}

/**
 * 提请: what would be answered today, put before those who review and sign; `trial` is the act's own decision, so that what the law refuses
 * today is put before nobody. State and clocks stay as they are: the days of 36号第十八条 run on.
 */
export function proposeForObjection(
  desk: ObjectionDesk,
  it: { readonly proposal: ProposedObjectionAct; readonly steps: SignOffSteps },
  trial: ObjectionEvent | Refusal,
): ObjectionEventOf<'proposed'> | Refusal {
  if (isRefusal(trial)) return trial;
  const by = personAt(desk);
  if (!by) return nobody();
  return {
    type: 'proposed',
    on: desk.today,
    cites: trial.cites,
    payload: { proposal: it.proposal, steps: it.steps, by },
  };
}

/** 审核通过, with or without an opinion. */
export function endorseForObjection(desk: ObjectionDesk, note: string): ObjectionEventOf<'endorsed'> | Refusal {
  const long = note.trim() === '' ? null : checkText('note', '审核意见', note, 500);
  const refusal = checkObjectionAct(desk, 'endorse') ?? long;
  if (refusal) return refusal;
  const by = personAt(desk);
  return by
    ? { type: 'endorsed', on: desk.today, cites: [], payload: { by, on: desk.today, note: note.trim() } }
    : nobody();
}

/** 退回承办人, always with a reason. */
export function returnForObjection(desk: ObjectionDesk, reason: string): ObjectionEventOf<'returned'> | Refusal {
  const refusal = checkObjectionAct(desk, 'return') ?? checkText('reason', '退回的理由', reason, 500);
  if (refusal) return refusal;
  const by = personAt(desk);
  return by ? { type: 'returned', on: desk.today, cites: [], payload: { by, reason: reason.trim() } } : nobody();
}

/** The proposer takes it back. */
export function retractForObjection(desk: ObjectionDesk): ObjectionEventOf<'retracted'> | Refusal {
  const refusal = checkObjectionAct(desk, 'retract');
  if (refusal) return refusal;
  const by = personAt(desk);
  return by ? { type: 'retracted', on: desk.today, cites: [], payload: { by } } : nobody();
}

/** What a signature decides, and at which desk: the objection as if nobody had proposed anything. */
export interface ObjectionToSign {
  readonly desk: ObjectionDesk;
  readonly proposal: ProposedObjectionAct;
  /** Puts those who proposed, reviewed and signed into the answer's own entry. */
  readonly signed: (event: EndingEvent, note: string) => EndingEvent;
}

/** 签发, first half; the answer itself is taken by the act of that day, so that record and law are looked at again. */
export function objectionToSign(desk: ObjectionDesk): ObjectionToSign | Refusal {
  const refusal = checkObjectionAct(desk, 'sign');
  if (refusal) return refusal;
  const by = personAt(desk);
  if (!by) return nobody();
  const { proposal, returned: _returned, ...rest } = desk.objection;
  if (!proposal) throw new Error('a step was allowed without a proposal');
  const objection: Objection = rest;
  const { act, content } = proposal;
  return {
    desk: { ...desk, objection },
    proposal: { act, content } as ProposedObjectionAct,
    signed: (event, note) => {
      const chain = chainOf(proposal, { by, on: desk.today, note });
      return { ...event, payload: { ...event.payload, chain } } as EndingEvent;
    },
  };
}

/** Acting makes one the holder (承办人) of an objection nobody holds, in the same entry; whoever reviews or signs takes nothing over. */
export function takenObjection(it: Objection, event: ObjectionEvent, who: ObjectionDesk['who']): ObjectionEvent {
  if (it.holder || who.kind !== 'officer' || who.unitId !== it.unitId || !who.officerId) return event;
  const takes = ['accepted', 'declined', 'extended', 'answered', 'proposed'].includes(event.type);
  if (!takes || ('chain' in event.payload && event.payload.chain)) return event;
  const takenBy = { officerId: who.officerId, name: who.name ?? '经办人' };
  return { ...event, payload: { ...event.payload, takenBy } } as ObjectionEvent;
}
