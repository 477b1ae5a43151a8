import { startClock } from '#domain/item/clocks.ts';
import type { ItemEvent } from '#domain/item/events.ts';
import { effectKinds, type Item, type OutsideProgress } from '#domain/item/item.ts';
import type { Calendar } from '#domain/working-days.ts';
import { systemName } from '../casework/exchange-words.ts';
import type { CourtForwardProgress } from '../gateways/court/court-port.ts';
import type { MarketCaseProgress } from '../gateways/market-platform/market-platform-port.ts';
import { findItem } from '../item/ledger.ts';
import { orderJobs } from '../platform/outbox.ts';
import { outsideActor, type Publication, platformAct } from './publication-context.ts';

type Stage = OutsideProgress['stage'];

function marketProgress(read: MarketCaseProgress, today: string): OutsideProgress {
  const stage: Stage = read.state === 'withdrawn' ? 'declined' : read.state;
  const words: Readonly<Record<Stage, string>> = {
    received: '平台已收到',
    accepted: '平台已受理',
    'correction-needed': `平台要求补正：${(read.correction?.missing ?? []).join('、')}，请到该平台补交`,
    granted: '平台已准予修复',
    refused: '平台不予修复',
    declined: '平台不予受理',
    kept: '',
  };
  return {
    system: 'market-platform',
    caseNo: read.caseNo,
    stage,
    text: words[stage],
    on: read.decidedOn ?? read.acceptedOn ?? today,
  };
}

function courtProgress(read: CourtForwardProgress, today: string): OutsideProgress {
  const stage: Stage = read.state === 'deleted' ? 'granted' : read.state === 'kept' ? 'kept' : 'received';
  const words = {
    granted: '执行法院已删除失信被执行人信息',
    kept: `执行法院决定不予删除${read.reasons.length > 0 ? `：${read.reasons.join('；')}` : ''}`,
    received: '执行法院已收到',
  };
  return { system: 'court', caseNo: read.forwardNo, stage, text: words[stage], on: read.decidedOn ?? today };
}

interface Reading {
  readonly progress: OutsideProgress;
  readonly decisionNo: string | null;
  readonly reasons: readonly string[];
}

/** The event that follows from what the outside system says now; null when nothing is new. */
export function mirrored(item: Item, reading: Reading, today: string, calendar: Calendar): ItemEvent | null {
  if (item.state !== 'handed-over') return null;
  const { progress } = reading;
  const cites = progress.system === 'court' ? ['spc17:10'] : ['samr107:16'];
  const reasons = reading.reasons.map((text) => ({ code: 'outside', text }));
  switch (progress.stage) {
    case 'granted': {
      const { effects } = item.limits;
      const clocks =
        effects === null ? [] : [startClock(calendar, 'effects', progress.on, effects, item.limits.cites.effects)];
      return {
        type: 'outside-granted',
        on: today,
        cites,
        payload: { progress, docNumber: reading.decisionNo ?? progress.caseNo, clocks, effects: [...effectKinds] },
      };
    }
    case 'refused':
    case 'declined':
      return { type: 'outside-closed', on: today, cites, payload: { progress, as: progress.stage, reasons } };
    case 'kept':
      return { type: 'outside-closed', on: today, cites, payload: { progress, as: 'left-to-court', reasons } };
    default:
      if (item.outside?.stage === progress.stage || (progress.stage === 'received' && !item.outside)) return null;
      return { type: 'outside-progressed', on: today, cites, payload: { progress } };
  }
}

/** Reads how an item stands in the system that decides it, and mirrors what is new; asks again later until it is closed. */
export async function mirrorOutside(
  publication: Publication,
  subjectKey: string,
  itemId: string,
  asked: number,
): Promise<void> {
  const { services, gateways } = publication;
  const found = await services.db.read({ sees: 'all' }, async (tx) => {
    const rows = await tx.query<{ receipt: { receiptNo?: string } | null }>(
      'hand-over-receipt',
      `select receipt from exchange where subject_key = $1 and item_id = $2 and kind = 'hand-over'`,
      [subjectKey, itemId],
    );
    return { item: await findItem(tx, subjectKey, itemId), receiptNo: rows[0]?.receipt?.receiptNo };
  });
  if (found.item?.state !== 'handed-over') return;
  // The receipt is entered right after the event that ordered this job; a job that is faster waits.
  if (!found.receiptNo) return again(publication, subjectKey, itemId, asked);
  const today = services.clock.today();
  let reading: Reading;
  if (found.item.receiver === 'court') {
    const read = await gateways.court.readForward(found.receiptNo);
    if (!read.ok) return again(publication, subjectKey, itemId, asked);
    reading = { progress: courtProgress(read, today), decisionNo: read.documentNo, reasons: read.reasons };
  } else {
    const read = await gateways.marketPlatform.readCase(found.receiptNo);
    if (!read.ok) return again(publication, subjectKey, itemId, asked);
    reading = { progress: marketProgress(read, today), decisionNo: read.decisionNo, reasons: read.reasons };
  }
  const { system } = reading.progress;
  const after = await platformAct(
    publication,
    { subjectKey, itemId, actor: outsideActor(system, systemName(system)) },
    (item, { catalog }) => mirrored(item, reading, today, catalog.calendar),
  );
  if (after.state === 'handed-over') await again(publication, subjectKey, itemId, asked);
}

/** After 2 s, then ever longer, up to ten minutes: an outside decision takes days. */
async function again({ services }: Publication, subjectKey: string, itemId: string, asked: number): Promise<void> {
  const now = services.clock.now();
  const wait = Math.min(600_000, 2_000 * 1.4 ** asked);
  await services.db.read({ sees: 'all' }, (tx) =>
    orderJobs(
      tx,
      subjectKey,
      [{ task: 'mirror-outside', payload: { itemId, asked: asked + 1 }, runAt: new Date(now.getTime() + wait) }],
      now,
    ),
  );
}
