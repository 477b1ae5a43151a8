import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let guest: Person;
beforeAll(async () => {
  world = await openWorld();
  guest = world.guest();
});
afterAll(() => world?.end());

describe('the calculator', () => {
  const asked = {
    id: 'a-1',
    matter: 'market-penalty',
    subjectType: 'organisation',
    findingDate: '2026-03-02',
    publishedDate: '2026-03-09',
    penalties: [{ kind: '罚款', amountYuan: 20_000 }],
    dutiesPerformed: true,
    on: '2026-11-23',
  };

  test('answers in exactly the public shape', async () => {
    const reply = await guest.post('/api/v1/assessments', asked);
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body).toSorted()).toEqual(
      ['application', 'class', 'id', 'limits', 'publication', 'reasons', 'verdict'].toSorted(),
    );
    expect(reply.body).toMatchObject({ id: 'a-1', publication: { shown: true, from: '2026-03-09' } });
  });

  test.each([
    [{ ...asked, matter: 'nothing' }, 'unknown-value', 'matter'],
    [{ ...asked, findingDate: '2026-02-30' }, 'malformed-date', 'findingDate'],
    [{ ...asked, penalties: [{ kind: '罚款', amountYuan: -1 }] }, 'negative-amount', 'penalties[0].amountYuan'],
    [{}, 'missing-field', 'matter'],
  ])('names the faulty field: %#', async (body, code, field) => {
    const reply = await guest.post('/api/v1/assessments', body);
    expect([reply.status, reply.body.code, reply.body.fields[0].field]).toEqual([400, code, field]);
    expect(reply.body.detail).toMatch(/。$/);
  });

  test.each([[[]], ['text'], [7]])('what is no object is a plain refusal: %j', async (body) => {
    const reply = await world.app.inject({
      method: 'POST',
      url: '/api/v1/assessments',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().detail).toMatch(/[\u4e00-\u9fff]/);
  });

  test('is documented in full', async () => {
    const document = JSON.parse((await guest.get('/openapi.json')).text);
    const body = document.paths['/api/v1/assessments'].post.requestBody.content['application/json'].schema;
    expect(body.required).toContain('findingDate');
    expect(body.properties.penalties).toBeDefined();
  });
});
