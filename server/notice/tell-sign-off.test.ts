import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#contract/endpoint.ts';
import { createSession } from '../access/session-store.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
const unitId = 'emergency-360100';
const staff = {
  officer: ['t-1', '示例承办', ['officer']],
  reviewer: ['t-2', '示例审核', ['officer', 'reviewer']],
  head: ['t-3', '示例负责', ['officer', 'reviewer', 'head']],
  head2: ['t-4', '示例副职', ['officer', 'reviewer', 'head']],
} as const satisfies Record<string, readonly [string, string, readonly Caller[]]>;
type Who = keyof typeof staff;
const people = {} as Record<Who, Person>;

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  const { db, clock } = world.services;
  for (const [who, [officerId, name, roles]] of Object.entries(staff)) {
    await db.pool.query(
      `insert into officer (officer_id, login, name, password_hash, unit_id, roles, valid_from) values ($1, $1, $2, 'x', $3, $4, '2026-01-01')`,
      [officerId, name, unitId, roles],
    );
    const session = { officerId, name, unitId, roles: [...roles] };
    people[who as Who] = world.withSession(await createSession(db, 'officer', session, clock.now()));
  }
  const rule = { requestId: randomUUID(), matterKey: '*', act: 'accept', steps: 'review-sign', from: 'today' };
  expect((await people.head.post('/api/v1/office/sign-off-rules', rule)).status).toBe(200);
});
afterAll(() => world.end());

async function lodged() {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [await world.record(subjectKey)]),
  );
  await world.work();
  const itemId: string = submitted.body.items[0].itemId;
  const address = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
  const act = async (who: Who, verb: string, body: object = {}) => {
    const { version } = (await people.officer.get(address)).body.summary;
    const done = await people[who].post(`${address}/${verb}`, { requestId: randomUUID(), version, ...body });
    expect(done.status, done.text).toBe(200);
    expect(await world.work()).toEqual([]);
  };
  const heard = async (who: Who) =>
    ((await people[who].get('/api/v1/messages')).body.messages as { itemId: string; title: string; body: string }[])
      .filter((one) => one.itemId === itemId && /等待您|您提请的/.test(one.title))
      .map((one) => one.title)
      .reverse();
  return { subjectKey, itemId, address, applicant, act, heard };
}

test('whose step it is hears of it: reviewers, then heads who did not review, then the proposer', async () => {
  const it = await lodged();
  await it.act('officer', 'accept');
  for (const who of ['reviewer', 'head', 'head2'] as const)
    expect(await it.heard(who), who).toEqual(['等待您审核：受理']);
  expect(await it.heard('officer')).toEqual([]);

  await it.act('head2', 'endorse', { note: '条件齐全' });
  expect(await it.heard('head')).toEqual(['等待您审核：受理', '等待您签发：受理']);
  expect(await it.heard('head2')).toEqual(['等待您审核：受理']);
  expect(await it.heard('reviewer')).toEqual(['等待您审核：受理']);

  await it.act('head', 'sign', { note: '同意' });
  expect(await it.heard('officer')).toEqual(['您提请的“受理”已签发']);
  const own = (await it.applicant.get('/api/v1/messages')).body.messages as { title: string }[];
  expect(own.filter((one) => /等待您|您提请的/.test(one.title))).toEqual([]);
});

test('what came back is told to whoever proposed it, with the reason, and to nobody else', async () => {
  const it = await lodged();
  await it.act('officer', 'accept');
  await it.act('reviewer', 'return', { reason: '请核对材料' });
  expect(await it.heard('officer')).toEqual(['您提请的“受理”被退回']);
  expect(await it.heard('head')).toEqual(['等待您审核：受理']);
  const { messages } = (await people.officer.get('/api/v1/messages')).body;
  const back = messages.find(
    (one: { itemId: string; title: string }) => one.itemId === it.itemId && /退回/.test(one.title),
  );
  expect(back.body).toContain('请核对材料');
});

test('the number in the navigation is what waits for oneself', async () => {
  const waiting = async (who: Who) => (await people[who].get('/api/v1/office/waiting')).body;
  const before = await Promise.all((['officer', 'reviewer', 'head', 'head2'] as const).map(waiting));
  const it = await lodged();
  await it.act('head', 'accept');
  const after = await Promise.all((['officer', 'reviewer', 'head', 'head2'] as const).map(waiting));
  const grown = after.map((one, index) => one.signOff - before[index].signOff);
  // Not the proposer's own.
  expect(grown).toEqual([0, 1, 0, 1]);
  await it.act('reviewer', 'return', { reason: '请核对材料' });
  expect((await waiting('head')).signOff).toBe(before[2].signOff + 1);
  expect((await waiting('reviewer')).signOff).toBe(before[1].signOff);
});
