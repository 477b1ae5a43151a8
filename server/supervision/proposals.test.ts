import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#contract/endpoint.ts';
import { addDays } from '#domain/plain-date.ts';
import { addWorkingDays, announcedCalendar } from '#domain/working-days.ts';
import { createSession } from '../access/session-store.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
const units = { city: 'emergency-360100', other: 'emergency-360700' } as const;

/** Everybody logs in anew on a day: sessions do not outlive it. */
async function logIn(unitId: string, ...roles: Caller[]): Promise<Person> {
  const { db, clock } = world.services;
  const officerId = `${unitId}-${roles.join('-')}`;
  return world.withSession(await createSession(db, 'officer', { officerId, name: '示例', unitId, roles }, clock.now()));
}
const headOf = (unitId: string) => logIn(unitId, 'officer', 'reviewer', 'head');

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  for (const unitId of Object.values(units)) {
    for (const name of ['甲', '乙'])
      await world.services.db.pool.query(
        `insert into officer (officer_id, login, name, password_hash, unit_id, roles, valid_from) values ($1, $1, $2, 'x', $3, $4, '2026-01-01')`,
        [`${unitId}-${name}`, `示例${name}`, unitId, ['officer', 'reviewer', 'head']],
      );
    const rule = { requestId: randomUUID(), matterKey: '*', act: 'accept', steps: 'sign', from: 'today' };
    const set = await (await headOf(unitId)).post('/api/v1/office/sign-off-rules', rule);
    expect(set.status, set.text).toBe(200);
  }
});
afterAll(() => world.end());

/** An item of a unit whose acceptance is proposed; acceptance is due three working days after it was lodged. */
async function proposed(unitId: string): Promise<{ itemId: string; due: string }> {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const recordId = await world.record(subjectKey, { unitId, regionCode: unitId.slice(-6) });
  const body = await world.application(subjectKey, [recordId]);
  const submitted = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, body);
  expect(submitted.status, submitted.text).toBe(201);
  await world.work();
  const itemId: string = submitted.body.items[0].itemId;
  const address = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
  const officer = await logIn(unitId, 'officer');
  const { version } = (await officer.get(address)).body.summary;
  const done = await officer.post(`${address}/accept`, { requestId: randomUUID(), version });
  expect(done.body.item.signOff, done.text).toBe('受理：等待签发');
  return { itemId, due: done.body.item.due.due };
}

async function read(who: Person, query = '') {
  const reply = await who.get(`/api/v1/supervision/sign-offs${query}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body as {
    total: Record<string, number>;
    units: ({ unitId: string } & Record<string, number>)[];
    items: { item: { itemId: string; unitId: string }; actName: string; step: string; on: string; waited: number }[];
  };
}

const ids = (reply: Awaited<ReturnType<typeof read>>) => reply.items.map((one) => one.item.itemId);

test('figures by unit are what their lists show, as the day comes and goes; a city sees its own', async () => {
  const first = await proposed(units.city);
  // Receipts are stamped by the stand-ins' own clock: limits of what follows end later.
  world.sandbox.control.advance(7 * 86_400_000);
  const later = [await proposed(units.city), await proposed(units.other)];
  const all = [first, ...later];
  expect(later.every((one) => one.due > first.due)).toBe(true);

  for (const day of [addDays(first.due, -7), first.due, addDays(first.due, 1), addDays(later[0]!.due, 1)]) {
    world.on(day);
    const supervisor = await logIn('ndrc-360000', 'supervisor');
    const soon = addWorkingDays(announcedCalendar, day, 2).date;
    const expected = {
      waiting: all,
      near: all.filter(({ due }) => due >= day && due <= soon),
      overdue: all.filter(({ due }) => due < day),
    };
    const { total, units: counted } = await read(supervisor);
    for (const list of ['waiting', 'near', 'overdue'] as const) {
      expect(total[list], `${list} on ${day}`).toBe(expected[list].length);
      const whole = await read(supervisor, `?list=${list}`);
      expect(ids(whole).sort()).toEqual(expected[list].map((one) => one.itemId).sort());
      for (const unit of counted) {
        const { items } = await read(supervisor, `?list=${list}&unit=${unit.unitId}`);
        expect(items, `${list} ${unit.unitId}`).toHaveLength(unit[list]!);
        expect(items.every((one) => one.item.unitId === unit.unitId)).toBe(true);
      }
    }
  }
  world.on(first.due);
  const supervisor = await logIn('ndrc-360000', 'supervisor');
  const { items } = await read(supervisor);
  expect(items[0]).toMatchObject({ item: { itemId: first.itemId }, actName: '受理', step: 'sign', on: '2026-11-23' });
  const cityOnly = await logIn('ndrc-360100', 'supervisor');
  expect(ids(await read(cityOnly)).sort()).toEqual([first.itemId, later[0]!.itemId].sort());
  expect((await cityOnly.get('/api/v1/supervision/sign-offs?region=3607')).status).toBe(403);
  expect((await supervisor.get('/api/v1/supervision/sign-offs?after=x')).status).toBe(400);
});
