import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdf } from '../../../tools/journey/files.ts';
import { openWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  world.on('2026-11-23');
});
afterAll(() => world.end());

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

let asked = 0;
async function from(tail: string, body: object) {
  asked += 1;
  const url = `/api/v1/public/progress${tail}`;
  const reply = await world.app.inject({ method: 'POST', url, payload: body, remoteAddress: `10.20.0.${asked % 250}` });
  return { status: reply.statusCode, body: reply.headers['content-type']?.includes('json') ? reply.json() : null };
}

/** An application of one item that its unit did not accept. */
async function declined(kind: 'organisation' | 'person' = 'organisation') {
  const subjectKey = await world.subject({ kind, name: kind === 'person' ? '示例戊己' : '示例代码有限公司' });
  const place =
    kind === 'person' ? { matterKey: 'culture-tourism', unitId: 'culture-360700', regionCode: '360700' } : {};
  const recordId = await world.record(subjectKey, place);
  const applicant = await world.applicant(subjectKey);
  const form = await world.application(subjectKey, [recordId]);
  const own = kind === 'person' ? { ...form, form: { ...form.form, subjectKind: 'person', name: '示例戊己' } } : form;
  const { body } = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, own);
  await world.work();
  const { itemId, number: itemNumber } = body.items[0];
  const officer = await world.officer(kind === 'person' ? 'culture-360700' : 'emergency-360100');
  const path = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
  const code = { number: body.number as string, queryCode: body.queryCode as string };
  const decline = async () => {
    const { version } = (await officer.get(path)).body.summary;
    const done = await officer.post(`${path}/decline`, {
      requestId: randomUUID(),
      version,
      reasons: [{ code: 'x', text: '材料不齐' }],
    });
    expect(done.status, done.text).toBe(200);
  };
  return { subjectKey, recordId, officer, itemNumber: itemNumber as string, code, decline };
}
const lodging = (it: { itemNumber: string; code: object }, over: object = {}) => ({
  ...it.code,
  itemNumber: it.itemNumber,
  requestId: randomUUID(),
  door: 'unit',
  reasons: '材料已经交齐，见附件。',
  contact: { name: '示例某', phone: '13900000007' },
  attachmentIds: [],
  ...over,
});

test('number and code lodge an objection with evidence, see how it stands, and read the answer (36号第十八条)', async () => {
  const it = await declined();
  expect((await from('/objections', it.code)).body).toEqual({ items: [] });
  expect((await from('/objections/lodge', lodging(it))).body.code).toBe('no-such-decision');
  await it.decline();
  const [open] = (await from('/objections', it.code)).body.items;
  expect(open).toMatchObject({ itemNumber: it.itemNumber, way: { ground: 'declined', whyNot: null }, objections: [] });
  expect(open.way.doors).toEqual(['credit-china', 'unit']);
  // Told before it is sent, with the article that lets the unit turn it away.
  expect(open.way.evidence.text).toContain('没有提交佐证材料');
  expect(open.way.evidence.cites[0].text).toContain('第十八条');

  const evidence = pdf('证明.pdf', 'by code');
  const { content } = evidence;
  const begun = await from('/uploads', {
    ...it.code,
    itemNumber: it.itemNumber,
    materialKey: 'objection-evidence',
    fileName: evidence.name,
    bytes: content.length,
    digest: sha256(content),
  });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const other = await from('/uploads', {
    ...it.code,
    itemNumber: it.itemNumber,
    materialKey: 'application-form',
    fileName: evidence.name,
    bytes: content.length,
    digest: sha256(content),
  });
  expect(other.body.code).toBe('not-asked-for');

  const faulty = await from('/objections/lodge', lodging(it, { reasons: '', contact: { name: '', phone: '1' } }));
  expect(faulty.body.fields.map((one: { field: string }) => one.field)).toEqual([
    'reasons',
    'contact.name',
    'contact.phone',
  ]);
  const request = lodging(it);
  const made = await from('/objections/lodge', request);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const again = await from('/objections/lodge', request);
  expect(again.body.items[0].objections).toHaveLength(1);
  const second = await from('/objections/lodge', lodging(it));
  expect(second.body.code).toBe('objection-open');
  expect(made.body.items[0]).toMatchObject({
    way: { open: { number: made.body.items[0].objections[0].number } },
    objections: [{ groundText: '不予受理', closedOn: null, answer: null }],
  });

  const list = (await it.officer.get('/api/v1/office/objections')).body.objections;
  const { subjectKey, objectionId } = list.find(
    (one: { number: string }) => one.number === made.body.items[0].objections[0].number,
  );
  const one = `/api/v1/subjects/${subjectKey}/objections/${objectionId}`;
  const act = async (verb: string, more: object) => {
    const { version } = (await it.officer.get(one)).body.summary;
    return it.officer.post(`${one}/${verb}`, { requestId: randomUUID(), version, ...more });
  };
  await act('accept', { note: '' });
  expect((await from('/objections', it.code)).body.items[0].objections[0].due).toMatchObject({ due: '2026-12-02' });
  await act('answer', { outcome: 'upheld', findings: [{ text: '材料齐全', evidence: '' }], corrections: [] });
  expect(await world.work()).toEqual([]);
  const [done] = (await from('/objections', it.code)).body.items;
  expect(done.way).toBeNull();
  expect(done.objections[0]).toMatchObject({ answer: { outcome: 'upheld', findings: ['材料齐全'] } });
  const paper = done.objections[0].papers.find((each: { title: string }) => each.title.includes('答复书'));
  expect((await from('/objections/paper', { ...it.code, paperId: paper.paperId })).status).toBe(200);
  expect((await from('/objections/paper', { ...it.code, paperId: randomUUID() })).status).toBe(404);

  // What one application opens, the code of another does not.
  const stranger = await declined();
  expect((await from('/objections/paper', { ...stranger.code, paperId: paper.paperId })).status).toBe(404);
  expect((await from('/objections/lodge', lodging({ ...it, code: stranger.code }))).body.code).toBe('item-not-found');
});

test('tells nothing of a person beyond what was decided', async () => {
  const it = await declined('person');
  await it.decline();
  await from('/objections/lodge', lodging(it, { door: 'credit-china', reasons: '住在秘密路9号，材料已经交齐。' }));
  await world.work();
  const { body } = await from('/objections', it.code);
  expect(body.items[0].objections[0].timeline[0]).toMatchObject({ title: '提出异议' });
  for (const secret of ['示例戊己', '示例某', '13900000007', '秘密路'])
    expect(JSON.stringify(body)).not.toContain(secret);
});

test.each(['', '/lodge', '/paper'])('objections%s: a wrong code opens nothing', async (tail) => {
  const it = await declined();
  const body = { ...lodging(it), queryCode: '22222222', paperId: randomUUID() };
  expect((await from(`/objections${tail}`, body)).body.code).toBe('progress-not-found');
});
