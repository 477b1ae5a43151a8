import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '#contract/endpoint.ts';
import { sessionCookie } from '../access/authenticate.ts';
import { createSession } from '../access/session-store.ts';
import { checkLedger } from '../item/check-ledger.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

/** Several people of one unit: an officer, a second one, a reviewer and two heads. */

let world: World;
const unitId = 'emergency-360100';
const people: Record<'officer' | 'second' | 'reviewer' | 'head' | 'head2' | 'head3', Person> = {} as never;

const staff = {
  officer: ['o-1', '示例承办', ['officer']],
  second: ['o-2', '示例另一位', ['officer']],
  reviewer: ['o-3', '示例审核', ['officer', 'reviewer']],
  head: ['o-4', '示例负责', ['officer', 'reviewer', 'head']],
  head2: ['o-5', '示例副职', ['officer', 'reviewer', 'head']],
  head3: ['o-6', '示例第三', ['officer', 'reviewer', 'head']],
} as const satisfies Record<keyof typeof people, readonly [string, string, readonly Caller[]]>;

/** Everybody logs in anew on a day: sessions do not outlive it. */
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

async function order(matterKey: string, act: string, steps: string, from = 'today') {
  const body = { requestId: randomUUID(), matterKey, act, steps, from };
  const set = await people.head.post('/api/v1/office/sign-off-rules', body);
  expect(set.status, set.text).toBe(200);
  return set.body.rules;
}

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
  const read = async (who: Person) => (await who.get(address)).body;
  const act = async (who: Person, verb: string, body: object = {}, requestId: string = randomUUID()) => {
    const { summary } = await read(people.officer);
    return who.post(`${address}/${verb}`, { requestId, version: summary.version, ...body });
  };
  return { subjectKey, itemId, address, applicant, read, act };
}

async function accepted() {
  const it = await lodged();
  expect((await it.act(people.officer, 'accept')).status).toBe(200);
  const { conditions } = await it.read(people.officer);
  const findings = conditions.map((one: { key: string; text: string }) => ({ ...one, met: true, evidence: '已核对' }));
  return { ...it, findings: findings.map(({ key, text, met, evidence }: never) => ({ key, text, met, evidence })) };
}

const numbers = async () =>
  (await world.services.db.pool.query('select kind, last from number_series where unit_id = $1', [unitId])).rows;

describe('one person decides where nothing is set', () => {
  test('a grant is a grant', async () => {
    const it = await accepted();
    const done = await it.act(people.officer, 'grant', { findings: it.findings, note: '' });
    expect(done.body.item.state).toBe('granted');
  });
});

describe('承办 → 审核 → 签发', () => {
  beforeAll(async () => {
    await order('*', '*', 'review-sign');
  });

  test('a grant waits for review and signature, draws its number at signing, and says who did what', async () => {
    const it = await accepted();
    const before = await numbers();
    const proposed = await it.act(people.officer, 'grant', { findings: it.findings, note: '整改报告已核对。' });
    expect(proposed.status, proposed.text).toBe(200);
    expect(proposed.body.item.state).toBe('accepted');
    expect(await numbers()).toEqual(before);
    const view = await it.read(people.reviewer);
    expect(view.chain.proposal).toMatchObject({ act: 'grant', waitsFor: 'review', by: { name: '示例承办' } });
    expect(view.summary.signOff).toBe('准予修复：等待审核');
    expect(view.clocks.find((one: { kind: string }) => one.kind === 'decision').doneOn).toBeNull();

    expect((await it.act(people.head, 'sign', { note: '' })).body.code).toBe('not-endorsed');
    expect((await it.act(people.officer, 'endorse', { note: '' })).status).toBe(403);
    expect((await it.act(people.reviewer, 'endorse', { note: '条件齐全' })).status).toBe(200);
    expect((await it.act(people.reviewer, 'sign', { note: '' })).status).toBe(403);
    const signed = await it.act(people.head, 'sign', { note: '同意' });
    expect(signed.body.item.state).toBe('granted');
    const { timeline, chain } = await it.read(people.officer);
    const granted = timeline.find((one: { type: string }) => one.type === 'granted');
    expect(granted.payload.chain).toMatchObject({
      proposed: { by: { name: '示例承办' } },
      reviewed: { by: { name: '示例审核' }, note: '条件齐全' },
      signed: { by: { name: '示例负责' }, note: '同意' },
    });
    expect(granted.payload.docNumber).toMatch(/信修准〔2026〕\d+号$/);
    expect(chain.proposal).toBeNull();
  });

  test('what was proposed is in 待他人 of who did, out of 我的, until it comes back; the numbers equal the lists', async () => {
    const it = await accepted();
    const holds = async (list: string) => {
      const { items, counts } = (await people.officer.get(`/api/v1/office/queue?list=${list}`)).body;
      expect(counts[list]).toBe(items.length);
      return items.some((one: { itemId: string }) => one.itemId === it.itemId);
    };
    expect((await it.read(people.officer)).summary.holder).toMatchObject({ name: '示例承办' });
    expect([await holds('mine'), await holds('waiting')]).toEqual([true, false]);
    await it.act(people.officer, 'grant', { findings: it.findings, note: '' });
    expect([await holds('mine'), await holds('waiting'), await holds('review')]).toEqual([false, true, true]);
    expect((await it.read(people.officer)).chain.proposal).toMatchObject({
      waitsOn: expect.arrayContaining(['示例审核', '示例负责']),
      since: '2026-11-23',
    });
    await it.act(people.reviewer, 'return', { reason: '依据没有写明' });
    expect([await holds('mine'), await holds('waiting'), await holds('returned')]).toEqual([true, false, true]);
  });

  test('nobody signs what they reviewed or proposed', async () => {
    const it = await accepted();
    const claim = { saw: 'o-1', reason: '由本人接着办' };
    expect((await it.act(people.head, 'claim', claim)).status).toBe(200);
    await it.act(people.head, 'grant', { findings: it.findings, note: '' });
    expect((await it.act(people.head, 'endorse', { note: '' })).body.code).toBe('own-proposal');
    expect((await it.act(people.head2, 'endorse', { note: '' })).status).toBe(200);
    expect((await it.act(people.head, 'sign', { note: '' })).body.code).toBe('own-proposal');
    expect((await it.act(people.head2, 'sign', { note: '' })).body.code).toBe('reviewed-it');
    expect((await it.read(people.officer)).summary.state).toBe('accepted');
  });

  test('the only head left does not review; told before and when pressed', async () => {
    const it = await accepted();
    await it.act(people.officer, 'grant', { findings: it.findings, note: '' });
    const { pool } = world.services.db;
    const gone = `update officer set valid_to = $1 where unit_id = $2 and 'head' = any (roles) and officer_id <> 'o-4'`;
    await pool.query(gone, ['2026-11-01', unitId]);
    try {
      const { actions } = await it.read(people.head);
      expect(actions.find((one: { action: string }) => one.action === 'endorse')).toMatchObject({
        allowed: false,
        why: expect.stringContaining('您审核后本单位没有别人能签发，请由别人审核'),
      });
      expect((await it.act(people.head, 'endorse', { note: '' })).body.code).toBe('nobody-left-to-sign');
      const rules = await people.head.get('/api/v1/office/sign-off-rules');
      expect(rules.body.tooFew['review-sign'].join()).toContain('示例负责');
      expect((await it.act(people.reviewer, 'endorse', { note: '' })).status).toBe(200);
    } finally {
      await pool.query(gone, [null, unitId]);
    }
    expect((await it.act(people.head, 'sign', { note: '' })).body.item.state).toBe('granted');
  });

  test('what came back says who, why and what was proposed; another proposal takes its place', async () => {
    const it = await accepted();
    await it.act(people.officer, 'refuse', { findings: [], reasons: [{ code: 'x', text: '没有整改' }], note: '' });
    expect((await it.act(people.reviewer, 'return', { reason: ' ' })).status).toBe(400);
    expect((await it.act(people.reviewer, 'return', { reason: '依据没有写明' })).status).toBe(200);
    const { chain } = await it.read(people.officer);
    expect(chain.returned).toMatchObject({
      by: { name: '示例审核' },
      reason: '依据没有写明',
      proposal: { act: 'refuse', content: { reasons: [{ text: '没有整改' }] } },
    });
    const list = await people.officer.get('/api/v1/office/sign-offs?list=returned');
    expect(list.body.items.map((one: { item: { itemId: string } }) => one.item.itemId)).toContain(it.itemId);
    await it.act(people.officer, 'refuse', { findings: [], reasons: [{ code: 'x', text: '实地看到仍未整改' }] });
    expect((await it.read(people.officer)).chain).toMatchObject({ returned: null, proposal: { act: 'refuse' } });
  });

  test('while something is proposed nothing else is decided; the proposer may take it back', async () => {
    const it = await accepted();
    await it.act(people.officer, 'extend', { reason: '需要实地核查' });
    expect((await it.act(people.second, 'grant', { findings: it.findings, note: '' })).body.code).toBe('proposal-open');
    expect((await it.act(people.second, 'retract')).body.code).toBe('not-your-proposal');
    expect((await it.act(people.officer, 'retract')).status).toBe(200);
    expect((await it.read(people.officer)).chain.proposal).toBeNull();
  });

  test('a proposal lapses when the applicant withdraws, and applicants never read of it', async () => {
    const it = await accepted();
    await it.act(people.officer, 'grant', { findings: it.findings, note: '' });
    const own = await it.read(it.applicant);
    expect(own.chain).toBeNull();
    expect(own.checks).toEqual([]);
    expect(own.summary.signOff ?? null).toBeNull();
    expect(own.timeline.map((one: { type: string }) => one.type)).not.toContain('proposed');
    expect((await it.act(it.applicant, 'withdraw', { reason: '不办了' })).status).toBe(200);
    expect((await it.read(people.head)).chain.proposal).toBeNull();
    expect((await it.act(people.head, 'sign', { note: '' })).status).toBe(409);
  });

  test('the law is looked at again on the day of signature; who proposed is told why it was not signed', async () => {
    const it = await accepted();
    await it.act(people.officer, 'extend', { reason: '需要实地核查' });
    await it.act(people.reviewer, 'endorse', { note: '' });
    await logInOn('2026-12-20');
    const late = await it.act(people.head, 'sign', { note: '' });
    await it.act(people.head, 'sign', { note: '再签一次' });
    expect(await world.work()).toEqual([]);
    const { messages } = (await people.officer.get('/api/v1/messages')).body;
    const told = messages.filter((one: { title: string }) => one.title === '您提请的“延长办理期限”没有签发成');
    expect(told).toHaveLength(1);
    expect(told[0].body).toContain(late.body.detail);
    expect(told[0].body).toContain('可以再签；要改办别的，请撤回提请');
    await logInOn('2026-11-23');
    expect(late.body.code).toBe('extension-too-late');
    expect((await it.read(people.head)).chain.proposal.waitsFor).toBe('sign');
  });

  test('two heads sign at once: one does, the other is told', async () => {
    const it = await accepted();
    await it.act(people.officer, 'grant', { findings: it.findings, note: '' });
    await it.act(people.reviewer, 'endorse', { note: '' });
    const { summary } = await it.read(people.head);
    const both = await Promise.all(
      [people.head, people.head2].map((who) =>
        who.post(`${it.address}/sign`, { requestId: randomUUID(), version: summary.version, note: '' }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  });

  test('accepting stays with one person unless a line names it', async () => {
    const it = await lodged();
    expect((await it.act(people.officer, 'accept')).body.item.state).toBe('accepted');
  });
});

describe('the order of hands', () => {
  test('the most particular line holds, from its day on, with its history', async () => {
    await order('*', '*', 'review-sign');
    await order('work-safety', 'grant', 'none');
    const it = await accepted();
    expect((await it.act(people.officer, 'grant', { findings: it.findings, note: '' })).body.item.state).toBe(
      'granted',
    );
    const rules = await order('work-safety', 'grant', 'sign', 'tomorrow');
    expect(rules[0]).toMatchObject({ act: 'grant', steps: 'sign', standing: 'coming', setBy: '示例负责' });
    await logInOn('2026-11-24');
    const next = await accepted();
    await next.act(people.officer, 'grant', { findings: next.findings, note: '' });
    expect((await next.read(people.head)).chain.proposal.waitsFor).toBe('sign');
    await logInOn('2026-11-23');
  });

  test('an officer sets nothing; a chain nobody could finish is not set', async () => {
    const body = { requestId: randomUUID(), matterKey: '*', act: '*', steps: 'sign', from: 'today' };
    expect((await people.officer.post('/api/v1/office/sign-off-rules', body)).status).toBe(403);
    const alone = await world.officer('emergency-360200', 'officer', 'head');
    expect((await alone.post('/api/v1/office/sign-off-rules', body)).body.code).toBe('hands-missing');
    const odd = { ...body, matterKey: 'no-such-matter' };
    expect((await people.head.post('/api/v1/office/sign-off-rules', odd)).body.code).toBe('matter-unknown');
  });
});

describe('many alike', () => {
  test('each is its own entry; one that fails is told and stops nothing; a retry acts once', async () => {
    await order('work-safety', 'grant', 'none');
    const items = [await lodged(), await lodged(), await lodged()];
    const batch = await Promise.all(
      items.map(async ({ subjectKey, itemId, read }) => ({
        subjectKey,
        itemId,
        version: (await read(people.officer)).summary.version as number,
        requestId: randomUUID(),
      })),
    );
    batch[1]!.version += 7;
    const first = await people.officer.post('/api/v1/office/batch', { act: 'accept', items: batch });
    expect(first.body.results.map((one: { done: boolean }) => one.done)).toEqual([true, false, true]);
    expect(first.body.results[1].code).toBe('stale-version');
    const again = await people.officer.post('/api/v1/office/batch', { act: 'accept', items: batch });
    expect(again.body.results.map((one: { done: boolean }) => one.done)).toEqual([true, false, true]);
    const { timeline } = await items[0]!.read(people.officer);
    expect(timeline.filter((one: { type: string }) => one.type === 'accepted')).toHaveLength(1);
  });

  test('a grant of many says on what evidence; the same item twice is refused', async () => {
    const it = await accepted();
    const { summary } = await it.read(people.officer);
    const one = { subjectKey: it.subjectKey, itemId: it.itemId, version: summary.version, requestId: randomUUID() };
    expect((await people.officer.post('/api/v1/office/batch', { act: 'grant', items: [one] })).status).toBe(400);
    const twice = { act: 'grant', items: [one, one], finding: '已核对' };
    expect((await people.officer.post('/api/v1/office/batch', twice)).body.code).toBe('item-twice');
  });
});

describe('verification', () => {
  const said = { method: 'on-site', finding: '现场查看，隐患已经整改。', place: '示例路 1 号', people: ['示例乙'] };

  test('place, people, condition and result stand in the ledger; what is odd is refused', async () => {
    const it = await accepted();
    const [condition] = it.findings as { key: string }[];
    expect((await it.act(people.officer, 'verify', { ...said, place: ' ' })).body.code).toBe('place-missing');
    expect((await it.act(people.officer, 'verify', { ...said, condition: 'no-such' })).body.code).toBe(
      'condition-unknown',
    );
    expect((await it.act(people.officer, 'verify', { ...said, result: 'met' })).body.code).toBe('condition-missing');
    const strange = await it.act(people.officer, 'verify', { ...said, attachmentIds: [randomUUID()] });
    expect(strange.body.code).toBe('attachment-unknown');
    const done = await it.act(people.officer, 'verify', { ...said, condition: condition!.key, result: 'met' });
    expect(done.status, done.text).toBe(200);
    const { timeline } = await it.read(people.officer);
    expect(timeline.at(-1).payload).toEqual({ ...said, condition: condition!.key, result: 'met' });
  });

  test('a picture of the officer stays with the unit', async () => {
    const it = await accepted();
    const boundary = 'b';
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="现场.png"\r\ncontent-type: image/png\r\n\r\n`,
      ),
      png,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const reply = await world.app.inject({
      method: 'POST',
      url: `${it.address}/evidence`,
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      cookies: { [sessionCookie]: people.officer.cookie! },
    });
    expect(reply.statusCode, reply.body).toBe(201);
    const { attachmentId } = reply.json();
    const done = await it.act(people.officer, 'verify', { ...said, attachmentIds: [attachmentId] });
    expect(done.status, done.text).toBe(200);
    const file = `/api/v1/subjects/${it.subjectKey}/attachments/${attachmentId}`;
    expect((await people.officer.get(file)).status).toBe(200);
    expect((await it.applicant.get(file)).status).toBe(404);
    expect(
      (await it.read(it.applicant)).attachments.map((one: { attachmentId: string }) => one.attachmentId),
    ).not.toContain(attachmentId);
  });
});

test('the ledger refolds to what is kept, chains and all', async () => {
  expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
});
