import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allEndpoints } from '#contract/all-endpoints.ts';
import { allCallers, type Caller, type Endpoint, officeCallers } from '#contract/endpoint.ts';
import { type Answer, openWorld, type Person, type World } from './world.ts';

/** Every endpoint × every caller, generated from the contract; and for what belongs to somebody, inside × outside. */

let world: World;
let subjectKey: string;
let ids: Record<string, string>;
const inside = new Map<Caller, Person>();
const outside = new Map<Caller, Person>();

beforeAll(async () => {
  world = await openWorld();
  subjectKey = await world.subject();
  const recordId = await world.record(subjectKey);
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [recordId]),
  );
  await world.work();
  const { applicationId, items } = submitted.body;
  const view = (await applicant.get(`/api/v1/subjects/${subjectKey}/applications/${applicationId}`)).body;
  const item = (await applicant.get(`/api/v1/subjects/${subjectKey}/items/${items[0].itemId}`)).body;
  const messages = (await applicant.get('/api/v1/messages')).body.messages;
  const objection = await applicant.post(`/api/v1/subjects/${subjectKey}/objections`, {
    requestId: randomUUID(),
    recordId,
    itemId: null,
    ground: 'content',
    door: 'unit',
    claims: [{ field: 'act', shouldSay: '示例' }],
    reasons: '与决定书不一致。',
    request: '',
    contact: { name: '示例甲', phone: '13900000001' },
    attachmentIds: [],
  });
  ids = {
    subjectKey,
    recordId,
    applicationId,
    itemId: items[0].itemId,
    paperId: view.papers[0].paperId,
    attachmentId: view.attachments[0].attachmentId,
    exchangeId: item.exchanges[0].exchangeId,
    messageId: messages[0].messageId,
    objectionId: objection.body.summary.objectionId,
    matterKey: 'work-safety',
    year: '2026',
    citation: 'ndrc36:14',
    draftId: randomUUID(),
    importId: randomUUID(),
    token: 'AAAAAAAAAAAAAAAAAAAAAAAA',
    code: 'AAAAAAAA',
  };
  inside.set('guest', world.guest());
  inside.set('applicant', applicant);
  outside.set('applicant', await world.applicant(await world.subject()));
  for (const role of officeCallers) {
    const [here, there] = {
      officer: ['emergency-360100', 'emergency-360200'],
      reviewer: ['emergency-360100', 'emergency-360200'],
      head: ['emergency-360100', 'emergency-360200'],
      'window-clerk': ['window-360102', 'window-360702'],
      supervisor: ['ndrc-360100', 'ndrc-360700'],
      'catalog-keeper': ['ndrc-360000', 'ndrc-360000'],
      operator: ['ndrc-360000', 'ndrc-360000'],
    }[role];
    inside.set(role, await world.officer(here!, role));
    outside.set(role, await world.officer(there!, role));
  }
});
afterAll(() => world.end());

function pathOf(endpoint: Endpoint): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID());
  const needed = {
    countWorkingDays: '?from=2026-11-23&add=3',
    countDays: '?from=2026-11-23&count=3',
    findSubjects: '?q=示例',
    listPublicRecords: '?q=示例有限公司',
    routeItem: '?matter=work-safety&region=360100',
    getFigures: '?by=unit',
  }[endpoint.name];
  return encodeURI(path + (needed ?? ''));
}

async function callAs(person: Person, endpoint: Endpoint): Promise<Answer> {
  const path = pathOf(endpoint);
  if (endpoint.method === 'GET') return person.get(path);
  return endpoint.method === 'PUT' ? person.put(path, {}) : person.post(path, {});
}

describe('roles: every endpoint × every caller', () => {
  // Logging out would end the sessions the other rows need; it has a test of its own below.
  for (const endpoint of allEndpoints.filter((one) => one.method !== 'DELETE' && one.name !== 'logout'))
    for (const caller of allCallers) {
      const allowed = endpoint.by.includes('guest') || endpoint.by.includes(caller);
      test(`${endpoint.name} as ${caller}: ${allowed ? 'heard' : 'turned away'}`, async () => {
        const { status, body } = await callAs(inside.get(caller)!, endpoint);
        expect(status).toBeLessThan(500);
        if (!allowed) {
          expect(status).toBe(caller === 'guest' ? 401 : 403);
          expect(body.code).toBe(caller === 'guest' ? 'login-needed' : 'role-missing');
        } else expect(['login-needed', 'role-missing']).not.toContain(body?.code);
      });
    }
});

test('logging out ends the session at once', async () => {
  const person = await world.applicant(subjectKey);
  expect((await person.get('/api/v1/messages')).status).toBe(200);
  expect((await person.post('/api/v1/session/logout')).status).toBe(200);
  expect((await person.get('/api/v1/messages')).status).toBe(401);
});

/** Reads of something that belongs to a subject, a unit, a window or a region: who is outside finds nothing. */
const owned: readonly string[] = [
  'getItem',
  'readFormNumbers',
  'getApplication',
  'getVisit',
  'downloadPaper',
  'readAttachment',
  'listRecords',
  'explainRecord',
  'explainDeadlines',
  'getNoticeHistory',
  'listQuestions',
  'getObjection',
  'getObjectionWays',
  'listOpinions',
  'downloadEverything',
  'listAuthorisations',
  'listAgentActs',
];

describe('inside and outside of subject, unit, window and region', () => {
  for (const endpoint of allEndpoints.filter((one) => owned.includes(one.name)))
    for (const caller of endpoint.by.filter((one) => outside.has(one) || one === 'applicant' || one === 'officer')) {
      test(`${endpoint.name} as ${caller} of elsewhere gives nothing of it`, async () => {
        const answer = await callAs(outside.get(caller)!, endpoint);
        // Handling anywhere in the province: a window may look at any subject's records, an authority only at its own.
        if (['listRecords', 'explainRecord'].includes(endpoint.name) && caller === 'window-clerk')
          return expect(answer.status).toBe(200);
        if (endpoint.name === 'listRecords' && caller === 'officer') return expect(answer.body.records).toEqual([]);
        expect(answer.status).toBe(404);
      });
    }

  for (const verb of [
    'accept',
    'decline',
    'request-correction',
    'verify',
    'extend',
    'grant',
    'refuse',
    'withdraw',
    'correct',
  ])
    test(`${verb} by people of elsewhere changes nothing`, async () => {
      const body = {
        requestId: randomUUID(),
        version: 2,
        reasons: [{ code: 'x', text: 'x' }],
        missing: [{ key: 'x', name: 'x', reason: 'x' }],
        method: 'online',
        finding: 'x',
        reason: 'x',
        findings: [],
        note: '',
        materials: [],
      };
      for (const caller of ['applicant', 'officer', 'window-clerk'] as const) {
        const { status } = await outside
          .get(caller)!
          .post(`/api/v1/subjects/${subjectKey}/items/${ids.itemId}/${verb}`, body);
        expect([403, 404]).toContain(status);
      }
      const item = await inside.get('officer')!.get(`/api/v1/subjects/${subjectKey}/items/${ids.itemId}`);
      expect(item.body.summary.version).toBe(2);
    });

  test('a supervisor of another city sees neither the item nor its figures', async () => {
    const list = await outside.get('supervisor')!.get('/api/v1/supervision/items');
    expect(list.body.items).toEqual([]);
    const own = await inside.get('supervisor')!.get('/api/v1/supervision/items');
    expect(own.body.items.map((one: { itemId: string }) => one.itemId)).toContain(ids.itemId);
  });
});
