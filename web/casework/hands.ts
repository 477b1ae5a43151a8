import type { ItemView } from '#contract/casework.ts';
import { type ChainAct, chainActNames, isChainAct } from '#domain/item/proposal.ts';

type Hand = NonNullable<ItemView['chain']>['hands'][number];

/** Through whose hands an act goes at this desk; null where one person decides. */
export function handOf(view: Pick<ItemView, 'chain'>, act: string): Hand | null {
  return view.chain?.hands.find((one) => one.act === act) ?? null;
}

/** The verb on the button: an act that needs more hands is proposed, not done. */
export function verbOf(view: ItemView, act: ChainAct, alone: string): string {
  const hand = handOf(view, act);
  if (!hand) return alone;
  return hand.steps === 'review-sign' ? `提请审核：${chainActNames[act]}` : `提请签发：${chainActNames[act]}`;
}

/** What the toast says when the act has been proposed; null where it was done at once. */
export function proposedWords(view: Pick<ItemView, 'chain'>, act: string): string | null {
  if (!isChainAct(act)) return null;
  const hand = handOf(view, act);
  return (
    hand &&
    `已提请“${chainActNames[act]}”，等待${hand.steps === 'review-sign' ? '审核' : '签发'}。签发以前期限照常计算。`
  );
}

/** What was proposed and came back, where the officer now does the same again. */
export function returnedContent<T extends object>(view: ItemView, act: ChainAct): Partial<T> | null {
  const returned = view.chain?.returned;
  return returned?.proposal.act === act ? (returned.proposal.content as Partial<T>) : null;
}
