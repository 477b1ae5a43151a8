import { type Refusal, refuse } from '../refusal.ts';
import type { ChainAct } from './proposal.ts';

/**
 * What happened to the record of an open item so that there may be nothing left to repair: withdrawn with its annulled decision, its subject
 * deregistered, repaired by another way, display over by itself.
 */
export interface Moot {
  readonly why: 'annulled' | 'deregistered' | 'repaired' | 'ended';
  /** What happened, a whole sentence. */
  readonly text: string;
  /** What the unit does now. */
  readonly todo: string;
  /** What the applicant does now. */
  readonly applicantTodo: string;
  /** The reason that 不予受理, 不予修复 is given with, ready-made. */
  readonly reason: string;
  readonly cites: readonly string[];
  /** Only what is sure (V) stands in the way; everything else is told. */
  readonly refuses: boolean;
}

/** Acts that would go on towards a repair that has no object any more; what ends the item stays open. */
const goingOn: readonly string[] = ['accept', 'request-correction', 'correct', 'extend', 'grant'];

/** Refuses what would go on with a moot item: by itself, or by passing on or signing a proposal of it. */
export function checkMoot(
  action: string,
  label: string,
  moot: Moot | null | undefined,
  proposed?: ChainAct,
): Refusal | null {
  if (!moot?.refuses) return null;
  const isStepOn = (action === 'endorse' || action === 'sign') && proposed !== undefined && goingOn.includes(proposed);
  if (!isStepOn && !goingOn.includes(action)) return null;
  const todo = action === 'correct' ? moot.applicantTodo : isStepOn ? `请退回承办人。${moot.todo}` : moot.todo;
  return refuse('unmet-condition', 'record-moot', `${moot.text}不能再办理“${label}”。${todo}`, { cite: moot.cites });
}
