import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '#server/testing/world.ts';

let world: World;
let app: pg.Client;
let keys: { subject: string; other: string; item: string };

beforeAll(async () => {
  world = await openWorld();
  const subject = await world.subject();
  const other = await world.subject();
  const item = { subject: '', other: '' };
  for (const [name, key] of [
    ['subject', subject],
    ['other', other],
  ] as const) {
    const applicant = await world.applicant(key);
    const recordId = await world.record(
      key,
      name === 'other' ? { unitId: 'culture-360700', regionCode: '360700', matterKey: 'culture-tourism' } : {},
    );
    const submitted = await applicant.post(
      `/api/v1/subjects/${key}/applications`,
      await world.application(key, [recordId]),
    );
    item[name] = submitted.body.items[0].itemId;
  }
  keys = { subject, other, item: item.subject };
  app = new pg.Client({ connectionString: world.database.appUrl });
  app.on('error', () => {});
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await world.end();
});

async function under<T>(settings: Record<string, string>, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    for (const [name, value] of Object.entries(settings))
      await app.query(`set local app.${name} = ${pg.escapeLiteral(value)}`);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

const count = async (table: string) =>
  (await app.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]!.n;
const guarded = ['record', 'application', 'item', 'item_event', 'attachment'];

describe('the application role', () => {
  test.each([
    ['update', 'update item_event set payload = payload'],
    ['delete', 'delete from item_event'],
    ['truncate', 'truncate item_event'],
    ['delete of items', 'delete from item'],
    ['delete of records', 'delete from record'],
    ['rewriting the access log', 'delete from access_log'],
    ['disabling the policies', 'alter table item disable row level security'],
    ['creating tables', 'create table more (n int)'],
    ['becoming the owner', 'set role postgres'],
  ])('cannot rewrite what happened: %s', async (_, statement) => {
    await expect(under({ sees: 'all' }, () => app.query(statement))).rejects.toMatchObject({ code: '42501' });
  });

  test('owns nothing and is no superuser', async () => {
    const role = await app.query(
      'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(role.rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  });
});

describe('row policies hold when the filter is forgotten', () => {
  test.each(guarded)('%s: no context, no rows', async (table) => {
    expect(await under({}, () => count(table))).toBe(0);
    expect(await under({ sees: 'none' }, () => count(table))).toBe(0);
    expect(await under({ sees: 'all' }, () => count(table))).toBeGreaterThanOrEqual(2);
  });

  test.each(guarded)('%s: a subject sees only what is its own', async (table) => {
    const rows = await under({ sees: 'subject', subjects: keys.subject }, () =>
      app.query(`select distinct subject_key from ${table}`),
    );
    expect(rows.rows).toEqual([{ subject_key: keys.subject }]);
  });

  test.each(guarded)('%s: a unit sees only what is its own, in every table', async (table) => {
    const rows = await under({ sees: 'unit', unit: 'emergency-360100' }, () =>
      app.query(`select distinct subject_key from ${table}`),
    );
    expect(rows.rows).toEqual([{ subject_key: keys.subject }]);
    expect(await under({ sees: 'unit', unit: 'market-360102' }, () => count(table))).toBe(0);
  });

  test.each(guarded)('%s: a region sees what lies inside it', async (table) => {
    expect(
      await under({ sees: 'region', region: '3601' }, () =>
        app.query(`select distinct subject_key from ${table}`),
      ).then((it) => it.rows),
    ).toEqual([{ subject_key: keys.subject }]);
    expect(
      await under({ sees: 'region', region: '36' }, () => app.query(`select distinct subject_key from ${table}`)).then(
        (it) => it.rowCount,
      ),
    ).toBe(2);
    expect(await under({ sees: 'region', region: '3602' }, () => count(table))).toBe(0);
  });

  test('nobody writes rows into another unit or subject', async () => {
    const stray = `update item set unit_id = 'market-360102' where item_id = '${keys.item}'`;
    await expect(under({ sees: 'unit', unit: 'emergency-360100' }, () => app.query(stray))).rejects.toMatchObject({
      code: '42501',
    });
    const foreign = await under({ sees: 'subject', subjects: keys.other }, () =>
      app.query(`update item set state = 'granted' where item_id = $1`, [keys.item]),
    );
    expect(foreign.rowCount).toBe(0);
  });
});
