import pg from 'pg';
import { dueKey, lists, type QueueList } from '#server/casework/queue-lists.ts';
import { itemSummaryColumns, itemSummaryFrom } from '#server/item/item-view.ts';
import { type BenchPlatform, openSession, percentile } from './bench-platform.ts';
import { fill, unit } from './reads.ts';

const me = `officer-bench-1`;

/** Gives the open items of the unit holders (a third nobody), states and due days on both sides of today. */
async function shareOut({ owner }: BenchPlatform): Promise<void> {
  await owner.query(
    `update item set assignee = case when n % 3 = 0 then null else 'officer-bench-' || n % 12 end,
       state = case when n % 10 = 0 then 'correcting' when n % 10 < 5 then 'accepted' else 'lodged' end,
       due_on = current_date - 5 + n % 25, sign_off = case when n % 200 = 0 then 'review' end
     from (select subject_key s, item_id i, row_number() over (order by item_id)::int n from item where unit_id = $1 and closed_at is null) as numbered
     where subject_key = s and item_id = i`,
    [unit],
  );
  await owner.query(
    `update item set unit_id = $1 where closed_at is not null and substr(item_id::text, 1, 1) in ('0', '1', '2')`,
    [unit],
  );
  await owner.query(
    'insert into item_number (number, subject_key, application_id, item_id) select number, subject_key, application_id, item_id from item',
  );
  await owner.query('vacuum analyze');
}

/** Which way the database takes to a page of a list, under the row policies, and how long it is on it. */
async function planOf(app: pg.Client, list: QueueList, more = ''): Promise<string> {
  const order = list === 'closed' ? 'i.opened_at desc, i.item_id desc' : `${dueKey}, i.item_id`;
  const page = `(select i.* from item i where i.unit_id = '${unit}' and ${lists[list]}${more} order by ${order} limit 51)`;
  const sql =
    `explain (analyze, format json) select ${itemSummaryColumns} from ${page} ${itemSummaryFrom.replace('item i', 'i')} order by ${order}`
      .replaceAll('$2::date', 'current_date')
      .replaceAll('$3::date', '(current_date + 2)')
      .replaceAll('$4::text[]', `array['${me}']`);
  await app.query(`begin; set local app.sees = 'unit'; set local app.unit = '${unit}'`);
  const { rows } = await app.query(sql);
  await app.query('rollback');
  const plan = rows[0]['QUERY PLAN'][0];
  const used = new Set(
    [...JSON.stringify(plan).matchAll(/"Index Name":"(\w+)"|"Node Type":"(Seq Scan|Sort)"/g)].map((m) => m[1] ?? m[2]),
  );
  return `${plan['Execution Time'].toFixed(1)} ms by ${[...used].join(', ')}`;
}

/** One after the other: what a person waits who searches. */
async function inTurn(url: string, cookie: string): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const began = performance.now();
    await (await fetch(url, { headers: { cookie } })).arrayBuffer();
    took.push(performance.now() - began);
  }
  return took;
}

const searches: readonly (readonly [string, string])[] = [
  ['part of a name', 'q=业1234'],
  ['part of a document number', 'q=20259号'],
  ['a number', 'q=JXXFBENCH77-01'],
  ['holder and days', 'holder=officer-bench-5&receivedFrom=2026-11-01&dueTo=2027-12-31'],
];

/** Every list of a unit with ten thousand open items among two hundred thousand: over HTTP one after the other, and the plan behind it. */
export async function benchQueue(platform: BenchPlatform, { total = 200_000, open = 10_000 } = {}): Promise<string[]> {
  await fill(platform, total, open);
  await shareOut(platform);
  const server = await platform.startServer();
  const app = new pg.Client({ connectionString: platform.appUrl });
  await app.connect();
  const lines: string[] = [];
  try {
    const cookie = await openSession(platform.owner, 'officer', {
      officerId: me,
      name: '示例经办',
      unitId: unit,
      roles: ['officer'],
    });
    const queue = `${server.url}/api/v1/office/queue`;
    const told = (what: string, took: readonly number[]) =>
      `${what}: p50 ${percentile(took, 0.5).toFixed(1)} ms, p95 ${percentile(took, 0.95).toFixed(1)} ms`;
    await inTurn(`${queue}?list=todo`, cookie);
    const todo = await inTurn(`${queue}?list=todo`, cookie);
    for (const list of Object.keys(lists) as QueueList[]) {
      const took = list === 'todo' ? todo : await inTurn(`${queue}?list=${list}`, cookie);
      const ratio = percentile(took, 0.5) / percentile(todo, 0.5);
      lines.push(`${told(`list ${list}`, took)}, ${ratio.toFixed(2)} times todo; page ${await planOf(app, list)}`);
    }
    for (const [what, search] of searches)
      lines.push(told(`todo by ${what}`, await inTurn(`${queue}?list=todo&${encodeURI(search)}`, cookie)));
    lines.push(told('team page', await inTurn(`${server.url}/api/v1/office/team`, cookie)));
    return [`${total} items, ${open} open in the unit, 40 requests one after the other each`, ...lines];
  } finally {
    await app.end();
    await server.stop();
  }
}
