import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../access/authenticate.ts';
import { checkLedger } from '../item/check-ledger.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

/** What a finding rests on, and what of the form is masked. */

let world: World;
let officer: Person;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  world = await openWorld();
  officer = await world.officer('emergency-360100', 'officer');
});
afterAll(() => world.end());

async function accepted() {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const body = await world.application(subjectKey, [await world.record(subjectKey)]);
  const agent = { name: '示例经办', identifier: '360103199001010014', phone: '13900000012' };
  const sent = { ...body, form: { ...(body as { form: object }).form, agent } };
  const submitted = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, sent);
  expect(submitted.status, submitted.text).toBe(201);
  await world.work();
  const address = `/api/v1/subjects/${subjectKey}/items/${submitted.body.items[0].itemId}`;
  const read = async (person = officer) => (await person.get(address)).body;
  const act = async (verb: string, more: object = {}) =>
    officer.post(`${address}/${verb}`, {
      requestId: randomUUID(),
      version: (await read()).summary.version,
      ...more,
    });
  expect((await act('accept')).status).toBe(200);
  return { subjectKey, applicant, address, read, act };
}

async function picture(address: string): Promise<string> {
  const payload = Buffer.concat([
    Buffer.from(
      '--b\r\ncontent-disposition: form-data; name="file"; filename="现场.png"\r\ncontent-type: image/png\r\n\r\n',
    ),
    png,
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const reply = await world.app.inject({
    method: 'POST',
    url: `${address}/evidence`,
    payload,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    cookies: { [sessionCookie]: officer.cookie! },
  });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().attachmentId;
}

test('each condition names the materials the texts name for it', async () => {
  const { conditions } = await (await accepted()).read();
  const named = Object.fromEntries(
    conditions.map((one: { key: string; materials: string[] }) => [one.key, one.materials]),
  );
  expect(named['duties-performed']).toEqual(['correction-proof']);
  expect(named.commitment).toEqual(['commitment']);
  expect(named['minimum-period']).toEqual([]);
});

test('a finding keeps its papers by name, prints them, and takes none of elsewhere', async () => {
  const it = await accepted();
  const attachmentId = await picture(it.address);
  const foreign = await picture((await accepted()).address);
  const { conditions } = await it.read();
  const findings = (ids: string[]) =>
    conditions.map(({ key, text }: { key: string; text: string }, index: number) => ({
      key,
      text,
      met: true,
      evidence: '已核对。',
      ...(index === 0 ? { attachmentIds: ids } : {}),
    }));
  for (const ids of [[foreign], [randomUUID()], [attachmentId, foreign]]) {
    const refused = await it.act('grant', { findings: findings(ids), note: '' });
    expect(refused.body.code).toBe('attachment-unknown');
    const preview = await officer.post(`${it.address}/preview`, { act: 'grant', findings: findings(ids), note: '' });
    expect(preview.body.code).toBe('attachment-unknown');
  }
  const given = { findings: findings([attachmentId, attachmentId]), note: '' };
  const preview = await officer.post(`${it.address}/preview`, { act: 'grant', ...given });
  expect(JSON.stringify(preview.body.parts)).toContain('已核对；依据材料：《核实时取得的材料》');
  const done = await it.act('grant', given);
  expect(done.status, done.text).toBe(200);
  const { timeline } = await it.read();
  const granted = timeline.findLast((one: { type: string }) => one.type === 'granted').payload;
  expect(granted.findings[0].papers).toEqual([{ attachmentId, name: '核实时取得的材料' }]);
  expect(granted.findings[1]).not.toHaveProperty('papers');
  expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
});

test('a file says who gave it and when', async () => {
  const it = await accepted();
  const attachmentId = await picture(it.address);
  const file = (await it.read()).attachments.find((one: { attachmentId: string }) => one.attachmentId === attachmentId);
  expect(file.uploadedBy).toMatch(/（.+）$/);
  expect(file.uploadedAt.slice(0, 4)).toBe(world.services.clock.today().slice(0, 4));
  expect(file).toMatchObject({ pages: null, reused: null });
});

test('the agent’s number is masked for offices; looking at it is noted; the applicant and strangers are not concerned', async () => {
  const it = await accepted();
  expect((await it.read()).form.agent.identifier).toBe('3601************14');
  expect((await it.read(it.applicant)).form.agent.identifier).toBe('360103199001010014');
  const shown = await officer.get(`${it.address}/form-numbers`);
  expect(shown.body).toMatchObject({ agentIdentifier: '360103199001010014' });
  const { rows } = await world.services.db.pool.query(
    `select act, purpose from access_log where subject_key = $1 and act = 'read-form-numbers'`,
    [it.subjectKey],
  );
  expect(rows).toEqual([{ act: 'read-form-numbers', purpose: 'case' }]);
  const other = await world.officer('culture-360100', 'officer');
  expect((await other.get(`${it.address}/form-numbers`)).status).toBe(404);
  expect((await it.applicant.get(`${it.address}/form-numbers`)).status).toBe(403);
});
