import type { ItemView } from '#contract/casework.ts';
import { FindingsList } from './acts/FindingsList.tsx';
import type { Finding } from './use-findings.ts';

type Proposal = NonNullable<NonNullable<ItemView['chain']>['proposal']>;

interface Content {
  readonly findings?: readonly Finding[];
  readonly reasons?: readonly { readonly text: string }[];
  readonly missing?: readonly { readonly key: string; readonly name: string; readonly reason: string }[];
  readonly reason?: string;
  readonly note?: string;
}

/** What is proposed, as it will be decided. */
export function ProposalText({ proposal }: { proposal: Pick<Proposal, 'content'> }) {
  const { findings = [], reasons = [], missing = [], reason, note } = proposal.content as Content;
  return (
    <div className="proposal-text">
      {findings.length > 0 && <FindingsList findings={findings} />}
      {reasons.length > 0 && (
        <>
          <h3>理由</h3>
          <ol className="tight">
            {reasons.map((one) => (
              <li key={one.text}>{one.text}</li>
            ))}
          </ol>
        </>
      )}
      {missing.length > 0 && (
        <>
          <h3>要补正的</h3>
          <ol className="tight">
            {missing.map((one) => (
              <li key={one.key}>
                {one.name}：{one.reason}
              </li>
            ))}
          </ol>
        </>
      )}
      {reason && <p>理由：{reason}</p>}
      {note && <p>决定说明：{note}</p>}
    </div>
  );
}
