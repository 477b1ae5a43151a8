import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

async function atTheDesk() {
  const subjectKey = await world.subject();
  const matter = { matterKey: 'overloading', unitId: 'transport-360100', organName: '南昌市交通运输局' };
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [await world.record(subjectKey, matter)]),
  );
  await world.work();
  const itemId: string = submitted.body.items[0].itemId;
  const address = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
  const officer = await world.officer('transport-360100');
  const { summary } = (await officer.get(address)).body;
  const act = (who: Person, verb: string, version: number, body: object) =>
    who.post(`${address}/${verb}`, { requestId: randomUUID(), version, ...body });
  return { applicant, officer, address, act, version: summary.version as number };
}

const missing = [
  { key: 'form:phone', name: '联系电话', reason: '打不通' },
  { key: 'extra:plate-number', name: '车牌号', reason: '少一位' },
];

test('an officer names fields of the form; the applicant answers only these; the officer sees before and after', async () => {
  const { applicant, officer, address, act, version } = await atTheDesk();
  const called = await act(officer, 'request-correction', version, { missing });
  expect(called.status).toBe(200);
  const wrong = await act(applicant, 'correct', version + 1, {
    materials: [
      { key: 'form:phone', attachmentIds: [], text: '12' },
      { key: 'extra:plate-number', attachmentIds: [], text: '赣A00001' },
    ],
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.fields).toEqual([{ field: 'materials.form:phone', text: expect.stringContaining('手机号') }]);
  const corrected = await act(applicant, 'correct', version + 1, {
    materials: [
      { key: 'form:phone', attachmentIds: [], text: '13900000009' },
      { key: 'extra:plate-number', attachmentIds: [], text: '赣A00001' },
      { key: 'form:facts', attachmentIds: [], text: '没有被要求的改动' },
    ],
  });
  expect(corrected.status).toBe(200);
  const { corrections, form } = (await officer.get(address)).body;
  expect(corrections).toMatchObject([
    { key: 'form:phone', isField: true, before: '13900000001', after: '13900000009', reason: '打不通' },
    { key: 'extra:plate-number', isField: true, before: '示例', after: '赣A00001' },
  ]);
  expect(form.phone).toBe('13900000001');
});

test('fields that the form does not have, and the same line twice, are not called for', async () => {
  const { officer, act, version } = await atTheDesk();
  for (const odd of [
    [{ key: 'form:identifier', name: '证件号码', reason: '不对' }],
    [{ key: 'extra:nothing', name: '没有的一项', reason: '不对' }],
    [missing[0]!, missing[0]!],
  ]) {
    const reply = await act(officer, 'request-correction', version, { missing: odd });
    expect([reply.status, reply.body.code]).toEqual([400, 'missing-list-odd']);
  }
});
