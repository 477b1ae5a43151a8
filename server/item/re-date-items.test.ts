import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CalendarYearContent } from '#domain/catalog/changes/catalog-change.ts';
import { announcedCalendar } from '#domain/working-days.ts';
import { orderJobs, wholePlatform } from '../platform/outbox.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { calendarDigest } from './calendar-store.ts';
import { checkLedger } from './check-ledger.ts';
import { reDateOpenItems } from './re-date-items.ts';

let world: World;
let subjectKey: string;
let applicant: Person;
let officer: Person;
let open: string;
let closed: string;

/** The notice of 2027 as it might come: 4 January rests as well. */
const notice = { title: '国务院办公厅关于2027年部分节假日安排的通知（示例）', number: null, issuedOn: '2026-12-30' };
const content: CalendarYearContent = {
  notice,
  festivals: [
    { name: '元旦', days: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'] },
    { name: '国庆节', days: ['2027-10-01', '2027-10-02', '2027-10-03'] },
  ],
  makeupWorkdays: ['2027-01-09'],
};

const itemOf = async (itemId: string) => (await applicant.get(`/api/v1/subjects/${subjectKey}/items/${itemId}`)).body;
const typesOf = async (itemId: string) =>
  (await itemOf(itemId)).timeline.map((entry: { type: string }) => entry.type) as string[];
const titlesOf = async (person: Person) =>
  (await person.get('/api/v1/messages')).body.messages.map((message: { title: string }) => message.title) as string[];
const runTask = async () => {
  const { db, clock } = world.services;
  await db.read({ sees: 'none' }, (tx) =>
    orderJobs(tx, wholePlatform, [{ task: 're-date-items', payload: {} }], clock.now()),
  );
  expect(await world.work()).toEqual([]);
};

beforeAll(async () => {
  world = await openWorld({ on: '2026-12-30' });
  subjectKey = await world.subject();
  applicant = await world.applicant(subjectKey);
  officer = await world.officer('emergency-360100');
  const records = [await world.record(subjectKey), await world.record(subjectKey)];
  const sent = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, records),
  );
  expect(await world.work()).toEqual([]);
  [open, closed] = sent.body.items.map((item: { itemId: string }) => item.itemId) as [string, string];
  const { version } = (await itemOf(closed)).summary;
  const withdrawn = await applicant.post(`/api/v1/subjects/${subjectKey}/items/${closed}/withdraw`, {
    requestId: randomUUID(),
    version,
    reason: '示例：不办了',
  });
  expect(withdrawn.status).toBe(200);
  await world.work();
});
afterAll(() => world.end());

describe('re-dating open items', () => {
  test('the first run remembers the calendar and moves nothing', async () => {
    await runTask();
    expect((await itemOf(open)).summary.due).toMatchObject({ due: '2027-01-05', provisional: true });
    expect(await typesOf(open)).not.toContain('re-dated');
    expect(await reDateOpenItems(world.services, (await world.services.catalog()).calendar)).toEqual({
      looked: 0,
      items: 0,
    });
  });

  test('a year that is entered moves the open deadline: old day, new day and reason in the ledger', async () => {
    const { db, clock } = world.services;
    await db.read({ sees: 'none' }, (tx) =>
      tx.run(
        `insert into catalog_change (change_id, kind, target, effective_on, basis, content, state, filed_on, filed_by_id, filed_by,
           filed_unit, filed_at, decided_by_id, decided_by, decided_at)
         values ($1, 'calendar-year', '2027', '2026-12-30', '示例', $2, 'approved', '2026-12-30', 'a', '甲', 'ndrc-360000', $3, 'b', '乙', $3)`,
        [randomUUID(), JSON.stringify(content), clock.now()],
      ),
    );
    await runTask();
    const { summary, timeline } = await itemOf(open);
    expect(summary.due).toMatchObject({ due: '2027-01-06', provisional: false });
    const entry = timeline.find((one: { type: string }) => one.type === 're-dated');
    expect(entry.text).toContain('受理期限由2027年1月5日（周二）改为2027年1月6日（周三）');
    expect(entry.text).toContain(`原因：《${notice.title}》公布`);
    expect(entry.by).toContain('平台');
    const own = await officer.get(`/api/v1/subjects/${subjectKey}/items/${open}`);
    const payload = own.body.timeline.find((one: { type: string }) => one.type === 're-dated').payload;
    expect(payload.changes).toContainEqual({ kind: 'acceptance', from: '2027-01-05', to: '2027-01-06' });
    expect(payload.calendarDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the closed one is untouched', async () => {
    expect(await typesOf(closed)).not.toContain('re-dated');
  });

  test('applicant and unit are told, once; a second run does nothing', async () => {
    await runTask();
    await runTask();
    expect((await typesOf(open)).filter((type) => type === 're-dated')).toHaveLength(1);
    expect((await titlesOf(applicant)).filter((title) => title === '放假安排变化，期限有调整')).toHaveLength(1);
    expect((await titlesOf(officer)).filter((title) => title === '期限已重算')).toHaveLength(1);
  });

  test('a run that was killed before it could remember finds nothing left to move', async () => {
    await world.services.db.read({ sees: 'none' }, (tx) =>
      tx.run(`update counted_calendar set digest = 'older', calendar = $1`, [JSON.stringify(announcedCalendar)]),
    );
    await runTask();
    expect((await typesOf(open)).filter((type) => type === 're-dated')).toHaveLength(1);
  });

  test('a day that only becomes certain is written down and told to nobody', async () => {
    const before = (await titlesOf(applicant)).length;
    const calendar = { ...announcedCalendar, edits: [] };
    // Back to the calendar without 2027, as if the entry had been withdrawn: the day moves back and is provisional again.
    const back = await reDateOpenItems(world.services, calendar);
    expect(back.items).toBe(1);
    await world.work();
    const certain = {
      years: {
        ...announcedCalendar.years,
        2027: { holidays: content.festivals[0]!.days.slice(0, 3), makeupWorkdays: [] },
      },
    };
    expect(calendarDigest(certain)).not.toBe(calendarDigest(calendar));
    expect((await reDateOpenItems(world.services, certain)).items).toBe(1);
    await world.work();
    const { summary, timeline } = await itemOf(open);
    expect(summary.due).toMatchObject({ due: '2027-01-05', provisional: false });
    expect(timeline.at(-1).text).toContain('受理期限2027年1月5日（周二）不变，已经确定');
    expect((await titlesOf(applicant)).length).toBe(before + 1);
  });

  test('the officer acts on the item as before, and the ledger refolds', async () => {
    const { summary } = (await officer.get(`/api/v1/subjects/${subjectKey}/items/${open}`)).body;
    const accepted = await officer.post(`/api/v1/subjects/${subjectKey}/items/${open}/accept`, {
      requestId: randomUUID(),
      version: summary.version,
    });
    expect(accepted.status).toBe(200);
    expect(await checkLedger(world.database.appUrl)).toMatchObject({ items: 2, faults: [] });
  });
});
