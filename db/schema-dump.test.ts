import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#server/platform/postgres/with-client.ts';
import { createTestDatabase, type TestDatabase } from '#server/testing/test-database.ts';
import { dumpSchema } from '../tools/dump-schema.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ seeded: false });
});
afterAll(() => database.drop());

test('the dump shows columns, constraints, indexes, comments, policies and grants, in a stable order', async () => {
  const dump = await withClient(database.ownerUrl, async (client) => {
    await client.query(`
      create table zz_sample (id uuid constraint zz_sample_pk primary key, n integer not null default 1,
        doubled integer generated always as (n * 2) stored, constraint zz_sample_n_ck check (n > 0));
      create index zz_sample_n_ix on zz_sample (n) where n > 5;
      comment on table zz_sample is 'it''s a sample'; comment on column zz_sample.n is 'how many';
      alter table zz_sample enable row level security;
      create policy zz_sample_all on zz_sample using (n > 1);
      grant select, insert on zz_sample to credit_repair_app;`);
    const first = await dumpSchema(client);
    expect(await dumpSchema(client)).toBe(first);
    return first.slice(first.indexOf('create table zz_sample'));
  });
  expect(dump.trim().split('\n')).toEqual([
    'create table zz_sample (',
    '  id uuid not null,',
    '  n integer not null default 1,',
    '  doubled integer generated always as ((n * 2)) stored,',
    '  constraint zz_sample_pk PRIMARY KEY (id),',
    '  constraint zz_sample_n_ck CHECK ((n > 0))',
    ');',
    "comment on table zz_sample is 'it''s a sample';",
    "comment on column zz_sample.n is 'how many';",
    'CREATE INDEX zz_sample_n_ix ON zz_sample USING btree (n) WHERE (n > 5);',
    'alter table zz_sample enable row level security;',
    'create policy zz_sample_all on zz_sample for all using (n > 1);',
    'grant insert, select on zz_sample to credit_repair_app;',
  ]);
});
