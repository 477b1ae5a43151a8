import type { ReplyOf } from '#contract/endpoint.ts';
import type { readSharedData as contract } from '#contract/shared-data.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { notePlatformReading } from '../../access/note-platform-reading.ts';
import type { SharedDataPort } from '../../gateways/shared-data/shared-data-port.ts';
import { type Actor, type LedgerActor, ledgerActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { type Task, textOf } from '../../platform/task.ts';
import { listItemReads, type SharedRead } from '../../record/shared-data/shared-read-store.ts';
import { readChecks } from '../checks.ts';
import { findReadable, type ReadableItem, readItemData } from './read-item-data.ts';

const platform: LedgerActor = { kind: 'platform', id: 'platform', name: '平台' };

/** After trouble the platform asks again by itself: after a minute, then ever later, for about a day. */
const pausesMinutes = [1, 10, 60, 240, 720];
/** What was asked so lately is not asked again at a press. */
const restMs = 60_000;

/** Reads shared data when an item has been registered or handed over. Nothing waits for it. */
export function readSharedDataTask(services: Services, port: SharedDataPort): Task {
  return {
    name: 'read-shared-data',
    run: async (payload) => {
      const itemId = textOf(payload, 'itemId');
      const found = await findReadable(services, { sees: 'all' }, payload.subjectKey, itemId);
      if (!found) return;
      const reads = await readItemData(services, port, found, platform, async (tx, queries) => {
        const unit = (await services.catalog()).units.get(found.item.unitId);
        await notePlatformReading(
          tx,
          {
            act: 'read-shared-data',
            subjectKey: payload.subjectKey,
            itemId,
            unit: unit ? { unitId: unit.unitId, name: unit.name } : null,
            detail: { queries },
          },
          services.clock.now(),
        );
      });
      if (reads.some((one) => one.answer === null)) await again(services, found, payload);
    },
  };
}

async function again(services: Services, { item }: ReadableItem, payload: Record<string, unknown>): Promise<void> {
  const asked = typeof payload.asked === 'number' ? payload.asked : 0;
  const pause = pausesMinutes[asked];
  if (pause === undefined) return;
  const now = services.clock.now();
  const job = {
    task: 'read-shared-data',
    payload: { itemId: item.itemId, asked: asked + 1 },
    runAt: new Date(now.getTime() + pause * 60_000),
  };
  await services.db.transaction({ sees: 'all' }, (tx) => orderJobs(tx, item.subjectKey, [job], now));
}

type Reply = ReplyOf<typeof contract>;

/** 重新查询, by an officer of the item's unit: waits a moment, keeps what came, gives the checks as they then stand. Trouble refuses nothing. */
export async function readAgain(
  services: Services,
  port: SharedDataPort,
  actor: Actor,
  { subjectKey, itemId }: { readonly subjectKey: string; readonly itemId: string },
): Promise<Reply | Refusal> {
  if (actor.kind !== 'officer') return refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
  const scope = { sees: 'unit', unit: actor.unit.unitId } as const;
  const found = await findReadable(services, scope, subjectKey, itemId);
  if (!found || found.item.unitId !== actor.unit.unitId)
    return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
  const before = await services.db.read(scope, (tx) => listItemReads(tx, subjectKey, itemId));
  const since = services.clock.now().getTime() - restMs;
  const asked = !before.some((one) => Date.parse(one.asked_at) > since);
  // Who pressed is noted with the reply (server/access/endpoint-readings.ts).
  const reads = asked ? await readItemData(services, port, found, ledgerActor(actor), async () => {}) : [];
  const catalog = await services.catalog();
  const checks = await services.db.read(scope, (tx) =>
    readChecks(tx, { ...found, subjectKind: found.subject.kind, catalog, today: services.clock.today() }),
  );
  return { checks, asked, trouble: troubleOf(reads) };
}

const troubleOf = (reads: readonly SharedRead[]) => reads.find((one) => one.problem !== null)?.problem ?? null;
