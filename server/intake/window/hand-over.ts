import type { BodyOf } from '#contract/endpoint.ts';
import type {
  answerHandOver as answerContract,
  askHandOver as askContract,
  HandOverView,
} from '#contract/hand-over.ts';
import type { Catalog, Unit } from '#domain/catalog/catalog.ts';
import { type HandOverAnswer, refuseAnswer, refuseHandOver, windowChanged } from '#domain/intake/window-hand-over.ts';
import { evolve } from '#domain/item/evolve.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findEvent, lockItem, recordEvents } from '../../item/ledger.ts';
import { type Actor, ledgerActor, type Officer, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { chainStart } from '../../platform/chain-hash.ts';
import type { Tx } from '../../platform/database.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { findApplication } from '../intake-store.ts';
import * as store from './hand-over-store.ts';

const answerTexts: Readonly<Record<HandOverAnswer, string>> = {
  accepted: '已接收',
  declined: '已退回',
  'taken-back': '已收回',
};
const allAnswers: readonly HandOverAnswer[] = ['accepted', 'declined', 'taken-back'];

export function handOverView(
  row: store.HandOverRow,
  names: store.ApplicationNames | undefined,
  catalog: Catalog,
  unitId: string,
): HandOverView {
  const nameOf = (id: string) => catalog.units.get(id)?.name ?? '';
  const mine = (answer: HandOverAnswer) =>
    refuseAnswer({
      from: row.from_unit_id,
      to: row.to_unit_id,
      by: unitId,
      answer,
      answered: row.answered_at !== null,
      note: '—',
    }) === null;
  return {
    handOverId: row.hand_over_id,
    subjectKey: row.subject_key,
    applicationId: row.application_id,
    applicationNumber: names?.number ?? '',
    subjectName: names?.subject_name ?? '',
    fromName: nameOf(row.from_unit_id),
    toName: nameOf(row.to_unit_id),
    reason: row.reason,
    withOriginals: row.with_originals,
    askedBy: row.asked_by.name,
    askedAt: row.asked_at,
    answer: row.answer,
    answerText: row.answer ? answerTexts[row.answer] : row.to_unit_id === unitId ? '等待本窗口接收' : '等待对方接收',
    note: row.note,
    answeredBy: row.answered_by?.name ?? null,
    answeredAt: row.answered_at,
    may: allAnswers.filter(mine),
  };
}

const guestRefusal = () => refuse('unauthenticated', 'login-needed', '请先登录。');

/** The view of a hand-over for the window that asks; names are read by the platform. */
async function viewOf(services: Services, actor: Officer, row: store.HandOverRow): Promise<HandOverView> {
  const names = await services.db.read({ sees: 'all' }, (tx) => store.namesOf(tx, row.subject_key, row.application_id));
  return handOverView(row, names, await services.catalog(), actor.unit.unitId);
}

/** Asks another window to follow an application up. Until it accepts, everything stays as it is. */
export async function askHandOver(
  services: Services,
  actor: Actor,
  params: { readonly subjectKey: string; readonly applicationId: string },
  body: BodyOf<typeof askContract>,
): Promise<HandOverView | Refusal> {
  if (actor.kind !== 'officer') return guestRefusal();
  const { subjectKey, applicationId } = params;
  const catalog = await services.catalog();
  const to = catalog.units.get(body.toUnitId);
  const now = services.clock.now();
  const asked = await services.db.transaction(
    scopeOf(actor, ['window']),
    async (tx): Promise<store.HandOverRow | Refusal> => {
      const earlier = await store.lockHandOver(tx, subjectKey, body.requestId);
      if (earlier) return earlier;
      const application = await findApplication(tx, subjectKey, applicationId);
      if (!application) return refuse('not-found', 'application-not-found', '没有找到这份申请，或者它不由本窗口跟进。');
      const refused = refuseHandOver({
        holder: application.window_unit_id,
        from: actor.unit,
        to,
        reason: body.reason,
        deciders: await decidersOf(tx, catalog, subjectKey, applicationId),
        waiting: await store.hasOpenHandOver(tx, subjectKey, applicationId),
        hasWindow:
          to?.kind === 'window' ||
          (await store.listDeskUnits(tx, services.clock.today())).some((id) => id === to?.unitId),
      });
      if (refused) return refused;
      await store.recordHandOver(tx, {
        subjectKey,
        handOverId: body.requestId,
        applicationId,
        from: actor.unit.unitId,
        to: body.toUnitId,
        reason: body.reason.trim(),
        withOriginals: body.withOriginals,
        by: ledgerActor(actor),
        at: now,
      });
      await orderJobs(tx, subjectKey, [tellJob(body.requestId, 'hand-over-asked')], now);
      return (await store.lockHandOver(tx, subjectKey, body.requestId))!;
    },
  );
  return 'refused' in asked ? asked : viewOf(services, actor, asked);
}

const tellJob = (handOverId: string, news: string) => ({ task: 'tell-hand-over', payload: { handOverId, news } });

async function decidersOf(tx: Tx, catalog: Catalog, subjectKey: string, applicationId: string): Promise<Unit[]> {
  const ids = await store.listDeciders(tx, subjectKey, applicationId);
  return ids.flatMap((id) => catalog.units.get(id) ?? []);
}

/**
 * The other window accepts or declines, the first one takes back. Accepting is an event of every item and moves all that row policies
 * look at; it is the platform's work, since neither window may touch rows of the other.
 */
export async function answerHandOver(
  services: Services,
  actor: Actor,
  params: { readonly subjectKey: string; readonly handOverId: string },
  body: BodyOf<typeof answerContract>,
): Promise<HandOverView | Refusal> {
  if (actor.kind !== 'officer') return guestRefusal();
  const { subjectKey, handOverId } = params;
  const own = await services.db.read(scopeOf(actor, ['window']), (tx) =>
    store.lockHandOver(tx, subjectKey, handOverId),
  );
  if (!own) return refuse('not-found', 'hand-over-not-found', '没有找到这次移交。');
  const now = services.clock.now();
  const done = await services.db.transaction({ sees: 'all' }, async (tx): Promise<store.HandOverRow | Refusal> => {
    const row = (await store.lockHandOver(tx, subjectKey, handOverId))!;
    // A repeated answer gives what stands.
    if (row.answer === body.answer) return row;
    const refused = refuseAnswer({
      from: row.from_unit_id,
      to: row.to_unit_id,
      by: actor.unit.unitId,
      answer: body.answer,
      answered: row.answered_at !== null,
      note: body.note,
    });
    if (refused) return refused;
    const note = body.note.trim();
    await store.recordAnswer(tx, {
      subjectKey,
      handOverId,
      answer: body.answer,
      note,
      by: ledgerActor(actor),
      at: now,
    });
    if (body.answer === 'accepted') await move(tx, services, actor, row, now);
    if (body.answer !== 'taken-back')
      await orderJobs(tx, subjectKey, [tellJob(handOverId, `hand-over-${body.answer}`)], now);
    return (await store.lockHandOver(tx, subjectKey, handOverId))!;
  });
  return 'refused' in done ? done : viewOf(services, actor, done);
}

async function move(tx: Tx, services: Services, actor: Officer, row: store.HandOverRow, now: Date): Promise<void> {
  const { subject_key: subjectKey, application_id: applicationId } = row;
  const catalog = await services.catalog();
  const from = catalog.units.get(row.from_unit_id);
  const to = catalog.units.get(row.to_unit_id);
  if (!from || !to) throw new Error(`hand-over ${row.hand_over_id} between unknown units`);
  const event = windowChanged({ on: services.clock.today(), from, to, reason: row.reason });
  const ids = await tx.query<{ item_id: string }>(
    'hand-over-items',
    'select item_id from item where subject_key = $1 and application_id = $2 order by item_id',
    [subjectKey, applicationId],
  );
  for (const { item_id: itemId } of ids) {
    const item = (await lockItem(tx, subjectKey, itemId))!;
    const last = await findEvent(tx, subjectKey, itemId, item.version);
    const next = evolve(item, event);
    await recordEvents(tx, [
      { item: next, event, actor: ledgerActor(actor), at: now, requestId: null, prevHash: last?.hash ?? chainStart },
    ]);
    await store.refoldItem(tx, next);
  }
  await store.moveToWindow(tx, {
    subjectKey,
    applicationId,
    from: row.from_unit_id,
    to: row.to_unit_id,
    withOriginals: row.with_originals,
  });
}

/** Hand-overs to and from this window. */
export async function listHandOvers(services: Services, actor: Actor): Promise<{ handOvers: HandOverView[] }> {
  if (actor.kind !== 'officer') return { handOvers: [] };
  const { unitId } = actor.unit;
  const rows = await services.db.read(scopeOf(actor, ['window']), (tx) => store.listHandOverRows(tx, unitId));
  const catalog = await services.catalog();
  return services.db.read({ sees: 'all' }, async (tx) => {
    const handOvers: HandOverView[] = [];
    for (const row of rows)
      handOvers.push(handOverView(row, await store.namesOf(tx, row.subject_key, row.application_id), catalog, unitId));
    return { handOvers };
  });
}
