import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { agentHash } from './agent-mandates.ts';
import { createSession } from './session-store.ts';
import { ensureSubject } from './subject-store.ts';

let world: World;
let firm: string;
let owner: Person;
let records: { safety: string; culture: string };
const identifier = makeCitizenId('36010019800107070')!;
const name = '示例己';

beforeAll(async () => {
  world = await openWorld();
  firm = await world.subject();
  owner = await world.applicant(firm);
  records = {
    safety: await world.record(firm),
    culture: await world.record(firm, {
      matterKey: 'culture-tourism',
      unitId: 'culture-360700',
      regionCode: '360700',
      organName: '赣州市文化旅游局',
    }),
  };
});
afterAll(() => world.end());

/** Somebody who has logged in as a person; nobody's agent unless an enterprise says so. */
async function person(
  over: { identifier?: string; own?: string; name?: string; assurance?: 'basic' | 'high'; subjects?: object[] } = {},
) {
  const own = over.own ?? (await world.subject({ kind: 'person', name: '示例个人' }));
  const content = {
    sub: `sub-${randomUUID()}`,
    name: over.name ?? name,
    phone: '13900000007',
    assurance: over.assurance ?? 'basic',
    subjects: [{ subjectKey: own, name, kind: 'person', maskedIdentifier: '', as: '本人' }, ...(over.subjects ?? [])],
    actingFor: own,
    idToken: null,
    agentHash: agentHash(world.services.config.appSecret, over.identifier ?? identifier),
  };
  return world.withSession(await createSession(world.services.db, 'applicant', content, world.clock.now()));
}

const path = (tail: string) => `/api/v1/subjects/${firm}/${tail}`;
const grant = (over: object = {}, by = owner) =>
  by.post(path('authorisations'), {
    requestId: randomUUID(),
    name,
    identifier,
    matters: ['work-safety'],
    until: '2026-12-31',
    ...over,
  });
const subjectsOf = async (who: Person): Promise<{ subjectKey: string; as: string; mandate: object | null }[]> =>
  (await who.get('/api/v1/session')).body.subjects;
const withdraw = (authorisationId: string, by = owner) => by.post(path(`authorisations/${authorisationId}/withdrawal`));

describe('authorising', () => {
  test('the person sees the enterprise with its matters and its day, without logging in again', async () => {
    const agent = await person();
    expect(await subjectsOf(agent)).toHaveLength(1);
    // Whoever was nobody's agent a moment ago is asked for again after three seconds at the latest; another session at once.
    const given = await grant();
    expect(given).toMatchObject({ status: 201, body: { agentName: name, state: 'in-force', until: '2026-12-31' } });
    expect(given.body.maskedIdentifier).not.toContain(identifier.slice(6, 14));
    const later = await person();
    expect((await subjectsOf(later))[1]).toMatchObject({
      subjectKey: firm,
      as: '受托',
      mandate: { matters: ['work-safety'], until: '2026-12-31', only: true },
    });
    await withdraw(given.body.authorisationId);
  });

  test('a repeated request makes one; a new one for the same person takes its place', async () => {
    const requestId = randomUUID();
    const [one, two] = await Promise.all([grant({ requestId }), grant({ requestId })]);
    expect(one.body.authorisationId).toBe(two.body.authorisationId);
    const next = await grant({ matters: null });
    const { authorisations } = (await owner.get(path('authorisations'))).body;
    const states = new Map(
      authorisations.map((it: { authorisationId: string; state: string }) => [it.authorisationId, it.state]),
    );
    expect(states.get(one.body.authorisationId)).toBe('withdrawn');
    expect(states.get(next.body.authorisationId)).toBe('in-force');
    await withdraw(next.body.authorisationId);
  });

  test.each([
    ['identifier', { identifier: '360100198001070701' }],
    ['until', { until: '2020-01-01' }],
    ['matters', { matters: ['nothing'] }],
  ])('a fault is named: %s', async (field, over) => {
    const refused = await grant(over);
    expect(refused.status).toBe(400);
    expect(refused.body.fields[0].field).toBe(field);
  });

  test('nobody else may: a stranger, the agent himself, a clerk of the enterprise, an owner known to the basic degree', async () => {
    expect((await grant({}, await world.applicant(await world.subject()))).status).toBe(404);
    const given = await grant({ matters: null });
    const agent = await person();
    expect(await grant({ name: '示例庚', identifier: makeCitizenId('36010019800108080')! }, agent)).toMatchObject({
      status: 403,
      body: { code: 'not-the-grantor' },
    });
    expect((await withdraw(given.body.authorisationId, agent)).status).toBe(403);
    expect((await agent.get(path('authorisations'))).status).toBe(404);
    expect((await agent.get(path('agent-acts'))).status).toBe(404);
    const subject = { subjectKey: firm, name: '示例', kind: 'organisation', maskedIdentifier: '' };
    const clerk = await person({
      identifier: 'other',
      assurance: 'high',
      subjects: [{ ...subject, as: '经办人' }],
    });
    expect((await grant({}, clerk)).body.code).toBe('not-the-grantor');
    const basic = await person({ identifier: 'other', subjects: [{ ...subject, as: '法定代表人' }] });
    expect(await grant({}, basic)).toMatchObject({
      status: 403,
      body: { code: 'assurance-low', more: { stepUp: true } },
    });
    await withdraw(given.body.authorisationId);
  });

  test('the number alone is not enough: the name must be that person’s', async () => {
    const given = await grant();
    expect(await subjectsOf(await person({ name: '示例辛' }))).toHaveLength(1);
    expect(await subjectsOf(await person({ identifier: makeCitizenId('36010019800109090')! }))).toHaveLength(1);
    await withdraw(given.body.authorisationId);
  });

  test('the directory tells no number', async () => {
    const rows = await world.services.db.pool.query('select agent_hash from agent_directory');
    expect(rows.rows.every((row) => /^[0-9a-f]{64}$/.test(row.agent_hash))).toBe(true);
    expect(JSON.stringify(rows.rows)).not.toContain(identifier);
  });
});

describe('acting', () => {
  let agent: Person;
  let authorisationId: string;
  let applicationId: string;
  let itemId: string;
  let mixed: { applicationId: string; items: { itemId: string; matterKey: string }[] };

  test('sees the records of the matters alone', async () => {
    authorisationId = (await grant()).body.authorisationId;
    agent = await person();
    const seen = await agent.get(path('records'));
    expect(seen.body.records.map((one: { recordId: string }) => one.recordId)).toEqual([records.safety]);
    expect((await agent.get(path(`records/${records.culture}/explanation`))).status).toBe(404);
  });

  test('finds the agent part of the form filled in, and nobody else’s telephone', async () => {
    const { form, sources, last } = (await agent.get(path('prefill'))).body;
    expect(form.agent).toEqual({ name, identifier, phone: '13900000007' });
    // The login knows name and telephone; the number of this person only the enterprise has said.
    expect(sources).toMatchObject({
      'agent.name': '统一身份认证',
      'agent.identifier': '企业的授权',
      'agent.phone': '统一身份认证',
    });
    expect(form.phone).toBeUndefined();
    expect(last).toBeNull();
  });

  test('somebody entered as 经办人 finds the part filled in from the login alone; whoever signs finds none', async () => {
    const number = makeCitizenId('36010019800101023')!;
    const own = await world.services.db.read({ sees: 'none' }, (tx) =>
      ensureSubject(tx, { kind: 'person', name, identifier: number, identifierKind: 'citizen-id' }, world.clock.now()),
    );
    const as = (role: string) =>
      person({
        identifier: number,
        own: own.subject_key,
        subjects: [{ subjectKey: firm, name: '示例', kind: 'organisation', maskedIdentifier: '', as: role }],
      });
    const clerk = (await (await as('经办人')).get(path('prefill'))).body;
    expect(clerk.form.agent).toEqual({ name, identifier: number, phone: '13900000007' });
    expect(clerk.sources['agent.identifier']).toBe('统一身份认证');
    const signer = (await (await as('法定代表人')).get(path('prefill'))).body;
    expect(signer.form.agent).toBeUndefined();
    expect(Object.keys(signer.sources).filter((key) => key.startsWith('agent'))).toEqual([]);
  });

  test('drafts within the matters only, neither writing nor reading nor deleting others', async () => {
    const content = (...recordIds: string[]) => ({
      version: 0,
      content: { recordIds, form: {}, extra: {}, materials: {} },
    });
    const [own, beyond, owners] = [randomUUID(), randomUUID(), randomUUID()];
    expect((await agent.put(path(`drafts/${own}`), content(records.safety))).status).toBe(200);
    expect((await agent.put(path(`drafts/${beyond}`), content(records.safety, records.culture))).status).toBe(404);
    expect((await owner.put(path(`drafts/${owners}`), content(records.culture))).status).toBe(200);
    const listed = (await agent.get(path('drafts'))).body.drafts.map((one: { draftId: string }) => one.draftId);
    expect(listed).toEqual([own]);
    const over = await agent.put(path(`drafts/${owners}`), { ...content(records.safety), version: 1 });
    expect(over).toMatchObject({ status: 404, body: { code: 'draft-gone' } });
    const acts = (await owner.get(path('agent-acts'))).body.acts;
    expect(acts).toEqual([expect.objectContaining({ agentName: name, what: expect.stringContaining('草稿') })]);
  });

  test('submits, though known to the basic degree; the ledger names him and the authorisation; no query code is his', async () => {
    const submitted = await agent.post(path('applications'), await world.application(firm, [records.safety]));
    expect(submitted.status).toBe(201);
    expect(submitted.body.queryCode).toBe('');
    ({ applicationId } = submitted.body);
    ({ itemId } = submitted.body.items[0]);
    const rows = await world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run<{ actor: object }>('select actor from item_event where item_id = $1', [itemId]),
    );
    expect(rows[0]!.actor).toMatchObject({ kind: 'applicant', name, authorisationId });
    await world.work();
    const view = (await agent.get(path(`applications/${applicationId}`))).body;
    const kinds = view.papers.map((one: { kind: string }) => one.kind);
    expect(kinds).toContain('commitment');
    expect(kinds).not.toContain('receipt');
    const all = (await owner.get(path(`applications/${applicationId}`))).body.papers;
    const receipt = all.find((one: { kind: string }) => one.kind === 'receipt');
    expect((await agent.get(path(`papers/${receipt.paperId}`))).status).toBe(404);
    expect((await owner.get(path(`papers/${receipt.paperId}`))).status).toBe(200);
    const told = JSON.stringify((await agent.get('/api/v1/messages')).body);
    expect(told).not.toContain('查询码');
  });

  test('may not sign what goes beyond: the record is not there for him', async () => {
    const body = await world.application(firm, [records.culture]);
    expect((await agent.post(path('applications'), body)).status).toBe(404);
  });

  test('of an application of the enterprise over several matters sees his items and their papers alone', async () => {
    const other = await world.record(firm);
    const submitted = await owner.post(path('applications'), await world.application(firm, [other, records.culture]));
    mixed = submitted.body;
    await world.work();
    const mine = mixed.items.find((one) => one.matterKey === 'work-safety')!;
    const theirs = mixed.items.find((one) => one.matterKey === 'culture-tourism')!;
    const view = (await agent.get(path(`applications/${mixed.applicationId}`))).body;
    expect(view.items.map((one: { itemId: string }) => one.itemId)).toEqual([mine.itemId]);
    expect(view.form.facts).not.toContain('缴清罚款');
    const whole = (await owner.get(path(`applications/${mixed.applicationId}`))).body;
    for (const paper of whole.papers.filter((one: { itemId: string | null }) => one.itemId !== mine.itemId))
      expect((await agent.get(path(`papers/${paper.paperId}`))).status).toBe(404);
    for (const file of whole.attachments)
      expect((await agent.get(path(`attachments/${file.attachmentId}`))).status).toBe(
        view.attachments.some((one: { attachmentId: string }) => one.attachmentId === file.attachmentId) ? 200 : 404,
      );
    expect(view.attachments.length).toBeLessThan(whole.attachments.length);
    expect((await agent.get(path(`items/${theirs.itemId}`))).status).toBe(404);
    const act = { requestId: randomUUID(), version: 2, reason: '不办了' };
    expect((await agent.post(path(`items/${theirs.itemId}/withdraw`), act)).status).toBe(404);
    expect(
      (await agent.post(path(`items/${theirs.itemId}/questions`), { requestId: randomUUID(), text: '还要多久？' }))
        .status,
    ).toBe(404);
  });

  test('withdrawn: the open session loses it with the next request, everything of it', async () => {
    expect((await agent.get(path(`items/${itemId}`))).status).toBe(200);
    await agent.post('/api/v1/session/acting-for', { subjectKey: firm });
    expect((await agent.get('/api/v1/session')).body.actingFor).toBe(firm);
    const gone = await withdraw(authorisationId);
    expect(gone.body.state).toBe('withdrawn');
    for (const tail of [
      'records',
      'drafts',
      'applications',
      `applications/${applicationId}`,
      `items/${itemId}`,
      'prefill',
    ])
      expect((await agent.get(path(tail))).status).toBe(404);
    const session = (await agent.get('/api/v1/session')).body;
    expect(session.subjects).toHaveLength(1);
    expect(session.actingFor).toBe(session.subjects[0].subjectKey);
    expect((await agent.get('/api/v1/messages')).body.messages).toEqual([]);
    const act = { requestId: randomUUID(), version: 2, reason: '不办了' };
    expect((await agent.post(path(`items/${itemId}/withdraw`), act)).status).toBe(404);
  });

  test('the enterprise still reads what was done in its name', async () => {
    const acts = (await owner.get(path('agent-acts'))).body.acts;
    expect(acts).toContainEqual(
      expect.objectContaining({ agentName: name, what: '提交申请', applicationId, itemId, authorisationId }),
    );
    const item = (await owner.get(path(`items/${itemId}`))).body;
    expect(item.timeline[0].by).toContain(name);
  });

  test('after the last day nothing is left, without anybody doing anything', async () => {
    await grant({ until: '2026-11-24' });
    const short = await person();
    world.on('2026-11-24');
    expect(await subjectsOf(await person())).toHaveLength(2);
    world.on('2026-11-25');
    expect((await short.get(path('records'))).status).toBeGreaterThanOrEqual(401);
    const again = await person();
    expect(await subjectsOf(again)).toHaveLength(1);
    expect((await again.get(path('records'))).status).toBe(404);
    const { authorisations } = (await (await world.applicant(firm)).get(path('authorisations'))).body;
    expect(authorisations.some((one: { state: string }) => one.state === 'ended')).toBe(true);
    world.on('2026-11-23');
  });
});
