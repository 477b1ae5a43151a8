import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.end());

test('the list of a unit says whom each record concerns, persons with their number masked, and how it stands', async () => {
  const officer = await world.officer('emergency-360100');
  const firm = await world.subject({ name: '示例清单公司' });
  const person = await world.subject({ name: '示例某', kind: 'person' });
  const held = await world.record(firm);
  const own = await world.record(person);
  const sent = await (await world.applicant(firm)).post(
    `/api/v1/subjects/${firm}/applications`,
    await world.application(firm, [held]),
  );
  await world.work();
  const { records } = (await officer.get('/api/v1/office/records')).body;
  const of = (recordId: string) => records.find((one: { recordId: string }) => one.recordId === recordId);
  expect(of(held).subjectName).toContain('示例清单公司');
  expect(of(held).subjectCode).toMatch(/^[0-9A-Z]{18}$/);
  expect(of(held).openItem).toMatchObject({ itemId: sent.body.items[0].itemId });
  expect(of(own).subjectName).toContain('示例某');
  expect(of(own).subjectCode).toMatch(/^.{4}\*{12}.{2}$/);
});
