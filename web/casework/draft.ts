import type { ItemView } from '#contract/casework.ts';
import { type DraftedOutcome, type DraftFacts, draftDecision } from '#domain/casework/draft-decision.ts';
import type { Verification } from '#domain/item/events.ts';

/** A decision's own words drafted from what the item's page shows. */
export function draftFor(view: ItemView, outcome: DraftedOutcome): string {
  const { record, summary, timeline } = view;
  return draftDecision(outcome, {
    subjectName: summary.subjectName,
    recordType: record.recordType as DraftFacts['recordType'],
    organName: record.organName,
    unitName: summary.unitName,
    docNumber: record.docNumber,
    findingDate: record.findingDate,
    dutiesPerformed: record.dutiesPerformed,
    appliedOn: summary.openedOn,
    acceptedOn: timeline.find((one) => one.type === 'accepted')?.on ?? null,
    mayApplyFrom: record.verdict.application.from,
    verified: timeline
      .filter((one) => one.type === 'verified')
      .map((one) => (one.payload as unknown as Verification).finding),
  });
}
