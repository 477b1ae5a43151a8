import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allEndpoints } from '#contract/all-endpoints.ts';
import { type Endpoint, officeCallers } from '#contract/endpoint.ts';
import { openWorld, type Person, type World } from './world.ts';

/** Whatever comes in: a problem with a Chinese sentence, never a 500. */

let world: World;
let subjectKey: string;
const people = new Map<string, Person>();

beforeAll(async () => {
  world = await openWorld();
  subjectKey = await world.subject();
  people.set('applicant', await world.applicant(subjectKey));
  for (const role of officeCallers) people.set(role, await world.officer('emergency-360100', role));
  people.set('guest', world.guest());
});
afterAll(() => world.end());

const nasty = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    "'; drop table item; --",
    '%00',
    '../../etc/passwd',
    '2026-02-30',
    '9'.repeat(400),
    '𠮷🈚️',
    '{"a":1}',
    '$\u007b1}',
    '<script>',
  ),
  fc.string({ maxLength: 40 }),
);
const anything = fc.oneof(
  { maxDepth: 3 },
  fc.jsonValue(),
  fc.dictionary(fc.string({ maxLength: 12 }), nasty, { maxKeys: 4 }),
  fc.array(nasty, { maxLength: 3 }),
  fc.constantFrom(null, 0, -1, 1e300, true),
);

/** A body with the right names and wrong values: it gets further than garbage does. */
function nearMiss(endpoint: Endpoint): fc.Arbitrary<unknown> {
  const names = Object.keys((endpoint.body as { properties?: object } | undefined)?.properties ?? {});
  return fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] });
}

function pathOf(endpoint: Endpoint, value: string): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'subjectKey' && value.length % 2 === 0
      ? subjectKey
      : encodeURIComponent(value.isWellFormed() ? value : 'x') || 'x',
  );
  const names = Object.keys((endpoint.query as { properties?: object } | undefined)?.properties ?? {});
  return names.length > 0
    ? `${path}?${names.map((name) => `${name}=${encodeURIComponent(value.isWellFormed() ? value : 'x')}`).join('&')}`
    : path;
}

describe('malformed requests', () => {
  for (const endpoint of allEndpoints.filter((one) => one.name !== 'logout' && one.name !== 'beginLogin'))
    test(`${endpoint.method} ${endpoint.path}`, async () => {
      const person = people.get(endpoint.by.find((one) => people.has(one)) ?? 'guest')!;
      await fc.assert(
        fc.asyncProperty(nasty, fc.oneof(nearMiss(endpoint), anything), async (text, body) => {
          const path = pathOf(endpoint, text);
          const { status, body: reply } =
            endpoint.method === 'GET'
              ? await person.get(path)
              : endpoint.method === 'PUT'
                ? await person.put(path, body ?? {})
                : await person.post(path, body ?? {});
          expect(status, `${path} ${JSON.stringify(body)}`).toBeLessThan(500);
          if (status >= 400 && reply) {
            expect(reply.detail).toMatch(/[\u4e00-\u9fff]/);
            for (const field of reply.fields ?? []) expect(field.text).toMatch(/[\u4e00-\u9fff]/);
          }
        }),
        { numRuns: 25 },
      );
    });

  test('broken JSON, a wrong content type and an unknown path are said in Chinese', async () => {
    const send = (url: string, payload: string, type: string) =>
      world.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
    for (const [reply, status] of [
      [await send('/api/v1/assessments', '{"a":', 'application/json'), 400],
      [await send('/api/v1/assessments', '<a/>', 'application/xml'), 415],
      [await send('/api/v1/assessments', `{"a":"${'x'.repeat(3_000_000)}"}`, 'application/json'), 413],
      [await send('/api/v1/nothing-here', '{}', 'application/json'), 404],
    ] as const) {
      expect(reply.statusCode).toBe(status);
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.json().detail).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('a request from another site does not act with our cookie', async () => {
    const reply = await world.app.inject({
      method: 'POST',
      url: '/api/v1/session/acting-for',
      payload: { subjectKey },
      cookies: { credit_repair: people.get('applicant')!.cookie! },
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    });
    expect(reply.statusCode).toBe(403);
  });
});
