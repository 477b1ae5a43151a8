import type { BodyOf } from '#contract/endpoint.ts';
import type * as chain from '#contract/objection-chain.ts';
import type { ObjectionView } from '#contract/objection-views.ts';
import type * as contract from '#contract/objections.ts';
import * as domain from '#domain/casework/objections/act-on-objection.ts';
import type { ProposedObjectionAct } from '#domain/casework/objections/objection.ts';
import * as hands from '#domain/casework/objections/objection-chain.ts';
import type { ObjectionEvent } from '#domain/casework/objections/objection-events.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkSubject, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { actOnObjection, type ObjectionContext } from './act-on-objection.ts';
import { decideObjection } from './decide-objection.ts';
import { getObjection, objectionPerson } from './get-objection.ts';
import { objectionHands } from './objection-chain-view.ts';

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
    async decide(objection, context) {
      const { catalog, today, tx } = context;
      const who = await objectionPerson(tx, actor, objection, today);
      const event = await decide({ objection, who, today, calendar: catalog.calendar }, context);
      return isRefusal(event) ? event : hands.takenObjection(objection, event, who);
    },
  });
  return isRefusal(done) ? done : getObjection(services, actor, params);
}

export const acceptObjection = (services: Services, call: Asked<BodyOf<typeof contract.acceptObjection>>) =>
  personActs(services, call, (desk) => domain.acceptObjection(desk, call.body.note));

export const extendObjection = (services: Services, call: Asked<BodyOf<typeof contract.extendObjection>>) =>
  personActs(services, call, (desk) => domain.extendObjection(desk, call.body));

export const withdrawObjection = (services: Services, call: Asked<BodyOf<typeof contract.withdrawObjection>>) =>
  personActs(services, call, (desk) => domain.withdrawObjection(desk, call.body.reason), ['window']);

/** Decides where one person decides; where the unit's order asks more hands, proposes instead. */
function decideOrPropose<B>(services: Services, call: Asked<B>, proposal: ProposedObjectionAct) {
  return personActs(services, call, async (desk, context) => {
    const early = domain.checkObjectionAct(desk, proposal.act);
    if (early) return early;
    const decided = await decideObjection(desk, context, proposal);
    if (isRefusal(decided)) return decided;
    const { steps } = await objectionHands(context.tx, desk.objection, proposal.act, context);
    if (steps !== 'none') return hands.proposeForObjection(desk, { proposal, steps }, decided.event);
    await decided.write();
    return decided.event;
  });
}

export const declineObjection = (services: Services, call: Asked<BodyOf<typeof contract.declineObjection>>) =>
  decideOrPropose(services, call, { act: 'decline', content: { reasons: call.body.reasons } });

export const answerObjection = (services: Services, call: Asked<BodyOf<typeof contract.answerObjection>>) => {
  const { outcome, findings, corrections } = call.body;
  return decideOrPropose(services, call, { act: 'answer', content: { outcome, findings, corrections } });
};

/** 签发: the act's own decision, taken today on what was proposed. */
export const signObjection = (services: Services, call: Asked<BodyOf<typeof chain.signObjection>>) =>
  personActs(services, call, async (desk, context) => {
    const it = hands.objectionToSign(desk);
    if (isRefusal(it)) return it;
    const decided = await decideObjection(it.desk, context, it.proposal);
    if (isRefusal(decided)) return decided;
    await decided.write();
    return it.signed(decided.event, call.body.note.trim());
  });

export const endorseObjection = (services: Services, call: Asked<BodyOf<typeof chain.endorseObjection>>) =>
  personActs(services, call, (desk) => hands.endorseForObjection(desk, call.body.note));

export const returnObjection = (services: Services, call: Asked<BodyOf<typeof chain.returnObjection>>) =>
  personActs(services, call, (desk) => hands.returnForObjection(desk, call.body.reason));

export const retractObjection = (services: Services, call: Asked<BodyOf<typeof chain.retractObjection>>) =>
  personActs(services, call, hands.retractForObjection);
