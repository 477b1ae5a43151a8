import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/opinions.ts';
import { type AskedOpinion, askOpinion, giveOpinion, withdrawOpinion } from '#domain/casework/ask-opinion.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findFile } from '../intake/attachment-store.ts';
import { type ActContext, actOnItem } from '../item/act-on-item.ts';
import { type Actor, checkSubject, ledgerActor, type Officer, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { dayInShanghai } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { FileReply } from '../platform/route.ts';
import { v7 } from '../platform/uuid.ts';
import { findItemSummary } from './casework-store.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';
import * as store from './opinion-store.ts';

const notFound = () => refuse('not-found', 'opinion-not-found', '没有找到这一份征求意见，或者您无权查看它。');

/** 征求意见: the request row and the ledger entry in one transaction. */
export function ask(services: Services, request: DeskRequest & { body: BodyOf<typeof contract.askOpinion> }) {
  const { body, actor } = request;
  return deskAct(services, request, async (desk, context) => {
    const { item } = desk;
    const { catalog, tx, now, today } = context;
    const opinionId = v7(now);
    const unit = catalog.units.get(body.unitId);
    const asked = unit?.kind === 'authority' || unit?.kind === 'lead' ? unit : undefined;
    const event = askOpinion(desk, { opinionId, unit: asked, question: body.question, dueOn: body.dueOn });
    if (isRefusal(event)) return event;
    const attachmentIds = [...new Set(body.attachmentIds ?? [])];
    const files = await store.listShownFiles(tx, item.subjectKey, attachmentIds);
    if (files.filter((one) => one.application_id === item.applicationId).length !== attachmentIds.length)
      return refuse('invalid', 'attachment-unknown', '有材料不是这一件的，请重新选择。', {
        fields: [{ field: 'attachmentIds', text: '请重新选择材料。' }],
      });
    const shown = await shownOf(context, item.subjectKey, item.itemId);
    if (!shown) return refuse('not-found', 'item-not-found', '没有找到这个办件。');
    await store.recordOpinion(tx, {
      subjectKey: item.subjectKey,
      opinionId,
      itemId: item.itemId,
      unitId: item.unitId,
      askedUnitId: body.unitId,
      regionCode: item.regionCode,
      question: event.payload.question,
      shown,
      attachmentIds,
      dueOn: body.dueOn,
      actor: ledgerActor(actor as Officer),
      on: today,
      at: now,
    });
    return event;
  });
}

/** Facts of the record as they are put before the asked unit; nothing else of the item. */
async function shownOf({ tx, catalog }: ActContext, subjectKey: string, itemId: string) {
  const row = await findItemSummary(tx, subjectKey, itemId);
  return (
    row && {
      subjectName: row.subject_name,
      matterName: catalog.matters.find((one) => one.matterKey === row.matter_key)?.name ?? '',
      organName: row.organ_name,
      docNumber: row.doc_number,
      findingDate: row.finding_date,
      plain: plainRecord({ recordType: row.record_type, facts: row.facts }),
    }
  );
}

/** A question as much as its end is judged by. */
export const askedOf = (row: store.OpinionRow, catalog: Catalog): AskedOpinion => ({
  opinionId: row.opinion_id,
  unitId: row.asked_unit_id,
  unitName: catalog.units.get(row.asked_unit_id)?.name ?? '',
  ended: row.answer !== null ? 'answered' : row.withdrawn_at !== null ? 'withdrawn' : null,
});

/** 不再征求. */
export function withdraw(
  services: Services,
  request: DeskRequest & { params: { opinionId: string }; body: BodyOf<typeof contract.withdrawOpinion> },
) {
  const { opinionId } = request.params;
  return deskAct(services, request, async (desk, { tx, catalog, now }) => {
    const row = await store.findOpinion(tx, desk.item.subjectKey, opinionId);
    if (!row || row.item_id !== desk.item.itemId) return notFound();
    const event = withdrawOpinion(desk, askedOf(row, catalog), { reason: request.body.reason });
    if (isRefusal(event)) return event;
    const { subjectKey } = desk.item;
    await store.recordWithdrawn(tx, { subjectKey, opinionId, at: now }, event.payload.reason);
    return event;
  });
}

type Key = { readonly subjectKey: string; readonly opinionId: string };

/** The question as the asked unit sees it; undefined where this unit was not asked. */
async function findAsked(tx: Tx, officer: Officer, key: Key): Promise<store.OpinionRow | undefined> {
  const row = await store.findOpinion(tx, key.subjectKey, key.opinionId);
  return row?.asked_unit_id === officer.unit.unitId ? row : undefined;
}

/** The asked unit answers; the entry goes into the ledger of an item that it does not see. */
export async function give(
  services: Services,
  officer: Officer,
  key: Key,
  body: BodyOf<typeof contract.giveOpinion>,
): Promise<{ given: boolean } | Refusal> {
  const unit = { sees: 'unit', unit: officer.unit.unitId } as const;
  const row = await services.db.read(unit, (tx) => findAsked(tx, officer, key));
  if (!row) return notFound();
  const actor = ledgerActor(officer);
  const done = await actOnItem(services, {
    subjectKey: key.subjectKey,
    itemId: row.item_id,
    actor,
    scope: { sees: 'all' },
    requestId: body.requestId,
    decide: async (item, { tx, catalog, today, now }) => {
      const latest = await findAsked(tx, officer, key);
      if (!latest) return notFound();
      const by = { id: officer.officerId, name: officer.name };
      const event = giveOpinion(item, askedOf(latest, catalog), { text: body.text, by, today });
      if (isRefusal(event)) return event;
      await store.recordAnswer(tx, { ...key, at: now }, { text: event.payload.text, by: actor, on: today });
      return event;
    },
  });
  return isRefusal(done) ? done : { given: true };
}

/** A paper put with a question. */
export async function readFileOf(
  services: Services,
  officer: Officer,
  key: Key & { readonly attachmentId: string },
): Promise<FileReply | Refusal> {
  const unit = { sees: 'unit', unit: officer.unit.unitId } as const;
  const row = await services.db.read(unit, (tx) => findAsked(tx, officer, key));
  if (!row || row.withdrawn_at !== null || !row.attachment_ids.includes(key.attachmentId)) return notFound();
  // As the unit that asked sees it: nothing opens here that would not open there.
  const file = await services.db.read({ sees: 'all' }, (tx) =>
    findFile(tx, key.subjectKey, key.attachmentId, row.unit_id),
  );
  if (!file || file.scan === 'infected' || file.scan === 'waiting')
    return refuse('not-found', 'attachment-not-found', '没有找到这份材料，或者它还没有查毒。');
  return { file: true, type: file.media_type, name: file.file_name, content: file.content, inline: true };
}

const standingOf = (row: store.OpinionRow, today: string) =>
  row.answer !== null
    ? ('answered' as const)
    : row.withdrawn_at !== null
      ? ('withdrawn' as const)
      : row.due_on < today
        ? ('overdue' as const)
        : ('waiting' as const);

const endedOn = ({ withdrawn_at }: store.OpinionRow) =>
  withdrawn_at === null ? null : dayInShanghai(new Date(withdrawn_at));

/** What a unit asked about an item, and what came. */
export async function listOfItem(
  services: Services,
  actor: Actor,
  { subjectKey, itemId }: { readonly subjectKey: string; readonly itemId: string },
): Promise<ReplyOf<typeof contract.listOpinions> | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  const today = services.clock.today();
  for (const prefer of ['unit', 'region'] as const) {
    const scope = scopeOf(actor, [prefer]);
    if (scope.sees === 'none') continue;
    const found = await services.db.read(scope, async (tx) =>
      (await findItemSummary(tx, subjectKey, itemId)) ? store.listItemOpinions(tx, subjectKey, itemId) : null,
    );
    if (found)
      return {
        opinions: found.map((row) => ({
          opinionId: row.opinion_id,
          unitName: catalog.units.get(row.asked_unit_id)?.name ?? row.asked_unit_id,
          question: row.question,
          askedBy: row.asked_by.name,
          askedOn: row.asked_on,
          dueOn: row.due_on,
          standing: standingOf(row, today),
          answer: row.answer,
          answeredBy: row.answered_by?.name ?? null,
          answeredOn: row.answered_on,
          withdrawnReason: row.withdrawn_reason,
          endedOn: endedOn(row),
        })),
      };
  }
  return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
}

/** What other units ask of this one. */
export async function listAskedOf(
  services: Services,
  { unit }: Officer,
  list: 'open' | 'done' = 'open',
): Promise<ReplyOf<typeof contract.listAskedOpinions>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const [rows, open] = await services.db.read({ sees: 'unit', unit: unit.unitId }, async (tx) => [
    await store.listAsked(tx, unit.unitId, list),
    await store.countAsked(tx, unit.unitId),
  ]);
  const names = await services.db.read({ sees: 'all' }, async (tx) => {
    const found = await Promise.all(
      rows
        .filter((row) => row.attachment_ids.length > 0)
        .map((row) => store.listShownFiles(tx, row.subject_key, row.attachment_ids)),
    );
    return new Map(found.flat().map((one) => [one.attachment_id, one.file_name]));
  });
  return {
    open,
    opinions: rows.map((row) => ({
      subjectKey: row.subject_key,
      opinionId: row.opinion_id,
      fromUnit: catalog.units.get(row.unit_id)?.name ?? row.unit_id,
      question: row.question,
      shown: row.shown,
      files:
        row.withdrawn_at === null
          ? row.attachment_ids.map((attachmentId) => ({ attachmentId, fileName: names.get(attachmentId) ?? '材料' }))
          : [],
      askedOn: row.asked_on,
      dueOn: row.due_on,
      standing: standingOf(row, today),
      answer: row.answer,
      withdrawnReason: row.withdrawn_reason,
      endedOn: endedOn(row),
    })),
  };
}
