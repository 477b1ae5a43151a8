import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { submitApplication as contract } from '#contract/intake.ts';
import { type Catalog, findMatter } from '#domain/catalog/catalog.ts';
import { routeItem } from '#domain/catalog/route-item.ts';
import { lodgeItem } from '#domain/intake/lodge-item.ts';
import type { EventOf } from '#domain/item/events.ts';
import { begin } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type FieldFault, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject, type SubjectRow } from '../access/subject-store.ts';
import { ledgerStart, recordEvents } from '../item/ledger.ts';
import { type Actor, checkSubject, type LedgerActor, ledgerActor, scopeOf } from '../platform/actor.ts';
import type { Scope, Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import type { Services } from '../platform/app-context.ts';
import { v7 } from '../platform/uuid.ts';
import { assessRecord } from '../record/assess-record.ts';
import { applicationItems } from './application-items.ts';
import { deleteDraftRow } from './draft-store.ts';
import * as store from './intake-store.ts';
import { queryCode } from './query-code.ts';

type Body = BodyOf<typeof contract>;
type Reply = ReplyOf<typeof contract>;

export interface Submission {
  readonly actor: Actor;
  readonly subjectKey: string;
  readonly body: Body;
  readonly number: string;
}

interface Frame extends Submission {
  readonly services: Services;
  readonly catalog: Catalog;
  readonly today: PlainDate;
  readonly now: Date;
  readonly applicationId: string;
  readonly channel: 'online' | 'window';
  readonly windowUnitId: string | null;
}

/**
 * One joint form, one signature, one transaction: the application, one item per record, the first ledger row of each, its public
 * number, its jobs. Either all of it is there or none. A repeated request id gives the first answer again.
 */
export async function submitApplication(services: Services, submission: Submission): Promise<Reply | Refusal> {
  const { actor, subjectKey, body } = submission;
  const early = checkSubmitter(actor, subjectKey) ?? checkTwice(body);
  if (early) return early;
  const atWindow = actor.kind === 'officer';
  const scope: Scope = scopeOf(actor, ['window']);
  const now = services.clock.now();
  const frame: Frame = {
    ...submission,
    services,
    now,
    catalog: await services.catalog(),
    today: services.clock.today(),
    applicationId: v7(now),
    channel: atWindow ? 'window' : 'online',
    windowUnitId: actor.kind === 'officer' ? actor.unit.unitId : null,
  };
  // A window sees only what it took in itself; whether another door already holds a record is asked by the platform.
  const elsewhere = atWindow
    ? await services.db.read({ sees: 'all' }, (tx) => store.findOpenItems(tx, subjectKey, recordIdsOf(body)))
    : [];
  return services.db.transaction(scope, async (tx): Promise<Reply | Refusal> => {
    const earlier = await store.findApplicationByRequest(tx, subjectKey, body.requestId);
    if (earlier)
      return replyOf(
        frame,
        earlier.application_id,
        earlier.number,
        await applicationItems(tx, frame.catalog, frame.today, subjectKey, earlier.application_id),
      );
    const open = atWindow ? elsewhere : await store.findOpenItems(tx, subjectKey, recordIdsOf(body));
    if (open.length > 0) return openItemRefusal(open);
    const items = await lodgeAll(tx, frame);
    if (isRefusal(items)) return items;
    await write(tx, frame, items);
    const made = items.lodged.map((one) => one.item);
    return replyOf(frame, frame.applicationId, frame.number, items.summaries(made));
  });
}

const recordIdsOf = (body: Body) => body.items.map((one) => one.recordId);

function checkSubmitter(actor: Actor, subjectKey: string): Refusal | null {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  if (actor.kind !== 'applicant' || actor.assurance === 'high') return null;
  return refuse(
    'forbidden',
    'assurance-low',
    '提交申请和签署承诺书需要高级实名认证，请先在赣服通或江西政务服务网完成实名认证。',
  );
}

function checkTwice(body: Body): Refusal | null {
  const ids = recordIdsOf(body);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice < 0) return null;
  return refuse('invalid', 'record-twice', '同一条信息选了两次，请去掉一个。', {
    fields: [{ field: `items.${twice}.recordId`, text: '这条信息已经选过。' }],
  });
}

function openItemRefusal(open: readonly store.OpenItem[]): Refusal {
  const first = open[0]!;
  return refuse(
    'conflict',
    'record-has-open-item',
    `有 ${open.length} 条信息已经在办理中，不能重复提交。正在办理的是 ${open.map((one) => one.number).join('、')}。`,
    {
      more: {
        applicationId: first.application_id,
        itemId: first.item_id,
        number: first.number,
        recordIds: open.map((one) => one.record_id),
      },
    },
  );
}

interface Lodged {
  readonly item: Item;
  readonly event: EventOf<'submitted'>;
}

interface AllLodged {
  readonly subject: SubjectRow;
  readonly lodged: readonly Lodged[];
  readonly attachmentIds: readonly string[];
  summaries(items: readonly Item[]): Reply['items'];
}

async function lodgeAll(tx: Tx, frame: Frame): Promise<AllLodged | Refusal> {
  const { body, subjectKey, catalog, today } = frame;
  const subject = await findSubject(tx, subjectKey);
  if (!subject) return refuse('not-found', 'subject-not-found', '没有找到这个主体。');
  const records = new Map(
    (await store.findTickedRecords(tx, subjectKey, recordIdsOf(body))).map((row) => [row.record_id, row]),
  );
  const attachmentIds = [
    ...new Set(body.items.flatMap((one) => one.materials.flatMap((material) => material.attachmentIds))),
  ];
  const free = await store.findFreeAttachments(tx, subjectKey, attachmentIds);
  const lodged: Lodged[] = [];
  const faults: FieldFault[] = [];
  let barred: Refusal | undefined;
  for (const [index, ticked] of body.items.entries()) {
    const record = records.get(ticked.recordId);
    if (!record)
      return refuse('not-found', 'record-not-found', '有一条信息没有找到，请刷新后重新选择。', {
        fields: [{ field: `items.${index}.recordId`, text: '没有找到这条信息。' }],
      });
    const one = lodgeOne(frame, subject, record, index, free);
    if (!isRefusal(one)) lodged.push(one);
    else if (one.fields) faults.push(...one.fields);
    else barred ??= one;
  }
  if (barred) return barred;
  if (faults.length > 0)
    return refuse('invalid', 'form-incomplete', `还有 ${faults.length} 处没有填好，请逐一补上。`, { fields: faults });
  const rows = new Map(lodged.map(({ item }) => [item.itemId, records.get(item.recordId)!]));
  return {
    subject,
    lodged,
    attachmentIds,
    summaries: (items) =>
      items.map((item) =>
        applicationItems.fromMemory(item, rows.get(item.itemId)!, subject.name, catalog, today, frame.now),
      ),
  };
}

function lodgeOne(
  frame: Frame,
  subject: SubjectRow,
  record: store.TickedRecord,
  index: number,
  free: ReadonlySet<string>,
): Lodged | Refusal {
  const { catalog, today, body, now } = frame;
  const ticked = body.items[index]!;
  const matter = findMatter(catalog, record.matter_key, today);
  if (!matter)
    return refuse(
      'unmet-condition',
      'matter-withdrawn',
      `“${record.doc_number}”所属的事项现在不在办理目录内，请向作出决定的单位咨询。`,
      { cite: ['plan4:dynamic'] },
    );
  const known = record.unit_id ? catalog.units.get(record.unit_id) : undefined;
  const routed = known
    ? { unit: known }
    : routeItem(catalog, {
        matter,
        organName: record.organ_name,
        organCode: record.organ_code,
        regionCode: record.region_code,
      });
  if (isRefusal(routed)) return routed;
  const unknown = ticked.materials.flatMap((one) => one.attachmentIds).filter((id) => !free.has(id));
  if (unknown.length > 0)
    return refuse('invalid', 'attachment-unknown', '有材料没有上传成功。', {
      fields: [{ field: `items.${index}.materials`, text: '有材料没有上传成功，请重新上传。' }],
    });
  const event = lodgeItem({
    index,
    today,
    matter,
    applicationId: frame.applicationId,
    number: `${frame.number}-${String(index + 1).padStart(2, '0')}`,
    channel: frame.channel,
    windowUnitId: frame.windowUnitId,
    subjectKind: subject.kind,
    record: { recordId: record.record_id, docNumber: record.doc_number, repairedOn: record.repaired_on },
    unit: routed.unit,
    verdict: assessRecord(record, subject.kind, today),
    extra: ticked.extra,
    provided: new Set(ticked.materials.filter((one) => one.attachmentIds.length > 0).map((one) => one.key)),
  });
  if (isRefusal(event)) return event;
  return { event, item: begin({ subjectKey: frame.subjectKey, itemId: v7(now) }, event) };
}

async function write(tx: Tx, frame: Frame, all: AllLodged): Promise<void> {
  const { subjectKey, applicationId, number, body, now, services } = frame;
  const actor: LedgerActor = ledgerActor(frame.actor as Exclude<Actor, { kind: 'guest' }>);
  const items = all.lodged.map((one) => one.item);
  await store.recordApplication(
    tx,
    {
      subjectKey,
      applicationId,
      number,
      requestId: body.requestId,
      channel: frame.channel,
      windowUnitId: frame.windowUnitId,
      form: body.form,
      items: body.items,
      commitment: body.commitment,
      on: frame.today,
      at: now,
      by: actor,
    },
    items,
  );
  await store.recordItems(tx, items, all.subject.name, now);
  await recordEvents(
    tx,
    all.lodged.map(({ item, event }) => ({ item, event, actor, at: now, requestId: null, prevHash: ledgerStart })),
  );
  await store.enterNumbers(tx, subjectKey, applicationId, number, items);
  await store.bindAttachments(tx, subjectKey, applicationId, all.attachmentIds, items);
  if (body.draftId) await deleteDraftRow(tx, subjectKey, body.draftId);
  const jobs = all.lodged.flatMap(({ item, event }) => services.reactions(event, item));
  await orderJobs(tx, subjectKey, [...jobs, { task: 'welcome-application', payload: { applicationId } }], now);
}

function replyOf(frame: Frame, applicationId: string, number: string, items: Reply['items']): Reply {
  return { applicationId, number, queryCode: queryCode(frame.services.config.appSecret, applicationId), items };
}
