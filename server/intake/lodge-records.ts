import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { submitApplication as contract } from '#contract/intake.ts';
import { type Catalog, findMatter } from '#domain/catalog/catalog.ts';
import { routeItem } from '#domain/catalog/route-item.ts';
import { type BegunUnder, changedSince, refuseChanged } from '#domain/intake/changed-since.ts';
import { lodgeItem } from '#domain/intake/lodge-item.ts';
import { refuseAtDesk } from '#domain/intake/window-desk.ts';
import type { EventOf } from '#domain/item/events.ts';
import { begin } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type FieldFault, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject, type SubjectRow } from '../access/subject-store.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { assessRecord } from '../record/assess-record.ts';
import type { RecordRow } from '../record/record-view.ts';
import type { SharedRead } from '../record/shared-data/shared-read-store.ts';
import { applicationItems } from './application-items.ts';
import { findFreeAttachments } from './attachment-store.ts';
import { findDraft } from './draft-store.ts';
import * as store from './intake-store.ts';
import { findProofs, provenBy } from './shared-proofs.ts';

type Body = BodyOf<typeof contract>;
type Reply = ReplyOf<typeof contract>;

/** A submission as it comes in, with the public number it will bear. */
export interface Submission {
  readonly actor: Actor;
  readonly subjectKey: string;
  readonly body: Body;
  readonly number: string;
  /** The portal it came through, for the statistics alone. */
  readonly via?: string | undefined;
}

/** A submission with everything its decisions need. */
export interface Frame extends Submission {
  readonly services: Services;
  readonly catalog: Catalog;
  readonly today: PlainDate;
  readonly now: Date;
  readonly applicationId: string;
  readonly channel: 'online' | 'window';
  readonly windowUnitId: string | null;
}

interface Lodged {
  readonly item: Item;
  readonly event: EventOf<'submitted'>;
  /** What shared data said of its payment when the form was filled in. */
  readonly proof: SharedRead | null;
}

/** All records of a submission as items about to be written. */
export interface AllLodged {
  readonly subject: SubjectRow;
  readonly lodged: readonly Lodged[];
  readonly attachmentIds: readonly string[];
  summaries(items: readonly Item[]): Reply['items'];
}

/** Lodges every ticked record, or says everything that keeps them from being lodged. */
export async function lodgeAll(tx: Tx, frame: Frame): Promise<AllLodged | Refusal> {
  const { body, subjectKey, catalog, today } = frame;
  const subject = await findSubject(tx, subjectKey);
  if (!subject) return refuse('not-found', 'subject-not-found', '没有找到这个主体。');
  const records = new Map(
    (
      await store.findTickedRecords(
        tx,
        subjectKey,
        body.items.map((one) => one.recordId),
      )
    ).map((row) => [row.record_id, row]),
  );
  const changed = refuseChanged(changedSince(catalog, await begunVersions(tx, frame, records), today));
  if (changed) return changed;
  const attachmentIds = [
    ...new Set([
      ...body.items.flatMap((one) => one.materials.flatMap((material) => material.attachmentIds)),
      ...scansOf(body),
    ]),
  ];
  const free = await findFreeAttachments(tx, subjectKey, attachmentIds);
  if (scansOf(body).some((id) => !free.has(id)))
    return refuse('invalid', 'attachment-unknown', '签名页或者授权委托书的扫描件没有上传成功，请重新上传。', {
      fields: [{ field: 'commitment.signature', text: '请重新上传扫描件。' }],
    });
  const proofs = await proofsFor(tx, frame, records);
  const lodged: Lodged[] = [];
  const faults: FieldFault[] = [];
  let barred: Refusal | undefined;
  for (const [index, ticked] of body.items.entries()) {
    const record = records.get(ticked.recordId);
    if (!record)
      return refuse('not-found', 'record-not-found', '有一条信息没有找到，请刷新后重新选择。', {
        fields: [{ field: `items.${index}.recordId`, text: '没有找到这条信息。' }],
      });
    const one = lodgeOne(frame, subject, record, index, free, proofs.get(record.record_id));
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

/** Asked only where a paper is missing, so that the usual submission asks nothing. */
async function proofsFor(
  tx: Tx,
  { body, catalog, today, now, subjectKey }: Frame,
  records: ReadonlyMap<string, RecordRow>,
): Promise<ReadonlyMap<string, SharedRead>> {
  const lacking = body.items.filter(({ recordId, materials }) => {
    const record = records.get(recordId);
    const matter = record && findMatter(catalog, record.matter_key, today);
    const given = new Set(materials.filter((one) => one.attachmentIds.length > 0).map((one) => one.key));
    return matter?.materials.some((one) => one.required && one.source === 'applicant' && !given.has(one.key));
  });
  if (lacking.length === 0) return new Map();
  return findProofs(
    tx,
    subjectKey,
    lacking.map((one) => one.recordId),
    now,
  );
}

/** Scans that belong to the application as a whole: the signed pages and what an agent's authority was shown by. */
function scansOf(body: Body): string[] {
  return [
    ...(body.commitment.signature.attachmentIds ?? []),
    ...(body.visit?.persons.flatMap((one) => one.authorisation?.attachmentIds ?? []) ?? []),
  ];
}

/**
 * The versions the form was filled in under: what the client says it showed, else what the draft began with. A withdrawn matter is left
 * to lodgeOne, which says whom to ask.
 */
async function begunVersions(tx: Tx, frame: Frame, records: ReadonlyMap<string, RecordRow>): Promise<BegunUnder[]> {
  const { body, subjectKey, catalog, today } = frame;
  const draft = body.draftId ? await findDraft(tx, subjectKey, body.draftId) : undefined;
  return [...records.values()].flatMap(({ record_id, matter_key: matterKey }) => {
    const version = body.seen?.[matterKey] ?? draft?.begun[record_id]?.version;
    return version === undefined || !findMatter(catalog, matterKey, today) ? [] : [{ matterKey, version }];
  });
}

function lodgeOne(
  frame: Frame,
  subject: SubjectRow,
  record: RecordRow,
  index: number,
  free: ReadonlySet<string>,
  proof: SharedRead | undefined,
): Lodged | Refusal {
  const { catalog, today, body, now } = frame;
  const ticked = body.items[index]!;
  const matter = findMatter(catalog, record.matter_key, today);
  if (!matter)
    return refuse(
      'unmet-condition',
      'matter-withdrawn',
      `“${record.doc_number}”所属的事项现在不在办理目录内，请向作出决定的单位咨询。`,
      { cite: ['plan4:2-6'] },
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
  const elsewhere = frame.actor.kind === 'officer' ? refuseAtDesk(frame.actor.unit, routed.unit) : null;
  if (elsewhere) return elsewhere;
  const unknown = ticked.materials.flatMap((one) => one.attachmentIds).filter((id) => !free.has(id));
  if (unknown.length > 0)
    return refuse('invalid', 'attachment-unknown', '有材料没有上传成功。', {
      fields: [{ field: `items.${index}.materials`, text: '有材料没有上传成功，请重新上传。' }],
    });
  const event = lodgeItem({
    index,
    today,
    law: catalog.law,
    matter,
    applicationId: frame.applicationId,
    number: `${frame.number}-${String(index + 1).padStart(2, '0')}`,
    channel: frame.channel,
    windowUnitId: frame.windowUnitId,
    subjectKind: subject.kind,
    record: { recordId: record.record_id, docNumber: record.doc_number, repairedOn: record.repaired_on },
    unit: routed.unit,
    verdict: assessRecord(catalog, record, subject.kind, today),
    extra: ticked.extra,
    provided: new Set([
      ...ticked.materials.filter((one) => one.attachmentIds.length > 0).map((one) => one.key),
      ...provenBy(catalog, record, proof, today),
    ]),
  });
  if (isRefusal(event)) return event;
  return { event, item: begin({ subjectKey: frame.subjectKey, itemId: v7(now) }, event), proof: proof ?? null };
}
