import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkLedger } from '../item/check-ledger.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let officer: Person;
const missing = [{ key: 'other', name: '整改报告', reason: '没有盖章' }];
const reasons = [{ code: 'not-corrected', text: '到2026年12月7日没有补正：整改报告。' }];

async function logInOn(day: string): Promise<void> {
  world.on(day);
  officer = await world.officer('emergency-360100');
}

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
});
beforeEach(() => logInOn('2026-11-23'));
afterAll(() => world.end());

async function called() {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [await world.record(subjectKey)]),
  );
  await world.work();
  const itemId: string = submitted.body.items[0].itemId;
  const address = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
  const read = async () => (await officer.get(address)).body;
  const act = async (verb: string, body: object = {}) =>
    officer.post(`${address}/${verb}`, {
      requestId: randomUUID(),
      version: (await read()).summary.version,
      ...body,
    });
  const preview = (body: object) => officer.post(`${address}/preview`, body);
  return { subjectKey, address, read, act, preview };
}

interface Action {
  readonly action: string;
  readonly allowed: boolean;
  readonly why: string | null;
  readonly cites: readonly { readonly id: string; readonly text: string }[];
}
const button = (view: { readonly actions: readonly Action[] }, action: string): Action => {
  const found = view.actions.find((one) => one.action === action);
  if (!found) throw new Error(`no button ${action}`);
  return found;
};

test('the notice of correction is shown as it is being written, and refused while it names nothing', async () => {
  const it = await called();
  const written = await it.preview({ act: 'request-correction', missing });
  expect(written.status, written.text).toBe(200);
  expect(written.body.refused).toBeNull();
  const lines = (heading: string) =>
    written.body.parts.find((one: { heading: string }) => one.heading === heading)?.lines;
  expect(lines('需要补正的内容')).toEqual(['整改报告：没有盖章']);
  expect(lines('什么时候以前')[0]).toContain('2026年12月7日');
  const empty = await it.preview({ act: 'request-correction', missing: [] });
  expect(empty.body.refused).toContain('列全');
  expect((await it.read()).summary.state).toBe('lodged');
});

test('a correction that did not come: declined from the day after, refused with the article before it', async () => {
  const it = await called();
  expect((await it.act('request-correction', { missing })).status).toBe(200);
  await logInOn('2026-12-07');
  const early = await it.act('decline', { reasons });
  expect(early.status).toBe(422);
  expect(early.body).toMatchObject({ code: 'correction-awaited' });
  expect(early.text).toContain('第十六条');
  expect(button(await it.read(), 'decline')).toMatchObject({
    allowed: false,
    why: expect.stringContaining('2026年12月7日'),
  });

  await logInOn('2026-12-08');
  expect(button(await it.read(), 'decline').allowed).toBe(true);
  const words = await it.preview({ act: 'decline', reasons });
  expect(words.body.refused).toBeNull();
  const done = await it.act('decline', { reasons });
  expect(done.status, done.text).toBe(200);
  expect(done.body.item.state).toBe('declined');
  expect(await world.work()).toEqual([]);
  const view = await it.read();
  expect(view.papers.map((one: { kind: string }) => one.kind)).toContain('decline-notice');
});

test('or accepted on what is there: the clock of the decision starts with that day', async () => {
  const it = await called();
  expect((await it.act('request-correction', { missing })).status).toBe(200);
  await logInOn('2026-12-08');
  const done = await it.act('accept');
  expect(done.body.item.state).toBe('accepted');
  const { clocks } = await it.read();
  expect(clocks.find((one: { kind: string }) => one.kind === 'decision').start).toBe('2026-12-08');
  expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
});

test('suspension is told with its reason and article, never offered', async () => {
  const it = await called();
  const told = button(await it.read(), 'suspend');
  expect(told).toMatchObject({ allowed: false, why: expect.stringContaining('没有写中止') });
  expect(told.cites.map((one) => one.text).join()).toContain('第十六条');
});

test('36号第十六条: on the last day it waits for the applicant, from the day after it stands where somebody must act, marked, with the next act', async () => {
  const it = await called();
  expect((await it.act('request-correction', { missing })).status).toBe(200);
  const { itemId } = (await it.read()).summary;
  const inList = async (list: string) =>
    (await officer.get(`/api/v1/office/queue?list=${list}`)).body.items.find(
      (one: { itemId: string }) => one.itemId === itemId,
    );
  const holds = async () => {
    const found: string[] = [];
    for (const list of ['todo', 'mine', 'waiting', 'overdue', 'due-soon']) if (await inList(list)) found.push(list);
    return found;
  };
  await logInOn('2026-12-07');
  expect(await holds()).toEqual(['waiting']);
  const { counts: before } = (await officer.get('/api/v1/office/queue?list=waiting')).body;
  await logInOn('2026-12-08');
  // No clause gives the unit a day here: it is in no list of what is late.
  expect(await holds()).toEqual(['todo', 'mine']);
  const shown = await inList('todo');
  expect(shown).toMatchObject({ stateText: '补正期满，待按现有材料决定', waitsOn: 'authority', state: 'correcting' });
  const { items, counts } = (await officer.get('/api/v1/office/queue?list=waiting')).body;
  expect(counts.waiting).toBe(items.length);
  expect(before.waiting).toBeGreaterThan(counts.waiting);
  const view = await it.read();
  expect(
    view.actions.filter((one: { allowed: boolean }) => one.allowed).map((one: { action: string }) => one.action),
  ).toEqual(expect.arrayContaining(['accept', 'decline']));
  const applicant = await world.applicant(it.subjectKey);
  const mine = (await applicant.get(it.address)).body.summary;
  expect(mine.publicText).toContain('仍可以补正');
});
