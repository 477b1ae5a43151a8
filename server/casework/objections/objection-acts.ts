import type { BodyOf } from '#contract/endpoint.ts';
import type { ObjectionView } from '#contract/objection-views.ts';
import type * as contract from '#contract/objections.ts';
import * as domain from '#domain/casework/objections/act-on-objection.ts';
import type { ObjectionEvent } from '#domain/casework/objections/objection-events.ts';
import { lawEntryOf } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { objectionRoad, turnAways } from '#law/objection-roads.ts';
import { type Actor, checkSubject, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { findRecord } from '../../record/record-store.ts';
import { actOnObjection, type ObjectionContext, objectionNotFound } from './act-on-objection.ts';
import { getObjection, objectionPerson } from './get-objection.ts';
import { correctable, takeOffDisplay, writeCorrected } from './objected-record.ts';

/** What every act of a person brings. */
interface Asked<B> {
  readonly actor: Actor;
  readonly params: { readonly subjectKey: string; readonly objectionId: string };
  readonly body: B & { readonly requestId: string; readonly version: number };
}

type Decided = ObjectionEvent | Refusal | Promise<ObjectionEvent | Refusal>;

async function personActs<B>(
  services: Services,
  { actor, params, body }: Asked<B>,
  decide: (desk: domain.ObjectionDesk, context: ObjectionContext) => Decided,
  prefer: readonly ('unit' | 'window')[] = ['unit'],
): Promise<ObjectionView | Refusal> {
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const stranger = checkSubject(actor, params.subjectKey);
  if (stranger) return stranger;
  const done = await actOnObjection(services, {
    ...params,
    actor: ledgerActor(actor, params.subjectKey),
    scope: scopeOf(actor, prefer),
    requestId: body.requestId,
    version: body.version,
    decide: (objection, context) => {
      const { catalog, today } = context;
      return decide({ objection, who: objectionPerson(actor), today, calendar: catalog.calendar }, context);
    },
  });
  return isRefusal(done) ? done : getObjection(services, actor, params);
}

export const acceptObjection = (services: Services, call: Asked<BodyOf<typeof contract.acceptObjection>>) =>
  personActs(services, call, (desk) => domain.acceptObjection(desk, call.body.note));

export const declineObjection = (services: Services, call: Asked<BodyOf<typeof contract.declineObjection>>) =>
  personActs(services, call, (desk, { catalog }) => {
    const { matterKey, ground, openedOn } = desk.objection;
    const road = objectionRoad(lawEntryOf(catalog, matterKey), ground, openedOn);
    return domain.declineObjection(desk, road ? turnAways(road) : [], call.body.reasons);
  });

export const extendObjection = (services: Services, call: Asked<BodyOf<typeof contract.extendObjection>>) =>
  personActs(services, call, (desk) => domain.extendObjection(desk, call.body));

export const withdrawObjection = (services: Services, call: Asked<BodyOf<typeof contract.withdrawObjection>>) =>
  personActs(services, call, (desk) => domain.withdrawObjection(desk, call.body.reason), ['window']);

/** The answer changes the record in its own transaction: ledger and record never say different things. */
export const answerObjection = (services: Services, call: Asked<BodyOf<typeof contract.answerObjection>>) =>
  personActs(services, call, async (desk, { tx, today, now }) => {
    const { subjectKey, recordId, ground, number } = desk.objection;
    await tx.query(
      'objection-record-lock',
      'select 1 from record where subject_key = $1 and record_id = $2 for update',
      [subjectKey, recordId],
    );
    const row = await findRecord(tx, subjectKey, recordId);
    if (!row) return objectionNotFound();
    const before = correctable(row);
    const answered = domain.answerObjection(desk, before, call.body);
    if (isRefusal(answered)) return answered;
    if (answered.event.payload.changes.length > 0)
      await writeCorrected(tx, { subjectKey, recordId }, before, answered.record, now);
    if (ground === 'listing' && call.body.outcome === 'upheld')
      await takeOffDisplay(tx, { subjectKey, recordId }, number, today, now);
    return answered.event;
  });
