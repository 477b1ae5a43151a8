import { useCallback, useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { Verification } from '#domain/item/events.ts';
import type { Chain } from '#domain/item/proposal.ts';
import { papersOfFile } from './reading/papers-of-file.ts';

/** What the officer found for one condition; `met` stays open until somebody says so. */
export interface Finding {
  readonly key: string;
  readonly text: string;
  readonly met: boolean | null;
  readonly evidence: string;
  /** 依据材料: the papers of the file that it rests on. */
  readonly attachmentIds: readonly string[];
  /** The same by name. */
  readonly papers: readonly { readonly attachmentId: string; readonly name: string }[];
}

/** Who checked the conditions of a decision or proposal, when, and who signed it. */
export interface FoundBy {
  readonly by: string;
  readonly on: string;
  readonly signed: { readonly by: string; readonly on: string } | null;
}

/** The findings of an item, and whether they can be written now. */
export interface FindingDesk {
  readonly findings: readonly Finding[];
  readonly set: (key: string, change: Partial<Finding>) => void;
  readonly editable: boolean;
  /** Who found what is decided or proposed, and on which day; null while nothing is. */
  readonly found: FoundBy | null;
}

type Stored = Pick<Finding, 'key' | 'met' | 'evidence'> & { readonly papers?: Finding['papers'] };

/** A finding as the ledger keeps it, as a beginning. */
const begun = ({ key, met, evidence, papers = [] }: Stored) =>
  [key, { met, evidence, attachmentIds: papers.map((one) => one.attachmentId) }] as const;

/** Findings while they are being made. They stay on this tab until the act is done, so that a refresh loses nothing. */
export function useFindings(view: ItemView): FindingDesk {
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
    attachmentIds: [],
    papers: [],
    ...verified[condition.key],
    ...proposed[condition.key],
    ...decided[condition.key],
    ...typed[condition.key],
  }));
  const names = new Map(papersOfFile(view).map((one) => [one.id, one.name]));
  const withNames = findings.map((one) => ({
    ...one,
    papers: one.attachmentIds.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ attachmentId: id, name }];
    }),
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
  const editable = view.actions.some((one) => one.action === 'grant' && one.allowed);
  return { findings: withNames, set: setFinding, editable, found: foundBy(view) };
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
    const { condition, result, finding, attachmentIds } = one.payload as unknown as Verification;
    if (condition && result && result !== 'open')
      found[condition] = { met: result === 'met', evidence: finding, attachmentIds: attachmentIds ?? [] };
  }
  return found;
}

/** What waits for signature, or came back: whoever goes on from it begins with what was found. */
function proposedFindings(view: ItemView): Record<string, Partial<Finding>> {
  const about = view.chain?.proposal ?? view.chain?.returned?.proposal;
  const found = about?.content.findings;
  if (!Array.isArray(found)) return {};
  return Object.fromEntries((found as Stored[]).map(begun));
}

/** After the decision the ledger holds what was found. */
function decidedFindings(view: ItemView): Record<string, Partial<Finding>> {
  const decision = view.timeline.findLast((one) => one.type === 'granted' || one.type === 'refused');
  const found = decision?.payload?.findings;
  if (!Array.isArray(found)) return {};
  return Object.fromEntries((found as Stored[]).map(begun));
}

/** Who stands behind the findings that are shown: of a signed decision whoever proposed it, with who signed. */
export function foundBy({ chain, timeline }: Pick<ItemView, 'chain' | 'timeline'>): FoundBy | null {
  const decision = timeline.findLast((one) => one.type === 'granted' || one.type === 'refused');
  if (!decision) {
    const about = chain?.proposal ?? chain?.returned?.proposal;
    return about ? { by: about.by.name, on: about.on, signed: null } : null;
  }
  const hands = decision.payload?.chain as Chain | undefined;
  if (!hands) return { by: decision.by, on: decision.on, signed: null };
  const { proposed, signed } = hands;
  return { by: proposed.by.name, on: proposed.on, signed: { by: signed.by.name, on: signed.on } };
}
