import type { ItemView } from '#contract/casework.ts';
import { paperTitles } from '#contract/paper-models.ts';
import { checkArchivable } from '#domain/casework/archivable.ts';
import { materialsShowing } from '#domain/casework/materials-showing.ts';
import { type Catalog, findMatterVersion } from '#domain/catalog/catalog.ts';
import { availableActions } from '#domain/item/available-actions.ts';
import { isInternal } from '#domain/item/events.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { noteOfSubject } from '../access/reading-log.ts';
import { findSubject } from '../access/subject-store.ts';
import { newestEditions } from '../catalog/newest-editions.ts';
import { eventOf } from '../item/event-of.ts';
import { toClockView, toDeskSummary, toItemSummary } from '../item/item-view.ts';
import { listEvents } from '../item/ledger.ts';
import { toTimelineEntry } from '../item/timeline.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { citations } from '../platform/citations.ts';
import type { Tx } from '../platform/database.ts';
import { toRecordView, toSubjectView } from '../record/record-view.ts';
import { actingOn } from './assignment/acting-officer.ts';
import { holdingView } from './assignment/holding-view.ts';
import * as store from './casework-store.ts';
import { readChain } from './chain-view.ts';
import { readChecks } from './checks.ts';
import { correctionsOf } from './corrections.ts';
import { toExchangeView } from './exchange-words.ts';
import { maskedForm } from './form-numbers.ts';
import { filesOfItem, toItemFileView } from './item-files.ts';
import { mootOf, mootView } from './moot.ts';
import { gradeView, outsideRoad } from './outside-road.ts';
import { itemMaterials } from './shared-data/item-materials.ts';
import { evidenceKey } from './verify.ts';

/** One item with everything its reader may see; the same page serves applicant, authority, window and supervisor. */
export async function getItem(
  services: Services,
  actor: Actor,
  subjectKey: string,
  itemId: string,
): Promise<ItemView | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  for (const prefer of ['unit', 'window', 'region'] as const) {
    if (actor.kind === 'officer' && scopeOf(actor, [prefer]).sees === 'none') continue;
    const scope = scopeOf(actor, [prefer]);
    const reader = { actor, inside: actor.kind === 'officer' && prefer !== 'window' };
    const view = await services.db.read(scope, async (tx) => {
      const found = await readItem(tx, services, catalog, reader, { subjectKey, itemId });
      const what = { act: 'read-item', subjectKey, itemId } as const;
      return (found && (await noteOfSubject(tx, services, actor, scope, what))) ?? found;
    });
    if (isRefusal(view)) return view;
    // A window that took the item over from another one sees its history too: rows of the ledger keep the window they were written at.
    if (view && prefer === 'window' && view.timeline[0]?.version !== 1)
      return { ...view, timeline: await wholeTimeline(services, subjectKey, itemId) };
    if (view || actor.kind !== 'officer') return view ?? notFound();
  }
  return notFound();
}

async function wholeTimeline(services: Services, subjectKey: string, itemId: string): Promise<ItemView['timeline']> {
  const events = await services.db.read({ sees: 'all' }, (tx) => listEvents(tx, subjectKey, itemId));
  return events.filter((event) => !isInternal(event.type)).map((event) => toTimelineEntry(event, true));
}

async function whyNotArchived(tx: Tx, subjectKey: string, applicationId: string): Promise<string | null> {
  const { items, papers } = await store.listArchivable(tx, subjectKey, applicationId);
  return checkArchivable(items, papers)?.text ?? null;
}

/** How many of the applicant's files went with an item. */
const filesSent = (own: { readonly materials: readonly { readonly attachmentIds: readonly string[] }[] } | undefined) =>
  (own?.materials ?? []).reduce((sum, one) => sum + one.attachmentIds.length, 0);

const notFound = () => refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');

/** Who reads: `inside` are the unit and those who supervise it, who see how a decision comes about. */
interface Reader {
  readonly actor: Actor;
  readonly inside: boolean;
}

async function readItem(
  tx: Tx,
  services: Services,
  catalog: Catalog,
  { actor, inside }: Reader,
  { subjectKey, itemId }: { readonly subjectKey: string; readonly itemId: string },
): Promise<ItemView | null> {
  const row = await store.findItemSummary(tx, subjectKey, itemId);
  if (!row) return null;
  const today = services.clock.today();
  const item = row.fold;
  const subject = await findSubject(tx, subjectKey);
  const record = await store.findRecord(tx, subjectKey, row.record_id);
  const application = await store.findApplicationPart(tx, subjectKey, row.application_id);
  if (!subject || !record || !application) return null;
  const matter = findMatterVersion(catalog, item.matterKey, item.matterVersion, today);
  const office = actor.kind === 'officer';
  const who = await actingOn(tx, actor, item, today);
  const moot = mootOf(catalog, item, { record, subjectKind: subject.kind }, today);
  const own = application.items.find((one) => one.recordId === row.record_id);
  const events = await listEvents(tx, subjectKey, itemId);
  const exchanges = await store.listExchanges(tx, subjectKey, itemId);
  const all = await store.listAttachments(tx, subjectKey, row.application_id);
  const attachments = office
    ? filesOfItem(all, { itemId, own })
    : all.filter((one) => one.material_key !== evidenceKey);
  return {
    summary: office ? toDeskSummary(row, catalog, today) : toItemSummary(row, catalog, today),
    subject: toSubjectView(subject, true),
    record: toRecordView(record, subject.kind, catalog, today),
    form: office ? maskedForm(application.form) : application.form,
    extra: own?.extra ?? {},
    extraFields: (matter?.extraFields ?? []).map(({ choices, ...one }) => ({
      ...one,
      ...(choices ? { choices: [...choices] } : {}),
    })),
    moot: moot && mootView(moot, office),
    corrections: correctionsOf(events, application.form, own),
    applicationNumber: application.number,
    windowUnitName: application.window_unit_id ? (catalog.units.get(application.window_unit_id)?.name ?? null) : null,
    outside: outsideRoad(item, events.map(eventOf), exchanges, filesSent(own)),
    grade: gradeView(item, record, own?.extra?.['customs-route'], today),
    clocks: Object.values(item.clocks).map((clock) => toClockView(clock, catalog, today)),
    actions: availableActions(item, who, today, moot).map(({ cites, ...one }) => ({ ...one, cites: citations(cites) })),
    holding: inside ? holdingView(item, who) : null,
    checks: inside ? await readChecks(tx, { item, record, subjectKind: subject.kind, catalog, today }) : [],
    chain: inside ? await readChain(tx, item, { catalog, today }) : null,
    conditions: (matter?.conditions ?? []).map((one) => ({
      key: one.key,
      text: one.text,
      sure: one.sure,
      cites: citations(one.cites),
      materials: matter ? materialsShowing(matter, one.key) : [],
    })),
    materials: (await itemMaterials(tx, catalog, matter, record, itemId)).map(({ cites, ...one }) => ({
      ...one,
      cites: citations(cites),
    })),
    missing: [...item.missing],
    attachments: attachments.map((one) => toItemFileView(one, office)),
    papers: newestEditions(await store.listItemPapers(tx, subjectKey, row.application_id, itemId)).map((one) => ({
      paperId: one.paper_id,
      kind: one.kind,
      title: paperTitles[one.kind] ?? one.kind,
      docNumber: one.doc_number,
      issuedOn: one.issued_on,
      state: one.state,
    })),
    exchanges: exchanges.map(toExchangeView),
    timeline: events
      .filter((event) => inside || !isInternal(event.type))
      .map((event) => toTimelineEntry(event, office)),
    urgings: office
      ? (await store.listUrgings(tx, subjectKey, itemId)).map((one) => ({
          urgingId: one.urging_id,
          text: one.text,
          by: catalog.units.get(one.urged_unit)?.name ?? '督办单位',
          at: one.urged_at,
        }))
      : [],
    rating: (await store.findRating(tx, subjectKey, itemId)) ?? null,
    notArchivable: office && item.closedOn ? await whyNotArchived(tx, subjectKey, row.application_id) : null,
  };
}
