import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { lookAtRecords } from './look-at-records.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
});
afterAll(() => world?.end());

const all = <R>(text: string): Promise<R[]> => world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text));
async function morning(day: string): Promise<void> {
  world.on(day);
  await lookAtRecords(world.services).run({ subjectKey: '' });
  expect(await world.work()).toEqual([]);
}
const messages = () => all<{ title: string }>(`select title from message where recipient = 'applicant'`);

test('a standard that begins on a later day makes a fine repairable that morning, and its subject is told once', async () => {
  const subjectKey = await world.subject();
  await world.record(subjectKey, {
    matterKey: 'other-penalty',
    recordType: 'penalty',
    findingDate: '2026-05-06',
    publishedDate: '2026-05-10',
    unitId: 'housing-360100',
    facts: { penalties: [{ kind: '罚款', amountYuan: 80_000 }], act: '示例事由' },
  });
  const paper = { title: '分类标准（示例）', number: null, issuedOn: '2026-11-01', office: '江西省住房和城乡建设厅' };
  const content = {
    paper,
    fines: [
      { class: 'minor', over: 0, upTo: 50_000 },
      { class: 'general', over: 50_000, upTo: null },
    ],
  };
  await world.services.db.pool.query(
    `insert into catalog_change (change_id, kind, target, effective_on, basis, content, state, filed_on, filed_by_id, filed_by, filed_unit,
       filed_at, decided_by_id, decided_by, decided_at)
     values (gen_random_uuid(), 'class-standard', 'housing', '2026-12-01', '示例依据', $1, 'approved', '2026-11-20', 'a', '某某', 'housing-360000',
       now(), 'b', '某某', now())`,
    [JSON.stringify(content)],
  );
  await new Promise((resolve) => setTimeout(resolve, 600));
  await morning('2026-11-23');
  await morning('2026-11-30');
  expect(await messages()).toEqual([]);
  await morning('2026-12-01');
  expect(await messages()).toHaveLength(1);
  await morning('2026-12-02');
  expect(await messages()).toHaveLength(1);
});
