import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { checkLedger } from '../../item/check-ledger.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let clerk: Person;
const here = 'window-360102';
const there = 'window-360702';
const idNumber = makeCitizenId('36010219900101000')!;

beforeAll(async () => {
  world = await openWorld();
  clerk = await world.officer(here, 'window-clerk');
});
afterAll(() => world.end());

type Body = Awaited<ReturnType<World['application']>> & Record<string, unknown>;

async function prepared(over: Record<string, unknown> = {}, record: Parameters<World['record']>[1] = {}) {
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey, record);
  const body = { ...(await world.application(subjectKey, [recordId], here)), ...over } as Body;
  return { subjectKey, recordId, body };
}

const submit = (person: Person, subjectKey: string, body: unknown) =>
  person.post(`/api/v1/subjects/${subjectKey}/applications`, body);

async function taken(over: Record<string, unknown> = {}, record: Parameters<World['record']>[1] = {}) {
  const { subjectKey, body } = await prepared(over, record);
  const { status, body: reply } = await submit(clerk, subjectKey, body);
  expect(status, JSON.stringify(reply)).toBe(201);
  return {
    subjectKey,
    body,
    applicationId: reply.applicationId as string,
    itemId: reply.items[0].itemId as string,
    number: reply.number as string,
  };
}

const person = (over: Record<string, unknown> = {}) => ({
  relation: 'legal-rep',
  name: '示例甲',
  document: 'id-card',
  documentNumber: idNumber,
  way: 'original',
  ...over,
});

describe('a visit', () => {
  test('is recorded with the application; the number of the document is kept masked and nowhere in full', async () => {
    const { subjectKey, applicationId } = await taken();
    const view = (await clerk.get(`/api/v1/subjects/${subjectKey}/applications/${applicationId}/visit`)).body;
    expect(view.persons).toEqual([
      {
        relationText: '法定代表人（负责人）',
        name: '示例甲',
        documentText: `居民身份证 3601************${idNumber.slice(-2)}`,
        wayText: '人证核验',
        authorisationText: null,
      },
    ]);
    expect(view.queryCode).toMatch(/^[2-9A-Z]{8}$/);
    const [row] = await world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run<{ visit: object }>('select visit from application where application_id = $1', [applicationId]),
    );
    expect(JSON.stringify(row)).not.toContain(idNumber);
    expect(JSON.stringify(row)).toMatch(/"numberDigest":"[0-9a-f]{64}"/);
  });

  test.each([
    ['no visit at all', { visit: undefined }, 'visit'],
    ['nobody', { visit: { persons: [], originals: [] } }, 'visit.persons'],
    [
      'a wrong number',
      { visit: { persons: [person({ documentNumber: '360102199001010000' })], originals: [] } },
      'visit.persons.0.documentNumber',
    ],
    [
      'an organisation in person',
      { visit: { persons: [person({ relation: 'self' })], originals: [] } },
      'visit.persons.0.relation',
    ],
    [
      'an agent without authority',
      { visit: { persons: [person({ relation: 'agent' })], originals: [] } },
      'visit.persons.0.authorisation',
    ],
    [
      'a name typed by the clerk',
      { commitment: { agreed: true, signature: { way: 'typed', name: '示例甲' } } },
      'commitment.signature',
    ],
    [
      'a signed paper that nobody scanned',
      { commitment: { agreed: true, signature: { way: 'paper', name: '示例甲' } } },
      'commitment.signature',
    ],
    [
      'an original without a place',
      { visit: { persons: [person()], originals: [{ name: '营业执照', pages: 1, place: '' }] } },
      'visit.originals.0',
    ],
    [
      'an original promised for yesterday',
      {
        visit: {
          persons: [person()],
          originals: [{ name: '营业执照', pages: 1, place: '1 号柜', returnBy: '2026-11-22' }],
        },
      },
      'visit.originals.0',
    ],
    [
      'an original promised for a mistyped year',
      {
        visit: {
          persons: [person()],
          originals: [{ name: '营业执照', pages: 1, place: '1 号柜', returnBy: '2062-11-30' }],
        },
      },
      'visit.originals.0',
    ],
  ])('%s is a fault of the note, named by its field, and nothing is written', async (_, over, field) => {
    const { subjectKey, body } = await prepared(over);
    const reply = await submit(clerk, subjectKey, body);
    expect(reply.status).toBe(400);
    expect(reply.body.fields.map((one: { field: string }) => one.field)).toContain(field);
    expect((await clerk.get(`/api/v1/subjects/${subjectKey}/applications`)).body.applications).toEqual([]);
  });

  test('an applicant online says nothing of a counter and cannot claim a paper signature', async () => {
    const { subjectKey, body } = await prepared();
    const applicant = await world.applicant(subjectKey);
    const paper = { agreed: true, signature: { way: 'paper', name: '示例甲', attachmentIds: [] } };
    expect((await submit(applicant, subjectKey, { ...body, commitment: paper })).status).toBe(400);
  });
});

describe('a bad line', () => {
  test('the same request again gets the first answer; the same id with other content gets 409 and the first number', async () => {
    const { subjectKey, body, number, applicationId } = await taken();
    const again = await submit(clerk, subjectKey, body);
    expect(again).toMatchObject({ status: 201, body: { number } });
    const other = { ...body, form: { ...body.form, facts: '另外的理由。' } };
    expect(await submit(clerk, subjectKey, other)).toMatchObject({
      status: 409,
      body: { code: 'request-id-reused', more: { applicationId, number } },
    });
  });

  test('whether a submission arrived can be asked by its id, at this window only', async () => {
    const { subjectKey, body, number } = await taken();
    const at = (id: string) => `/api/v1/subjects/${subjectKey}/submissions/${id}`;
    expect((await clerk.get(at(body.requestId))).body.found).toMatchObject({ number });
    expect((await clerk.get(at(randomUUID()))).body.found).toBeNull();
    const other = await world.officer(there, 'window-clerk');
    expect((await other.get(at(body.requestId))).body.found).toBeNull();
  });

  test('a visit half typed is kept as typed, is on the list of its window and of no other, and goes with the submission', async () => {
    const { subjectKey, recordId, body } = await prepared();
    const draftId = randomUUID();
    const content = {
      recordIds: [recordId],
      form: { phone: '139', name: '' },
      extra: {},
      materials: {},
      counter: {
        persons: [{ name: '示', documentNumber: '36' }],
        originals: [{ name: '营业执照', pages: '', place: '' }],
        agreed: false,
        signature: { way: 'paper', name: '', path: '' },
        scans: [],
        uploads: [],
      },
    };
    const saved = await clerk.put(`/api/v1/subjects/${subjectKey}/drafts/${draftId}`, { version: 0, content });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(saved.body.content).toEqual(content);
    const ids = async (who: Person) =>
      (await who.get('/api/v1/office/window/drafts')).body.drafts.map((one: { draftId: string }) => one.draftId);
    expect(await ids(clerk)).toContain(draftId);
    expect(await ids(await world.officer(there, 'window-clerk'))).not.toContain(draftId);
    expect((await submit(clerk, subjectKey, { ...body, draftId })).status).toBe(201);
    expect(await ids(clerk)).not.toContain(draftId);
  });
});

describe('originals', () => {
  const visit = {
    persons: [person()],
    originals: [
      { name: '营业执照正本', pages: 1, place: '2 号柜' },
      { name: '缴款凭证', pages: 3, place: '2 号柜', returnBy: '2026-11-24' },
    ],
  };

  test('are listed until returned, the most urgent first, marked overdue the day after the promise, returned once', async () => {
    const { subjectKey, applicationId } = await taken({ visit });
    const mine = async (list: string) =>
      (await clerk.get(`/api/v1/office/window/originals?list=${list}`)).body.originals.filter(
        (one: { applicationId: string }) => one.applicationId === applicationId,
      );
    const kept = await mine('kept');
    expect((await clerk.get('/api/v1/office/window/desk')).body.usualReturnDay).toBe('2026-11-30');
    expect(
      kept.map((one: { name: string; returnBy: string; standing: string }) => [one.name, one.returnBy, one.standing]),
    ).toEqual([
      ['缴款凭证', '2026-11-24', 'kept'],
      ['营业执照正本', '2026-11-30', 'kept'],
    ]);
    world.on('2026-11-25');
    expect((await mine('kept'))[0].standing).toBe('overdue');
    const before = (await clerk.get('/api/v1/office/window/desk')).body;
    const path = `/api/v1/subjects/${subjectKey}/originals/return`;
    const body = {
      originalIds: [kept[0].originalId],
      receivedBy: '示例甲',
      document: 'id-card',
      documentNumber: idNumber,
    };
    expect((await clerk.post(path, body)).body.fields).toEqual([{ field: 'signature', text: '请领取人签收。' }]);
    const signed = { ...body, signature: { way: 'paper' } };
    expect((await clerk.post(path, signed)).body).toEqual({ returned: 1 });
    expect((await clerk.post(path, signed)).body).toEqual({ returned: 0 });
    const [returned] = await mine('returned');
    expect(returned).toMatchObject({
      standing: 'returned',
      returned: { to: '示例甲', document: `居民身份证 3601************${idNumber.slice(-2)}` },
    });
    const after = (await clerk.get('/api/v1/office/window/desk')).body;
    expect([before.originals - after.originals, before.originalsOverdue - after.originalsOverdue]).toEqual([1, 1]);
    const other = await world.officer(there, 'window-clerk');
    expect((await other.post(path, { ...signed, originalIds: [kept[1].originalId] })).status).toBe(404);
    world.on('2026-11-23');
  });
});

describe('what comes back to the window', () => {
  test('a correction stands in the queue until it is answered; a result until it is handed out, noted who received it', async () => {
    const { subjectKey, itemId, applicationId } = await taken();
    await world.work();
    const officer = await world.officer('emergency-360100');
    const act = (verb: string, body: object) =>
      officer.post(`/api/v1/subjects/${subjectKey}/items/${itemId}/${verb}`, { requestId: randomUUID(), ...body });
    const returns = async (list: string) =>
      (await clerk.get(`/api/v1/office/window/returns?list=${list}`)).body.returns.filter(
        (one: { item: { itemId: string } }) => one.item.itemId === itemId,
      );
    await act('request-correction', { version: 2, missing: [{ key: 'proof', name: '整改报告', reason: '看不清' }] });
    expect(await returns('corrections')).toHaveLength(1);
    const desk = (await clerk.get('/api/v1/office/window/desk')).body;
    expect(desk.corrections).toBeGreaterThan(0);
    await clerk.post(`/api/v1/subjects/${subjectKey}/items/${itemId}/correct`, {
      requestId: randomUUID(),
      version: 3,
      materials: [{ key: 'proof', attachmentIds: [], text: '已补充说明' }],
    });
    expect(await returns('corrections')).toHaveLength(0);
    const path = `/api/v1/subjects/${subjectKey}/items/${itemId}/hand-out`;
    const body = { way: 'window', receivedBy: '示例甲', document: 'id-card', documentNumber: idNumber, note: '' };
    const signed = { ...body, signature: { way: 'paper' } };
    expect((await clerk.post(path, signed)).body.code).toBe('no-result-yet');

    const declined = await act('decline', { version: 4, reasons: [{ code: 'x', text: '不属于本机关' }] });
    expect(declined.status, JSON.stringify(declined.body)).toBe(200);
    await world.work();
    const [result] = await returns('results');
    expect(result.papers).toEqual([expect.objectContaining({ title: '信用修复申请不予受理通知书', state: 'printed' })]);
    expect((await clerk.post(path, body)).status).toBe(400);
    const handed = (await clerk.post(path, signed)).body;
    expect(handed).toMatchObject({ way: 'window', receivedBy: '示例甲', wayText: '当面领取' });
    expect((await clerk.post(path, { ...signed, receivedBy: '别人' })).body.receivedBy).toBe('示例甲');
    expect(await returns('results')).toHaveLength(0);
    const visit = (await clerk.get(`/api/v1/subjects/${subjectKey}/applications/${applicationId}/visit`)).body;
    expect(visit.handOuts).toHaveLength(1);
    const messages = await world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run<{ recipient: string; body: string; channels: { channel: string }[] }>(
        `select recipient, body, channels from message where item_id = $1 and title like '%未予受理'`,
        [itemId],
      ),
    );
    expect(messages.map((one) => one.recipient).sort()).toEqual(['applicant', 'window']);
    const visitor = messages.find((one) => one.recipient === 'applicant')!;
    expect(visitor.channels.map((one) => one.channel)).toContain('sms');
    expect(visitor.body).toContain('南昌市东湖区政务服务中心综合窗口');
  });
});

describe('a hand-over between windows', () => {
  test('asked, accepted: the other window follows up, the visitor is told where to go, the ledger holds', async () => {
    const { subjectKey, applicationId, itemId, number } = await taken({
      visit: { persons: [person()], originals: [{ name: '营业执照', pages: 1, place: '3 号柜' }] },
    });
    await world.work();
    const other = await world.officer(there, 'window-clerk');
    const view = (who: Person) => who.get(`/api/v1/subjects/${subjectKey}/items/${itemId}`);
    expect((await view(other)).status).toBe(404);
    const ask = `/api/v1/subjects/${subjectKey}/applications/${applicationId}/hand-over`;
    const body = { requestId: randomUUID(), toUnitId: there, reason: '申请人回赣州了', withOriginals: false };
    expect((await clerk.post(ask, { ...body, toUnitId: here })).body.code).toBe('same-window');
    expect((await clerk.post(ask, { ...body, toUnitId: 'tax-360100' })).body.code).toBe('window-not-found');
    const asked = await clerk.post(ask, body);
    expect(asked).toMatchObject({ status: 200, body: { answer: null, may: ['taken-back'] } });
    expect((await clerk.post(ask, { ...body, requestId: randomUUID() })).body.code).toBe('hand-over-waiting');
    expect((await other.get('/api/v1/office/window/desk')).body.handOvers).toBe(1);
    const answer = `/api/v1/subjects/${subjectKey}/hand-overs/${asked.body.handOverId}/answer`;
    expect((await clerk.post(answer, { answer: 'accepted', note: '' })).body.code).toBe('not-your-hand-over');
    expect((await other.post(answer, { answer: 'declined', note: '' })).body.code).toBe('reason-missing');
    expect((await other.post(answer, { answer: 'accepted', note: '' })).body).toMatchObject({ answer: 'accepted' });
    expect((await clerk.post(answer, { answer: 'taken-back', note: '' })).body.code).toBe('hand-over-answered');

    expect((await view(clerk)).status).toBe(404);
    const seen = (await view(other)).body;
    expect(seen.windowUnitName).toBe('赣州市章贡区政务服务中心综合窗口');
    expect(seen.timeline.map((one: { type: string }) => one.type)).toEqual([
      'submitted',
      'registered',
      'window-changed',
    ]);
    expect(seen.actions.find((one: { action: string }) => one.action === 'withdraw').allowed).toBe(true);
    await world.work();
    const told = (
      await world.services.db.read({ sees: 'all' }, (tx) =>
        tx.run<{ recipient: string; window_unit_id: string | null; body: string; channels: { channel: string }[] }>(
          `select recipient, window_unit_id, body, channels from message where application_id = $1 and title not like '已代收%' and title not like '申请已%' and recipient <> 'unit'
         order by created_at, recipient`,
          [applicationId],
        ),
      )
    ).map((one) => [one.recipient, one.window_unit_id, one.channels.some((channel) => channel.channel === 'sms')]);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        ['window', there, false],
        ['applicant', null, true],
        ['window', here, false],
      ]),
    );
    // The original stayed in its cupboard: the first window still has to give it back.
    const kept = (await clerk.get('/api/v1/office/window/originals')).body.originals;
    expect(kept.find((one: { applicationId: string }) => one.applicationId === applicationId)).toMatchObject({
      applicationNumber: number,
      name: '营业执照',
    });
    expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
  });
});

describe('the desk of an authority of its own', () => {
  test('finds, sees and takes in what units of its field decide, nothing else', async () => {
    const desk = await world.officer('tax-360100', 'window-clerk');
    const subjectKey = await world.subject({ name: '示例税务相对人' });
    const tax = await world.record(subjectKey, {
      matterKey: 'tax-serious',
      unitId: 'tax-360700',
      regionCode: '360700',
      organName: '国家税务总局赣州市税务局',
      findingDate: '2024-01-02',
      publishedDate: '2024-01-05',
    });
    const safety = await world.record(subjectKey);
    const stranger = await world.subject({ name: '示例税务以外' });
    await world.record(stranger);
    const seen = (await desk.get(`/api/v1/subjects/${subjectKey}/records`)).body.records;
    expect(seen.map((one: { recordId: string }) => one.recordId)).toEqual([tax]);
    const found = (await desk.get(`/api/v1/office/subjects?q=${encodeURIComponent('示例税务')}`)).body.subjects;
    expect(found.map((one: { subjectKey: string }) => one.subjectKey)).toEqual([subjectKey]);
    expect((await desk.get('/api/v1/office/window/desk')).body.scope).toContain('本系统');

    const both = await world.application(subjectKey, [tax, safety], 'tax-360100');
    expect((await submit(desk, subjectKey, both)).status).toBe(404);
    const own = await world.application(subjectKey, [tax], 'tax-360100');
    const done = await submit(desk, subjectKey, own);
    expect(done.status, JSON.stringify(done.body)).toBe(201);
    expect(done.body.items[0].unitId).toBe('tax-360700');
    const view = await desk.get(`/api/v1/subjects/${subjectKey}/applications/${done.body.applicationId}`);
    expect(view.body.windowUnitName).toBe('国家税务总局南昌市税务局');
    expect((await clerk.get(`/api/v1/subjects/${subjectKey}/applications/${done.body.applicationId}`)).status).toBe(
      404,
    );
    const all = (await clerk.get(`/api/v1/subjects/${subjectKey}/records`)).body.records;
    expect(all).toHaveLength(2);
  });
});

describe('a hand-over to and from the desk of an authority of its own', () => {
  const own = 'tax-360100';
  const taxRecord = (subjectKey: string) =>
    world.record(subjectKey, {
      matterKey: 'tax-serious',
      unitId: 'tax-360700',
      regionCode: '360700',
      organName: '国家税务总局赣州市税务局',
      findingDate: '2024-01-02',
      publishedDate: '2024-01-05',
    });
  /** Somebody stands at a window of this unit. */
  async function openDesk(unitId: string): Promise<Person> {
    await world.services.db.transaction({ sees: 'all' }, (tx) =>
      tx.run(
        `insert into officer (officer_id, login, name, password_hash, unit_id, roles, valid_from)
         values ($1, $1, '示例窗口人员', '-', $2, '{window-clerk}', '2026-01-01') on conflict do nothing`,
        [`test-clerk-${unitId}`, unitId],
      ),
    );
    return world.officer(unitId, 'window-clerk');
  }
  async function filedAt(unitId: string, both: boolean) {
    const desk = await world.officer(unitId, 'window-clerk');
    const subjectKey = await world.subject();
    const ids = [await taxRecord(subjectKey), ...(both ? [await world.record(subjectKey)] : [])];
    const reply = await submit(desk, subjectKey, await world.application(subjectKey, ids, unitId));
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    const at = `/api/v1/subjects/${subjectKey}/applications/${reply.body.applicationId}`;
    const body = { requestId: randomUUID(), toUnitId: '', reason: '就近', withOriginals: true };
    return { desk, subjectKey, at, body };
  }
  const idsOf = async (who: Person, at: string) => {
    const { windows, closed } = (await who.get(`${at}/hand-over-windows`)).body;
    return { ids: windows.map((one: { unitId: string }) => one.unitId) as string[], closed };
  };

  test('what the desk takes in can be handed to it and back; the list offers what the hand-over takes', async () => {
    const taxDesk = await openDesk(own);
    const { subjectKey, at, body } = await filedAt(here, false);
    const offered = await idsOf(clerk, at);
    expect(offered.ids).toContain(own);
    expect(offered.ids).toContain(there);
    expect(offered.ids).not.toContain(here);
    const asked = await clerk.post(`${at}/hand-over`, { ...body, toUnitId: own });
    expect(asked).toMatchObject({ status: 200, body: { toName: '国家税务总局南昌市税务局' } });
    expect((await taxDesk.get('/api/v1/office/window/desk')).body.handOvers).toBe(1);
    const answer = `/api/v1/subjects/${subjectKey}/hand-overs/${asked.body.handOverId}/answer`;
    expect((await taxDesk.post(answer, { answer: 'accepted', note: '' })).body.answer).toBe('accepted');
    expect((await clerk.get(`${at}/hand-over-windows`)).status).toBe(404);
    expect((await taxDesk.get(`${at}/visit`)).status).toBe(200);

    const back = await idsOf(taxDesk, at);
    expect(back.ids).toContain(here);
    expect(back.ids).not.toContain(own);
    const again = await taxDesk.post(`${at}/hand-over`, { ...body, requestId: randomUUID(), toUnitId: here });
    const answerAgain = `/api/v1/subjects/${subjectKey}/hand-overs/${again.body.handOverId}/answer`;
    expect((await clerk.post(answerAgain, { answer: 'accepted', note: '' })).body.answer).toBe('accepted');
    expect((await clerk.get(`${at}/visit`)).body.handOvers).toHaveLength(2);
    expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
  });

  test('an application with items of another field is not offered to it and is refused', async () => {
    await openDesk(own);
    const { at, body } = await filedAt(here, true);
    const offered = await idsOf(clerk, at);
    expect(offered.ids).not.toContain(own);
    expect(offered.ids).toContain(there);
    expect(offered.closed).toContain('1 个单位自设窗口');
    expect((await clerk.post(`${at}/hand-over`, { ...body, toUnitId: own })).body.code).toBe('not-this-desk');
  });

  test('a unit whose last clerk has left has no window any more', async () => {
    await openDesk('tax-360102');
    const { at, body } = await filedAt(here, false);
    expect((await idsOf(clerk, at)).ids).toContain('tax-360102');
    await world.services.db.transaction({ sees: 'all' }, (tx) =>
      tx.run(`update officer set valid_to = '2026-11-22' where unit_id = 'tax-360102'`, []),
    );
    expect((await idsOf(clerk, at)).ids).not.toContain('tax-360102');
    const asked = await clerk.post(`${at}/hand-over`, { ...body, toUnitId: 'tax-360102' });
    expect(asked.body.code).toBe('window-not-found');
  });
});
