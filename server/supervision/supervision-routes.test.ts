import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/supervision.ts';
import { begin } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import { isClosed } from '#domain/item/states.ts';
import { listKey } from '../access/give-purpose.ts';
import { keepPurposes } from '../access/reading-purpose-store.ts';
import { foldedColumns } from '../item/ledger.ts';
import type { Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { fixedClock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import type { FileReply } from '../platform/route.ts';
import { v7 } from '../platform/uuid.ts';
import { bareServices } from '../testing/bare-services.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { supervisionRoutes } from './supervision-routes.ts';

let held: TestDatabase;
let db: Database;
let services: Services;
const clock = fixedClock('2026-11-23');

/** One item as told by a line: where it is, when it was handed in, its two limits as [due, done]. */
interface Told {
  readonly unit: string;
  readonly opened: string;
  readonly state: Item['state'];
  readonly acceptance?: readonly [due: string, done?: string];
  readonly decision?: readonly [due: string, done?: string];
  readonly name?: string;
  readonly score?: number;
}

// Monday 2026-11-23. Tax of the city and of 东湖区 in 南昌, human resources of 赣州 and of the province.
const told: readonly Told[] = [
  { unit: 'tax-360100', opened: '2026-11-19', state: 'lodged', acceptance: ['2026-11-24'] },
  { unit: 'tax-360100', opened: '2026-11-02', state: 'lodged', acceptance: ['2026-11-05'], name: '=cmd|示例商贸' },
  {
    unit: 'tax-360100',
    opened: '2026-10-12',
    state: 'completed',
    acceptance: ['2026-10-15', '2026-10-14'],
    decision: ['2026-10-23', '2026-10-23'],
    score: 5,
  },
  {
    unit: 'tax-360102',
    opened: '2026-11-03',
    state: 'refused',
    acceptance: ['2026-11-06', '2026-11-09'],
    decision: ['2026-11-18', '2026-11-16'],
    score: 2,
  },
  {
    unit: 'tax-360102',
    opened: '2026-11-10',
    state: 'accepted',
    acceptance: ['2026-11-13', '2026-11-12'],
    decision: ['2026-11-23'],
  },
  {
    unit: 'hrss-360700',
    opened: '2026-11-05',
    state: 'accepted',
    acceptance: ['2026-11-10', '2026-11-10'],
    decision: ['2026-11-19'],
  },
  { unit: 'hrss-360000', opened: '2026-11-05', state: 'withdrawn', acceptance: ['2026-11-10', '2026-11-06'] },
  { unit: 'hrss-360700', opened: '2026-11-20', state: 'correcting', acceptance: ['2026-11-25', '2026-11-23'] },
  { unit: 'market-360702', opened: '2026-11-20', state: 'handed-over' },
];

function foldOf(one: Told, itemId: string, subjectKey: string): Item {
  const clockOf = (kind: 'acceptance' | 'decision', limit: readonly [string, string?] | undefined) =>
    limit && {
      [kind]: {
        kind,
        start: one.opened,
        days: 3,
        due: limit[0],
        provisional: false,
        cites: ['ndrc36:16'],
        doneOn: limit[1],
      },
    };
  const payload = {
    applicationId: subjectKey,
    recordId: itemId,
    number: `JX${itemId.slice(-8)}`,
    matterKey: one.unit.startsWith('tax')
      ? 'tax-serious'
      : one.unit.startsWith('hrss')
        ? 'wage-arrears'
        : 'market-penalty',
    matterVersion: 1,
    unitId: one.unit,
    regionCode: one.unit.split('-')[1]!,
    windowUnitId: null,
    channel: 'online',
    receiver: 'credit-china',
    decider: 'our-desk',
    limits: {
      accept: 3,
      decide: 7,
      extend: 10,
      total: 10,
      effects: null,
      cites: { accept: [], decide: [], extend: [], total: [], effects: [] },
    },
  } as const;
  return {
    ...begin({ subjectKey, itemId }, { type: 'submitted', on: one.opened, cites: [], payload }),
    state: one.state,
    version: 2,
    clocks: { ...clockOf('acceptance', one.acceptance), ...clockOf('decision', one.decision) },
    closedOn: isClosed(one.state) ? '2026-11-16' : null,
  };
}

beforeAll(async () => {
  held = await createTestDatabase();
  db = openDatabase(held.appUrl, { max: 4, onError: () => {} });
  services = bareServices(db, clock, { ttlMs: 60_000 });
  await withClient(held.ownerUrl, async (client) => {
    for (const one of told) {
      const [subject, id] = [v7(clock.now()), v7(clock.now())];
      const fold = foldOf(one, id, subject);
      const at = new Date(`${one.opened}T02:00:00Z`);
      const c = foldedColumns(fold, new Date('2026-11-16T02:00:00Z'));
      const name = one.name ?? '示例商贸有限公司';
      await client.query(
        `insert into subject values ($1, 'organisation', $2, $3, '{}', null, null, null, null, null, $4, $4)`,
        [subject, name, id, at],
      );
      await client.query(
        `insert into record (subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, organ_name, unit_id, region_code, facts, created_at, updated_at)
        values ($1, $2, $3, 'serious-list', $4, '', '某字〔2026〕1号', '2025-01-05', '某机关', $5, $6, '{}', $7, $7)`,
        [subject, id, fold.matterKey, id, one.unit, fold.regionCode, at],
      );
      await client.query(
        `insert into application (subject_key, application_id, number, request_id, channel, unit_ids, region_path, form, items, commitment, submitted_on, submitted_at, submitted_by)
         values ($1, $1, $2, $1, 'online', '{}', '{}', '{}', '[]', '{}', $3, $4, '{}')`,
        [subject, fold.number, one.opened, at],
      );
      await client.query(
        `insert into item (subject_key, item_id, application_id, record_id, number, matter_key, unit_id, region_code, channel, subject_name, state, version,
          due_on, due_clock, acceptance_due, acceptance_done_on, decision_due, decision_done_on, outcome, fold, opened_on, opened_at, closed_at)
        values ($1, $2, $1, $2, $3, $4, $5, $6, 'online', $7, $8, 2, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
        [
          subject,
          id,
          fold.number,
          fold.matterKey,
          one.unit,
          fold.regionCode,
          name,
          c.state,
          c.dueOn,
          c.dueClock,
          c.acceptanceDue,
          c.acceptanceDoneOn,
          c.decisionDue,
          c.decisionDoneOn,
          c.outcome,
          c.fold,
          one.opened,
          at,
          c.closedAt,
        ],
      );
      if (one.score)
        await client.query(
          `insert into rating values ($1, $2, $1, $2, $3, $4, null, $5, null, '2026-11-17T02:00:00Z')`,
          [subject, id, one.unit, fold.regionCode, one.score],
        );
    }
  });
});
afterAll(async () => {
  await db?.close();
  await held?.drop();
});
beforeEach(() => clock.moveTo('2026-11-23'));

async function supervisorOf(unitId: string): Promise<Officer> {
  const unit = (await services.catalog()).units.get(unitId)!;
  return { kind: 'officer', officerId: 's', name: '某某', unit, roles: ['supervisor'] };
}

type Refused = { refused: true; kind: string; code: string };
async function ask<K extends keyof typeof contract>(
  name: K,
  at: string,
  call: { params?: object; query?: object; body?: object } = {},
) {
  const found = supervisionRoutes(services).find((one) => one.endpoint.name === name)!;
  const given = { params: {}, query: {}, body: undefined, actor: await supervisorOf(at), ...call };
  return (await found.handle(given as never)) as ReplyOf<(typeof contract)[K]> & Partial<Refused>;
}
const figures = (at: string, query: object) => ask('getFigures', at, { query });
const items = (at: string, query: object = {}) => ask('listSupervisedItems', at, { query });

describe('figures', () => {
  test('count what was told, and say how', async () => {
    const { total, definition } = await figures('ndrc-360000', { by: 'unit' });
    expect(total).toMatchObject({
      opened: 9,
      closed: 3,
      open: 6,
      onTime: 3,
      late: 3,
      overdue: 2,
      ratings: 2,
      averageRating: 3.5,
      onTimeRate: 0.5,
    });
    expect(definition).toContain('按时率＝按时÷（按时＋超期）');
  });

  test('by region the province is read by city, a city by county with itself among them', async () => {
    const province = await figures('ndrc-360000', { by: 'region' });
    expect(province.rows.map((row) => [row.key, row.name, row.opened])).toEqual([
      ['360100', '南昌市', 5],
      ['360700', '赣州市', 3],
      ['36000', '江西省本级', 1],
    ]);
    const city = await figures('ndrc-360100', { by: 'region' });
    expect(city.rows.map((row) => [row.name, row.opened])).toEqual([
      ['南昌市本级', 3],
      ['东湖区', 2],
    ]);
  });

  test('by matter, narrowed by field and span', async () => {
    const { rows } = await figures('ndrc-360000', {
      by: 'matter',
      sector: 'tax',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(rows).toMatchObject([{ key: 'tax-serious', name: '重大税收违法失信主体名单', opened: 4 }]);
    expect(await figures('ndrc-360000', { by: 'matter', from: '2026-11-30', to: '2026-11-01' })).toMatchObject({
      code: 'no-such-span',
    });
  });

  test('a supervisor sees only the own region, and may look only there', async () => {
    const city = await figures('ndrc-360100', { by: 'unit' });
    expect(city.rows.map((row) => row.key).sort()).toEqual(['tax-360100', 'tax-360102']);
    expect(await figures('ndrc-360100', { by: 'unit', region: '360700' })).toMatchObject({
      refused: true,
      code: 'outside-region',
    });
    expect(await figures('ndrc-360100', { by: 'unit', region: '36' })).toMatchObject({
      refused: true,
      code: 'outside-region',
    });
    expect(await figures('ndrc-360100', { by: 'unit', region: '999999' })).toMatchObject({ code: 'no-such-region' });
    expect((await figures('ndrc-360100', { by: 'unit', region: '360102' })).total.opened).toBe(2);
    expect((await figures('ndrc-360102', { by: 'unit' })).total.opened).toBe(2);
  });

  test.each(['all', 'open', 'closed', 'overdue', 'late', 'on-time'] as const)(
    'behind each figure stand exactly the items it counts: %s',
    async (what) => {
      const of = {
        all: 'opened',
        open: 'open',
        closed: 'closed',
        overdue: 'overdue',
        late: 'late',
        'on-time': 'onTime',
      } as const;
      for (const at of ['ndrc-360000', 'ndrc-360100', 'ndrc-360700'])
        for (const by of ['unit', 'matter', 'region'] as const) {
          const { total, rows } = await figures(at, { by });
          expect((await items(at, { what })).items).toHaveLength(total[of[what]]);
          for (const row of rows) {
            expect((await items(at, { what, [by]: row.key })).items, `${at} ${row.name}`).toHaveLength(row[of[what]]);
          }
        }
    },
  );

  test('due soon are those whose day is today or within two working days', async () => {
    expect((await items('ndrc-360000', { what: 'due-soon' })).items.map((one) => one.unitId).sort()).toEqual([
      'tax-360100',
      'tax-360102',
    ]);
  });
});

describe('the list and its file', () => {
  test('pages do not overlap and leave nothing out', async () => {
    const { readItems } = await import('./store.ts');
    const filter = {
      today: '2026-11-23',
      soon: '2026-11-25',
      from: '2026-01-01',
      to: '2026-12-31',
      region: '36',
      what: 'all',
    } as const;
    const seen: string[] = [];
    let after: { openedOn: string; itemId: string } | undefined;
    for (let page = 0; page < 5; page += 1) {
      const rows = await db.read({ sees: 'region', region: '36' }, (tx) => readItems(tx, filter, after, 2));
      seen.push(...rows.map((row) => row.item_id));
      const last = rows.at(-1);
      if (last) after = { openedOn: last.opened_on, itemId: last.item_id };
    }
    expect(new Set(seen).size).toBe(told.length);
    expect(await items('ndrc-360000', { after: 'bm9uc2Vuc2U' })).toMatchObject({ refused: true, code: 'no-such-page' });
  });

  test('the file holds the same items, opens in a spreadsheet, and no cell is a formula; the export is noted', async () => {
    expect(await ask('exportSupervisedItems', 'ndrc-360100', { query: {} })).toMatchObject({ code: 'purpose-needed' });
    const why = { purpose: 'audit', note: '' };
    await db.read({ sees: 'none' }, (tx) => keepPurposes(tx, 's', '2026-11-23', [listKey('items')], why, clock.now()));
    const file = (await ask('exportSupervisedItems', 'ndrc-360100', { query: {} })) as unknown as FileReply;
    const parts: string[] = [];
    for await (const part of file.content as Readable) parts.push(String(part));
    const text = parts.join('');
    expect(text.startsWith('\uFEFF办件编号,')).toBe(true);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.提交日期)).toEqual([
      '2026-11-19',
      '2026-11-10',
      '2026-11-03',
      '2026-11-02',
      '2026-10-12',
    ]);
    expect(rows.map((row) => row.主体名称)).toContain(`'=cmd|示例商贸`);
    expect(rows.filter((row) => row.是否超期 === '是')).toHaveLength(2);
    await withClient(held.ownerUrl, async (client) => {
      const { rows: notes } = await client.query(
        `select actor, detail, purpose, cardinality(subject_keys) as told from access_log where act = 'export-items'`,
      );
      const detail = { region: '3601', from: '2025-11-23', to: '2026-11-23', count: 5 };
      expect(notes).toEqual([{ actor: 's', detail, purpose: 'audit', told: 5 }]);
    });
  });
});

describe('the daily check', () => {
  const look = (unit: string, day: string) =>
    withClient(held.ownerUrl, (client) =>
      client.query(`insert into queue_look values ($1, $2, $3, $4) on conflict do nothing`, [
        unit,
        day,
        'demo:x',
        `${day}T01:00:00Z`,
      ]),
    );
  const checks = (at: string, query: object = {}) => ask('listDailyChecks', at, { query });

  test('counts the working days nobody looked, from the first item on, today left out', async () => {
    await look('tax-360100', '2026-11-23');
    await look('tax-360102', '2026-11-20');
    const { units, lookedCount, missedCount, workingDay } = await checks('ndrc-360000');
    expect(workingDay).toBe(true);
    expect([lookedCount, missedCount]).toEqual([1, 3]);
    const of = Object.fromEntries(units.map((unit) => [unit.unitId, unit]));
    // Ten working days 11-09 … 11-20.
    expect(of['tax-360100']).toMatchObject({ open: 2, looked: true, daysMissed: 10 });
    expect(of['tax-360102']).toMatchObject({ open: 1, looked: false, daysMissed: 9 });
    expect(of['market-360702']).toMatchObject({ open: 1, daysMissed: 1, unitName: '赣州市章贡区市场监督管理局' });
  });

  test('a rest day is nobody’s miss', async () => {
    const { workingDay, missedCount, units } = await checks('ndrc-360000', { day: '2026-11-22' });
    expect([workingDay, missedCount]).toEqual([false, 0]);
    expect(units.length).toBeGreaterThan(0);
    expect((await checks('ndrc-360000', { day: '2026-11-22', onlyMissed: '1' })).units).toEqual([]);
  });

  test('a past day is judged by what was open then', async () => {
    const { units } = await checks('ndrc-360000', { day: '2026-11-05' });
    expect(units.map((unit) => [unit.unitId, unit.open]).sort()).toEqual([
      ['hrss-360000', 1],
      ['hrss-360700', 1],
      ['tax-360100', 2],
      ['tax-360102', 1],
    ]);
    expect(await checks('ndrc-360000', { day: '2026-11-24' })).toMatchObject({ code: 'no-such-day' });
  });

  test('only the own region, only the missed', async () => {
    const { units } = await checks('ndrc-360100', { onlyMissed: '1' });
    expect(units.map((unit) => unit.unitId)).toEqual(['tax-360102']);
  });
});

describe('urging', () => {
  const urge = (at: string, item: { subjectKey: string; itemId: string }, requestId: string) =>
    ask('urgeItem', at, {
      params: { subjectKey: item.subjectKey, itemId: item.itemId },
      body: { requestId, text: '请抓紧办理' },
    });

  test('reaches the unit once, however often the request is sent', async () => {
    const [item] = (await items('ndrc-360100', { what: 'overdue' })).items;
    const requestId = v7(clock.now());
    const first = await urge('ndrc-360100', item!, requestId);
    expect(first).toMatchObject({ urgingId: requestId, text: '请抓紧办理' });
    expect(await urge('ndrc-360100', item!, requestId)).toEqual(first);
    await withClient(held.ownerUrl, async (client) => {
      const { rows } = await client.query('select recipient, unit_id, title, body from message where message_id = $1', [
        requestId,
      ]);
      expect(rows).toEqual([
        {
          recipient: 'unit',
          unit_id: 'tax-360100',
          title: `催办：${item!.number}`,
          body: `南昌市发展和改革委员会 某某催办办件${item!.number}，到期日2026年11月5日：请抓紧办理`,
        },
      ]);
    });
  });

  test('a closed item is not urged; an item of another region is not even found', async () => {
    const [closed] = (await items('ndrc-360000', { what: 'closed' })).items;
    expect(await urge('ndrc-360000', closed!, v7(clock.now()))).toMatchObject({
      refused: true,
      code: 'already-closed',
    });
    const [elsewhere] = (await items('ndrc-360700', { what: 'overdue' })).items;
    expect(await urge('ndrc-360100', elsewhere!, v7(clock.now()))).toMatchObject({ refused: true, kind: 'not-found' });
  });
});
