import type { Unit } from '../catalog/catalog.ts';
import type { EventOf } from '../item/events.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { refuseAtDesk } from './window-desk.ts';

/** Asking another window to follow up an application from now on. */
export interface HandOverQuestion {
  /** The window that holds the application now. */
  readonly holder: string | null;
  readonly from: Unit;
  readonly to: Unit | undefined;
  readonly reason: string;
  /** Units that decide the items of the application. */
  readonly deciders: readonly Unit[];
  /** Whether another hand-over of it waits for an answer. */
  readonly waiting: boolean;
  /** Whether the units have windows at all: a unit without one cannot follow up. */
  readonly hasWindow: boolean;
}

/** Why an application cannot be handed to that window; null where it can. */
export function refuseHandOver(it: HandOverQuestion): Refusal | null {
  if (it.holder !== it.from.unitId)
    return refuse('conflict', 'not-your-application', '这份申请已经不由本窗口跟进，请刷新后查看。');
  if (!it.to || !it.hasWindow) return refuse('not-found', 'window-not-found', '没有这个窗口，请重新选择。');
  if (it.to.unitId === it.from.unitId) return refuse('invalid', 'same-window', '这份申请本来就由本窗口跟进。');
  if (!it.reason.trim())
    return refuse('invalid', 'reason-missing', '请写明移交原因。', {
      fields: [{ field: 'reason', text: '请写明移交原因。' }],
    });
  if (it.waiting)
    return refuse('conflict', 'hand-over-waiting', '这份申请已经提出移交，正等对方接收。要改交别的窗口，请先收回。');
  const { to } = it;
  return it.deciders.map((decider) => refuseAtDesk(to, decider)).find((one) => one !== null) ?? null;
}

/**
 * The desks that can follow an application up, in the order given, without the one that asks. `closed`: how many desks of units of
 * their own field cannot, since other fields decide some of its items.
 */
export function desksFor(it: {
  readonly from: Unit;
  readonly desks: readonly Unit[];
  readonly deciders: readonly Unit[];
}): { readonly open: readonly Unit[]; readonly closed: number } {
  const others = it.desks.filter((desk) => desk.unitId !== it.from.unitId);
  const open = others.filter((desk) => it.deciders.every((decider) => refuseAtDesk(desk, decider) === null));
  return { open, closed: others.length - open.length };
}

export type HandOverAnswer = 'accepted' | 'declined' | 'taken-back';

/** Who may answer a hand-over and how: the other window accepts or declines, the first one takes it back. */
export function refuseAnswer(it: {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly answer: HandOverAnswer;
  readonly answered: boolean;
  readonly note: string;
}): Refusal | null {
  if (it.answered) return refuse('conflict', 'hand-over-answered', '这次移交已经有了答复，请刷新后查看。');
  const own = it.answer === 'taken-back' ? it.from : it.to;
  if (it.by !== own)
    return refuse('forbidden', 'not-your-hand-over', '接收或者退回由对方窗口进行，收回由移交的窗口进行。');
  if (it.answer !== 'declined' || it.note.trim()) return null;
  return refuse('invalid', 'reason-missing', '请写明不接收的原因。', {
    fields: [{ field: 'note', text: '请写明不接收的原因。' }],
  });
}

/** The event of each item of an application that another window follows up from now on. */
export function windowChanged(it: {
  readonly on: PlainDate;
  readonly from: Unit;
  readonly to: Unit;
  readonly reason: string;
}): EventOf<'window-changed'> {
  return {
    type: 'window-changed',
    on: it.on,
    cites: [],
    payload: { from: it.from.unitId, fromName: it.from.name, to: it.to.unitId, toName: it.to.name, reason: it.reason },
  };
}
