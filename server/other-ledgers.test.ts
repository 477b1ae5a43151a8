import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSm2Pem, readSm2Pem, signWithSm2 } from './gateways/signing/sm2-key.ts';
import type { HeadTrust } from './item/check-heads.ts';
import { checkLedger } from './item/check-ledger.ts';
import { closeDay } from './item/close-ledger-day.ts';
import { headText, type LedgerHead } from './item/ledger-head.ts';
import { compareLeaves, packLeaves, sm3, unpackLeaves } from './item/ledger-leaves.ts';
import { headLine, readHandedOver } from './item/read-handed-over.ts';
import { otherLedgers } from './other-ledgers.ts';
import { openWorld, type World } from './testing/world.ts';

const pair = readSm2Pem(makeSm2Pem());
const signer = { signDetached: async ({ bytes }: { bytes: Uint8Array }) => signWithSm2(pair, bytes) };
const tables = [
  'objection_event',
  'objection',
  'record_order_event',
  'record_order',
  'ledger_head',
  'ledger_head_part',
];
const unitId = 'emergency-360100';
const ruling = {
  title: '行政判决书',
  number: '（2026）赣01行终1号',
  office: '示例中级人民法院',
  day: '2026-11-16',
  attachmentId: null,
};

let world: World;
let owner: pg.Client;
let objectionId: string;
let orderId: string;
let objection: string;
let order: string;
let heads: readonly LedgerHead[];

/** An objection and an order on the first day, sealed by a head as heads were before; both go on the day after, sealed as heads are now. */
beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey);
  const annulled = await world.record(subjectKey);
  const applicant = await world.applicant(subjectKey);
  const made = await applicant.post(`/api/v1/subjects/${subjectKey}/objections`, {
    requestId: randomUUID(),
    recordId,
    itemId: null,
    ground: 'content',
    door: 'unit',
    claims: [{ field: 'act', shouldSay: '更正后的事由' }],
    reasons: '决定书写的事由与公示的不一致。',
    request: '',
    contact: { name: '示例甲', phone: '13900000001' },
    attachmentIds: [],
  });
  expect(made.status, made.text).toBe(201);
  ({ objectionId } = made.body.summary);
  objection = `异议 ${made.body.summary.number}`;
  const entered = await (await world.officer(unitId)).post(
    `/api/v1/subjects/${subjectKey}/records/${annulled}/orders`,
    { requestId: randomUUID(), ground: ruling, note: '', knownOn: '2026-11-23', kind: 'annulment' },
  );
  expect(entered.status, entered.text).toBe(200);
  ({ orderId } = entered.body);
  owner = new pg.Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query('select doc_number from record where record_id = $1', [annulled]);
  order = `${rows[0].doc_number} 的处置“决定被撤销，撤回信息”`;
  world.on('2026-11-24');
  await closeDay(world.services, signer);
  await world.work();
  const one = `/api/v1/subjects/${subjectKey}/objections/${objectionId}`;
  const officer = await world.officer(unitId);
  const { version } = (await officer.get(one)).body.summary;
  const accepted = await officer.post(`${one}/accept`, { requestId: randomUUID(), version, note: '' });
  expect(accepted.status, accepted.text).toBe(200);
  for (const day of ['2026-11-25', '2026-11-26']) {
    world.on(day);
    await closeDay(world.services, signer, { others: otherLedgers });
  }
  heads = (await check()).heads;
});
afterAll(async () => {
  await owner?.end();
  await world.end();
});

const check = (trust: HeadTrust = { keyIds: [] }) => checkLedger(world.database.appUrl, trust, otherLedgers);

/** Tampers as somebody who owns the database, looks what is found, and takes everything back. */
async function tampered(statements: readonly string[], trust?: HeadTrust): Promise<string[]> {
  await owner.query('create schema kept');
  for (const table of tables) await owner.query(`create table kept.${table} as table ${table}`);
  await owner.query(`set session_replication_role = 'replica'`);
  try {
    for (const statement of statements) {
      const { rowCount } = await owner.query(statement);
      expect(rowCount, statement).toBeGreaterThan(0);
    }
    return (await check(trust)).faults;
  } finally {
    for (const table of tables) {
      await owner.query(`delete from ${table}`);
      await owner.query(`insert into ${table} select * from kept.${table}`);
    }
    await owner.query(`set session_replication_role = 'origin'`);
    await owner.query('drop schema kept cascade');
  }
}

describe('heads over several ledgers', () => {
  test('those made before stay as they are; the first that knows more takes it in from its first entry', async () => {
    const { faults, others, entries } = await check();
    expect(faults).toEqual([]);
    const more = others.reduce((sum, one) => sum + one.entries, 0);
    expect(others.map(({ name, things }) => [name, things])).toEqual([
      ['异议', 1],
      ['处置', 1],
    ]);
    expect(more).toBeGreaterThan(4);
    expect(heads.map((head) => head.covers)).toEqual([
      null,
      [
        { ledger: 'objection', from: null },
        { ledger: 'record-order', from: null },
      ],
      [
        { ledger: 'objection', from: heads[1]!.until },
        { ledger: 'record-order', from: heads[1]!.until },
      ],
    ]);
    expect(heads.map((head) => head.entries)).toEqual([entries, more, 0]);
  });

  test('a head without more is signed and handed over in the words of before', () => {
    const { day, from, until, entries, digest, previous, madeAt } = heads[0]!;
    expect(JSON.parse(headText(heads[0]!))).toEqual({ day, from, until, entries, digest, previous, madeAt });
    expect(headLine(heads[0]!)).not.toContain('covers');
    expect(readHandedOver(heads.map(headLine).join(''))).toEqual(heads);
  });

  test('what a head covers is signed with it', async () => {
    const change = `update ledger_head set covers = null where day = '${heads[2]!.day}'`;
    expect((await tampered([change])).join()).toContain(`${heads[2]!.day} 的日封的内容与它的摘要不符`);
  });

  test('a head that leaves out a ledger, or a span of it, is found though it is signed', async () => {
    for (const [covers, what] of [
      [null, '不再涵盖前一份涵盖的台账'],
      [heads[2]!.covers!.map(({ ledger }) => ({ ledger, from: heads[2]!.until })), '与前一份之间有空当'],
    ] as const) {
      const text = headText({ ...heads[2]!, covers });
      const { signature } = signWithSm2(pair, Buffer.from(text));
      const swap = `update ledger_head set covers = ${covers ? `'${JSON.stringify(covers)}'` : 'null'}, head = '${sm3(text)}',
        signature = '${signature}' where day = '${heads[2]!.day}'`;
      expect(await tampered([swap])).toEqual([`${heads[2]!.day} 的日封${what}`]);
    }
  });

  // 撤销修复's order has the id of its item, so that it is made once.
  test('entries with the same key in two ledgers are two leaves', () => {
    const item = { ledger: 0, subject_key: randomUUID(), item_id: randomUUID(), version: 1, hash: 'a'.repeat(64) };
    const order = { ...item, ledger: 2, hash: `sm3:${'b'.repeat(64)}` };
    expect(unpackLeaves(packLeaves([item, order]))).toEqual([item, order]);
    expect(compareLeaves(item, order)).toBeLessThan(0);
    expect(compareLeaves({ ...order, subject_key: '0' }, item)).toBeGreaterThan(0);
  });

  test('a ledger that is not known here is said, not passed over', async () => {
    const { faults } = await checkLedger(world.database.appUrl, { keyIds: [] }, otherLedgers.slice(0, 1));
    expect(faults.join()).toContain('涵盖这里不认识的台账（record-order）');
  });
});

describe.each([
  ['objection', () => ({ id: objectionId, number: objection, table: 'objection_event', key: 'objection_id' })],
  ['order about a record', () => ({ id: orderId, number: order, table: 'record_order_event', key: 'order_id' })],
])('whoever tampers with the ledger of an %s is found', (_, find) => {
  const where = (version: number) => `${find().key} = '${find().id}' and version = ${version}`;

  test.each([
    ['payload', `payload || '{"note":"别的"}'`],
    ['actor', `actor || '{"name":"别人"}'`],
    ['unit_id', `'culture-360100'`],
    ['region_code', `'360200'`],
    ['day', 'day - 1'],
    ['at', `at - interval '1 second'`],
    ['cites', `'{ndrc36:1}'`],
    ['request_id', 'gen_random_uuid()'],
    ['hash', `'sm3:${'a'.repeat(64)}'`],
  ])('a column changed: %s', async (column, value) => {
    const faults = await tampered([`update ${find().table} set ${column} = ${value} where ${where(2)}`]);
    expect(faults[0]).toMatch(/第 2 版/);
    expect(faults[0]).toContain(`${find().number}：`);
  });

  test('a row removed in the middle', async () => {
    const faults = await tampered([`delete from ${find().table} where ${where(2)}`]);
    expect(faults).toContain(`${find().number}：第 2 版不见了`);
    expect(faults).toContain(`${find().number}：第 2 版在日封以后被删去（${heads[1]!.day} 的日封）`);
  });

  test('the last row removed', async () => {
    const { table, key, id, number } = find();
    const { rows } = await owner.query(`select max(version) as last from ${table} where ${key} = '${id}'`);
    const last = rows[0].last as number;
    const faults = await tampered([`delete from ${table} where ${where(last)}`]);
    expect(faults).toContain(`${number}：第 ${last} 版不见了`);
    expect(faults.join()).toContain(`${number}：第 ${last} 版在日封以后被删去`);
  });

  test('a whole chain counted anew: only the head knows', async () => {
    const { table, number } = find();
    const faults = await tampered([`update ${table} set hash = 'sm3:${'b'.repeat(64)}' where ${where(1)}`]);
    expect(faults).toContain(`${number}：第 1 版在日封以后被改动（${heads[1]!.day} 的日封）`);
  });

  test('what stands changed beside its ledger', async () => {
    const { table, key, id, number } = find();
    const row = table.replace('_event', '');
    const to = row === 'objection' ? 'withdrawn' : 'declined';
    const faults = await tampered([`update ${row} set state = '${to}' where ${key} = '${id}'`]);
    expect(faults.join()).toMatch(/的?当前情况与台账推出的不一致/);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${number}：`);
  });
});
