import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { ensureSubject } from '../access/subject-store.ts';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

/** A subject that the registers know. */
async function registered(): Promise<string> {
  const { name, identifier } = demoSubjects.materials;
  const row = await world.services.db.read({ sees: 'none' }, (tx) =>
    ensureSubject(tx, { kind: 'organisation', name, identifier, identifierKind: 'uscc' }, world.clock.now()),
  );
  return row.subject_key;
}

test('silent registers are named and the form is typed in; what they say later counts, and every value is marked by where it came from', async () => {
  const subjectKey = await registered();
  const applicant = await world.applicant(subjectKey);
  const prefill = () => applicant.get(`/api/v1/subjects/${subjectKey}/prefill`);

  world.sandbox.control.setMode('province', { mode: 'down' });
  const silent = (await prefill()).body;
  expect(silent.down).toEqual(['市场主体登记信息']);
  expect(silent.form.address).toBeUndefined();
  expect(silent.sources.phone).toBe('统一身份认证');

  const body = await world.application(subjectKey, [await world.record(subjectKey)]);
  const typed = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, {
    ...body,
    form: { ...body.form, phone: '0791-88888888', marks: { name: 'typed' } },
  });
  expect(typed.status).toBe(201);
  const { form } = (await applicant.get(`/api/v1/subjects/${subjectKey}/applications/${typed.body.applicationId}`))
    .body;
  expect(form.marks).toEqual({
    name: 'changed',
    identifier: 'changed',
    address: 'typed',
    registryOrgan: 'typed',
    legalRep: 'typed',
    phone: 'changed',
  });

  world.sandbox.control.setMode('province', { mode: 'ok' });
  const answered = (await prefill()).body;
  expect(answered).toMatchObject({
    down: [],
    form: { address: demoSubjects.materials.address, legalRep: '示例乙' },
    sources: { address: '市场主体登记信息' },
    last: { number: typed.body.number, form: { phone: '0791-88888888', address: body.form.address } },
  });
});

test('answers of the 另附表 are refused by the sentence the form shows, and told in the words of the question', async () => {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const wages = { matterKey: 'wage-arrears', unitId: 'hrss-360100', organName: '南昌市人力资源和社会保障局' };
  const body = await world.application(subjectKey, [await world.record(subjectKey, wages)]);
  const [key] = Object.keys(body.items[0]!.extra);
  const send = (value: string) =>
    applicant.post(`/api/v1/subjects/${subjectKey}/applications`, {
      ...body,
      items: [{ ...body.items[0]!, extra: { [key!]: value } }],
    });
  const wrong = await send('2026-02-30');
  expect(wrong.status).toBe(400);
  expect(wrong.body.fields[0]).toMatchObject({ field: `items.0.extra.${key}` });
  expect(wrong.body.fields[0].text).toContain('不是一个存在的日期');
  const sent = await send('2026-03-02');
  expect(sent.status).toBe(201);
  const { annex, timeline } = (
    await applicant.get(`/api/v1/subjects/${subjectKey}/applications/${sent.body.applicationId}`)
  ).body;
  expect(annex[0].answers[0].value).toBe('2026年3月2日');
  expect(timeline.map((one: { type: string }) => one.type)).toEqual(['submitted']);
});
