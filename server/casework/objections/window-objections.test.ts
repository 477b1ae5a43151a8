import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { openWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  world.on('2026-11-23');
});
afterAll(() => world.end());

const agent = {
  relation: 'agent',
  name: '示例经办',
  document: 'id-card',
  documentNumber: makeCitizenId('36010219900101001')!,
  way: 'original',
  authorisation: { way: 'none', attachmentIds: [], note: '电话核实了委托' },
};

async function atWindow(over: object = {}) {
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey);
  const clerk = await world.officer('window-360102', 'window-clerk');
  const answer = await clerk.post(`/api/v1/subjects/${subjectKey}/objections`, {
    requestId: randomUUID(),
    recordId,
    itemId: null,
    ground: 'content',
    door: 'unit',
    claims: [{ field: 'act', shouldSay: '更正后的事由' }],
    reasons: '决定书写的事由与公示的不一致。',
    request: '',
    contact: { name: '示例经办', phone: '13900000001' },
    attachmentIds: [],
    visit: { persons: [agent], originals: [] },
    ...over,
  });
  return { subjectKey, clerk, answer };
}

test('a clerk takes an objection in for an agent; number masked, statement to be signed by hand, answer among what came back', async () => {
  const { subjectKey, clerk, answer } = await atWindow();
  expect(answer.status, answer.text).toBe(201);
  const { number, objectionId } = answer.body.summary;
  expect(answer.body.visit).toMatchObject({
    clerk: expect.any(String),
    persons: [
      { name: '示例经办', relationText: '经办人（受委托）', authorisationText: '没有书面授权：电话核实了委托' },
    ],
  });
  expect(answer.text).not.toContain(agent.documentNumber);
  await world.work();
  const one = `/api/v1/subjects/${subjectKey}/objections/${objectionId}`;
  expect((await clerk.get(one)).body.papers.map((each: { title: string }) => each.title)).toEqual([
    '信用信息异议申诉书',
  ]);
  const model = await world.services.db.read({ sees: 'all' }, (tx) =>
    tx.query<{ signature: unknown }>(
      'test-objection-signature',
      `select model -> 'signature' as signature from paper where subject_key = $1 and objection_id = $2`,
      [subjectKey, objectionId],
    ),
  );
  expect(model[0]?.signature ?? null).toBeNull();

  const mine = (await clerk.get('/api/v1/office/window/objections')).body;
  expect(mine.objections.map((each: { number: string }) => each.number)).toContain(number);
  expect(mine.counts.open).toBe(mine.objections.length);
  const elsewhere = await world.officer('window-360702', 'window-clerk');
  expect((await elsewhere.get('/api/v1/office/window/objections')).body.objections).toEqual([]);
  expect((await elsewhere.get(one)).status).toBe(404);

  const officer = await world.officer('emergency-360100');
  const act = async (verb: string, more: object) => {
    const { version } = (await officer.get(one)).body.summary;
    return officer.post(`${one}/${verb}`, { requestId: randomUUID(), version, ...more });
  };
  await act('accept', { note: '' });
  await act('answer', { outcome: 'rejected', findings: [{ text: '一致', evidence: '决定书' }], corrections: [] });
  await world.work();
  const back = (await clerk.get('/api/v1/office/window/objections')).body;
  expect(back.objections[0]).toMatchObject({ number, closedOn: '2026-11-23', stateText: '异议不成立', signOff: null });
  expect(back.counts).toEqual({ open: 0, closed: 1 });
  // The applicant reads it too, without the clerk's note of who came.
  expect((await (await world.applicant(subjectKey)).get(one)).body.visit).toBeNull();
});

test.each([
  ['nobody was checked', { visit: { persons: [], originals: [] } }, 'visit-incomplete'],
  ['no visit at all', { visit: undefined }, 'visit-missing'],
  [
    'an agent without any authority',
    { visit: { persons: [{ ...agent, authorisation: undefined }], originals: [] } },
    'visit-incomplete',
  ],
  [
    'an authority whose scan is not there',
    {
      visit: {
        persons: [{ ...agent, authorisation: { way: 'paper', attachmentIds: [randomUUID()], note: '' } }],
        originals: [],
      },
    },
    'attachment-not-free',
  ],
])('%s: %s', async (_, over, code) => {
  expect((await atWindow(over)).answer.body.code).toBe(code);
});
