import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const seen = (version: number) => ({ requestId: randomUUID(), version });

async function lodge(records: readonly Parameters<World['record']>[1][]) {
  const subjectKey = await world.subject();
  const recordIds = [];
  for (const record of records) recordIds.push(await world.record(subjectKey, record));
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, recordIds),
  );
  return { subjectKey, recordIds, applicant, submitted };
}

async function itemOf(person: Person, subjectKey: string, itemId: string) {
  return (await person.get(`/api/v1/subjects/${subjectKey}/items/${itemId}`)).body;
}

describe('joint submission', () => {
  test('one transaction makes the application and one item per record, each with its own number, authority and jobs', async () => {
    const { submitted, subjectKey } = await lodge([
      {},
      { matterKey: 'culture-tourism', unitId: 'culture-360100', organName: '南昌市文化广电旅游局' },
    ]);
    expect(submitted.status).toBe(201);
    expect(submitted.body.number).toMatch(/^JXXF20261123\d{6}$/);
    expect(submitted.body.queryCode).toMatch(/^[2-9A-Z]{8}$/);
    expect(submitted.body.items.map((item: { unitId: string }) => item.unitId)).toEqual([
      'emergency-360100',
      'culture-360100',
    ]);
    const rows = await world.services.db.pool.query(
      'select task from outbox where subject_key = $1 order by outbox_id',
      [subjectKey],
    );
    expect(rows.rows.map((row: { task: string }) => row.task)).toEqual([
      'register-submission',
      'register-submission',
      'welcome-application',
    ]);
    await world.work();
  });

  test('a repeated request id gives the first answer and acts once', async () => {
    const subjectKey = await world.subject();
    const body = await world.application(subjectKey, [await world.record(subjectKey)]);
    const applicant = await world.applicant(subjectKey);
    const [first, second] = await Promise.all(
      [0, 1].map(() => applicant.post(`/api/v1/subjects/${subjectKey}/applications`, body)),
    );
    const third = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, body);
    expect([first, second, third].map((one) => one?.status)).toEqual([201, 201, 201]);
    expect(new Set([first, second, third].map((one) => one?.body.number)).size).toBe(1);
    const count = await world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run<{ n: number }>('select count(*) as n from application where subject_key = $1', [subjectKey]),
    );
    expect(count[0]?.n).toBe(1);
  });

  test('a second submission for a record with an open item is refused with a link to the first', async () => {
    const { subjectKey, recordIds, applicant, submitted } = await lodge([{}]);
    const again = await applicant.post(
      `/api/v1/subjects/${subjectKey}/applications`,
      await world.application(subjectKey, recordIds),
    );
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      code: 'record-has-open-item',
      more: { applicationId: submitted.body.applicationId, number: submitted.body.items[0].number },
    });
  });

  test('36号第十二条: before the minimum period is over nothing is lodged, and the day is told', async () => {
    const { submitted } = await lodge([{ findingDate: '2026-06-02', publishedDate: '2026-06-05' }]);
    expect(submitted.status).toBe(422);
    expect(submitted.body).toMatchObject({ code: 'verdict-not-yet', more: { from: '2027-06-03' } });
    expect(submitted.body.cite.length).toBeGreaterThan(0);
  });

  test('a field of the form that is missing is named in Chinese, and nothing is written', async () => {
    const subjectKey = await world.subject();
    const applicant = await world.applicant(subjectKey);
    const body = await world.application(subjectKey, [await world.record(subjectKey)]);
    const bad = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, {
      ...body,
      form: { ...body.form, phone: '12', facts: '' },
    });
    expect(bad.status).toBe(400);
    expect(bad.body.fields).toEqual(
      expect.arrayContaining([
        { field: 'form.phone', text: '联系电话的格式不对。' },
        { field: 'form.facts', text: '请填写申请事实和理由。' },
      ]),
    );
  });

  test('a stranger finds no subject, a guest is asked to log in', async () => {
    const subjectKey = await world.subject();
    const stranger = await world.applicant(await world.subject());
    const body = await world.application(subjectKey, [await world.record(subjectKey)]);
    expect((await stranger.post(`/api/v1/subjects/${subjectKey}/applications`, body)).status).toBe(404);
    expect((await world.guest().post(`/api/v1/subjects/${subjectKey}/applications`, body)).status).toBe(401);
  });
});

describe('the authority decides', () => {
  test('accept, extend, grant: clocks by 36号第十六条, three effects confirmed, record no longer shown, item completed', async () => {
    const { subjectKey, applicant, submitted } = await lodge([{}]);
    const itemId = submitted.body.items[0].itemId;
    const at = (verb: string) => `/api/v1/subjects/${subjectKey}/items/${itemId}/${verb}`;
    expect(await world.work()).toEqual([]);
    const officer = await world.officer('emergency-360100');
    const queue = await officer.get('/api/v1/office/queue');
    expect(queue.body.items.some((item: { itemId: string }) => item.itemId === itemId)).toBe(true);
    const lodged = await itemOf(officer, subjectKey, itemId);
    expect(lodged.summary).toMatchObject({ state: 'lodged', version: 2, due: { kind: 'acceptance', days: 3 } });

    const accepted = await officer.post(at('accept'), seen(2));
    expect(accepted.body.item).toMatchObject({
      state: 'accepted',
      due: { kind: 'decision', days: 7, due: '2026-12-02' },
    });
    const extended = await officer.post(at('extend'), { ...seen(3), reason: '需要实地核查' });
    expect(extended.body.item.due).toMatchObject({ days: 17, due: '2026-12-16' });

    const conditions = (await itemOf(officer, subjectKey, itemId)).conditions as { key: string; text: string }[];
    const half = await officer.post(at('grant'), { ...seen(4), findings: [], note: '' });
    expect(half).toMatchObject({ status: 422, body: { code: 'conditions-open' } });
    const granted = await officer.post(at('grant'), {
      ...seen(4),
      note: '',
      findings: conditions.map(({ key, text }) => ({ key, text, met: true, evidence: '已核对' })),
    });
    expect(granted).toMatchObject({ status: 200, body: { item: { state: 'granted' } } });
    expect(await world.work()).toEqual([]);

    const done = await itemOf(applicant, subjectKey, itemId);
    expect(done.summary).toMatchObject({ state: 'completed', outcome: 'granted' });
    expect(
      done.exchanges
        .map((one: { kind: string; system: string; state: string }) => `${one.kind}@${one.system}:${one.state}`)
        .sort(),
    ).toEqual([
      'end-publication@credit-china:confirmed',
      'end-publication@gsxt:confirmed',
      'end-sharing@province:confirmed',
      'lift-measures@province:confirmed',
      'register@credit-china:confirmed',
      'report-result@credit-china:confirmed',
    ]);
    const records = await applicant.get(`/api/v1/subjects/${subjectKey}/records`);
    expect(records.body.records[0].repairedOn).toBe('2026-11-23');
    const kinds = done.papers
      .filter((one: { state: string }) => one.state === 'printed')
      .map((one: { kind: string }) => one.kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'joint-application-form',
        'commitment',
        'receipt',
        'acceptance-notice',
        'extension-notice',
        'grant-decision',
      ]),
    );
    const pdf = await world.app.inject({
      url: `/api/v1/subjects/${subjectKey}/papers/${done.papers.at(-1).paperId}`,
      cookies: { credit_repair: applicant.cookie! },
    });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await applicant.post(at('rating'), { score: 5 })).status).toBe(201);
    expect((await applicant.post(at('rating'), { score: 4 })).body.code).toBe('already-rated');
  }, 60_000);

  test('call for correction once, answered in full, then declined with reasons', async () => {
    const { subjectKey, applicant, submitted } = await lodge([{}]);
    const itemId = submitted.body.items[0].itemId;
    const at = (verb: string) => `/api/v1/subjects/${subjectKey}/items/${itemId}/${verb}`;
    await world.work();
    const officer = await world.officer('emergency-360100');
    const asked = await officer.post(at('request-correction'), {
      ...seen(2),
      missing: [{ key: 'proof', name: '整改报告', reason: '没有盖章' }],
    });
    expect(asked.body.item).toMatchObject({ state: 'correcting', yourTurn: expect.stringContaining('整改报告') });
    expect((await applicant.post(at('correct'), { ...seen(3), materials: [] })).body).toMatchObject({
      code: 'correction-incomplete',
    });
    const back = await applicant.post(at('correct'), {
      ...seen(3),
      materials: [{ key: 'proof', attachmentIds: [], text: '原件已盖章，见附件' }],
    });
    expect(back.body.item).toMatchObject({ state: 'lodged', due: { kind: 'acceptance' } });
    expect(
      (await officer.post(at('request-correction'), { ...seen(4), missing: [{ key: 'x', name: 'x', reason: 'x' }] }))
        .body.code,
    ).toBe('correction-once');
    expect((await officer.post(at('decline'), { ...seen(4), reasons: [] })).status).toBe(400);
    const declined = await officer.post(at('decline'), {
      ...seen(4),
      reasons: [{ code: 'not-ours', text: '该决定由上级机关作出。' }],
    });
    expect(declined.body.item.state).toBe('declined');
  });

  test('two officers at once: exactly one wins, the other is told who and what', async () => {
    const { subjectKey, submitted } = await lodge([{}]);
    const itemId = submitted.body.items[0].itemId;
    await world.work();
    const officer = await world.officer('emergency-360100');
    const replies = await Promise.all(
      [1, 2, 3].map(() => officer.post(`/api/v1/subjects/${subjectKey}/items/${itemId}/accept`, seen(2))),
    );
    expect(replies.filter((one) => one.status === 200)).toHaveLength(1);
    for (const lost of replies.filter((one) => one.status !== 200)) {
      expect(lost).toMatchObject({ status: 409, body: { code: 'stale-version' } });
      expect(lost.body.detail).toContain('示例经办');
      expect(lost.body.detail).toContain('受理');
    }
  });

  test('another unit does not find the item, not even by its number', async () => {
    const { subjectKey, submitted } = await lodge([{}]);
    const itemId = submitted.body.items[0].itemId;
    await world.work();
    const other = await world.officer('emergency-360200');
    expect((await other.get(`/api/v1/subjects/${subjectKey}/items/${itemId}`)).status).toBe(404);
    expect((await other.post(`/api/v1/subjects/${subjectKey}/items/${itemId}/accept`, seen(2))).status).toBe(404);
  });
});

describe('materials of a joint application', () => {
  test('an authority opens what was handed in for its own item, and nothing else of the application', async () => {
    const { subjectKey, submitted } = await lodge([
      {},
      { matterKey: 'culture-tourism', unitId: 'culture-360100', organName: '南昌市文化广电旅游局' },
    ]);
    const rows = await world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run<{ items: { materials: { attachmentIds: string[] }[] }[] }>(
        'select items from application where application_id = $1',
        [submitted.body.applicationId],
      ),
    );
    const [safety, culture] = rows[0]!.items.map((item) => item.materials[0]!.attachmentIds[0]!);
    const open = async (unit: string, id: string) =>
      (await (await world.officer(unit)).get(`/api/v1/subjects/${subjectKey}/attachments/${id}`)).status;
    expect(await open('emergency-360100', safety!)).toBe(200);
    expect(await open('emergency-360100', culture!)).toBe(404);
    expect(await open('culture-360100', culture!)).toBe(200);
  });
});

describe('outside systems', () => {
  test('107号第十四条: a market item is handed over, mirrored and completed without a button of ours', async () => {
    const { subjectKey, applicant, submitted } = await lodge([
      {
        matterKey: 'abnormal-operation',
        recordType: 'abnormal',
        unitId: 'market-360102',
        regionCode: '360102',
        organName: '南昌市东湖区市场监督管理局',
      },
    ]);
    if (submitted.status !== 201) throw new Error(submitted.text);
    const itemId = submitted.body.items[0].itemId;
    expect(await world.work()).toEqual([]);
    const view = await itemOf(applicant, subjectKey, itemId);
    expect(view.summary.state).toBe('completed');
    expect(view.timeline.map((one: { type: string }) => one.type)).toEqual(
      expect.arrayContaining(['handed-over', 'outside-granted', 'effect-confirmed', 'completed']),
    );
  }, 60_000);

  test('a system that is down delays and loses nothing; a person retries what is stuck', async () => {
    const { subjectKey, applicant, submitted } = await lodge([{}]);
    const itemId = submitted.body.items[0].itemId;
    world.sandbox.control.setMode('credit-china', { mode: 'down' });
    const failures = await world.work();
    expect(failures.join()).toContain('register');
    const waiting = await itemOf(applicant, subjectKey, itemId);
    expect(waiting.summary.state).toBe('registering');
    const desk = await (await world.officer('emergency-360100')).get('/api/v1/office/exchanges');
    const row = desk.body.exchanges.find((one: { item: { itemId: string } }) => one.item.itemId === itemId);
    expect(row.exchange).toMatchObject({ kind: 'register', stateText: '发送没有成功，正在重试', attempts: 1 });
    world.sandbox.control.setMode('credit-china', { mode: 'ok' });
    const retried = await (await world.officer('emergency-360100')).post(
      `/api/v1/subjects/${subjectKey}/exchanges/${row.exchange.exchangeId}/retry`,
    );
    expect(retried.status).toBe(200);
    expect(await world.work()).toEqual([]);
    expect((await itemOf(applicant, subjectKey, itemId)).summary.state).toBe('lodged');
  }, 60_000);
});

describe('window', () => {
  test('a clerk takes in a joint application for a visitor from another region; the item travels to its authority', async () => {
    const subjectKey = await world.subject();
    const recordId = await world.record(subjectKey);
    const clerk = await world.officer('window-360702', 'window-clerk');
    const submitted = await clerk.post(
      `/api/v1/subjects/${subjectKey}/applications`,
      await world.application(subjectKey, [recordId], 'window-360702'),
    );
    expect(submitted.status).toBe(201);
    await world.work();
    const mine = await clerk.get('/api/v1/office/window/applications');
    expect(mine.body.applications[0]).toMatchObject({ number: submitted.body.number });
    const another = await world.officer('window-360102', 'window-clerk');
    const refused = await another.post(
      `/api/v1/subjects/${subjectKey}/applications`,
      await world.application(subjectKey, [recordId], 'window-360102'),
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'record-has-open-item' } });
    const progress = await world
      .guest()
      .post('/api/v1/public/progress', { number: submitted.body.number, queryCode: submitted.body.queryCode });
    expect(progress.body.items[0].summary.unitId).toBe('emergency-360100');
    const wrong = await world
      .guest()
      .post('/api/v1/public/progress', { number: submitted.body.number, queryCode: 'ABCDEFGH' });
    expect(wrong.status).toBe(404);
  });
});
