import type { ItemView } from '#contract/casework.ts';
import type { ItemSummary } from '#contract/item.ts';
import { chainActNames } from '#domain/item/proposal.ts';
import { dayText } from '../office/when.ts';
import { proposedWords } from './hands.ts';

/** Names of the acts on an item that carry the request id and the version seen. */
export type ItemActName =
  | 'acceptItem'
  | 'declineItem'
  | 'requestCorrection'
  | 'correctItem'
  | 'verifyItem'
  | 'extendItem'
  | 'grantItem'
  | 'refuseItem'
  | 'revokeItem'
  | 'withdrawItem'
  | 'endorseItem'
  | 'signItem'
  | 'returnProposal'
  | 'retractProposal'
  | 'askOpinion';

/** The act behind a name, for those that may need more hands. */
const actOfName: Readonly<Partial<Record<ItemActName, keyof typeof chainActNames>>> = {
  acceptItem: 'accept',
  declineItem: 'decline',
  requestCorrection: 'request-correction',
  extendItem: 'extend',
  grantItem: 'grant',
  refuseItem: 'refuse',
  revokeItem: 'revoke',
};

type After = Pick<ItemSummary, 'stateText' | 'due'>;
type Before = Pick<ItemView, 'chain'>;

/** What the toast says: what was done, and who is next. `view` is what was on the screen before, `after` the item as it then stands. */
export function doneWords(name: ItemActName, view: Before, after: After | undefined): string {
  const act = actOfName[name];
  const proposed = act && proposedWords(view, act);
  if (proposed) return proposed;
  const proposal = view.chain?.proposal;
  if (name === 'endorseItem' && proposal) return `审核通过，等待签发：${proposal.actName}，由负责人签发。`;
  if (name === 'returnProposal' && proposal)
    return `已退回承办人：${proposal.by.name}，“${proposal.actName}”由其修改后再提请。`;
  if (name === 'retractProposal' && proposal)
    return `已撤回提请：${proposal.actName}，可以修改后再提请，也可以改办别的。`;
  const done = name === 'signItem' ? proposal?.act : act;
  const next = (done && afterAct(done, after)) ?? others[name] ?? null;
  if (next === null) return after ? `已办理，现在是“${after.stateText}”。` : '已办理。';
  return done ? `${name === 'signItem' ? '已签发：' : '已'}${chainActNames[done]}，${next}` : next;
}

const others: Readonly<Partial<Record<ItemActName, string>>> = {
  verifyItem: '已记录核实情况。',
  askOpinion: '已发出征求意见，等对方单位答复；办理期限照常计算。',
  correctItem: '已提交补正，等办理单位决定是否受理。',
  withdrawItem: '已撤回申请，这一件已经办结。',
};

/** Who is next after an act that stands; null where the state alone says it. */
function afterAct(act: keyof typeof chainActNames, after: After | undefined): string | null {
  const until = after?.due ? `${dayText(after.due.due)}前` : '';
  switch (act) {
    case 'accept':
      return `接着由承办人逐项核实，${until}作出决定。`;
    case 'request-correction':
      return `等申请人${until}补正。`;
    case 'extend':
      return `已告知申请人，${until}作出决定。`;
    case 'decline':
    case 'refuse':
      return '文书生成后发给申请人，这一件已经办结。';
    case 'grant':
      return '正在出决定书并通知各平台停止公示，等回执。';
    case 'revoke':
      return null;
  }
}
