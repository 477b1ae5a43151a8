import Type, { type Static } from 'typebox';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { receiptNumber, type Surroundings } from '../surroundings.ts';
import { Day, ExchangedRecord, Subject } from './exchanged-shapes.ts';
import type { SystemId } from './outside-systems.ts';

const Request = Type.Object({
  effect: Type.Union(
    (
      [
        'endPublication',
        'endSharing',
        'liftMeasures',
        'delist',
        'restoreStanding',
        'withdrawInformation',
        'resumePublication',
        'changeInformation',
        'shieldInformation',
        'withdrawStatement',
      ] as const
    ).map((name) => Type.Literal(name)),
  ),
  itemNo: Type.String({ minLength: 1, maxLength: 100 }),
  subject: Subject,
  record: ExchangedRecord,
  decisionNo: Type.String({ minLength: 1, maxLength: 200 }),
  decidedOn: Day,
  statement: Type.Optional(Type.String({ maxLength: 200 })),
  ground: Type.Optional(
    Type.Object({
      title: Type.String({ maxLength: 100 }),
      number: Type.String({ minLength: 1, maxLength: 100 }),
      office: Type.String({ minLength: 1, maxLength: 100 }),
      day: Day,
    }),
  ),
  changes: Type.Optional(
    Type.Array(Type.Object({ field: Type.String({ maxLength: 60 }), value: Type.String({ maxLength: 2000 }) }), {
      maxItems: 20,
    }),
  ),
});

const Correction = Type.Object({
  subject: Subject,
  record: ExchangedRecord,
  objectionNo: Type.String({ minLength: 1, maxLength: 100 }),
  decidedOn: Day,
  changes: Type.Array(
    Type.Object({
      label: Type.String({ minLength: 1, maxLength: 100 }),
      before: Type.String({ maxLength: 2000 }),
      after: Type.String({ minLength: 1, maxLength: 2000 }),
    }),
    { maxItems: 50 },
  ),
  removed: Type.Boolean(),
});

/** A request for an effect as this system keeps it. */
export interface KeptEffect extends Static<typeof Request> {
  readonly requestId: string;
  /** Milliseconds. */
  readonly acceptedAt: number;
  /** Set once the outcome was seen, so that later scripts do not rewrite it. */
  readonly settled?: { readonly state: 'confirmed' | 'failed'; readonly at: number; readonly reason: string | null };
}

/** The requests for effects of one system. */
export interface Effects {
  /** The request with what has become of it by now. */
  settle(requestId: string): KeptEffect | undefined;
}

/** Offers POST /corrections (done at once), POST /effects and GET /effects/:requestId; confirms by itself after `delays.effect`, unless told otherwise. */
export function offerEffects(
  door: Door,
  system: SystemId,
  around: Surroundings,
  onRequest: (effect: KeptEffect) => void = () => {},
): Effects {
  const kept = around.collection<KeptEffect>(`${system}-effects`);
  const settle = (requestId: string): KeptEffect | undefined => {
    const effect = kept.get(requestId);
    if (!effect || effect.settled) return effect;
    const settled = outcomeOf(effect, system, around);
    if (!settled) return effect;
    kept.put(requestId, { ...effect, settled });
    return kept.get(requestId);
  };
  door.act<Static<typeof Request>>('POST', '/effects', Request, ({ body, now }) => {
    const effect: KeptEffect = { ...body, requestId: receiptNumber('XG', now), acceptedAt: now };
    kept.put(effect.requestId, effect);
    onRequest(effect);
    return answer({ requestId: effect.requestId, acceptedAt: new Date(now).toISOString() }, 202);
  });
  const corrections = around.collection<Static<typeof Correction>>(`${system}-corrections`);
  door.act<Static<typeof Correction>>('POST', '/corrections', Correction, ({ body, now }) => {
    if (!body.removed && body.changes.length === 0) return problem(422, 'nothing-changed', '没有要更正的内容');
    const receiptNo = receiptNumber('GZ', now);
    corrections.put(receiptNo, body);
    return answer({ receiptNo, correctedAt: new Date(now).toISOString() }, 201);
  });
  door.ask('/effects/:requestId', ({ params }) => {
    const effect = settle(params.requestId ?? '');
    return effect ? answer(progressOf(effect)) : problem(404, 'no-such-request', '没有这个请求编号');
  });
  return { settle };
}

function outcomeOf(effect: KeptEffect, system: SystemId, around: Surroundings): KeptEffect['settled'] | undefined {
  const { requestId, itemNo, record, acceptedAt } = effect;
  const script = around.scripts.find(system, requestId, itemNo, record.recordId, record.documentNo);
  const at = Math.max(acceptedAt + around.delays.effect, script?.at ?? 0);
  if (script?.outcome === 'hold' || around.now() < at) return undefined;
  if (script?.outcome !== 'fail') return { state: 'confirmed', at, reason: null };
  return { state: 'failed', at, reason: script.reasons.join('；') || '对方系统未能完成' };
}

function progressOf({ requestId, effect, acceptedAt, settled }: KeptEffect) {
  return {
    requestId,
    effect,
    acceptedAt: new Date(acceptedAt).toISOString(),
    state: settled?.state ?? 'accepted',
    confirmedAt: settled?.state === 'confirmed' ? new Date(settled.at).toISOString() : null,
    reason: settled?.reason ?? null,
  };
}
