import type { ItemView } from '#contract/casework.ts';
import { dayText } from '../office/when.ts';
import { ProposalText } from './ProposalText.tsx';

/** 承办 → 审核 → 签发: what waits, or what came back; nothing where nothing was proposed. */
export function ChainPanel({ view }: { view: ItemView }) {
  const { proposal, returned } = view.chain ?? {};
  if (proposal)
    return (
      <section className="card chain" aria-labelledby="chain-title">
        <h2 id="chain-title">提请{proposal.actName}</h2>
        <ChainSteps proposal={proposal} />
        <ProposalText proposal={proposal} />
        <p className="quiet">签发以前没有作出决定，期限照常计算。</p>
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
          <ProposalText proposal={returned.proposal} />
        </details>
      </section>
    );
  return null;
}

type Proposal = NonNullable<NonNullable<ItemView['chain']>['proposal']>;

/** Whose hands it has been in, and whose it waits for; of items and of objections. */
export function ChainSteps({
  proposal,
}: {
  proposal: Pick<Proposal, 'by' | 'on' | 'reviewed' | 'steps' | 'waitsFor'>;
}) {
  const { by, on, reviewed, steps, waitsFor } = proposal;
  return (
    <ol className="chain-steps">
      <li>
        <span className="chip chip-good">✓ 承办</span> {by.name}，{dayText(on)}
      </li>
      {steps === 'review-sign' && (
        <li>
          {reviewed ? (
            <>
              <span className="chip chip-good">✓ 审核</span> {reviewed.by.name}，{dayText(reviewed.on)}
              {reviewed.note && `：${reviewed.note}`}
            </>
          ) : (
            <span className="chip chip-attention">▲ 等待审核</span>
          )}
        </li>
      )}
      <li>
        <span className={waitsFor === 'sign' ? 'chip chip-attention' : 'chip chip-plain'}>
          {waitsFor === 'sign' ? '▲ 等待签发' : '签发'}
        </span>
      </li>
    </ol>
  );
}
