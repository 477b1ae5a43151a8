import type { ItemView } from '#contract/casework.ts';
import type { ChainAct } from '#domain/item/proposal.ts';
import { Cites } from '../office/Cites.tsx';
import { handOf } from './hands.ts';

/** In the drawer of an act that needs more hands: what happens with it, and whose order that is. */
export function HandsNote({ view, act }: { view: ItemView; act: ChainAct }) {
  const hand = handOf(view, act);
  const returned = view.chain?.returned;
  return (
    <>
      {returned?.proposal.act === act && (
        <p className="hands-note">
          <span className="chip chip-attention">▲ 退回</span> {returned.by.name}：{returned.reason}
          <span className="quiet">（下面是上次提请的内容，可以接着改）</span>
        </p>
      )}
      {hand && (
        <p className="hands-note">
          <span className="chip chip-plain">{hand.steps === 'review-sign' ? '先审核、后签发' : '由负责人签发'}</span>{' '}
          提请后由本单位其他人办理，签发时才编号、出文书、通知申请人。
          <Cites cites={hand.cites} />
        </p>
      )}
    </>
  );
}
