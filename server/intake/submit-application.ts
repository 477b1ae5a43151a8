import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { submitApplication as contract } from '#contract/intake.ts';
import { checkSigning } from '#domain/access/authorisation.ts';
import { usualReturnDay } from '#domain/intake/window-originals.ts';
import { refuseVisit } from '#domain/intake/window-visit.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { noteApplication } from '../catalog/guide/note-portal.ts';
import { recordEvents } from '../item/ledger.ts';
import {
  type Actor,
  checkSubject,
  isAgent,
  type LedgerActor,
  ledgerActor,
  scopeOf,
  standingFor,
} from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { chainStart } from '../platform/chain-hash.ts';
import type { Scope, Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import { v7 } from '../platform/uuid.ts';
import { recordSharedReads } from '../record/shared-data/shared-read-store.ts';
import { applicationItems } from './application-items.ts';
import { bindAttachments } from './attachment-store.ts';
import { deleteDraftRow } from './draft-store.ts';
import * as store from './intake-store.ts';
import { markedForm } from './known-form.ts';
import { type AllLodged, type Frame, lodgeAll, type Submission } from './lodge-records.ts';
import { queryCode } from './query-code.ts';
import { submissionDigest } from './submission-digest.ts';
import { recordOriginals } from './window/original-store.ts';
import { keepVisit } from './window/visit-record.ts';

type Body = BodyOf<typeof contract>;
type Reply = ReplyOf<typeof contract>;

/**
 * One joint form, one signature, one transaction: the application, one item per record, the first ledger row of each, its public
 * number, its jobs. Either all of it is there or none. A repeated request id gives the first answer again.
 */
export async function submitApplication(services: Services, submission: Submission): Promise<Reply | Refusal> {
  const { actor, subjectKey, body } = submission;
  const early =
    checkSubject(actor, subjectKey) ?? checkTwice(body) ?? checkCounter(actor, body, services.clock.today());
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
  const outcome = await services.db.transaction(scope, async (tx): Promise<Reply | Refusal> => {
    const items = await lodgeAll(tx, frame);
    if (isRefusal(items)) return items;
    const unsigned = checkSigner(
      frame,
      items.lodged.map(({ item }) => item.matterKey),
    );
    if (unsigned) return unsigned;
    await write(tx, frame, items);
    const made = items.lodged.map((one) => one.item);
    return replyOf(frame, frame.applicationId, frame.number, items.summaries(made));
  });
  if (isRefusal(outcome)) return explain(frame, scope, outcome);
  // Nobody waits for the statistics.
  void noteApplication(services, frame.channel, submission.via);
  return outcome;
}

/**
 * Races and repetitions are settled by the unique indexes alone, so that the usual submission asks nothing beforehand. Here a refused one
 * learns why: it is a repetition (the other half of a double click, a retried request), and gets the first answer; or a record is
 * already under way, and gets the number of that item; or it is what it was.
 */
async function explain(frame: Frame, scope: Scope, refusal: Refusal): Promise<Reply | Refusal> {
  const { services, catalog, today, subjectKey, body } = frame;
  const first = await services.db.read(scope, async (tx): Promise<Reply | Refusal | null> => {
    const earlier = await store.findApplicationByRequest(tx, subjectKey, body.requestId);
    if (!earlier) return null;
    if (earlier.body_digest !== null && earlier.body_digest !== submissionDigest(body)) return otherContent(earlier);
    const items = await applicationItems(tx, catalog, today, subjectKey, earlier.application_id);
    return replyOf(frame, earlier.application_id, earlier.number, items);
  });
  if (first) return first;
  // A window sees only what it took in itself; whether another door holds a record is asked by the platform.
  // The desk of an authority's own is told nothing of records it may not look at.
  const everywhere = frame.actor.kind === 'officer' && !frame.actor.deskUnits;
  const asked: Scope = everywhere ? { sees: 'all' } : scope;
  const open = await services.db.read(asked, (tx) => store.findOpenItems(tx, subjectKey, recordIdsOf(body)));
  return open.length > 0 ? openItemRefusal(open) : refusal;
}

/** What arrived under this request id says something else: the first one stands, and is shown. */
function otherContent(first: store.ApplicationRow): Refusal {
  return refuse(
    'conflict',
    'request-id-reused',
    `这份申请已经收到过，编号${first.number}，内容和现在填的不一样。收到的是先前那一份；要改的，请打开那一份撤回以后重新申请。`,
    { more: { applicationId: first.application_id, number: first.number } },
  );
}

const recordIdsOf = (body: Body) => body.items.map((one) => one.recordId);

/** Whether the actor may sign for the subject in these matters; before any is known, whether for any at all. */
function checkSigner({ actor, subjectKey, today }: Frame, matterKeys: readonly string[]): Refusal | null {
  const standing = actor.kind === 'applicant' ? standingFor(actor, subjectKey) : undefined;
  return actor.kind === 'applicant' && standing ? checkSigning(standing, actor.assurance, matterKeys, today) : null;
}

/** What only a window notes, and only a window may say. */
function checkCounter(actor: Actor, body: Body, today: PlainDate): Refusal | null {
  const { signature } = body.commitment;
  if (actor.kind !== 'officer')
    return signature.way === 'paper'
      ? refuse('invalid', 'signature-way', '网上申请请在屏幕上手写签名，或者以姓名签名。', {
          fields: [{ field: 'commitment.signature.way', text: '请在屏幕上签名。' }],
        })
      : null;
  return refuseVisit(body.visit, {
    subjectKind: body.form.subjectKind,
    agentName: body.form.agent?.name ?? null,
    signature: {
      way: signature.way,
      scans: signature.attachmentIds?.length ?? 0,
      drawn: (signature.path ?? '').trim() !== '',
    },
    today,
  });
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

async function write(tx: Tx, frame: Frame, all: AllLodged): Promise<void> {
  const { subjectKey, applicationId, number, body, now, services } = frame;
  const actor: LedgerActor = ledgerActor(frame.actor as Exclude<Actor, { kind: 'guest' }>, subjectKey);
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
      form: markedForm(body.form, all.subject, frame.actor),
      items: body.items,
      commitment: body.commitment,
      digest: submissionDigest(body),
      visit: frame.windowUnitId && body.visit ? keepVisit(services.config.appSecret, body.visit) : null,
      on: frame.today,
      at: now,
      by: actor,
    },
    items,
  );
  const docNumbers = new Map(all.summaries(items).map((one) => [one.recordId, one.docNumber]));
  await store.recordItems(tx, items, { subjectName: all.subject.name, docNumbers }, now);
  await recordEvents(
    tx,
    all.lodged.map(({ item, event }) => ({ item, event, actor, at: now, requestId: null, prevHash: chainStart })),
  );
  for (const { item, proof } of all.lodged)
    if (proof)
      await recordSharedReads(
        tx,
        subjectKey,
        {
          itemId: item.itemId,
          unitId: item.unitId,
          regionCode: item.regionCode,
          windowUnitId: item.windowUnitId,
        },
        [proof],
        () => v7(now),
      );
  await store.enterNumbers(tx, subjectKey, applicationId, number, items);
  await bindAttachments(tx, subjectKey, applicationId, all.attachmentIds, items);
  if (frame.windowUnitId && body.visit)
    await recordOriginals(
      tx,
      { subjectKey, applicationId, windowUnitId: frame.windowUnitId, on: frame.today, by: actor, now },
      body.visit.originals.map((one) => ({
        ...one,
        returnBy: one.returnBy ?? usualReturnDay(frame.catalog.calendar, frame.today),
      })),
    );
  if (body.draftId) await deleteDraftRow(tx, subjectKey, body.draftId);
  const jobs = all.lodged.flatMap(({ item, event }) => services.reactions(event, item));
  await orderJobs(tx, subjectKey, [...jobs, { task: 'welcome-application', payload: { applicationId } }], now);
}

function replyOf(frame: Frame, applicationId: string, number: string, items: Reply['items']): Reply {
  // The code would outlive an agent's authorisation: the enterprise finds it on its receipt.
  const code = isAgent(frame.actor, frame.subjectKey) ? '' : queryCode(frame.services.config.appSecret, applicationId);
  return { applicationId, number, queryCode: code, items };
}
