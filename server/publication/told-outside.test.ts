import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
});
afterAll(() => world?.end());

const unitId = 'emergency-360100';
const path = '/api/v1/office/told-outside';
const told = async (who: Person) => {
  const { status, body } = await who.get(path);
  expect(status).toBe(200);
  return body;
};

/** An objection whose correction, and an order whose end of display, one platform refuses to take. */
async function refusedTwice() {
  const subjectKey = await world.subject();
  const objectedTo = await world.record(subjectKey);
  const annulled = await world.record(subjectKey);
  const applicant = await world.applicant(subjectKey);
  const officer = await world.officer(unitId);
  const made = await applicant.post(`/api/v1/subjects/${subjectKey}/objections`, {
    requestId: randomUUID(),
    recordId: objectedTo,
    itemId: null,
    ground: 'content',
    door: 'unit',
    claims: [{ field: 'basis', shouldSay: '示例条款' }],
    reasons: '决定书写的依据与公示的不一致。',
    request: '',
    contact: { name: '示例甲', phone: '13900000001' },
    attachmentIds: [],
  });
  expect(made.status, made.text).toBe(201);
  const one = `/api/v1/subjects/${subjectKey}/objections/${made.body.summary.objectionId}`;
  const act = async (verb: string, more: object) => {
    const { version } = (await officer.get(one)).body.summary;
    const done = await officer.post(`${one}/${verb}`, { requestId: randomUUID(), version, ...more });
    expect(done.status, done.text).toBe(200);
  };
  await act('accept', { note: '' });
  world.sandbox.control.setMode('gsxt', { mode: 'refuse' });
  await act('answer', {
    outcome: 'partly-upheld',
    findings: [{ text: '部分有误', evidence: '' }],
    corrections: [{ field: 'basis', value: '示例条款' }],
  });
  const ordered = await officer.post(`/api/v1/subjects/${subjectKey}/records/${annulled}/orders`, {
    requestId: randomUUID(),
    ground: {
      title: '行政判决书',
      number: '（2026）赣01行终1号',
      office: '示例中级人民法院',
      day: '2026-11-16',
      attachmentId: null,
    },
    note: '',
    knownOn: '2026-11-23',
    kind: 'annulment',
  });
  expect(ordered.status, ordered.text).toBe(200);
  await world.work();
  return { subjectKey, officer, one, number: made.body.summary.number as string, orderId: ordered.body.orderId };
}

test('what one platform refused is listed for whoever answers for it, and sent again from there', async () => {
  const it = await refusedTwice();
  const { told: rows, stuck, open } = await told(it.officer);
  expect([stuck, open]).toEqual([2, 2]);
  expect(rows).toMatchObject([
    {
      about: 'objection',
      aboutText: `异议 ${it.number}`,
      mayRetry: true,
      exchange: { system: 'gsxt', state: 'stuck' },
    },
    { about: 'record-order', aboutId: it.orderId, mayRetry: true, exchange: { system: 'gsxt', state: 'stuck' } },
  ]);
  expect(rows[0].exchange.kindName).toBe('更正公示、共享的信息');
  expect(rows[1].aboutText).toContain('决定被撤销，撤回信息 · ');
  const operator = await world.officer(unitId, 'operator');
  expect((await told(operator)).open).toBe(2);
  expect((await told(await world.officer(unitId, 'supervisor'))).open).toBe(2);
  const elsewhere = await world.officer('culture-360100');
  expect(await told(elsewhere)).toEqual({ told: [], stuck: 0, open: 0, next: null });

  world.sandbox.control.setMode('gsxt', { mode: 'ok' });
  const retry = (who: Person, index: number) =>
    who.post(`/api/v1/subjects/${it.subjectKey}/told-outside/${rows[index].exchange.exchangeId}/retry`);
  expect(await retry(elsewhere, 0)).toMatchObject({ status: 404, body: { code: 'told-not-found' } });
  expect((await retry(it.officer, 0)).status).toBe(200);
  expect(await retry(it.officer, 0)).toMatchObject({ status: 409, body: { code: 'exchange-not-stuck' } });
  expect((await retry(operator, 1)).status).toBe(200);
  await world.work();
  expect(await told(it.officer)).toEqual({ told: [], stuck: 0, open: 0, next: null });
  expect((await it.officer.get(it.one)).body.summary.state).toBe('corrected');
  expect(await retry(it.officer, 1)).toMatchObject({ status: 409, body: { code: 'effect-confirmed' } });
});

test('a list longer than a page goes on without loss or repetition, what has stopped first', async () => {
  const { officer } = await refusedTwice();
  await world.services.db.transaction({ sees: 'all' }, async (tx) => {
    await tx.run(
      `insert into objection_exchange (subject_key, exchange_id, objection_id, system, kind, state, unit_id, region_code, requested_at)
       select e.subject_key, gen_random_uuid(), e.objection_id, 'system-' || n, e.kind, case when n % 3 = 0 then 'stuck' else 'requested' end,
         e.unit_id, e.region_code, timestamptz '2026-11-01T00:00:00Z' + n % 7 * interval '1 hour'
       from objection_exchange e cross join generate_series(1, 130) n where e.state = 'stuck' and e.unit_id = $1`,
      [unitId],
    );
  });
  const rows: { exchange: { exchangeId: string; state: string } }[] = [];
  let pages = 0;
  for (let after = ''; ; pages += 1) {
    const page = (await officer.get(`${path}${after && `?after=${after}`}`)).body;
    expect(page.open).toBe(132);
    rows.push(...page.told);
    if (!page.next) break;
    after = page.next;
  }
  expect(pages).toBe(2);
  expect(new Set(rows.map((one) => one.exchange.exchangeId)).size).toBe(132);
  const stopped = rows.map((one) => one.exchange.state === 'stuck');
  expect(stopped.lastIndexOf(true)).toBe(stopped.filter(Boolean).length - 1);
  expect((await officer.get(`${path}?after=garbage`)).body.told).toHaveLength(50);
});
