import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSm2Pem, readSm2Pem, signWithSm2 } from '../gateways/signing/sm2-key.ts';
import { openWorld, type World } from '../testing/world.ts';
import type { HeadTrust } from './check-heads.ts';
import { checkLedger } from './check-ledger.ts';
import { closeDay } from './close-ledger-day.ts';
import { headText, type LedgerHead } from './ledger-head.ts';
import { sm3 } from './ledger-leaves.ts';
import { headLine, readHandedOver } from './read-handed-over.ts';

const pair = readSm2Pem(makeSm2Pem());
const thief = readSm2Pem(makeSm2Pem());
const signer = { signDetached: async ({ bytes }: { bytes: Uint8Array }) => signWithSm2(pair, bytes) };
const nothingKnown: HeadTrust = { keyIds: [] };

let world: World;
let owner: pg.Client;
let handedOver: LedgerHead[];
/** The item whose ledger is tampered with, and its number. */
let itemId: string;
let number: string;

/** Three days: two items taken in on the first, one withdrawn on the second, nothing on the third. */
beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const recordIds = [
    await world.record(subjectKey),
    await world.record(subjectKey, { matterKey: 'culture-tourism', unitId: 'culture-360100' }),
  ];
  const { body } = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, recordIds),
  );
  await world.work();
  const here = `/api/v1/subjects/${subjectKey}/items/`;
  const mine = body.items.find((one: { matterKey: string }) => one.matterKey === 'work-safety');
  ({ itemId, number } = mine);
  world.on('2026-11-24');
  const { body: item } = await applicant.get(`${here}${itemId}`);
  const withdrawn = await applicant.post(`${here}${itemId}/withdraw`, {
    requestId: crypto.randomUUID(),
    version: item.summary.version,
    reason: '示例：不办了',
  });
  expect(withdrawn.status).toBe(200);
  owner = new pg.Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  world.on('2026-11-24');
  await closeDay(world.services, signer);
  world.on('2026-11-25');
  await closeDay(world.services, signer);
  world.on('2026-11-26');
  await closeDay(world.services, signer);
  handedOver = [...(await check()).heads];
});
afterAll(async () => {
  await owner?.end();
  await world.end();
});

const check = (trust = nothingKnown) => checkLedger(world.database.appUrl, trust);

/** Tampers as somebody who owns the database, looks what is found, and puts everything back. */
async function tampered(statements: readonly string[], trust = nothingKnown): Promise<string[]> {
  await owner.query('create schema kept');
  for (const table of tables) await owner.query(`create table kept.${table} as table ${table}`);
  try {
    for (const statement of statements) await owner.query(statement);
    return (await check(trust)).faults;
  } finally {
    for (const table of tables.toReversed()) await owner.query(`delete from ${table}`);
    for (const table of tables)
      await owner.query(`insert into ${table} overriding system value select * from kept.${table}`);
    await owner.query('drop schema kept cascade');
  }
}
const tables = ['item_event', 'ledger_head', 'ledger_head_part'];

describe('heads of the ledger', () => {
  test('one a day, each over what was written since the last, linked and signed', async () => {
    const { heads, faults, items, entries } = await check();
    expect(faults).toEqual([]);
    expect(items).toBe(2);
    expect(heads.map(({ day, from, until }) => [day, from, until])).toEqual([
      ['2026-11-23', null, '2026-11-23T16:00:00.000Z'],
      ['2026-11-24', '2026-11-23T16:00:00.000Z', '2026-11-24T16:00:00.000Z'],
      ['2026-11-25', '2026-11-24T16:00:00.000Z', '2026-11-25T16:00:00.000Z'],
    ]);
    expect(heads.reduce((sum, one) => sum + one.entries, 0)).toBe(entries);
    expect(heads[1]!.entries).toBe(1);
    expect(heads[2]!.entries).toBe(0);
    expect(heads[1]!.previous).toBe(heads[0]!.head);
  });

  test('a second run of the same night makes none', async () => {
    expect(await closeDay(world.services, signer)).toBeNull();
  });

  test('before two in the morning the day that just ended stays open', async () => {
    world.clock.moveTo('2026-11-27T01:59:00+08:00');
    expect(await closeDay(world.services, signer)).toBeNull();
    world.on('2026-11-26');
  });

  test('waits for a transaction that may still write into the day', async () => {
    const writer = new pg.Client({ connectionString: world.database.appUrl });
    await writer.connect();
    await writer.query('begin');
    await writer.query('select 1');
    world.on('2026-11-27');
    await expect(closeDay(world.services, signer, { longest: `interval '0'` })).rejects.toThrow('runs so long');
    await writer.end();
    world.on('2026-11-26');
  });

  test('the application cannot change or remove them', async () => {
    for (const statement of [
      'delete from ledger_head',
      `update ledger_head set digest = ''`,
      'truncate ledger_head_part',
      'delete from ledger_head_part',
    ])
      await expect(world.services.db.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('a file of heads says the same again', async () => {
    expect((await world.guest().get('/api/v1/ledger-heads')).text).toBe(handedOver.map(headLine).join(''));
    expect((await world.guest().get('/api/v1/ledger-heads?from=2026-11-25')).text).toBe(headLine(handedOver[2]!));
    expect(readHandedOver(handedOver.map(headLine).join(''))).toEqual(handedOver);
    expect(() => readHandedOver('{}\n')).toThrow('第 1 行');
  });

  test('entries are found by their instant, not by walking the ledger', async () => {
    await owner.query('set enable_seqscan = off');
    const { rows } = await owner.query(
      `explain select * from item_event where at >= '2026-11-23T16:00:00Z' and at < '2026-11-24T16:00:00Z'`,
    );
    expect(JSON.stringify(rows)).toContain('item_event_at_ix');
  });
});

describe('whoever tampers is found, and the first entry that does not fit is named', () => {
  let entry: string;
  beforeAll(() => {
    entry = `item_id = '${itemId}'`;
  });

  test('a payload changed', async () => {
    const faults = await tampered([
      `update item_event set payload = jsonb_set(payload, '{receiptNo}', '"别的回执"') where ${entry} and version = 2`,
    ]);
    expect(faults[0]).toBe(`${number}：第 2 版的内容与摘要不符`);
  });

  test.each([
    ['request_id', `gen_random_uuid()`],
    ['unit_id', `'culture-360100'`],
    ['region_code', `'360200'`],
    ['window_unit_id', `'window-360102'`],
    ['at', `at + interval '1 second'`],
    ['day', 'day + 1'],
    ['cites', `'{ndrc36:1}'`],
    ['actor', `actor || '{"name":"别人"}'`],
  ])('a column changed: %s', async (column, value) => {
    const faults = await tampered([`update item_event set ${column} = ${value} where ${entry} and version = 3`]);
    expect(faults.join()).toContain(`${number}：第 3 版的内容与摘要不符`);
  });

  test('a row removed in the middle', async () => {
    const faults = await tampered([`delete from item_event where ${entry} and version = 2`]);
    expect(faults[0]).toContain(`${number}：第 2 版`);
    expect(faults.join()).toContain(`${number}：第 2 版不见了`);
    expect(faults.join()).toContain(`${number}：第 2 版在日封以后被删去（2026-11-23 的日封）`);
  });

  test('the last row removed', async () => {
    const last = `${entry} and version = 3`;
    const faults = await tampered([`delete from item_event where ${last}`]);
    expect(faults.join()).toContain(`${number}：第 3 版在日封以后被删去（2026-11-24 的日封）`);
  });

  test('a row added to a closed day', async () => {
    const faults = await tampered([
      `insert into item_event select subject_key, item_id, 4, type, payload, actor, unit_id, region_code, window_unit_id, day, at, cites, null, hash, hash
       from item_event where ${entry} and version = 3`,
    ]);
    expect(faults.join()).toContain(`${number}：第 4 版不在日封里，是以后加进去的（2026-11-24 的日封）`);
  });

  test('a row changed together with its hash: only the head knows', async () => {
    const faults = await tampered([
      `update item_event set hash = 'sm3:${'a'.repeat(64)}' where ${entry} and version = 3`,
    ]);
    expect(faults.join()).toContain(`${number}：第 3 版在日封以后被改动（2026-11-24 的日封）`);
  });

  test(`a head's signature changed`, async () => {
    const other = signWithSm2(pair, Buffer.from('别的内容')).signature;
    const faults = await tampered([`update ledger_head set signature = '${other}' where day = '2026-11-24'`]);
    expect(faults).toEqual(['2026-11-24 的日封的签名不对']);
  });

  test('a head signed anew with another key', async () => {
    const head = handedOver[1]!;
    const { signature, publicKey, keyId } = signWithSm2(thief, Buffer.from(headText(head)));
    const swap = `update ledger_head set signature = '${signature}', public_key = '${publicKey}', key_id = '${keyId}' where day = '2026-11-24'`;
    expect(await tampered([swap])).toEqual([`2026-11-24 的日封是用不认识的密钥签的（密钥号 ${keyId}）`]);
    expect(await tampered([swap], { keyIds: [pair.keyId, keyId] })).toEqual([]);
  });

  test('a head removed, in the middle and at the end', async () => {
    expect((await tampered([`delete from ledger_head where day = '2026-11-24'`])).join()).toContain('接不上');
    const end = [`delete from ledger_head where day = '2026-11-25'`];
    expect(await tampered(end)).toEqual([]);
    expect(await tampered(end, { keyIds: [], handedOver })).toEqual([
      '2026-11-25 的日封不见了（交存的有），条目与交存的相符',
    ]);
  });

  test('leaves changed: the entries themselves still fit', async () => {
    const faults = await tampered([
      `update ledger_head_part set leaves = set_byte(leaves, 40, (get_byte(leaves, 40) + 1) % 256) where day = '2026-11-24'`,
    ]);
    expect(faults).toEqual(['2026-11-24 的日封的明细被改动，条目本身与日封相符']);
  });

  test('everything made anew, with the own key even: whoever kept a file of heads finds it', async () => {
    const content = { ...handedOver[1]!, entries: 0, digest: sm3('') };
    const text = headText(content);
    const { signature } = signWithSm2(pair, Buffer.from(text));
    const third = { ...handedOver[2]!, previous: sm3(text) };
    const next = headText(third);
    const forged = [
      `delete from item_event where ${entry} and version = 3`,
      `delete from ledger_head_part where day = '2026-11-24'`,
      `update ledger_head set entries = 0, digest = '${content.digest}', head = '${sm3(text)}', signature = '${signature}' where day = '2026-11-24'`,
      `update ledger_head set previous = '${sm3(text)}', head = '${sm3(next)}', signature = '${signWithSm2(pair, Buffer.from(next)).signature}' where day = '2026-11-25'`,
    ];
    expect((await tampered(forged)).join()).not.toContain('日封');
    const faults = await tampered(forged, { keyIds: [], handedOver });
    expect(faults.join()).toContain('2026-11-24 的日封与交存的不一致，条目也与交存的不符');
  });
});
