import type { FormContent } from '#contract/intake.ts';
import { catalogOf, findMatter, type Unit } from '#domain/catalog/catalog.ts';
import { firstVersions } from '#domain/catalog/matter-from-law.ts';
import { startClock } from '#domain/item/clocks.ts';
import type { EventOf, ItemEvent } from '#domain/item/events.ts';
import { begin, evolve } from '#domain/item/evolve.ts';
import { effectKinds, type Item, type Limits } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { announcedCalendar } from '#domain/working-days.ts';
import { jiangxiRegions } from '../../catalog/regions.ts';
import { catalogUnits, unitIdOf } from '../../catalog/unit-names.ts';
import { recordApplication, recordItems } from '../../intake/intake-store.ts';
import { findEvent, recordEvents, updateItem } from '../../item/ledger.ts';
import type { Services } from '../../platform/app-context.ts';
import { chainStart } from '../../platform/chain-hash.ts';
import { fixedClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { openDatabase, type Tx } from '../../platform/database.ts';
import { createLog } from '../../platform/log.ts';
import { settled, type Task } from '../../platform/task.ts';
import { v7 } from '../../platform/uuid.ts';
import { createTestDatabase } from '../../testing/test-database.ts';

/** The one matter and unit of these tests: a list decided on our desk. */
export const deskMatter = 'work-safety';
const catalog = catalogOf({
  matters: firstVersions(),
  units: catalogUnits(),
  regions: jiangxiRegions,
  calendar: announcedCalendar,
});
const unitAt = (sector: string, region: string): Unit => catalog.units.get(unitIdOf(sector, region))!;

export const authority = unitAt('emergency', '360100');
export const marketBureau = unitAt('market', '360102');
export const window = unitAt('window', '360102');

const form: FormContent = {
  subjectKind: 'organisation',
  name: '示例（南昌）烟花有限公司',
  identifier: '91360100MA0000000X',
  address: '江西省南昌市示例区某某大道100号',
  phone: '13900000001',
  registryOrgan: '示例区市场监督管理局',
  legalRep: '某某某',
  facts: '已缴清罚款并完成整改，申请修复。',
};

/** An applied-for item to act on, and what its jobs left. */
export interface Lodged {
  readonly subjectKey: string;
  readonly applicationId: string;
  readonly itemId: string;
  readonly number: string;
}

/** A database, services and a clock for the tests of notice; events are written as if casework had decided them. */
export async function openSmallWorld(on: PlainDate) {
  const database = await createTestDatabase({ seeded: false });
  const db = openDatabase(database.appUrl, { max: 4, onError: () => {} });
  const clock = fixedClock(on);
  const config = { ...readConfig({ PORT: '18200' }), appSecret: 'a-secret-of-these-tests' };
  const services: Services = {
    config,
    db,
    clock,
    log: createLog({ logLevel: 'silent' }, 'test'),
    catalog: async () => catalog,
    reactions: () => [],
    catalogReactions: () => [],
  };
  let count = 0;

  async function all<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return settled(await db.transaction({ sees: 'all' }, work)) as T;
  }

  /** Lodges one item, online or at the window, on our desk or to be handed over to the market platform. */
  async function lodge(
    how: { atWindow?: boolean; outside?: boolean; form?: Partial<FormContent>; path?: string } = {},
  ): Promise<Lodged> {
    count += 1;
    const now = clock.now();
    const [subjectKey, recordId, applicationId, itemId] = [v7(now), v7(now), v7(now), v7(now)] as const;
    const number = `JXXF${clock.today().replaceAll('-', '')}${String(count).padStart(6, '0')}`;
    const unit = how.outside ? marketBureau : authority;
    const matterKey = how.outside ? 'market-penalty' : deskMatter;
    const event = submitted({ applicationId, recordId, number, matterKey, unit, how, on: clock.today() });
    const item = begin({ subjectKey, itemId }, event);
    const filled = { ...form, ...how.form };
    await all(async (tx) => {
      await tx.run(
        `insert into subject (subject_key, kind, name, identifier, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)`,
        [subjectKey, filled.subjectKind, filled.name, `${filled.identifier}-${count}`, now],
      );
      await tx.run(
        `insert into record (subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, organ_name,
           region_code, facts, created_at, updated_at)
         values ($1, $2, $3, $4, $5, '', '洪应急列严〔2025〕2号', '2025-02-17', $6, $7, '{"act":"未按规定开展隐患排查"}', $8, $8)`,
        [
          subjectKey,
          recordId,
          matterKey,
          how.outside ? 'penalty' : 'serious-list',
          recordId,
          unit.name,
          unit.regionCode,
          now,
        ],
      );
      await recordApplication(
        tx,
        {
          subjectKey,
          applicationId,
          number,
          requestId: v7(now),
          channel: item.channel,
          windowUnitId: item.windowUnitId,
          form: filled,
          items: [{ recordId, extra: {}, materials: [{ key: 'duties-proof', attachmentIds: [v7(now)] }] }],
          commitment: {
            agreed: true,
            signature: { way: how.path ? 'drawn' : 'typed', name: '某某某', ...(how.path ? { path: how.path } : {}) },
          },
          digest: '0'.repeat(64),
          visit: null,
          on: clock.today(),
          at: now,
          by: { kind: 'officer', id: 'demo', name: '某某' },
        },
        [item],
      );
      await recordItems(tx, [item], { subjectName: filled.name, docNumbers: new Map() }, now);
      await write(tx, item, event, chainStart);
    });
    return { subjectKey, applicationId, itemId, number: `${number}-01` };
  }

  async function write(tx: Tx, item: Item, event: ItemEvent, prevHash: string): Promise<void> {
    const actor = { kind: 'officer', id: 'demo', name: '某某' } as const;
    await recordEvents(tx, [{ item, event, actor, at: clock.now(), requestId: null, prevHash }]);
  }

  /** Writes the next event of an item; returns its version. */
  async function happen<T extends ItemEvent['type']>(
    it: Lodged,
    type: T,
    payload: EventOf<T>['payload'],
  ): Promise<number> {
    return all(async (tx) => {
      const rows = await tx.run<{ fold: Item }>('select fold from item where subject_key = $1 and item_id = $2', [
        it.subjectKey,
        it.itemId,
      ]);
      const before = rows[0]!.fold;
      const last = await findEvent(tx, it.subjectKey, it.itemId, before.version);
      const event = { type, on: clock.today(), cites: ['ndrc36:16'], payload } as unknown as ItemEvent;
      const item = evolve(before, event);
      await write(tx, item, event, last!.hash);
      await updateItem(tx, item, clock.now());
      return item.version;
    });
  }

  /** Jobs written so far for a subject, oldest first. */
  const jobs = (subjectKey: string, task?: string) =>
    all((tx) =>
      tx.run<{ task: string; payload: { subjectKey: string }; run_at: string }>(
        `select task, payload, run_at from outbox where subject_key = $1 and ($2::text is null or task = $2) order by outbox_id`,
        [subjectKey, task ?? null],
      ),
    );

  return {
    services,
    clock,
    all,
    lodge,
    happen,
    jobs,
    /** Starts a clock as casework does. */
    clockOf: (kind: 'acceptance' | 'decision' | 'correction' | 'effects', days: number) =>
      startClock(announcedCalendar, kind, clock.today(), days, ['ndrc36:16']),
    /** Runs every job of one task that a subject has, as the worker would. */
    async work(tasks: readonly Task[], name: string, subjectKey: string): Promise<void> {
      const task = tasks.find((one) => one.name === name)!;
      for (const job of await jobs(subjectKey, name)) await task.run(job.payload);
    },
    async close() {
      await db.close();
      await database.drop();
    },
  };
}

export type SmallWorld = Awaited<ReturnType<typeof openSmallWorld>>;

function submitted(it: {
  applicationId: string;
  recordId: string;
  number: string;
  matterKey: string;
  unit: Unit;
  how: { atWindow?: boolean; outside?: boolean };
  on: PlainDate;
}): EventOf<'submitted'> {
  const matter = findMatter(catalog, it.matterKey, it.on)!;
  const limits: Limits = { ...matter.limits, cites: matter.limitCites };
  return {
    type: 'submitted',
    on: it.on,
    cites: [],
    payload: {
      applicationId: it.applicationId,
      recordId: it.recordId,
      number: `${it.number}-01`,
      matterKey: it.matterKey,
      matterVersion: matter.version,
      unitId: it.unit.unitId,
      regionCode: it.unit.regionCode,
      windowUnitId: it.how.atWindow ? window.unitId : null,
      channel: it.how.atWindow ? 'window' : 'online',
      receiver: matter.receiver,
      decider: matter.decider,
      limits,
    },
  };
}

/** Payload of a grant with every condition of the matter found met. */
export function grantPayload(docNumber: string): EventOf<'granted'>['payload'] {
  const matter = findMatter(catalog, deskMatter, '2026-05-06')!;
  return {
    docNumber,
    findings: matter.conditions.map(({ key, text }) => ({ key, text, met: true, evidence: '现场核查记录' })),
    note: '同意修复',
    clocks: [],
    effects: [...effectKinds],
  };
}
