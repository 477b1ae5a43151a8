import type { ObjectionChainView, ObjectionSummary } from '#contract/objection-views.ts';
import { proposedNames } from '#domain/casework/objections/act-on-objection.ts';
import type { CorrectableRecord } from '#domain/casework/objections/correctable-record.ts';
import type { Objection, ObjectionProposal } from '#domain/casework/objections/objection.ts';
import { namedFacts, sayFact } from '#domain/casework/objections/record-corrections.ts';
import { type SignOffNow, signOffFor } from '#domain/casework/sign-off-rule.ts';
import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import { nextHands } from '#domain/item/check-step.ts';
import { signOffStanding, waitsFor } from '#domain/item/proposal.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { listOfficers, type OfficerName } from '../../access/officer-store.ts';
import type { Tx } from '../../platform/database.ts';
import { listRules } from '../sign-off-store.ts';
import { outcomeWords } from './objection-timeline.ts';

const standingWords = { review: '等待审核', sign: '等待签发', returned: '退回' } as const;

/** `答复异议：等待签发`; null where nothing was proposed or came back. */
export function objectionSignOff(it: Objection): ObjectionSummary['signOff'] {
  const standing = signOffStanding(it);
  const about = it.proposal ?? it.returned?.proposal;
  return standing && about ? `${proposedNames[about.act]}：${standingWords[standing]}` : null;
}

/** Through whose hands an act on an objection goes today, by its unit's order. */
export async function objectionHands(
  tx: Tx,
  it: Objection,
  act: ObjectionProposal['act'],
  { catalog, today }: { readonly catalog: Catalog; readonly today: PlainDate },
): Promise<SignOffNow> {
  const lawEntry = lawEntryOf(catalog, it.matterKey);
  return signOffFor(await listRules(tx, it.unitId), {
    matterKey: it.matterKey,
    lawEntry,
    act: `${act}-objection`,
    today,
  });
}

/** Where an objection stands in its chain, and which of its acts go through more than one hand today. */
export async function readObjectionChain(
  tx: Tx,
  it: Objection,
  record: CorrectableRecord,
  when: { readonly catalog: Catalog; readonly today: PlainDate },
): Promise<ObjectionChainView> {
  const hands: ObjectionChainView['hands'] = [];
  for (const act of ['decline', 'answer'] as const) {
    const { steps } = await objectionHands(tx, it, act, when);
    if (steps !== 'none') hands.push({ act, steps });
  }
  const people = it.proposal ? await listOfficers(tx, it.unitId, when.today) : [];
  return {
    proposal: it.proposal ? viewOf(it.proposal, record, people) : null,
    returned: it.returned
      ? {
          proposal: viewOf(it.returned.proposal, record, []),
          by: it.returned.by,
          on: it.returned.on,
          reason: it.returned.reason,
        }
      : null,
    hands,
  };
}

type ProposalView = NonNullable<ObjectionChainView['proposal']>;

function viewOf(proposal: ObjectionProposal, record: CorrectableRecord, people: readonly OfficerName[]): ProposalView {
  const { act, content, steps, by, on, reviewed } = proposal;
  return {
    act,
    actName: proposedNames[act],
    lines: linesOf(proposal, record),
    content: { ...content },
    steps,
    by: { ...by },
    on,
    reviewed: reviewed ? { ...reviewed } : null,
    waitsFor: waitsFor(proposal),
    waitsOn: nextHands(proposal, people),
    since: reviewed?.on ?? on,
  };
}

/** What is proposed in lines; of a correction what the record says now and what it will say. */
function linesOf(proposal: ObjectionProposal, record: CorrectableRecord): ProposalView['lines'] {
  if (proposal.act === 'decline')
    return proposal.content.reasons.map((one, index) => ({ label: `理由 ${index + 1}`, text: one.text }));
  const { outcome, findings, corrections } = proposal.content;
  const facts = namedFacts(record, 'content');
  return [
    { label: '结论', text: outcomeWords[outcome] },
    ...findings.map((one, index) => ({
      label: `核查情况 ${index + 1}`,
      text: one.evidence ? `${one.text}（依据：${one.evidence}）` : one.text,
    })),
    ...corrections.map(({ field, value }) => {
      const fact = facts.find((one) => one.field === field);
      return {
        label: `更正${fact?.label ?? field}`,
        text: `${sayFact(field, fact?.says ?? '')} → ${sayFact(field, value)}`,
      };
    }),
  ];
}
