import type { Finding } from '../use-findings.ts';

/** A finding as it was made or stored; older ones name no papers. */
type ListedFinding = Pick<Finding, 'key' | 'text' | 'met' | 'evidence'> & Partial<Pick<Finding, 'papers'>>;

/** What was found, as it will stand in the decision. */
export function FindingsList({ findings }: { findings: readonly ListedFinding[] }) {
  return (
    <ol className="conditions">
      {findings.map((one) => (
        <li key={one.key}>
          <p>
            <Found met={one.met} /> {one.text}
          </p>
          {one.evidence && <p className="quiet">依据：{one.evidence}</p>}
          {one.papers && one.papers.length > 0 && (
            <p className="quiet">依据材料：{one.papers.map((paper) => paper.name).join('、')}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Found({ met }: { met: boolean | null }) {
  if (met === null) return <span className="chip chip-attention">▲ 还没有核实</span>;
  return met ? <span className="chip chip-good">✓ 符合</span> : <span className="chip chip-bad">! 不符合</span>;
}

/** The findings as the wire takes them: what nobody looked at is not said to be met or unmet, since it is printed. */
export function findingsToSend(findings: readonly Finding[]): object[] {
  return findings
    .filter((one) => one.met !== null)
    .map((one) => ({
      key: one.key,
      text: one.text,
      met: one.met === true,
      evidence: one.evidence,
      ...(one.papers.length > 0 ? { attachmentIds: one.papers.map((paper) => paper.attachmentId) } : {}),
    }));
}
