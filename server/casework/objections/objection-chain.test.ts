import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '#contract/endpoint.ts';
import { createSession } from '../../access/session-store.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';
import { checkObjections } from './check-objections.ts';

/** 承办 → 审核 → 签发 of what ends an objection, over the days of 36号第十八条. */

let world: World;
const unitId = 'emergency-360100';
const people: Record<'officer' | 'second' | 'reviewer' | 'head' | 'head2' | 'head3', Person> = {} as never;
const staff = {
  officer: ['oc-1', '示例承办', ['officer']],
  second: ['oc-2', '示例另一位', ['officer']],
  reviewer: ['oc-3', '示例审核', ['officer', 'reviewer']],
  head: ['oc-4', '示例负责', ['officer', 'reviewer', 'head']],
  head2: ['oc-5', '示例副职', ['officer', 'reviewer', 'head']],
  head3: ['oc-6', '示例第三', ['officer', 'reviewer', 'head']],
} as const satisfies Record<keyof typeof people, readonly [string, string, readonly Caller[]]>;

async function logInOn(day: string): Promise<void> {
  world.on(day);
  const { db, clock } = world.services;
  for (const [who, [officerId, name, roles]] of Object.entries(staff))
    people[who as keyof typeof people] = world.withSession(
      await createSession(db, 'officer', { officerId, name, unitId, roles: [...roles] }, clock.now()),
    );
}

beforeAll(async () => {
  world = await openWorld();
  for (const [id, name, roles] of Object.values(staff))
    await world.services.db.pool.query(
      `insert into officer (officer_id, login, name, password_hash, unit_id, roles, valid_from) values ($1, $1, $2, 'x', $3, $4, '2026-01-01')`,
      [id, name, unitId, roles],
    );
  await logInOn('2026-11-23');
});
afterAll(() => world.end());

async function order(act: string, steps: string) {
  const body = { requestId: randomUUID(), matterKey: '*', act, steps, from: 'today' };
  const set = await people.head.post('/api/v1/office/sign-off-rules', body);
  expect(set.status, set.text).toBe(200);
  return set.body.rules;
}

async function lodged() {
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey);
  const applicant = await world.applicant(subjectKey);
  const path = `/api/v1/subjects/${subjectKey}/objections`;
  const made = await applicant.post(path, {
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
  const objectionId: string = made.body.summary.objectionId;
  const one = `${path}/${objectionId}`;
  const act = async (who: Person, verb: string, more: object = {}) =>
    who.post(`${one}/${verb}`, {
      requestId: randomUUID(),
      version: await versionOf(one),
      ...more,
    });
  return { subjectKey, recordId, applicant, one, objectionId, number: made.body.summary.number as string, act };
}

const versionOf = async (one: string) => {
  const seen = await people.second.get(one);
  expect(seen.status, seen.text).toBe(200);
  return seen.body.summary.version as number;
};

const upheld = {
  outcome: 'upheld',
  findings: [{ text: '录入时抄错', evidence: '决定书原件' }],
  corrections: [{ field: 'act', value: '更正后的事由' }],
};
const actOf = async (it: { subjectKey: string; applicant?: Person }) => {
  const applicant = await world.applicant(it.subjectKey);
  return (await applicant.get(`/api/v1/subjects/${it.subjectKey}/records`)).body.records[0].facts.act;
};
const listed = async (who: Person, list: string) =>
  (await who.get(`/api/v1/office/sign-offs?list=${list}`)).body as {
    objections: { objection: { objectionId: string; due: { due: string } | null }; own: boolean; note: string }[];
    counts: Record<string, number>;
  };
const told = async (who: Person) =>
  (await who.get('/api/v1/messages')).body.messages.map((one: { title: string }) => one.title) as string[];

describe('answers of a unit whose order asks for review and signature', () => {
  test('an answer is proposed, returned with a reason, proposed again, reviewed and signed; the seven days run on', async () => {
    const rules = await order('answer-objection', 'review-sign');
    expect(rules[0]).toMatchObject({ actName: '答复异议', standing: 'in-force' });
    const it = await lodged();
    // Acceptance binds nobody for good: one person accepts.
    const accepted = await it.act(people.officer, 'accept', { note: '' });
    expect(accepted.body.summary).toMatchObject({ state: 'checking', due: { due: '2026-12-02' }, signOff: null });
    expect(accepted.body.chain.hands).toEqual([{ act: 'answer', steps: 'review-sign' }]);

    const proposed = await it.act(people.officer, 'answer', upheld);
    expect(proposed.status, proposed.text).toBe(200);
    expect(proposed.body.summary).toMatchObject({
      state: 'checking',
      signOff: '答复异议：等待审核',
      due: { kind: 'check', due: '2026-12-02' },
    });
    expect(proposed.body.answer).toBeNull();
    expect(proposed.body.chain.proposal.lines).toEqual([
      { label: '结论', text: '异议成立' },
      { label: '核查情况 1', text: '录入时抄错（依据：决定书原件）' },
      { label: '更正违法（列入）事由', text: '示例事由 → 更正后的事由' },
    ]);
    expect(await actOf(it)).toBe('示例事由');
    expect(await world.work()).toEqual([]);
    expect(await told(people.reviewer)).toContain('等待您审核：答复异议');
    expect(await told(people.officer)).not.toContain('等待您审核：答复异议');

    // Meanwhile nothing else is decided, and nobody skips a hand.
    expect((await it.act(people.second, 'answer', upheld)).body.code).toBe('proposal-open');
    expect((await it.act(people.second, 'extend', { days: 3, reason: '需要核实' })).body.code).toBe('proposal-open');
    expect((await it.act(people.head, 'sign', { note: '' })).body.code).toBe('not-endorsed');
    expect((await it.act(people.second, 'retract')).body.code).toBe('not-your-proposal');
    const waiting = await listed(people.reviewer, 'review');
    expect(waiting.objections.find((one) => one.objection.objectionId === it.objectionId)).toMatchObject({
      own: false,
      objection: { due: { due: '2026-12-02' } },
    });
    expect(waiting.counts.review).toBe(waiting.objections.length);

    const returned = await it.act(people.reviewer, 'return', { reason: '依据要写明文书页码' });
    expect(returned.body.summary.signOff).toBe('答复异议：退回');
    expect(returned.body.chain.returned).toMatchObject({ reason: '依据要写明文书页码', by: { name: '示例审核' } });
    expect(await world.work()).toEqual([]);
    expect(await told(people.officer)).toContain('您提请的“答复异议”被退回');
    expect((await people.officer.get('/api/v1/office/waiting')).body.signOff).toBe(1);
    const back = await listed(people.officer, 'returned');
    expect(back.objections[0]).toMatchObject({ own: true, note: '示例审核：依据要写明文书页码' });

    await logInOn('2026-11-30');
    const again = await it.act(people.officer, 'answer', upheld);
    expect(again.body.summary.signOff).toBe('答复异议：等待审核');
    expect((await it.act(people.reviewer, 'endorse', { note: '同意' })).body.summary.signOff).toBe(
      '答复异议：等待签发',
    );
    expect(await world.work()).toEqual([]);
    expect(await told(people.head)).toContain('等待您签发：答复异议');
    expect(await told(people.reviewer)).not.toContain('等待您签发：答复异议');
    // The eighth working day: the proposal has stopped no clock.
    await logInOn('2026-12-03');
    expect((await people.head.get(it.one)).body.summary.due).toMatchObject({ due: '2026-12-02', standing: 'overdue' });
    const overdue = (await people.second.get('/api/v1/office/objections?list=overdue')).body.objections;
    expect(overdue.map((one: { number: string }) => one.number)).toContain(it.number);

    const signed = await it.act(people.head, 'sign', { note: '照办' });
    expect(signed.status, signed.text).toBe(200);
    expect(signed.body.summary).toMatchObject({ state: 'correcting', outcome: 'upheld', signOff: null });
    expect(signed.body.answer.on).toBe('2026-12-03');
    expect(await actOf(it)).toBe('更正后的事由');
    expect(await world.work()).toEqual([]);
    expect(await told(people.officer)).toContain('您提请的“答复异议”已签发');
    const done = (await people.second.get(it.one)).body;
    expect(done.papers.map((one: { kind: string }) => one.kind)).toEqual(['objection-statement', 'objection-answer']);
    expect(done.timeline.map((one: { title: string }) => one.title)).toEqual(
      expect.arrayContaining(['提请', '退回承办人', '审核通过', '答复']),
    );
    expect(done.timeline.find((one: { type: string }) => one.type === 'answered').text).toContain(
      '示例承办承办，示例审核审核，示例负责签发：照办',
    );

    // How it came about is the unit's own.
    const mine = (await (await world.applicant(it.subjectKey)).get(it.one)).body;
    expect(mine.chain).toBeNull();
    expect(mine.timeline.map((one: { title: string }) => one.title)).not.toContain('提请');
    expect(JSON.stringify(mine)).not.toContain('示例审核');
    expect((await world.services.db.read({ sees: 'all' }, checkObjections)).faults).toEqual([]);
  });

  test('nobody signs their own proposal, nor what they reviewed; a proposal may be taken back by whoever made it', async () => {
    await logInOn('2026-12-04');
    await order('answer-objection', 'review-sign');
    const it = await lodged();
    await it.act(people.head, 'accept', { note: '' });
    await it.act(people.head, 'answer', { ...upheld, outcome: 'rejected', corrections: [] });
    expect((await people.officer.get(it.one)).body.summary.holder).toBe('示例负责');
    expect((await it.applicant.get(it.one)).body.summary.holder).toBeUndefined();
    expect((await it.act(people.head, 'endorse', { note: '' })).body.code).toBe('own-proposal');
    await it.act(people.head2, 'endorse', { note: '' });
    expect((await it.act(people.head2, 'sign', { note: '' })).body.code).toBe('reviewed-it');
    expect((await it.act(people.head, 'sign', { note: '' })).body.code).toBe('own-proposal');
    const { pool } = world.services.db;
    const gone = `update officer set valid_to = $1 where unit_id = $2 and 'head' = any (roles) and officer_id <> 'oc-5'`;
    await it.act(people.head, 'retract');
    await it.act(people.head, 'answer', { ...upheld, outcome: 'rejected', corrections: [] });
    await pool.query(gone, ['2026-11-01', unitId]);
    expect((await it.act(people.head2, 'endorse', { note: '' })).body.code).toBe('nobody-left-to-sign');
    await pool.query(gone, [null, unitId]);
    const retracted = await it.act(people.head, 'retract');
    expect(retracted.body.chain).toMatchObject({ proposal: null, returned: null });
    expect(retracted.body.summary.signOff).toBeNull();
  });

  test('turning an objection away is signed too; two heads at once sign once', async () => {
    await order('decline-objection', 'sign');
    const it = await lodged();
    const bad = await it.act(people.officer, 'decline', { reasons: [{ code: 'other', text: '不方便' }] });
    expect(bad.body.code).toBe('reason-without-clause');
    const proposed = await it.act(people.officer, 'decline', {
      reasons: [{ code: 'no-evidence', text: '没有附任何材料' }],
    });
    expect(proposed.body.summary).toMatchObject({ state: 'pushed', signOff: '异议不予受理：等待签发' });
    expect((await it.act(people.second, 'accept', { note: '' })).body.code).toBe('proposal-open');
    const version = proposed.body.summary.version;
    const both = await Promise.all(
      [people.head, people.head2].map((who) =>
        who.post(`${it.one}/sign`, { requestId: randomUUID(), version, note: '' }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(both.find((one) => one.status === 200)!.body.summary.state).toBe('declined');
  });

  test('a proposal lapses when the applicant takes the objection back', async () => {
    await order('answer-objection', 'sign');
    const it = await lodged();
    await it.act(people.officer, 'accept', { note: '' });
    await it.act(people.officer, 'answer', upheld);
    const version = (await it.applicant.get(it.one)).body.summary.version;
    const gone = await it.applicant.post(`${it.one}/withdraw`, { requestId: randomUUID(), version, reason: '' });
    expect(gone.body.summary.state).toBe('withdrawn');
    expect((await people.second.get(it.one)).body.chain).toMatchObject({ proposal: null });
    expect((await it.act(people.head, 'sign', { note: '' })).body.code).toBe('objection-state');
    expect(await actOf(it)).toBe('示例事由');
  });

  test('another unit, a window and the applicant take no step', async () => {
    await order('answer-objection', 'sign');
    const it = await lodged();
    await it.act(people.officer, 'accept', { note: '' });
    await it.act(people.officer, 'answer', upheld);
    const foreign = await world.officer('emergency-360200', 'head');
    expect((await it.act(foreign, 'sign', { note: '' })).status).toBe(404);
    const clerk = await world.officer('window-360102', 'window-clerk');
    expect((await it.act(clerk, 'sign', { note: '' })).status).toBe(403);
    expect((await it.act(it.applicant, 'sign', { note: '' })).status).toBe(403);
  });
});
