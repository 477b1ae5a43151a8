import type { PlainDate } from '../plain-date.ts';
import type { RevocationGround } from '../record/orders/revocation-consequences.ts';
import type { ConditionFinding, MissingMaterial, Reason } from './grounds.ts';

/** What each act that may need a second person says: the same that is given to the act itself. */
export interface ProposalContents {
  accept: object;
  decline: { readonly reasons: readonly Reason[] };
  'request-correction': { readonly missing: readonly MissingMaterial[] };
  extend: { readonly reason: string };
  grant: { readonly findings: readonly ConditionFinding[]; readonly note: string };
  refuse: {
    readonly findings: readonly ConditionFinding[];
    readonly reasons: readonly Reason[];
    /** 决定说明: what is added to the reasons in free words. */
    readonly note?: string;
  };
  revoke: {
    readonly ground: RevocationGround;
    /** 情节严重. */
    readonly serious: boolean;
    readonly finding: string;
    readonly reasons: readonly Reason[];
    readonly heard: string;
    /** Number of the decision where it was made in another system; absent where our desk gives it one. */
    readonly outsideNumber?: string;
  };
}

/** Acts that can go through 承办 → 审核 → 签发. */
export type ChainAct = keyof ProposalContents;
export const chainActs = ['accept', 'decline', 'request-correction', 'extend', 'grant', 'refuse', 'revoke'] as const;

/** What the acts are called. */
export const chainActNames: Readonly<Record<ChainAct, string>> = {
  accept: '受理',
  decline: '不予受理',
  'request-correction': '一次性告知补正',
  extend: '延长办理期限',
  grant: '准予修复',
  refuse: '不予修复',
  revoke: '撤销修复',
};

export function isChainAct(action: string): action is ChainAct {
  return (chainActs as readonly string[]).includes(action);
}

/** `sign`: somebody else signs. `review-sign`: somebody reviews, a third person signs. */
export type SignOffSteps = 'sign' | 'review-sign';

/** Somebody of the unit, as the ledger names them. */
export interface ChainPerson {
  readonly id: string;
  readonly name: string;
}

/** One hand in the chain: who, on which day, with which words (审核意见), '' for none. */
export interface ChainStep {
  readonly by: ChainPerson;
  readonly on: PlainDate;
  readonly note: string;
}

/** An act with what it says. */
export type ProposedAct = {
  [A in ChainAct]: { readonly act: A; readonly content: Readonly<ProposalContents[A]> };
}[ChainAct];

/** Through whose hands something proposed goes, and has gone. */
export interface Hands {
  readonly steps: SignOffSteps;
  readonly by: ChainPerson;
  readonly on: PlainDate;
  readonly reviewed?: ChainStep;
}

/** What waits for review or signature. The item's state and clocks are not touched by it. */
export type Proposal = ProposedAct & Hands;

/** A proposal that came back: the officer goes on from what was proposed. */
export interface ReturnedProposal {
  readonly proposal: Proposal;
  readonly by: ChainPerson;
  readonly on: PlainDate;
  readonly reason: string;
}

/** Who proposed, reviewed and signed a decision: stands in the decision's own entry of the ledger. */
export interface Chain {
  readonly proposed: ChainStep;
  readonly reviewed?: ChainStep;
  readonly signed: ChainStep;
}

/** Whose hand a proposal waits for. */
export function waitsFor(proposal: Pick<Hands, 'steps' | 'reviewed'>): 'review' | 'sign' {
  return proposal.steps === 'review-sign' && !proposal.reviewed ? 'review' : 'sign';
}

/** Who signs last, for the decision's own entry. */
export function chainOf(proposal: Hands, signed: ChainStep): Chain {
  return {
    proposed: { by: proposal.by, on: proposal.on, note: '' },
    ...(proposal.reviewed ? { reviewed: proposal.reviewed } : {}),
    signed,
  };
}

/** Where an item (or an objection) stands in its chain, for lists: null where nothing was proposed or came back. */
export function signOffStanding(item: {
  readonly proposal?: Hands;
  readonly returned?: { readonly reason: string };
}): 'review' | 'sign' | 'returned' | null {
  if (item.proposal) return waitsFor(item.proposal);
  return item.returned ? 'returned' : null;
}
