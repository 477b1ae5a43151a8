import type { BodyOf } from '#contract/endpoint.ts';
import type { ObjectionView } from '#contract/objection-views.ts';
import type * as contract from '#contract/objections.ts';
import { pushObjection } from '#domain/casework/objections/act-on-objection.ts';
import { beginObjection, evolveObjection } from '#domain/casework/objections/evolve-objection.ts';
import { lodgeObjection as decide, type LodgingCase } from '#domain/casework/objections/lodge-objection.ts';
import { type Objection, objectedThing } from '#domain/casework/objections/objection.ts';
import type { ObjectionEvent, ObjectionEventOf } from '#domain/casework/objections/objection-events.ts';
import { lawEntryOf, regionPath } from '#domain/catalog/catalog.ts';
import { refuseVisit } from '#domain/intake/window-visit.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { objectionRoad } from '#law/objection-roads.ts';
import { findSubject, type SubjectRow } from '../../access/subject-store.ts';
import { findFreeAttachments } from '../../intake/attachment-store.ts';
import { keepVisit } from '../../intake/window/visit-record.ts';
import { type Actor, checkSubject, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { chainStart } from '../../platform/chain-hash.ts';
import type { Scope, Tx } from '../../platform/database.ts';
import { v7 } from '../../platform/uuid.ts';
import { findRecord } from '../../record/record-store.ts';
import type { RecordRow } from '../../record/record-view.ts';
import { follow } from './act-on-objection.ts';
import { getObjection } from './get-objection.ts';
import { correctable } from './objected-record.ts';
import * as store from './objection-store.ts';
import { findObjectedDecisions } from './objection-ways.ts';

type Body = BodyOf<typeof contract.lodgeObjection>;

interface Frame {
  readonly services: Services;
  readonly actor: Exclude<Actor, { kind: 'guest' }>;
  readonly scope: Scope;
  readonly subjectKey: string;
  readonly body: Body;
}

/** Takes an objection in: for the unit at once, or through 信用中国. The same request twice gives the same objection. */
export async function lodgeObjection(
  services: Services,
  actor: Actor,
  subjectKey: string,
  body: Body,
): Promise<ObjectionView | Refusal> {
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const scope = scopeOf(actor, ['window']);
  const frame: Frame = { services, actor, scope, subjectKey, body };
  const done = await services.db.transaction(scope, (tx) => lodge(tx, frame));
  if (!isRefusal(done)) return getObjection(services, actor, { subjectKey, objectionId: done });
  // Another half of a double click, or a race about the same thing: the first one is told of.
  const first = await services.db.read(scope, (tx) => store.findObjectionRequest(tx, subjectKey, body.requestId));
  return first ? getObjection(services, actor, { subjectKey, objectionId: first }) : done;
}

async function lodge(tx: Tx, frame: Frame): Promise<string | Refusal> {
  const { services, actor, subjectKey, body } = frame;
  const earlier = await store.findObjectionRequest(tx, subjectKey, body.requestId);
  if (earlier) return earlier;
  const catalog = await services.catalog();
  const today = services.clock.today();
  const now = services.clock.now();
  const row = await findRecord(tx, subjectKey, body.recordId);
  const subject = await findSubject(tx, subjectKey);
  if (!row || !subject) return refuse('not-found', 'record-not-found', '没有找到这条失信信息，或者您无权查看它。');
  const visit = checkVisit(frame, subject);
  if (visit) return visit;
  const about = await decisionOf(frame, tx, row);
  if (isRefusal(about)) return about;
  const unit = row.unit_id === null ? undefined : catalog.units.get(row.unit_id);
  if (!unit)
    return refuse('unmet-condition', 'unit-unknown', '这条信息的认定单位不在本平台，请直接向作出决定的机关提出。');
  const it: LodgingCase = {
    road: objectionRoad(lawEntryOf(catalog, row.matter_key), body.ground, today),
    record: correctable(row),
    today,
    calendar: catalog.calendar,
    openNumber: about.openNumber,
  };
  const place = {
    number: await takeNumber(tx, today),
    recordId: row.record_id,
    itemId: body.itemId,
    matterKey: row.matter_key,
    unitId: unit.unitId,
    regionCode: unit.regionCode,
    windowUnitId: actor.kind === 'officer' ? actor.unit.unitId : null,
  };
  const lodged = decide(it, place, body);
  if (isRefusal(lodged)) return lodged;
  const handedIn = filesOf(body);
  const free = await findFreeAttachments(tx, subjectKey, handedIn);
  if (handedIn.some((id) => !free.has(id)))
    return refuse('invalid', 'attachment-not-free', '有一份材料不在了或者已经用在别处，请重新上传。', {
      fields: [{ field: 'attachmentIds', text: '请重新上传材料。' }],
    });
  const objectionId = v7(now);
  const begun = beginObjection({ subjectKey, objectionId }, lodged);
  const event = withVisit(frame, lodged);
  const pushed =
    body.door === 'unit' ? pushObjection({ objection: begun, today, calendar: catalog.calendar }, null) : null;
  await write(tx, frame, subject, begun, pushed ? [event, pushed] : [event]);
  return objectionId;
}

/** What was handed in: the evidence, and at a window the scanned authority of an agent. */
function filesOf(body: Body): string[] {
  const authorities = body.visit?.persons.flatMap((one) => one.authorisation?.attachmentIds ?? []) ?? [];
  return [...new Set([...body.attachmentIds, ...authorities])];
}

function checkVisit({ actor, body, services }: Frame, subject: SubjectRow): Refusal | null {
  if (actor.kind !== 'officer') return null;
  return refuseVisit(body.visit, {
    subjectKind: subject.kind,
    // An objection has no joint form that names the agent: whoever stands there as one, with an authority, is it.
    agentName: body.visit?.persons.find((one) => one.relation === 'agent')?.name ?? null,
    signature: { way: 'drawn', scans: 0, drawn: true },
    today: services.clock.today(),
  });
}

function withVisit({ actor, services, body }: Frame, event: ObjectionEventOf<'lodged'>): ObjectionEventOf<'lodged'> {
  if (actor.kind !== 'officer' || !body.visit) return event;
  return { ...event, payload: { ...event.payload, visit: keepVisit(services.config.appSecret, body.visit) } };
}

/** The decision objected to is one of this record, went that way, and stands; and whether something about it is open already. */
async function decisionOf(frame: Frame, tx: Tx, row: RecordRow): Promise<{ openNumber: string | null } | Refusal> {
  const { services, actor, scope, subjectKey, body } = frame;
  const aboutDecision = body.ground === 'declined' || body.ground === 'refused';
  if (aboutDecision !== (body.itemId !== null))
    return refuse('invalid', 'objection-item', '请选是对哪一次办理结果有异议。', {
      fields: [{ field: 'itemId', text: '请选办理结果。' }],
    });
  const read = async (own: Tx) =>
    [
      await store.findOpenThings(own, subjectKey, row.record_id),
      await findObjectedDecisions(own, subjectKey, row.record_id),
    ] as const;
  // The visitor at a window is the subject: what other doors took in counts as well.
  const [open, decisions] =
    actor.kind === 'officer'
      ? await services.db.read({ sees: 'subject', subjects: [subjectKey] }, read)
      : await read(tx);
  if (aboutDecision && !decisions.some((one) => one.item_id === body.itemId && one.state === body.ground))
    return refuse(
      scope.sees === 'none' ? 'not-found' : 'unmet-condition',
      'no-such-decision',
      '这个办件没有这样的结果，或者原决定已经撤回，不用再提异议。',
    );
  return { openNumber: open.get(objectedThing({ ground: body.ground, itemId: body.itemId }))?.number ?? null };
}

/** Public numbers of objections: YYSS, the day, six digits. */
async function takeNumber(tx: Tx, today: string): Promise<string> {
  const rows = await tx.query<{ last: number }>(
    'objection-number',
    `insert into number_series (unit_id, kind, period, last) values ('province', 'objection', $1, 1)
     on conflict (unit_id, kind, period) do update set last = number_series.last + excluded.last returning last`,
    [today],
  );
  return `YYSS${today.replaceAll('-', '')}${String(rows[0]!.last).padStart(6, '0')}`;
}

async function write(
  tx: Tx,
  { actor, services, subjectKey, body }: Frame,
  subject: SubjectRow,
  begun: Objection,
  events: readonly ObjectionEvent[],
): Promise<void> {
  const at = services.clock.now();
  const by = ledgerActor(actor, subjectKey);
  const folds = [begun];
  for (const event of events.slice(1)) folds.push(evolveObjection(folds.at(-1)!, event));
  await store.insertObjection(tx, folds.at(-1)!, subject.name, at);
  let prevHash = chainStart;
  for (const [index, event] of events.entries()) {
    const entry = {
      objection: folds[index]!,
      event,
      actor: by,
      at,
      requestId: index === 0 ? body.requestId : null,
      prevHash,
    };
    await store.recordObjectionEvents(tx, [entry]);
    prevHash = store.hashObjectionEntry(entry);
    await follow(tx, folds[index]!, event, at);
  }
  const handedIn = filesOf(body);
  if (handedIn.length > 0)
    await tx.change(
      'attachments-to-objection',
      'update attachment set objection_id = $3, unit_ids = $4, region_path = $5 where subject_key = $1 and attachment_id = any ($2)',
      [subjectKey, handedIn, begun.objectionId, [begun.unitId], regionPath(begun.regionCode)],
    );
}
