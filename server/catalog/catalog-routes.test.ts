import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as calendarContract from '#contract/calendar.ts';
import type * as catalogContract from '#contract/catalog.ts';
import type { ReplyOf } from '#contract/endpoint.ts';
import type * as guideContract from '#contract/guide.ts';
import { demoAccounts, primaryDemoAccounts } from '../access/demo-accounts.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { fixedClock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import { bareServices } from '../testing/bare-services.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { catalogRoutes } from './catalog-routes.ts';
import { seedCatalog } from './seed-catalog.ts';

let held: TestDatabase;
let db: Database;
let services: Services;
const clock = fixedClock('2026-11-23');

beforeAll(async () => {
  held = await createTestDatabase({ seeded: false });
  await seedCatalog(held.ownerUrl, { demo: true });
  db = openDatabase(held.appUrl, { max: 4, onError: () => {} });
  services = bareServices(db, clock, { ttlMs: 0 });
});
afterAll(async () => {
  await db?.close();
  await held?.drop();
});
beforeEach(() => clock.moveTo('2026-11-23'));

async function ask<R>(
  name: string,
  call: { params?: object; query?: object; body?: object; actor?: Actor } = {},
): Promise<R> {
  const found = catalogRoutes(services).find((one) => one.endpoint.name === name)!;
  const given = { params: {}, query: {}, body: undefined, actor: { kind: 'guest' }, ...call };
  return (await found.handle(given as never)) as R;
}
type Contract = typeof calendarContract & typeof catalogContract & typeof guideContract;
type Answer<K extends keyof Contract> = ReplyOf<Contract[K]>;
type Refused = { refused: true; kind: string; code: string; text: string };

describe('the seed', () => {
  test('writes the whole catalogue once and nothing the second time', async () => {
    const counts = await withClient(held.ownerUrl, async (client) => {
      const { rows } =
        await client.query(`select (select count(*) from region)::int as regions, (select count(*) from unit where kind = 'window')::int as windows,
        (select count(*) from matter_version)::int as matters, (select count(*) from officer)::int as officers`);
      return rows[0];
    });
    expect(counts).toEqual({ regions: 113, windows: 113, matters: 14, officers: demoAccounts.length });
    expect(await seedCatalog(held.ownerUrl, { demo: true })).toEqual({ regions: 0, units: 0, matters: 0, accounts: 0 });
  });

  test('leaves units alone that people edited, and writes anew what the release changed', async () => {
    await withClient(held.ownerUrl, async (client) => {
      await client.query(`update unit set phone = '0791-00000000' where unit_id = 'tax-360100'`);
      await client.query(`update catalog_seed set digest = 'older' where part in ('units', 'matter:tax-serious')`);
      await client.query(`update matter_version set name = '旧读法' where matter_key = 'tax-serious'`);
      expect(await seedCatalog(held.ownerUrl)).toMatchObject({ units: 0, matters: 1 });
      const { rows } = await client.query(`select phone from unit where unit_id = 'tax-360100'`);
      expect(rows[0].phone).toBe('0791-00000000');
      const versions = await client.query(`select version, name from matter_version where matter_key = 'tax-serious'`);
      expect(versions.rows).toEqual([{ version: 1, name: '重大税收违法失信主体名单' }]);
    });
  });

  test('every demo account stands at a unit of the catalogue and its password verifies; without demo there is none', async () => {
    const { units } = await services.catalog();
    for (const one of demoAccounts) expect(units.has(one.unitId), one.unitId).toBe(true);
    expect(new Set(demoAccounts.map((one) => one.login)).size).toBe(demoAccounts.length);
    expect(primaryDemoAccounts.length).toBeGreaterThanOrEqual(8);
    await withClient(held.ownerUrl, async (client) => {
      const { rows } = await client.query(`select password_hash from officer where login = 'tax-360100'`);
      expect(await verify(rows[0].password_hash, 'demo-2026')).toBe(true);
      expect(await verify(rows[0].password_hash, 'demo-2027')).toBe(false);
    });
    const bare = await createTestDatabase({ seeded: false });
    expect(await seedCatalog(bare.ownerUrl)).toMatchObject({ regions: 113, matters: 14, accounts: 0 });
    await bare.drop();
  });
});

describe('questions', () => {
  test('the 14 matters stand in the order of 附件3, with their limits and clauses', async () => {
    const { matters } = await ask<Answer<'listMatters'>>('listMatters');
    expect(matters.map((one) => one.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    const tax = matters.find((one) => one.matterKey === 'tax-serious')!;
    expect(tax.limits).toEqual({ accept: 3, decide: 7, extend: 10, total: 10, effects: 5 });
    expect(matters.filter((one) => one.decider === 'outside').map((one) => one.position)).toEqual([1, 2, 3, 5]);
  });

  test('a matter is not listed before the law it rests on', async () => {
    const found = await ask<Refused>('getMatter', {
      params: { matterKey: 'tax-serious' },
      query: { on: '2026-03-31' },
    });
    expect(found).toMatchObject({
      refused: true,
      kind: 'not-found',
      text: '2026年3月31日的目录中没有事项“tax-serious”。',
    });
    expect(await ask('getMatter', { params: { matterKey: 'tax-serious' }, query: { on: '2026-04-01' } })).toMatchObject(
      { version: 1 },
    );
    expect(await ask<Refused>('listMatters', { query: { on: '2026-02-30' } })).toMatchObject({ kind: 'invalid' });
  });

  test('the guide of every matter has all its parts, each sentence with a readable citation', async () => {
    for (const { matterKey } of (await ask<Answer<'listMatters'>>('listMatters')).matters) {
      const guide = await ask<Answer<'getGuide'>>('getGuide', { params: { matterKey }, query: { region: '360102' } });
      expect(guide.doors).toHaveLength(4);
      expect(guide.steps.length).toBeGreaterThanOrEqual(4);
      expect(guide.periods.length, matterKey).toBeGreaterThan(0);
      expect(guide.units.length).toBeGreaterThan(0);
      for (const one of [...guide.who, ...guide.conditions, ...guide.periods, ...guide.remedies, guide.fee])
        for (const cite of one.cites) expect(cite.text).toMatch(/^《.+》/);
      for (const step of guide.steps)
        if (step.limit) expect(step.cites.length, matterKey + step.title).toBeGreaterThan(0);
    }
  });

  test('the guide names the unit of the region; the court has no step of acceptance', async () => {
    const tax = await ask<Answer<'getGuide'>>('getGuide', {
      params: { matterKey: 'tax-serious' },
      query: { region: '360781' },
    });
    expect(tax.units.map((one) => one.name)).toEqual(['国家税务总局瑞金市税务局']);
    const court = await ask<Answer<'getGuide'>>('getGuide', { params: { matterKey: 'judgment-defaulter' } });
    expect(court.steps.map((one) => one.title)).toEqual(['申请', '转送执行法院', '法院审查', '删除失信信息']);
    expect(court.units.map((one) => one.name)).toEqual(['江西省高级人民法院']);
    expect(await ask('getGuide', { params: { matterKey: 'tax-serious' }, query: { region: '440300' } })).toMatchObject({
      code: 'no-such-region',
    });
  });

  test('units by region, field and kind', async () => {
    const windows = await ask<Answer<'listUnits'>>('listUnits', { query: { region: '369900', kind: 'window' } });
    expect(windows.units.map((one) => one.name)).toEqual(['赣江新区政务服务中心综合窗口']);
    expect((await ask<Answer<'listUnits'>>('listUnits', { query: { sector: 'customs' } })).units).toHaveLength(1);
    expect((await ask<Answer<'listRegions'>>('listRegions')).regions).toHaveLength(113);
  });

  test('working days: weekend and make-up day explained, edits of the calendar counted, a year without notice provisional', async () => {
    const count = await ask<Answer<'countWorkingDays'>>('countWorkingDays', { query: { from: '2026-09-18', add: 3 } });
    expect(count).toMatchObject({ date: '2026-09-22', provisional: false });
    expect(count.steps.find((step) => step.date === '2026-09-20')?.why).toContain('调休上班');
    await withClient(held.ownerUrl, (client) =>
      client.query(
        `insert into catalog_change (change_id, kind, target, effective_on, basis, content, state, filed_on, filed_by_id, filed_by, filed_unit,
           filed_at, decided_by_id, decided_by, decided_at)
         values (gen_random_uuid(), 'calendar-day', '2026-09-22', '2026-09-21', '示例依据',
           '{"kind": "rest", "why": "防汛停工（赣府厅明电〔2026〕示例号）"}', 'approved', '2026-09-21', 'k', '某某', 'ndrc-360000', now(), 'l', '某某', now())`,
      ),
    );
    const moved = await ask<Answer<'countWorkingDays'>>('countWorkingDays', { query: { from: '2026-09-18', add: 3 } });
    expect(moved.date).toBe('2026-09-23');
    expect(await ask('countWorkingDays', { query: { from: '2026-12-30', add: 3 } })).toMatchObject({
      provisional: true,
    });
    expect(await ask('countWorkingDays', { query: { from: '2026-13-01', add: 3 } })).toMatchObject({ kind: 'invalid' });
  });

  test('an unknown citation is not found', async () => {
    expect(await ask('getLawArticle', { params: { citation: 'nothing:1' } })).toMatchObject({ kind: 'not-found' });
  });
});
