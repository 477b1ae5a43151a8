import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.end());

test('over HTTP the catalogue answers anybody', async () => {
  const guest = world.guest();
  for (const path of [
    '/api/v1/matters',
    '/api/v1/matters/tax-serious',
    '/api/v1/guides/judgment-defaulter?region=360102',
    '/api/v1/regions',
    '/api/v1/units?kind=window',
    `/api/v1/routing?matter=other-penalty&organ=${encodeURIComponent('南昌市生态环境局')}`,
    '/api/v1/working-days?from=2026-11-23&add=10',
    '/api/v1/law/ndrc36:14(1)',
  ])
    expect((await guest.get(path)).status, path).toBe(200);
  expect((await guest.get('/api/v1/working-days?from=2026-02-30&add=10')).status).toBe(400);
  expect((await guest.get('/api/v1/guides/no-such-matter')).status).toBe(404);
  expect((await guest.get('/api/v1/routing?matter=other-penalty')).body).toMatchObject({ code: 'no-competent-unit' });
});

test('over HTTP an item that was urged shows the urging to its unit', async () => {
  const subject = await world.subject();
  const record = await world.record(subject);
  const applicant = await world.applicant(subject);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subject}/applications`,
    await world.application(subject, [record]),
  );
  expect(submitted.status, submitted.text).toBeLessThan(300);
  const supervisor = await world.officer('ndrc-360000', 'supervisor');
  const { body } = await supervisor.get('/api/v1/supervision/items');
  const [item] = (body as { items: { itemId: string; subjectKey: string; unitId: string }[] }).items;
  const figures = await supervisor.get('/api/v1/supervision/figures?by=unit');
  expect(figures.body).toMatchObject({ total: { opened: 1, open: 1 }, rows: [{ key: item!.unitId }] });
  const path = `/api/v1/subjects/${item!.subjectKey}/items/${item!.itemId}/urgings`;
  const urged = await supervisor.post(path, { requestId: '01990000-0000-7000-8000-000000000001', text: '请抓紧办理' });
  expect(urged.status, urged.text).toBe(201);
  const officer = await world.officer(item!.unitId, 'officer');
  const messages = await officer.get('/api/v1/messages');
  expect(messages.text).toContain('请抓紧办理');
  const checks = await supervisor.get('/api/v1/supervision/daily-checks');
  expect(checks.body).toMatchObject({
    workingDay: true,
    missedCount: 1,
    units: [{ unitId: item!.unitId, looked: false }],
  });
  await officer.get('/api/v1/office/queue');
  expect((await supervisor.get('/api/v1/supervision/daily-checks')).body).toMatchObject({
    lookedCount: 1,
    units: [{ looked: true }],
  });
  const csv = await supervisor.get('/api/v1/supervision/items.csv');
  expect([csv.status, csv.text.split('\r\n').length]).toEqual([200, 3]);
  expect((await applicant.get('/api/v1/supervision/items')).status).toBe(403);
});
