import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { gatheredText } from './gather-texts.ts';

describe('the words', () => {
  test('what asks something comes first and in full, the rest is named by what happened', () => {
    const text = gatheredText('JXXF20260506000001', [
      { title: '准予修复', about: '洪应急罚〔2026〕1号' },
      { title: '准予修复', about: '洪应急罚〔2026〕2号' },
      { title: '材料需要补正', about: '洪税罚〔2026〕3号', ask: '请在2026年5月19日（周二）前一次补齐。' },
    ]);
    expect(text).toBe(
      '【江西信用修复】您的申请JXXF20260506000001有3项进展：材料需要补正（洪税罚〔2026〕3号），请在2026年5月19日（周二）前一次补齐；准予修复2项（洪应急罚〔2026〕1号、洪应急罚〔2026〕2号）。详情和文书请登录查看，也可以用申请编号和查询码在“查进度”里看。',
    );
  });

  test('sixty items stay within a text message, and what is left out is counted', () => {
    const briefs = Array.from({ length: 60 }, (_, n) => ({ title: `结果${n}`, about: `某某罚〔2026〕${n}号` }));
    const text = gatheredText('JXXF20260506000001', briefs);
    expect(text.length).toBeLessThanOrEqual(480);
    expect(text).toMatch(/有60项进展.*；另有\d+类见平台。/);
  });
});

let world: World;
let officer: Person;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.officer('emergency-360100');
});
afterAll(() => world?.end());
beforeEach(() => world.sandbox.control.reset());

interface Told {
  itemId: string | null;
  title: string;
  channels: { channel: string; state: string; at: string | null }[];
}

async function applied(count: number) {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const records = [];
  for (let n = 0; n < count; n += 1) records.push(await world.record(subjectKey));
  const form = await world.application(subjectKey, records);
  const { body } = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, form);
  expect(await world.work()).toEqual([]);
  const texts = (system: 'sms' | 'ganfutong') => world.sandbox.control.messages(system);
  const accept = async (itemId: string) => {
    const address = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
    const { version } = (await officer.get(address)).body.summary;
    const done = await officer.post(`${address}/accept`, { requestId: randomUUID(), version });
    expect(done.status, done.text).toBe(200);
  };
  const accepted = async (): Promise<Told[]> =>
    (await applicant.get('/api/v1/messages')).body.messages.filter((one: Told) => one.title.includes('受理'));
  return {
    subjectKey,
    itemIds: body.items.map((one: { itemId: string }) => one.itemId) as string[],
    texts,
    accept,
    accepted,
  };
}

test('three items accepted within minutes: three messages in the platform, one text, whose receipt is the proof of each', async () => {
  const it = await applied(3);
  const [texts, pushes] = [it.texts('sms').length, it.texts('ganfutong').length];
  for (const itemId of it.itemIds) await it.accept(itemId);
  expect(await world.work()).toEqual([]);
  expect([it.texts('sms').length - texts, it.texts('ganfutong').length - pushes]).toEqual([1, 1]);
  expect(it.texts('sms').at(-1)!.text).toMatch(/有3项进展：\S*受理3项（.+、.+、.+）。/);
  expect(it.texts('ganfutong').at(-1)).toMatchObject({
    title: '您的申请有 3 项进展',
    link: expect.stringMatching(/\/applications\/[0-9a-f-]+\/[0-9a-f-]+$/),
  });
  const told = await it.accepted();
  expect(told.map((one) => one.itemId).sort()).toEqual([...it.itemIds].sort());
  for (const one of told)
    expect(one.channels.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
  const rows = await world.services.db.read({ sees: 'all' }, (tx) =>
    tx.run<{ receipt: string }>(
      `select distinct c ->> 'receipt' as receipt from message, jsonb_array_elements(channels) c
       where subject_key = $1 and title like '%受理%' and c ->> 'channel' = 'sms'`,
      [it.subjectKey],
    ),
  );
  expect(rows).toHaveLength(1);
});

test('one item alone keeps its own words; a gateway that is down sends the group once, when it is back', async () => {
  const it = await applied(3);
  await it.accept(it.itemIds[0]!);
  await world.work();
  expect(it.texts('sms').at(-1)!.text).not.toContain('项进展');
  const before = it.texts('sms').length;
  world.sandbox.control.setMode('sms', { mode: 'down' });
  for (const itemId of it.itemIds.slice(1)) await it.accept(itemId);
  expect((await world.work()).join()).toContain('send-message');
  expect((await it.accepted()).filter((one) => one.channels.some(({ state }) => state === 'queued'))).toHaveLength(2);
  world.sandbox.control.setMode('sms', { mode: 'ok' });
  const waiting = await world.services.db.read({ sees: 'all' }, (tx) =>
    tx.run<{ message_id: string }>(
      `select message_id from message where subject_key = $1 and channels @> '[{"state": "queued"}]' order by message_id desc`,
      [it.subjectKey],
    ),
  );
  // The job of the one that is carried comes first: it drives the one that carries.
  await world.services.db.transaction({ sees: 'all' }, async (tx) => {
    for (const { message_id } of waiting)
      await tx.run(
        `insert into outbox (subject_key, outbox_id, task, payload, run_at, created_at) values ($1, gen_random_uuid(), 'send-message', $2, now(), now())`,
        [it.subjectKey, JSON.stringify({ subjectKey: it.subjectKey, messageId: message_id })],
      );
  });
  expect(await world.work()).toEqual([]);
  expect(it.texts('sms').length - before).toBe(1);
  expect(it.texts('sms').at(-1)!.text).toContain('有2项进展');
  for (const one of await it.accepted()) expect(one.channels.map(({ state }) => state)).not.toContain('queued');
});
