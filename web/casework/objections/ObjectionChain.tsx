import type { ObjectionChainView } from '#contract/objection-views.ts';
import { dayText } from '../../office/when.ts';
import { ChainSteps } from '../ChainPanel.tsx';

type Proposal = NonNullable<ObjectionChainView['proposal']>;

/** What is proposed, line by line, as it will be answered. */
export function ProposedLines({ proposal }: { proposal: Pick<Proposal, 'lines'> }) {
  return (
    <dl className="facts proposal-text">
      {proposal.lines.map((one) => (
        <div key={one.label} style={{ display: 'contents' }}>
          <dt>{one.label}</dt>
          <dd className="prewrap">{one.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** 承办 → 审核 → 签发 of an answer: what waits, or what came back; nothing where nothing was proposed. */
export function ObjectionChain({ chain }: { chain: ObjectionChainView | null }) {
  const { proposal, returned } = chain ?? {};
  if (proposal)
    return (
      <section className="card chain" aria-labelledby="chain-title">
        <h2 id="chain-title">提请{proposal.actName}</h2>
        <ChainSteps proposal={proposal} />
        <ProposedLines proposal={proposal} />
        <p className="quiet">签发以前没有答复，期限照常计算。</p>
      </section>
    );
  if (returned)
    return (
      <section className="card chain" aria-labelledby="chain-title">
        <h2 id="chain-title">退回：{returned.proposal.actName}</h2>
        <p>
          <span className="chip chip-attention">▲ 退回</span> {returned.by.name}，{dayText(returned.on)}：
          {returned.reason}
        </p>
        <details>
          <summary>上次提请的内容（{returned.proposal.by.name}）</summary>
          <ProposedLines proposal={returned.proposal} />
        </details>
      </section>
    );
  return null;
}

/** In the drawer of an act that needs more hands: what happens with it. */
export function ObjectionHandsNote({ chain, act }: { chain: ObjectionChainView | null; act: 'decline' | 'answer' }) {
  const hand = chain?.hands.find((one) => one.act === act);
  const returned = chain?.returned;
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
          提请后由本单位其他人办理，签发时才更正信息、编号、出文书、通知申请人；期限照常计算。
        </p>
      )}
    </>
  );
}

/** The verb on the button: an act that needs more hands is proposed, not done. */
export function objectionVerb(chain: ObjectionChainView | null, act: 'decline' | 'answer', alone: string): string {
  const hand = chain?.hands.find((one) => one.act === act);
  if (!hand) return alone;
  return hand.steps === 'review-sign' ? '提请审核' : '提请签发';
}

/** What was proposed and came back, where the officer now does the same again. */
export function returnedContent<T extends object>(
  chain: ObjectionChainView | null,
  act: 'decline' | 'answer',
): Partial<T> | null {
  const returned = chain?.returned;
  return returned?.proposal.act === act ? (returned.proposal.content as Partial<T>) : null;
}
