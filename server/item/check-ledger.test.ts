import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chainStart } from '../platform/chain-hash.ts';
import { openWorld, type World } from '../testing/world.ts';
import { type CheckedRow, hashed } from './check-item.ts';
import { checkLedger } from './check-ledger.ts';
import { hashRow, hashRowBefore } from './entry-hash.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const recordIds = [
    await world.record(subjectKey),
    await world.record(subjectKey, { matterKey: 'culture-tourism', unitId: 'culture-360100' }),
  ];
  await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, await world.application(subjectKey, recordIds));
  await world.work();
});
afterAll(() => world.end());

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function rowsOf(unitId: string): Promise<CheckedRow[]> {
  return world.services.db.read({ sees: 'all' }, (tx) =>
    tx.run<CheckedRow>('select * from item_event where unit_id = $1 order by version', [unitId]),
  );
}

/** The chain as it would stand had the first `old` rows been written before SM3. */
async function rehash(rows: readonly CheckedRow[], old: number): Promise<void> {
  let prevHash = chainStart;
  for (const row of rows) {
    const said = { ...hashed(row), prevHash };
    const hash = row.version <= old ? hashRowBefore(said) : hashRow(said);
    await asOwner(`update item_event set hash = '${hash}', prev_hash = '${prevHash}'
      where item_id = '${row.item_id}' and version = ${row.version}`);
    prevHash = hash;
  }
}

test('refolding gives every item as it stands', async () => {
  expect(await checkLedger(world.database.appUrl)).toMatchObject({ items: 2, entries: 4, heads: [], faults: [] });
});

test('rows hashed with SHA-256 stay verifiable; the chain passes on to SM3, and never back', async () => {
  const before = await rowsOf('culture-360100');
  await rehash(before, 1);
  expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
  await rehash(before, 2);
  expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
  for (const row of before)
    await asOwner(`update item_event set hash = '${row.hash}', prev_hash = '${row.prev_hash}'
      where item_id = '${row.item_id}' and version = ${row.version}`);
  await asOwner(`update item_event set hash = '${'0'.repeat(64)}' where unit_id = 'culture-360100' and version = 2`);
  expect((await checkLedger(world.database.appUrl)).faults.join()).toContain('第 2 版的摘要退回了旧算法');
  await asOwner(`update item_event set hash = '${before[1]!.hash}' where unit_id = 'culture-360100' and version = 2`);
});

test('a row changed behind the application is found, and so is a fold', async () => {
  await asOwner(
    `update item_event set payload = jsonb_set(payload, '{receiptNo}', '"别的回执"') where type = 'registered' and unit_id = 'culture-360100'`,
  );
  await asOwner(`update item set fold = jsonb_set(fold, '{extended}', 'true') where unit_id = 'emergency-360100'`);
  const { faults } = await checkLedger(world.database.appUrl);
  expect(faults).toHaveLength(2);
  expect(faults.join()).toContain('内容与摘要不符');
  expect(faults.join()).toContain('与台账推出的不一致');
});

test('a column that lists are found by is held against the fold too', async () => {
  const before = (await checkLedger(world.database.appUrl)).faults.length;
  await asOwner(`update item set state = 'completed', due_on = due_on + 1 where unit_id = 'culture-360100'`);
  const { faults } = await checkLedger(world.database.appUrl);
  expect(faults).toHaveLength(before + 1);
  expect(faults.join()).toContain('办件的列 state、due_on 与台账推出的不一致');
});
