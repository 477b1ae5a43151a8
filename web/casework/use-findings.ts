import { useCallback, useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { Verification } from '#domain/item/events.ts';

/** What the officer found for one condition; `met` stays open until somebody says so. */
export interface Finding {
  readonly key: string;
  readonly text: string;
  readonly met: boolean | null;
  readonly evidence: string;
}

/** Findings while they are being made. They stay on this tab until the act is done, so that a refresh loses nothing. */
export function useFindings(view: ItemView): [Finding[], (key: string, change: Partial<Finding>) => void] {
  const name = `office.findings.${view.summary.itemId}`;
  const [typed, setTyped] = useState<Record<string, Partial<Finding>>>(() => read(name));
  const decided = decidedFindings(view);
  const proposed = proposedFindings(view);
  const verified = verifiedFindings(view);
  const findings = view.conditions.map((condition) => ({
    key: condition.key,
    text: condition.text,
    met: null,
    evidence: '',
    ...verified[condition.key],
    ...proposed[condition.key],
    ...decided[condition.key],
    ...typed[condition.key],
  }));
  const setFinding = useCallback(
    (key: string, change: Partial<Finding>) =>
      setTyped((was) => {
        const next = { ...was, [key]: { ...was[key], ...change } };
        sessionStorage.setItem(name, JSON.stringify(next));
        return next;
      }),
    [name],
  );
  return [findings, setFinding];
}

/** Forgets what was typed, once it stands in the ledger. */
export function forgetFindings(itemId: string): void {
  sessionStorage.removeItem(`office.findings.${itemId}`);
}

function read(name: string): Record<string, Partial<Finding>> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Record<string, Partial<Finding>>;
  } catch {
    return {};
  }
}

/** What the last verification of a condition showed, as a beginning: whoever decides may see it otherwise. */
function verifiedFindings(view: ItemView): Record<string, Partial<Finding>> {
  const found: Record<string, Partial<Finding>> = {};
  for (const one of view.timeline) {
    if (one.type !== 'verified') continue;
    const { condition, result, finding } = one.payload as unknown as Verification;
    if (condition && result && result !== 'open') found[condition] = { met: result === 'met', evidence: finding };
  }
  return found;
}

/** What waits for signature, or came back: whoever goes on from it begins with what was found. */
function proposedFindings(view: ItemView): Record<string, Partial<Finding>> {
  const about = view.chain?.proposal ?? view.chain?.returned?.proposal;
  const found = about?.content.findings;
  if (!Array.isArray(found)) return {};
  return Object.fromEntries((found as Finding[]).map((one) => [one.key, { met: one.met, evidence: one.evidence }]));
}

/** After the decision the ledger holds what was found. */
function decidedFindings(view: ItemView): Record<string, Partial<Finding>> {
  const decision = view.timeline.findLast((one) => one.type === 'granted' || one.type === 'refused');
  const found = decision?.payload?.findings;
  if (!Array.isArray(found)) return {};
  return Object.fromEntries((found as Finding[]).map((one) => [one.key, { met: one.met, evidence: one.evidence }]));
}
