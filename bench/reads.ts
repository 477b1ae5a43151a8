import { randomUUID } from 'node:crypto';
import { begin } from '#domain/item/evolve.ts';
import { atOnce, type BenchPlatform, openSession, percentile } from './bench-platform.ts';

/** The unit whose desk is measured. */
export const unit = 'emergency-360100';
const perSecond = 50;
const seconds = 12;

/** So many items, the first of them open in one unit, each with its record, application and two ledger rows. */
export async function fill({ owner }: BenchPlatform, total: number, open = total / 10): Promise<void> {
  const limits = {
    accept: 3,
    decide: 7,
    extend: 10,
    total: 10,
    effects: null,
    cites: { accept: [], decide: [], extend: [], total: [], effects: [] },
  };
  const fold = begin(
    { subjectKey: randomUUID(), itemId: randomUUID() },
    {
      type: 'submitted',
      on: '2026-11-16',
      cites: [],
      payload: {
        applicationId: '',
        recordId: '',
        number: '',
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
    },
  );
  const lodged = JSON.stringify({
    ...fold,
    state: 'lodged',
    version: 2,
    clocks: {
      acceptance: {
        kind: 'acceptance',
        start: '2026-11-20',
        days: 3,
        due: '2026-11-25',
        provisional: false,
        cites: ['ndrc36:16'],
      },
    },
  });
  await owner.query('begin');
  await owner.query(
    `create temp table seed on commit drop as select n, gen_random_uuid() s, gen_random_uuid() a, gen_random_uuid() r, gen_random_uuid() i, n <= ${open} as open from generate_series(1, ${total}) n`,
  );
  await owner.query(
    `insert into subject (subject_key, kind, name, identifier, created_at, updated_at) select s, 'organisation', '示例企业' || n, 'BENCH' || n, now(), now() from seed`,
  );
  await owner.query(`insert into record (subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, published_date, organ_name, unit_id, region_code, facts, duties_performed, created_at, updated_at)
    select s, r, 'work-safety', 'serious-list', 'k', 'd', '示例〔2025〕' || n || '号', '2025-03-01', '2025-03-10', '南昌市应急管理局', '${unit}', '360100', '{"penalties":[],"act":"示例事由"}', true, now(), now() from seed`);
  await owner.query(
    `insert into application (subject_key, application_id, number, request_id, channel, unit_ids, region_path, form, items, commitment, submitted_on, submitted_at, submitted_by)
    select s, a, 'JXXFBENCH' || n, gen_random_uuid(), 'online', array['${unit}'], array['36','3601'], $1, '[]', '{}', '2026-11-16', now(), '{}' from seed`,
    [
      {
        subjectKind: 'organisation',
        name: '示例企业',
        identifier: 'BENCH',
        address: '示例路1号',
        phone: '13900000001',
        registryOrgan: '',
        legalRep: '示例甲',
        facts: '已改正',
      },
    ],
  );
  await owner.query(
    `insert into item (subject_key, item_id, application_id, record_id, number, matter_key, unit_id, region_code, channel, subject_name, doc_number, state, version, due_on, due_clock, acceptance_due, fold, opened_on, opened_at, closed_at, outcome)
     select s, i, a, r, 'JXXFBENCH' || n || '-01', 'work-safety', case when open then '${unit}' else 'emergency-36' || lpad((2 + n % 10)::text, 2, '0') || '00' end, '360100', 'online', '示例企业' || n, '示例〔2025〕' || n || '号',
       case when open then 'lodged' else 'completed' end, 2, date '2026-11-20' + (n % 20), 'acceptance', date '2026-11-20' + (n % 20), $1, '2026-11-16', timestamptz '2026-11-16' + n * interval '1 second', case when open then null else now() end, case when open then null else 'granted' end from seed`,
    [lodged],
  );
  await owner.query(`insert into item_event (subject_key, item_id, version, type, payload, actor, unit_id, region_code, day, at, cites, prev_hash, hash)
    select s, i, v, case v when 1 then 'submitted' else 'registered' end, '{"receiptNo":"示例","clocks":[]}', '{"kind":"platform","id":"p","name":"平台"}', '${unit}', '360100', '2026-11-16', now(), '{}', repeat('0', 64), repeat('0', 64) from seed, (values (1), (2)) as versions(v)`);
  await owner.query('commit');
  await owner.query('vacuum analyze');
}

/** Requests at a steady rate, whatever the answers take: waiting in line counts. */
export async function steady(urls: readonly string[], cookie: string, during = seconds): Promise<number[]> {
  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: perSecond * during }, async (_, index) => {
      const at = (index * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, at));
      const reply = await fetch(urls[index % urls.length]!, { headers: { cookie } });
      await reply.arrayBuffer();
      if (reply.status !== 200) throw new Error(`${reply.status} ${urls[index % urls.length]}`);
      took.push(performance.now() - began - at);
    }),
  );
  return took;
}

const line = (what: string, took: readonly number[]) =>
  `${what}: p50 ${percentile(took, 0.5).toFixed(1)} ms, p95 ${percentile(took, 0.95).toFixed(1)} ms, p99 ${percentile(took, 0.99).toFixed(1)} ms (${perSecond}/s for ${seconds} s)`;

/** The officer's queue and the item page with 100 000 items, 10 000 of them open in one unit. */
export async function benchReads(platform: BenchPlatform, { total = 100_000 } = {}): Promise<string[]> {
  await fill(platform, total);
  const server = await platform.startServer();
  try {
    const cookie = await openSession(platform.owner, 'officer', {
      officerId: 'bench',
      name: '示例经办',
      unitId: unit,
      roles: ['officer'],
    });
    const items = (
      await platform.owner.query<{ s: string; i: string }>(
        `select subject_key s, item_id i from item where unit_id = $1 and closed_at is null order by random() limit 300`,
        [unit],
      )
    ).rows;
    const pages = items.map((row) => `${server.url}/api/v1/subjects/${row.s}/items/${row.i}`);
    const queue = [`${server.url}/api/v1/office/queue`];
    await atOnce(
      100,
      2,
      async (index) =>
        void (await (await fetch([...queue, ...pages][index % 2]!, { headers: { cookie } })).arrayBuffer()),
    );
    return [
      line(`queue list, ${total} items, ${total / 10} open in the unit`, await steady(queue, cookie)),
      line(`item page, ${total} items`, await steady(pages, cookie)),
    ];
  } finally {
    await server.stop();
  }
}
