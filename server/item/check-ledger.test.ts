import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { checkLedger } from './check-ledger.ts';

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

test('refolding gives every item as it stands', async () => {
  expect(await checkLedger(world.database.appUrl)).toEqual({ items: 2, faults: [] });
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
