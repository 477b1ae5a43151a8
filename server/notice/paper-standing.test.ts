import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaperModel } from '#contract/paper-models.ts';
import { orderPaper } from '../catalog/order-paper.ts';
import { v7 } from '../platform/uuid.ts';
import { findStanding, type Standing } from './paper-standing.ts';
import { findPaper } from './paper-store.ts';
import { samplePapers } from './papers/sample-papers.ts';
import * as world from './testing/small-world.ts';

let w: world.SmallWorld;
beforeAll(async () => {
  w = await world.openSmallWorld('2026-05-06');
});
afterAll(() => w.close());

/** Orders a paper of an item, or of its application alone, as if a task had. */
async function order(it: world.Lodged, kind: PaperModel['kind'], ofItem: boolean): Promise<string> {
  const now = w.clock.now();
  const paperId = v7(now);
  await w.all((tx) =>
    orderPaper(
      tx,
      w.services.config,
      {
        subjectKey: it.subjectKey,
        paperId,
        applicationId: it.applicationId,
        itemId: ofItem ? it.itemId : null,
        recordId: null,
        organName: world.authority.name,
        number: `某信修〔2026〕${paperId.slice(-6)}号`,
        issuedOn: w.clock.today(),
        content: samplePapers[kind] as never,
        units: [world.authority],
        windowUnitId: null,
      },
      now,
    ),
  );
  return paperId;
}

const standing = (it: world.Lodged, paperId: string): Promise<Standing> =>
  w.all(async (tx) => findStanding(tx, (await findPaper(tx, it.subjectKey, paperId))!));

const inForce = { state: 'in-force', endedOn: null };

test.each(['grant-decision', 'removal-decision'] as const)('a %s stands until its item is revoked', async (kind) => {
  w.clock.moveTo('2026-05-06');
  const it = await w.lodge();
  await w.happen(it, 'registered', {
    system: 'credit-china',
    receiptNo: 'XYZG1',
    receivedOn: '2026-05-06',
    clocks: [w.clockOf('acceptance', 3)],
  });
  await w.happen(it, 'accepted', { clocks: [w.clockOf('decision', 7)] });
  await w.happen(it, 'granted', world.grantPayload(`洪应急信修准〔2026〕${kind.length}号`));
  const [grant, acceptance] = [await order(it, kind, true), await order(it, 'acceptance-notice', true)];
  expect(await standing(it, grant)).toEqual(inForce);
  w.clock.moveTo('2026-06-18');
  await w.happen(it, 'revoked', { docNumber: '洪应急信修撤〔2026〕1号' } as never);
  expect(await standing(it, grant)).toEqual({ state: 'revoked', endedOn: '2026-06-18' });
  expect(await standing(it, acceptance), 'what it tells was so').toEqual(inForce);
});

test('a joint form is replaced by its next edition once that is printed', async () => {
  w.clock.moveTo('2026-05-06');
  const it = await w.lodge();
  const first = await order(it, 'joint-application-form', false);
  w.clock.moveTo('2026-05-20');
  const second = await order(it, 'joint-application-form', false);
  expect(await standing(it, first)).toEqual(inForce);
  await w.all((tx) => tx.run(`update paper set state = 'printed' where subject_key = $1`, [it.subjectKey]));
  expect(await standing(it, first)).toEqual({ state: 'replaced', endedOn: '2026-05-20' });
  expect(await standing(it, second)).toEqual(inForce);
});
