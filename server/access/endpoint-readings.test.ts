import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allEndpoints } from '#contract/all-endpoints.ts';
import { type Caller, type Endpoint, officeCallers } from '#contract/endpoint.ts';
import { addDays, type PlainDate } from '#domain/plain-date.ts';
import { makeUscc } from '#domain/uscc.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { endpointReadings } from './endpoint-readings.ts';

/** What an office may call and nobody may without being somebody: every one of these is declared, and does what it declares. */
const ofOffices = allEndpoints.filter(
  ({ by }) => !by.includes('guest') && officeCallers.some((one) => by.includes(one)),
);
const readingOf = (name: string) => endpointReadings[name];

describe('declared', () => {
  test.each(ofOffices.map(({ name }) => name))('%s is logged, written or free of personal data', (name) => {
    expect(readingOf(name), `${name} is missing in server/access/endpoint-readings.ts`).toBeDefined();
  });

  test('nothing is declared that no office can call', () => {
    const names = new Set(ofOffices.map(({ name }) => name));
    expect(Object.keys(endpointReadings).filter((name) => !names.has(name))).toEqual([]);
  });

  test('a question is never taken for an act', () => {
    const questions = ofOffices.filter(({ method }) => method === 'GET').map(({ name }) => name);
    expect(questions.filter((name) => readingOf(name)?.how === 'written')).toEqual([]);
  });

  test('what is noted of a subject names it in its path', () => {
    const noted = ofOffices.filter(({ name }) => readingOf(name)?.how === 'subject');
    expect(noted.filter(({ path }) => !path.includes(':subjectKey')).map(({ name }) => name)).toEqual([]);
  });

  test('a file for an office is always logged', () => {
    const files = ofOffices.filter(({ replyKind }) => replyKind === 'file').map(({ name }) => name);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((name) => ['none', 'written'].includes(readingOf(name)?.how ?? 'none'))).toEqual([]);
  });
});

let world: World;
let ids: Record<string, string>;
const unitOfRole: Partial<Record<Caller, string>> = {
  'window-clerk': 'window-360102',
  supervisor: 'ndrc-360100',
  operator: 'ndrc-360000',
};

const personOf = (role: Caller): Promise<Person> => world.officer(unitOfRole[role] ?? 'emergency-360100', role);

beforeAll(async () => {
  world = await openWorld();
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey);
  const clerk = await personOf('window-clerk');
  const form = await world.application(subjectKey, [recordId], 'window-360102');
  const { body, status } = await clerk.post(`/api/v1/subjects/${subjectKey}/applications`, form);
  if (status !== 201) throw new Error(JSON.stringify(body));
  await world.work();
  const { applicationId, items } = body;
  const application = (await clerk.get(`/api/v1/subjects/${subjectKey}/applications/${applicationId}`)).body;
  const objection = await (await world.applicant(subjectKey)).post(`/api/v1/subjects/${subjectKey}/objections`, {
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
    requestId: form.requestId,
    objectionId: objection.body.summary.objectionId,
    paperId: application.papers[0].paperId,
    attachmentId: application.attachments[0].attachmentId,
  };
});
afterAll(() => world?.end());

const pathOf = ({ path, name }: Endpoint) => {
  const query =
    {
      findSubjects: '?q=示例有限公司',
      lookUpSubject: `?code=${makeUscc('91360102MAEX00001')}`,
      listWindowReturns: '?list=corrections',
    }[name] ?? '';
  return encodeURI(path.replace(/:(\w+)/g, (_, key: string) => ids[key] ?? randomUUID()) + query);
};

const linesOf = async (act: string) =>
  Number((await world.services.db.pool.query('select count(*) from access_log where act = $1', [act])).rows[0].count);

/** What this world has nothing to show for: each has a test beside its handler. */
const notReached = [
  'downloadArchive',
  'downloadImportReport',
  'downloadNoticeBatch',
  'downloadNoticeOriginals',
  'listImportRows',
  'openServiceProof',
  'previewRevocation',
  'readOpinionFile',
];

test('whoever is answered has left a line: every question of an office that is declared as noted', async () => {
  const silent: string[] = [];
  const answered = new Set<string>();
  let day: PlainDate = '2026-11-23';
  const noted = ofOffices.filter(({ name, method }) => method === 'GET' && 'act' in (readingOf(name) ?? {}));
  for (const endpoint of noted)
    for (const role of endpoint.by.filter((one) => (officeCallers as readonly Caller[]).includes(one))) {
      const reading = readingOf(endpoint.name);
      if (!reading || !('act' in reading)) continue;
      // A day and a session for each: what was noted just now is not noted again within ten minutes.
      day = addDays(day, 1);
      world.on(day);
      const before = await linesOf(reading.act);
      const { status, body } = await (await personOf(role)).get(pathOf(endpoint));
      const nothing = Object.values(body ?? {}).every((one) => Array.isArray(one) && one.length === 0);
      if (status !== 200 || (nothing && body && reading.how === 'itself')) continue;
      answered.add(endpoint.name);
      if (before === (await linesOf(reading.act))) silent.push(`${endpoint.name} as ${role}`);
    }
  expect(silent).toEqual([]);
  expect(
    noted
      .map(({ name }) => name)
      .filter((name) => !answered.has(name))
      .sort(),
  ).toEqual(notReached);
});
