import { answerObjection, declineObjection, type ObjectionDesk } from '#domain/casework/objections/act-on-objection.ts';
import type { ProposedObjectionAct } from '#domain/casework/objections/objection.ts';
import type { EndingEvent } from '#domain/casework/objections/objection-chain.ts';
import { lawEntryOf } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { objectionRoad, turnAways } from '#law/objection-roads.ts';
import { findRecord } from '../../record/record-store.ts';
import { type ObjectionContext, objectionNotFound } from './act-on-objection.ts';
import { correctable, takeOffDisplay, writeCorrected } from './objected-record.ts';

/** What was decided, and what is written beside it when it stands: a decision that is only tried writes nothing. */
export interface DecidedObjection {
  readonly event: EndingEvent;
  readonly write: () => Promise<void>;
}

/** Takes a decision on an objection as its act takes it, whether by one hand or as the last step of a chain. */
export async function decideObjection(
  desk: ObjectionDesk,
  context: ObjectionContext,
  proposed: ProposedObjectionAct,
): Promise<DecidedObjection | Refusal> {
  if (proposed.act === 'answer') return answer(desk, context, proposed.content);
  const { matterKey, ground, openedOn } = desk.objection;
  const road = objectionRoad(lawEntryOf(context.catalog, matterKey), ground, openedOn);
  const event = declineObjection(desk, road ? turnAways(road) : [], proposed.content.reasons);
  return isRefusal(event) ? event : { event, write: async () => {} };
}

/** The answer changes the record in its own transaction: ledger and record never say different things. */
async function answer(
  desk: ObjectionDesk,
  { tx, today, now }: ObjectionContext,
  content: Extract<ProposedObjectionAct, { act: 'answer' }>['content'],
): Promise<DecidedObjection | Refusal> {
  const { subjectKey, recordId, ground, number } = desk.objection;
  await tx.query('objection-record-lock', 'select 1 from record where subject_key = $1 and record_id = $2 for update', [
    subjectKey,
    recordId,
  ]);
  const row = await findRecord(tx, subjectKey, recordId);
  if (!row) return objectionNotFound();
  const before = correctable(row);
  const answered = answerObjection(desk, before, content);
  if (isRefusal(answered)) return answered;
  const write = async () => {
    if (answered.event.payload.changes.length > 0)
      await writeCorrected(tx, { subjectKey, recordId }, before, answered.record, now);
    if (ground === 'listing' && content.outcome === 'upheld')
      await takeOffDisplay(tx, { subjectKey, recordId }, number, today, now);
  };
  return { event: answered.event, write };
}
