import type { ObjectionSummary, ObjectionView } from '#contract/objection-views.ts';
import { dayText } from '../../office/when.ts';

export type ObjectionActName =
  | 'acceptObjection'
  | 'declineObjection'
  | 'extendObjection'
  | 'answerObjection'
  | 'endorseObjection'
  | 'signObjection'
  | 'returnObjection'
  | 'retractObjection';

/** What the toast says: what was done, and who is next. `view` is what was on the screen before, `after` the objection as it then stands. */
export function objectionDoneWords(
  name: ObjectionActName,
  view: Pick<ObjectionView, 'chain'>,
  after: Pick<ObjectionSummary, 'stateText' | 'signOff' | 'due'>,
): string {
  const proposal = view.chain?.proposal;
  const until = after.due ? `${dayText(after.due.due)}前` : '';
  if (name === 'endorseObjection' && proposal) return `审核通过，等待签发：${proposal.actName}，由负责人签发。`;
  if (name === 'returnObjection' && proposal)
    return `已退回承办人：${proposal.by.name}，“${proposal.actName}”由其修改后再提请。`;
  if (name === 'retractObjection' && proposal)
    return `已撤回提请：${proposal.actName}，可以修改后再提请，也可以改办别的。`;
  if (name === 'signObjection' && proposal)
    return `已签发：${proposal.actName}，现在是“${after.stateText}”，正在告知申请人。`;
  // `答复异议：等待签发`
  if (after.signOff) return `已提请“${after.signOff.replace('：', '”，')}。签发以前期限照常计算。`;
  if (name === 'acceptObjection') return `已受理，接着由承办人${until}完成核查并答复。`;
  if (name === 'extendObjection') return `已延长并告知申请人，${until}完成核查。`;
  return `已办理，现在是“${after.stateText}”，正在告知申请人。`;
}
