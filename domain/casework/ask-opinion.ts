import { checkAction } from '../item/available-actions.ts';
import type { EventOf } from '../item/events.ts';
import type { Item } from '../item/item.ts';
import type { ChainPerson } from '../item/proposal.ts';
import { isClosed, itemStates } from '../item/states.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkText, type Desk } from './deciding.ts';

/** Longest time an opinion may be asked for; the clocks of the item run on meanwhile, so that a longer one would help nobody. */
const longestDays = 60;

/** 征求意见: another unit is asked, with a day of its own. No rule stops the item's clocks for it. */
export function askOpinion(
  desk: Desk,
  input: {
    readonly opinionId: string;
    readonly unit: { readonly unitId: string; readonly name: string } | undefined;
    readonly question: string;
    readonly dueOn: PlainDate;
  },
): EventOf<'opinion-asked'> | Refusal {
  const { item, who, today } = desk;
  const { unit, dueOn, opinionId } = input;
  const refusal = checkAction(item, 'ask-opinion', who) ?? checkText('question', '要问的', input.question);
  if (refusal) return refusal;
  if (!unit || unit.unitId === item.unitId)
    return refuse('invalid', 'unit-unknown', '请选择要征求意见的其他单位。', {
      fields: [{ field: 'unitId', text: '请选择其他单位。' }],
    });
  if (dueOn <= today || dueOn > addDays(today, longestDays))
    return refuse('invalid', 'due-odd', `答复的日子要在明天以后、${longestDays}天以内。`, {
      fields: [{ field: 'dueOn', text: '请重新选择日期。' }],
    });
  return {
    type: 'opinion-asked',
    on: today,
    cites: [],
    payload: { opinionId, unitId: unit.unitId, unitName: unit.name, question: input.question.trim(), dueOn },
  };
}

/** As much of what was asked as its end is judged by. */
export interface AskedOpinion {
  readonly opinionId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly ended: 'answered' | 'withdrawn' | null;
}

function checkOpen({ ended }: AskedOpinion): Refusal | null {
  if (ended === 'answered') return refuse('conflict', 'opinion-given', '这一份意见已经答复过了，请刷新后再看。');
  return ended === 'withdrawn'
    ? refuse('conflict', 'opinion-withdrawn', '这一份征求意见已经撤回或者结束，不用再答复。')
    : null;
}

/** The asked unit's answer, by somebody who sees nothing else of the item. */
export function giveOpinion(
  item: Item,
  asked: AskedOpinion,
  input: { readonly text: string; readonly by: ChainPerson; readonly today: PlainDate },
): EventOf<'opinion-given'> | Refusal {
  const refusal = checkText('text', '意见', input.text) ?? checkOpen(asked);
  if (refusal) return refusal;
  if (isClosed(item.state))
    return refuse('conflict', 'already-closed', `那一件已经“${itemStates[item.state].office}”，不用再答复。`);
  const { opinionId, unitId, unitName } = asked;
  return {
    type: 'opinion-given',
    on: input.today,
    cites: [],
    payload: { opinionId, unitId, unitName, text: input.text.trim(), by: input.by },
  };
}

/**
 * No answer came: by its day, when it may still come and is waited for; or before the item was closed, which ends the asking. Null where
 * there is nothing to note.
 */
export function noteUnanswered(
  item: Item,
  asked: AskedOpinion & { readonly dueOn: PlainDate },
  today: PlainDate,
): EventOf<'opinion-unanswered'> | null {
  const { opinionId, unitId, unitName, dueOn, ended } = asked;
  if (ended) return null;
  const closed = isClosed(item.state);
  if (!closed && dueOn >= today) return null;
  const reason = closed ? closedReason(item) : '过了答复日还没有答复，办理期限照常计算。';
  return {
    type: 'opinion-unanswered',
    on: today,
    cites: [],
    payload: { opinionId, unitId, unitName, why: closed ? 'closed' : 'overdue', dueOn, reason },
  };
}

/** Why nothing is asked about a closed item any more. */
const closedReason = ({ state }: Pick<Item, 'state'>): string => `那一件已经“${itemStates[state].office}”。`;

/** The asking unit no longer needs it. */
export function withdrawOpinion(
  desk: Desk,
  asked: AskedOpinion,
  input: { readonly reason: string },
): EventOf<'opinion-withdrawn'> | Refusal {
  const refusal =
    checkAction(desk.item, 'ask-opinion', desk.who) ??
    checkText('reason', '原因', input.reason, 500) ??
    checkOpen(asked);
  if (refusal) return refusal;
  const { opinionId, unitId, unitName } = asked;
  return {
    type: 'opinion-withdrawn',
    on: desk.today,
    cites: [],
    payload: { opinionId, unitId, unitName, reason: input.reason.trim() },
  };
}
