import { randomUUID } from 'node:crypto';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { startClock } from '#domain/item/clocks.ts';
import type { ItemEvent } from '#domain/item/events.ts';
import { begin, evolve } from '#domain/item/evolve.ts';
import { openCatalog } from '#server/catalog/catalog-store.ts';
import { recordItems } from '#server/intake/intake-store.ts';
import { checkLedger } from '#server/item/check-ledger.ts';
import { recordEvents, updateItem } from '#server/item/ledger.ts';
import { chainStart } from '#server/platform/chain-hash.ts';
import { systemClock } from '#server/platform/clock.ts';
import { openDatabase, type Tx } from '#server/platform/database.ts';
import { atOnce, type BenchPlatform, openSession } from './bench-platform.ts';

const unit = 'emergency-360100';
const platformActor = { kind: 'platform', id: 'bench', name: '平台' } as const;

interface Waiting {
  readonly itemId: string;
  readonly subjectKey: string;
  readonly version: number;
  readonly state: string;
}

/** What the officers were answered: what was done, what had already been done by somebody else. */
interface Answers {
  done: number;
  told: number;
  repeated: number;
}

/**
 * 20 officers in parallel on one queue of 1 000 items, with double clicks and stale pages; first one officer alone on 100 as the peer.
 * Afterwards: each item accepted and decided once, every 200 stands in the ledger, numbers without gaps or repeats, the ledger whole.
 */
export async function benchOfficers(platform: BenchPlatform): Promise<string[]> {
  const db = openDatabase(platform.appUrl, { max: 4, onError: () => {} });
  const catalog = await openCatalog(db, { ttlMs: 60_000 })();
  const server = await platform.startServer();
  try {
    const cookies: string[] = [];
    for (let index = 0; index < 20; index += 1)
      cookies.push(
        await openSession(platform.owner, 'officer', {
          officerId: `bench-${index}`,
          name: `示例经办${index}`,
          unitId: unit,
          roles: ['officer'],
        }),
      );
    await db.read({ sees: 'all' }, (tx) => fill(tx, catalog, 100));
    const alone = await clear(server.url, cookies.slice(0, 1));
    await db.read({ sees: 'all' }, (tx) => fill(tx, catalog, 1000));
    const together = await clear(server.url, cookies);
    const answers = { done: alone.done + together.done, told: together.told, repeated: together.repeated };
    await prove(platform, 1100, answers.done);
    return [
      `20 officers on one queue of 1 000 items: ${together.acts.toFixed(0)} acts/s, ${(together.acts / alone.acts).toFixed(2)} times one officer alone (${alone.acts.toFixed(0)}/s); ${answers.repeated} double clicks answered as one, ${answers.told} told that somebody was faster`,
      'each of 1 100 items accepted once and decided once; numbers 1 to the last without a gap; ledger whole',
    ];
  } finally {
    await server.stop();
    await db.close();
  }
}

/** Items as they stand once 信用中国 has registered them, each with its subject, record, application and ledger. */
async function fill(tx: Tx, catalog: Catalog, count: number): Promise<void> {
  const now = new Date();
  const today = systemClock().today();
  const limits = {
    accept: 3,
    decide: 7,
    extend: 10,
    total: 10,
    effects: null,
    cites: { accept: ['ndrc36:16'], decide: ['ndrc36:16'], extend: ['ndrc36:16'], total: ['ndrc36:16'], effects: [] },
  };
  for (let n = 0; n < count; n += 1) {
    const [subjectKey, recordId, applicationId, itemId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const number = `JXXFB${subjectKey.slice(0, 8)}-01`;
    const name = `示例企业${subjectKey.slice(0, 8)}`;
    await tx.run(
      `insert into subject (subject_key, kind, name, identifier, created_at, updated_at) values ($1, 'organisation', $2, $3, $4, $4)`,
      [subjectKey, name, subjectKey, now],
    );
    await tx.run(
      `insert into record (subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, published_date, organ_name, unit_id, region_code, facts, duties_performed, created_at, updated_at)
       values ($1, $2, 'work-safety', 'serious-list', 'k', 'd', $3, '2024-03-01', '2024-03-10', '南昌市应急管理局', $4, '360100', '{"penalties":[],"act":"示例事由"}', true, $5, $5)`,
      [subjectKey, recordId, `示例〔2024〕${n}号`, unit, now],
    );
    await tx.run(
      `insert into application (subject_key, application_id, number, request_id, channel, unit_ids, region_path, form, items, commitment, submitted_on, submitted_at, submitted_by)
       values ($1, $2, $3, gen_random_uuid(), 'online', array[$4], array['36','3601'], $5, '[]', '{}', $6, $7, '{}')`,
      [subjectKey, applicationId, number.slice(0, -3), unit, JSON.stringify({ name, facts: '已改正' }), today, now],
    );
    const submitted: ItemEvent = {
      type: 'submitted',
      on: today,
      cites: [],
      payload: {
        applicationId,
        recordId,
        number,
        matterKey: 'work-safety',
        matterVersion: 1,
        unitId: unit,
        regionCode: '360100',
        windowUnitId: null,
        channel: 'online',
        receiver: 'credit-china',
        decider: 'our-desk',
        limits,
      },
    };
    const registered: ItemEvent = {
      type: 'registered',
      on: today,
      cites: ['ndrc36:13'],
      payload: {
        system: 'credit-china',
        receiptNo: `B${n}`,
        receivedOn: today,
        clocks: [startClock(catalog.calendar, 'acceptance', today, 3, ['ndrc36:16'])],
      },
    };
    const fresh = begin({ subjectKey, itemId }, submitted);
    const lodged = evolve(fresh, registered);
    await recordItems(tx, [fresh], { subjectName: name, docNumbers: new Map() }, now);
    const row = { actor: platformActor, at: now, requestId: null };
    await recordEvents(tx, [{ ...row, item: fresh, event: submitted, prevHash: chainStart }]);
    const [first] = await tx.run<{ hash: string }>('select hash from item_event where subject_key = $1', [subjectKey]);
    await recordEvents(tx, [{ ...row, item: lodged, event: registered, prevHash: first!.hash }]);
    await updateItem(tx, lodged, now);
  }
}

/** The officers work the queue until nothing is left: each from a page that others change under his hands, every click a double one. */
async function clear(url: string, cookies: readonly string[]): Promise<Answers & { acts: number }> {
  const answers: Answers = { done: 0, told: 0, repeated: 0 };
  const began = performance.now();
  await atOnce(cookies.length, cookies.length, async (index) => {
    for (;;) {
      const own = await queue(url, cookies[index]!, 'mine');
      const free = await queue(url, cookies[index]!, 'unassigned');
      if (own.length + free.length === 0) return;
      // A page of fifty is worked through from the place where one happens to begin, so that officers meet.
      const from = Math.floor((index * free.length) / cookies.length);
      for (const item of [...own, ...[...free.slice(from), ...free.slice(0, from)].slice(0, 10)])
        await decide(url, cookies[index]!, item, answers);
    }
  });
  return { ...answers, acts: answers.done / ((performance.now() - began) / 1000) };
}

/** 我的 or 待分派: whoever accepts an item has it in hand from then on, and nobody else decides it. */
async function queue(url: string, cookie: string, list: 'mine' | 'unassigned'): Promise<Waiting[]> {
  const reply = await fetch(`${url}/api/v1/office/queue?list=${list}`, { headers: { cookie } });
  return ((await reply.json()) as { items: Waiting[] }).items.filter((one) =>
    ['lodged', 'accepted'].includes(one.state),
  );
}

async function decide(url: string, cookie: string, item: Waiting, answers: Answers): Promise<void> {
  const reasons = [{ code: 'other', text: '示例理由：整改没有完成' }];
  const [verb, content] = item.state === 'lodged' ? ['accept', {}] : ['refuse', { findings: [], reasons }];
  const body = JSON.stringify({ requestId: randomUUID(), version: item.version, ...content });
  const click = async () => {
    const reply = await fetch(`${url}/api/v1/subjects/${item.subjectKey}/items/${item.itemId}/${verb}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body,
    });
    await reply.arrayBuffer();
    return reply.status;
  };
  const statuses = await Promise.all([click(), click()]);
  const good = statuses.filter((status) => status === 200).length;
  // 409: somebody was faster; 403: and has it in hand.
  if (statuses.some((status) => ![200, 403, 409].includes(status))) throw new Error(`${verb}: ${statuses.join(', ')}`);
  if (good === 1) throw new Error(`${verb}: one click of two was answered ${statuses.join(', ')}`);
  if (good === 2) {
    answers.done += 1;
    answers.repeated += 1;
  } else answers.told += 1;
}

/** Reads the database as it was left; whatever does not hold fails the run. */
async function prove({ owner, ownerUrl }: BenchPlatform, items: number, done: number): Promise<void> {
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(what);
  };
  const { rows } = await owner.query<{ type: string; n: number; per: number }>(
    `select type, count(*)::int n, count(distinct item_id)::int per from item_event where type in ('accepted', 'refused') group by type`,
  );
  for (const { type, n, per } of rows)
    must(n === items && per === items, `${type}: ${n} entries for ${per} of ${items} items`);
  must(rows.length === 2, 'an act is missing');
  must(done === items * 2, `${done} acts were answered as done, ${items * 2} stand in the ledger`);
  const numbers = await owner.query<{ n: number }>(
    `select (regexp_match(payload->>'docNumber', '(\\d+)号$'))[1]::int n from item_event where type = 'refused' order by 1`,
  );
  must(
    numbers.rows.every(({ n }, index) => n === index + 1),
    'a number is missing or stands twice',
  );
  const { faults } = await checkLedger(ownerUrl);
  must(faults.length === 0, faults[0] ?? '');
}
