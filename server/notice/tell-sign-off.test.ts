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

interface Message {
  messageId: string;
  itemId: string | null;
  title: string;
  body: string;
  readAt: string | null;
  gathered: { itemId: string; text: string }[];
}
const isAbout = (one: Message, itemId: string) =>
  one.itemId === itemId || one.gathered.some((item) => item.itemId === itemId);

let hours = 0;
/** An hour of the day for each item: what comes within ten minutes is gathered. */
const at = (count: number) => world.on(`2026-11-23T${String(8 + count).padStart(2, '0')}:01:00+08:00`);

async function lodged() {
  hours += 1;
  at(hours);
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
    ((await people[who].get('/api/v1/messages')).body.messages as Message[])
      .filter((one) => isAbout(one, itemId) && /等待您|您提请的/.test(one.title))
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

const heardBy = async (who: Who): Promise<Message[]> => (await people[who].get('/api/v1/messages')).body.messages;

test('a batch is one message with its count; what comes later within minutes is added and unread again', async () => {
  const first = await lodged();
  const others = [await lodged(), await lodged()];
  at(hours);
  const all = [first, ...others];
  for (const it of all) await it.act('officer', 'accept');
  const waiting = (await heardBy('head')).filter((one) =>
    all.some((it) => one.title !== '新到办件' && isAbout(one, it.itemId)),
  );
  expect(waiting.map((one) => [one.title, one.gathered.length, one.itemId])).toEqual([['等待您审核：3 件', 3, null]]);
  expect(waiting[0]!.body).toMatch(/^1\. 办件\S+，示例承办提请“受理”\n2\. [\s\S]+在“审核签发”里办理/);
  await people.head.post(
    `/api/v1/subjects/00000000-0000-0000-0000-000000000000/messages/${waiting[0]!.messageId}/read`,
  );
  expect((await heardBy('head')).find((one) => one.title === '等待您审核：3 件')!.readAt).not.toBeNull();
  await all[0]!.act('officer', 'retract');
  await all[0]!.act('officer', 'accept');
  const again = (await heardBy('head')).filter((one) => one.title !== '新到办件' && isAbout(one, first.itemId));
  expect(again.map((one) => [one.title, one.readAt])).toEqual([['等待您审核：3 件', null]]);

  for (const it of all) await it.act('reviewer', 'endorse', { note: '' });
  for (const it of all) await it.act('head', 'sign', { note: '' });
  const signed = (await heardBy('officer')).filter((one) => isAbout(one, first.itemId) && /签发/.test(one.title));
  expect(signed.map((one) => one.title)).toEqual(['您提请的 3 件已签发']);
});

test('who proposed hears that the proposal lapsed, and why: the applicant withdrew', async () => {
  const it = await lodged();
  await it.act('officer', 'accept');
  const { version } = (await it.applicant.get(it.address)).body.summary;
  const body = { requestId: randomUUID(), version, reason: '不办了' };
  expect((await it.applicant.post(`${it.address}/withdraw`, body)).status).toBe(200);
  expect(await world.work()).toEqual([]);
  expect(await it.heard('officer')).toEqual(['您提请的“受理”已失效']);
  const told = (await heardBy('officer')).find((one) => one.itemId === it.itemId && /失效/.test(one.title))!;
  expect(told.body).toContain('申请人撤回了申请');
  expect(await it.heard('head')).toEqual(['等待您审核：受理']);
});
