import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '#contract/endpoint.ts';
import { createSession } from '../../access/session-store.ts';
import { changeRecord } from '../../record/orders/order-store.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';

const unitId = 'emergency-360100';
let world: World;
let [jia, yi, head]: Person[] = [];

/** Somebody who works at the unit, with a session. */
async function colleague(officerId: string, name: string, ...roles: Caller[]): Promise<Person> {
  await world.services.db.pool.query(
    `insert into officer (officer_id, login, name, password_hash, unit_id, roles, valid_from) values ($1, $1, $2, 'x', $3, $4, '2026-01-01')
     on conflict do nothing`,
    [officerId, name, unitId, ['officer', ...roles]],
  );
  const content = { officerId, name, unitId, roles: ['officer', ...roles] };
  return world.withSession(await createSession(world.services.db, 'officer', content, world.clock.now()));
}

beforeAll(async () => {
  world = await openWorld();
  jia = await colleague('jia', '洪某某');
  yi = await colleague('yi', '赣某某');
  head = await colleague('zhang', '昌某某', 'reviewer', 'head');
});
afterAll(() => world.end());
beforeEach(() =>
  world.services.db.transaction({ sees: 'all' }, async (tx) => {
    for (const table of ['assignment_rule', 'officer_leave'])
      await tx.run(`update ${table} set ended_by = '{}', ended_at = now() where ended_at is null`);
  }),
);

interface Lodged {
  readonly subjectKey: string;
  readonly itemId: string;
  readonly address: string;
}

async function lodge(): Promise<Lodged> {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [await world.record(subjectKey)]),
  );
  expect(await world.work()).toEqual([]);
  const itemId: string = submitted.body.items[0].itemId;
  return { subjectKey, itemId, address: `/api/v1/subjects/${subjectKey}/items/${itemId}` };
}

const act = (who: Person | undefined, { address }: Lodged, verb: string, version: number, body: object = {}) =>
  who!.post(`${address}/${verb}`, { requestId: randomUUID(), version, ...body });
const queue = async (who: Person | undefined, search = '') => (await who!.get(`/api/v1/office/queue?${search}`)).body;
const ids = (page: { items: { itemId: string }[] }) => page.items.map((one) => one.itemId);
const seen = async (who: Person | undefined, { address }: Lodged) => (await who!.get(address)).body;

describe('claiming', () => {
  test('two at once: one has it, the other is told who', async () => {
    const it = await lodge();
    const [one, two] = await Promise.all([
      act(jia, it, 'claim', 2, { saw: null, reason: '' }),
      act(yi, it, 'claim', 2, { saw: null, reason: '' }),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    const winner = won.body.item.holder.name;
    expect(lost.body).toMatchObject({ code: 'holder-changed', more: { holder: { name: winner } } });
    expect(lost.body.detail).toContain(winner);
    const entries = (await seen(jia, it)).timeline.filter((entry: { type: string }) => entry.type === 'assigned');
    expect(entries).toHaveLength(1);
  });

  test('it is in 我的 at once, out of 待分派, and the numbers say so', async () => {
    const it = await lodge();
    const before = await queue(jia, 'list=mine');
    expect(ids(await queue(jia, 'list=unassigned'))).toContain(it.itemId);
    await act(jia, it, 'claim', 2, { saw: null, reason: '' });
    const after = await queue(jia, 'list=mine');
    expect(ids(after)).toContain(it.itemId);
    expect(after.counts.mine).toBe(before.counts.mine + 1);
    expect(after.counts.unassigned).toBe(before.counts.unassigned - 1);
    expect(ids(await queue(jia, 'list=unassigned'))).not.toContain(it.itemId);
    expect(ids(await queue(yi, 'list=mine'))).not.toContain(it.itemId);
    expect(ids(await queue(yi, 'holder=jia'))).toContain(it.itemId);
  });

  test('a colleague acts only after taking over with a reason, which the former holder is told', async () => {
    const it = await lodge();
    await act(jia, it, 'claim', 2, { saw: null, reason: '' });
    expect((await act(yi, it, 'accept', 3)).body).toMatchObject({ code: 'held-by-other' });
    const button = (await seen(yi, it)).actions.find((one: { action: string }) => one.action === 'accept');
    expect(button).toMatchObject({ allowed: false, why: expect.stringContaining('洪某某') });
    expect((await act(yi, it, 'claim', 3, { saw: 'jia', reason: ' ' })).body.code).toBe('text-missing');
    const taken = await act(yi, it, 'claim', 3, { saw: 'jia', reason: '甲去培训' });
    expect(taken.body.item.holder).toEqual({ officerId: 'yi', name: '赣某某' });
    await world.work();
    const told = (await jia!.get('/api/v1/messages')).body.messages;
    expect(told[0]).toMatchObject({ itemId: it.itemId, body: expect.stringContaining('甲去培训') });
    expect((await act(yi, it, 'accept', 4)).status).toBe(200);
  });

  test('the applicant sees neither the entries nor the name, and is not turned away because of them', async () => {
    const it = await lodge();
    const missing = [{ key: 'form:phone', name: '联系电话', reason: '打不通' }];
    expect((await act(jia, it, 'request-correction', 2, { missing })).status).toBe(200);
    const own = await world.applicant(it.subjectKey);
    const view = await seen(own, it);
    await act(jia, it, 'claim', 3, { saw: null, reason: '' });
    const materials = [{ key: 'form:phone', attachmentIds: [], text: '13900000009' }];
    expect((await act(own, it, 'correct', view.summary.version, { materials })).status).toBe(200);
    const after = await own.get(it.address);
    expect(after.text).not.toContain('洪某某');
    expect(after.body.timeline.map((one: { type: string }) => one.type)).not.toContain('assigned');
  });

  test('somebody else having acted in between still turns an act away', async () => {
    const it = await lodge();
    await act(jia, it, 'verify', 2, { method: 'online', finding: '已缴清' });
    await act(jia, it, 'claim', 3, { saw: null, reason: '' });
    expect((await act(jia, it, 'accept', 2)).body.code).toBe('stale-version');
  });
});

describe('rules', () => {
  const rule = (officerIds: string[], matterKey: string | null = null) =>
    head!.post('/api/v1/office/team/rules', { matterKey, officerIds });

  test('new items go to who has least in hand, and only the head sets rules', async () => {
    expect((await jia!.post('/api/v1/office/team/rules', { matterKey: null, officerIds: ['jia'] })).status).toBe(403);
    await rule(['jia', 'yi']);
    const { people } = (await head!.get('/api/v1/office/team')).body;
    const load = (id: string) => people.find((one: { officerId: string }) => one.officerId === id).open;
    const least = load('jia') <= load('yi') ? 'jia' : 'yi';
    const first = await lodge();
    expect((await seen(head, first)).summary.holder.officerId).toBe(least);
    expect((await rule(['nobody-here'])).body.code).toBe('not-of-unit');
  });

  test('who is on leave is passed over for the deputy, and the entry says so', async () => {
    await rule(['jia'], 'work-safety');
    const leave = {
      requestId: randomUUID(),
      officerId: 'jia',
      deputyId: 'yi',
      from: '2026-11-23',
      until: '2026-11-30',
    };
    expect((await jia!.post('/api/v1/office/team/leaves', leave)).status).toBe(200);
    const it = await lodge();
    const { summary, timeline } = await seen(head, it);
    expect(summary.holder.officerId).toBe('yi');
    expect(timeline.at(-1)).toMatchObject({
      type: 'assigned',
      text: expect.stringContaining('洪某某请假至2026年11月30日'),
    });
  });

  test('nobody there: it waits to be assigned; without a rule nothing is written', async () => {
    const it = await lodge();
    expect((await seen(head, it)).summary).toMatchObject({ holder: null, version: 2 });
  });
});

describe('leave', () => {
  test('the deputy sees and acts on the items meanwhile, named with whom they stand in for', async () => {
    const it = await lodge();
    await act(jia, it, 'claim', 2, { saw: null, reason: '' });
    expect((await act(yi, it, 'accept', 3)).status).toBe(403);
    const leave = {
      requestId: randomUUID(),
      officerId: 'jia',
      deputyId: 'yi',
      from: '2026-11-23',
      until: '2026-11-25',
    };
    const team = await jia!.post('/api/v1/office/team/leaves', leave);
    const page = await queue(yi, 'list=mine');
    expect(page.standsInFor).toEqual([{ officerId: 'jia', name: '洪某某' }]);
    expect(ids(page)).toContain(it.itemId);
    expect((await act(yi, it, 'accept', 3)).status).toBe(200);
    expect((await seen(head, it)).timeline.at(-1).by).toMatch(/^赣某某代洪某某（/);
    const { leaveId } = team.body.leaves.at(-1);
    expect((await yi!.post(`/api/v1/office/team/leaves/${leaveId}/end`)).status).toBe(403);
    expect((await jia!.post(`/api/v1/office/team/leaves/${leaveId}/end`)).status).toBe(200);
    expect((await act(yi, it, 'verify', 4, { method: 'online', finding: '已缴清' })).body.code).toBe('held-by-other');
  });

  test('a deputy who is away, oneself as deputy, and a colleague’s leave are refused', async () => {
    const ask = (who: Person | undefined, over: object) =>
      who!.post('/api/v1/office/team/leaves', {
        requestId: randomUUID(),
        officerId: 'jia',
        deputyId: 'yi',
        from: '2026-12-01',
        until: '2026-12-03',
        ...over,
      });
    expect((await ask(jia, { deputyId: 'jia' })).body.code).toBe('leave-odd');
    expect((await ask(yi, {})).body.code).toBe('not-the-head');
    expect((await ask(head, { until: '2026-11-30' })).body.code).toBe('leave-odd');
    expect((await ask(jia, {})).status).toBe(200);
    expect(
      (await ask(yi, { officerId: 'yi', deputyId: 'jia', from: '2026-12-03', until: '2026-12-04' })).body.code,
    ).toBe('leave-odd');
  });
});

describe('by hand', () => {
  test('the head assigns several; one that moved meanwhile does not stop the rest', async () => {
    const [one, two] = [await lodge(), await lodge()];
    await act(yi, two, 'claim', 2, { saw: null, reason: '' });
    const items = [one, two].map(({ subjectKey, itemId }) => ({
      subjectKey,
      itemId,
      requestId: randomUUID(),
      version: 2,
      saw: null,
    }));
    const body = { act: 'assign', to: ['jia'], items, reason: '' };
    expect((await jia!.post('/api/v1/office/assignments', body)).status).toBe(403);
    const { results } = (await head!.post('/api/v1/office/assignments', body)).body;
    expect(results).toMatchObject([
      { done: true, holder: { officerId: 'jia' } },
      { done: false, holder: { officerId: 'yi' }, why: expect.stringContaining('赣某某') },
    ]);
    // The same request again acts no second time.
    expect((await head!.post('/api/v1/office/assignments', body)).body.results[0].done).toBe(true);
    expect((await seen(head, one)).summary.version).toBe(3);
    await world.work();
    expect((await jia!.get('/api/v1/messages')).body.messages[0].itemId).toBe(one.itemId);
  });

  test('a departure leaves no open item with the person', async () => {
    const items = [await lodge(), await lodge(), await lodge()];
    const gone = await colleague(`gone-${randomUUID()}`, '离某某');
    const goneId = (await gone.get('/api/v1/session')).body.officerId;
    for (const it of items) await act(gone, it, 'claim', 2, { saw: null, reason: '' });
    expect(
      (await jia!.post('/api/v1/office/team/departures', { officerId: goneId, to: [], reason: '调离' })).status,
    ).toBe(403);
    const body = { officerId: goneId, to: ['jia', 'yi'], reason: '调离' };
    const done = (await head!.post('/api/v1/office/team/departures', body)).body;
    expect(done).toMatchObject({ left: 0 });
    expect(done.results).toHaveLength(3);
    for (const one of done.results) expect(body.to).toContain(one.holder.officerId);
    expect(ids(await queue(head, `holder=${goneId}`))).toEqual([]);
    expect((await head!.post('/api/v1/office/team/departures', body)).body.results).toEqual([]);
  });

  test('giving back needs a reason and whose it is', async () => {
    const it = await lodge();
    await act(jia, it, 'claim', 2, { saw: null, reason: '' });
    expect((await act(yi, it, 'release', 3, { reason: '不是我的' })).body.code).toBe('held-by-other');
    expect((await act(jia, it, 'release', 3, { reason: '需要回避' })).body.item.holder).toBeNull();
  });
});

describe('finding', () => {
  test('by name, former name, code, document number, numbers, days and holder', async () => {
    const it = await lodge();
    const { summary, applicationNumber } = await seen(jia, it);
    const { rows } = await world.services.db.pool.query(
      `update subject set former_names = array['示例旧名有限公司'] where subject_key = $1 returning identifier`,
      [it.subjectKey],
    );
    const found = async (search: Record<string, string>) =>
      ids(await queue(jia, new URLSearchParams(search).toString()));
    for (const q of [
      summary.subjectName,
      '示例旧名有限公司',
      rows[0].identifier,
      summary.docNumber,
      summary.number,
      summary.number.toLowerCase(),
      applicationNumber,
    ])
      expect(await found({ q }), q).toContain(it.itemId);
    expect(await found({ q: '没有这样的名称' })).toEqual([]);
    for (const search of [
      { matter: summary.matterKey },
      { region: '3601' },
      { state: 'lodged' },
      { holder: 'nobody' },
      { receivedFrom: summary.openedOn, receivedTo: summary.openedOn },
      { dueFrom: summary.due.due, dueTo: summary.due.due },
    ] as Record<string, string>[])
      expect(await found({ ...search, q: summary.number }), JSON.stringify(search)).toEqual([it.itemId]);
    for (const search of [
      { matter: 'tax-serious' },
      { region: '3602' },
      { state: 'accepted' },
      { holder: 'jia' },
      { receivedFrom: '2026-11-24' },
      { dueTo: '2026-11-23' },
    ] as Record<string, string>[])
      expect(await found({ ...search, q: summary.number }), JSON.stringify(search)).toEqual([]);
    // A decision that changes the document number changes what is searched.
    const { today, now } = { today: world.services.clock.today(), now: world.services.clock.now() };
    await world.services.db.transaction({ sees: 'all' }, (tx) =>
      changeRecord(
        tx,
        { subjectKey: it.subjectKey, recordId: summary.recordId },
        { docNumber: '改后〔2026〕示9号' },
        { today, now },
      ),
    );
    expect(await found({ q: '改后〔2026〕示9' })).toEqual([it.itemId]);
    expect(await found({ q: summary.docNumber })).not.toContain(it.itemId);
    const log = await world.services.db.pool.query(
      `select 1 from access_log where subject_key = $1 and act = 'find-subjects'`,
      [it.subjectKey],
    );
    expect(log.rows).toHaveLength(1);
  });

  test('views are each officer’s own and keep their order', async () => {
    const view = (name: string, isDefault = false) => ({
      viewId: randomUUID(),
      name,
      list: 'mine',
      filters: { matter: 'work-safety' },
      isDefault,
    });
    const views = [view('安全生产', true), view('另一个')];
    expect((await jia!.put('/api/v1/office/queue/views', { views })).body.views).toEqual(views);
    expect((await jia!.get('/api/v1/office/queue/views')).body.views).toEqual(views);
    expect((await yi!.get('/api/v1/office/queue/views')).body.views).toEqual([]);
    expect((await jia!.put('/api/v1/office/queue/views', { views: [view('同名'), view('同名')] })).body.code).toBe(
      'view-name-taken',
    );
    expect((await jia!.put('/api/v1/office/queue/views', { views: [] })).body.views).toEqual([]);
  });
});
