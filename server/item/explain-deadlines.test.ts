import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  // The stand-ins stamp with a clock that never goes back: a day ahead of the one on which this runs.
  world = await openWorld({ on: '2027-12-30' });
});
afterAll(() => world?.end());

interface Told {
  readonly kind: string;
  readonly due: string;
  readonly steps: readonly {
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly text: string;
  }[];
}

test('every clock of an item is told in lines: the start, what is counted, what is passed over and why', async () => {
  const key = await world.subject();
  const applicant = await world.applicant(key);
  const recordId = await world.record(key, { findingDate: '2026-06-02', publishedDate: '2026-06-10' });
  const submitted = await applicant.post(
    `/api/v1/subjects/${key}/applications`,
    await world.application(key, [recordId]),
  );
  await world.work();
  const { itemId } = submitted.body.items[0];
  const path = `/api/v1/subjects/${key}/items/${itemId}`;
  const clocks: Told[] = (await applicant.get(`${path}/deadlines`)).body.clocks;
  const shown: Told[] = (await applicant.get(path)).body.clocks;
  expect(clocks.map((one) => [one.kind, one.due])).toEqual(shown.map((one) => [one.kind, one.due]));
  const acceptance = clocks.find((one) => one.kind === 'acceptance')!;
  expect(acceptance).toMatchObject({ label: '受理', start: '2027-12-30', days: 3, provisional: true });
  expect(acceptance.steps[0]).toMatchObject({ kind: 'start', from: '2027-12-30' });
  const rest = acceptance.steps.filter((one) => one.kind === 'rest');
  expect(rest.map((one) => one.text).join()).toContain('元旦');
  expect(acceptance.steps.at(-1)).toMatchObject({ kind: 'counted', to: acceptance.due });
  // 31 December is the first; the second and third lie behind New Year's Day and the weekend.
  expect(acceptance.due).toBe('2028-01-04');

  const stranger = await world.applicant(await world.subject());
  expect((await stranger.get(`${path}/deadlines`)).status).toBe(404);
  expect((await world.guest().get(`${path}/deadlines`)).status).toBe(401);
});
