import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findMatter } from '#domain/catalog/catalog.ts';
import { createSession } from '#server/access/session-store.ts';
import { openWorld as openMovingWorld, type Person, type World } from '#server/testing/world.ts';
import { fillForm } from '../fill-form.ts';
import { look } from '../look.ts';
import { openWorld } from '../world.ts';

const world = openWorld();
const [begun, changed] = ['2026-11-23', '2026-11-24'];
/** A platform of its own whose days pass; it shows the pages that have been built for the others. */
let moving: World;
let url: string;

beforeAll(async () => {
  moving = await openMovingWorld({ on: begun });
  url = await moving.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => moving?.end());

async function keeper(officerId: string): Promise<Person> {
  const content = { officerId, name: '示例目录管理', unitId: 'ndrc-360000', roles: ['catalog-keeper'] };
  return moving.withSession(await createSession(moving.services.db, 'officer', content, moving.clock.now()));
}

/** Two persons change the catalogue from the next day on; it becomes that day. */
async function changeOvernight(filings: readonly object[]): Promise<void> {
  moving.on(begun!);
  const [filer, other] = [await keeper('lead-1'), await keeper('lead-2')];
  for (const filing of filings) {
    const filed = await filer.post('/api/v1/catalog-changes', {
      kind: 'matter',
      effectiveOn: changed,
      basis: '示例办法第九条自次日起施行',
      urgentReason: '示例办法规定自2026年11月24日起施行',
      ...filing,
    });
    expect([filed.status, filed.text]).toEqual([201, expect.stringContaining('changeId')]);
    await moving.work();
    const decided = await other.post(`/api/v1/catalog-changes/${filed.body.changeId}/decision`, { approve: true });
    expect(decided.body.state).toBe('approved');
  }
  moving.on(changed!);
  // The platform reads its catalogue anew twice a second.
  await expect
    .poll(async () => findMatter(await moving.services.catalog(), 'culture-tourism', changed!))
    .toBeUndefined();
}

/** The person of the subject sits at the page: with a session of this very day. */
async function logIn(page: Page, subjectKey: string): Promise<void> {
  const { cookie } = await moving.applicant(subjectKey);
  await page.context().addCookies([{ name: 'credit_repair', value: cookie!, url }]);
}

test('a form left open overnight while one matter changes and another is withdrawn', async () => {
  const subjectKey = await moving.subject();
  const kept = await moving.record(subjectKey, {});
  const gone = await moving.record(subjectKey, {
    matterKey: 'culture-tourism',
    unitId: 'culture-360100',
    organName: '南昌市文化广电旅游局',
  });
  const page = await world.guest('phone');
  await logIn(page, subjectKey);
  await page.goto(`${url}/repair/${subjectKey}/${kept},${gone}`);
  await page.getByRole('button', { name: '为这 2 条一次申请' }).click();
  await page.getByRole('heading', { name: '联办申请', level: 1 }).waitFor();
  await fillForm(page, { signer: '示例甲' });
  await page.getByRole('link', { name: '检查并提交' }).click();
  await page.getByRole('button', { name: '提交申请（2 条）' }).waitFor();

  await changeOvernight([
    { target: 'work-safety', content: { op: 'change', limits: { accept: 1 } } },
    { target: 'culture-tourism', content: { op: 'withdraw' } },
  ]);
  await logIn(page, subjectKey);
  await page.getByRole('button', { name: '提交申请（2 条）' }).click();
  await page.getByText('您开始填写以后，办理要求有变化').waitFor();
  const told = await page.getByRole('main').innerText();
  expect(told).toContain('受理期限');
  expect(told).toContain('自2026年11月24日');
  await look(page, 'journey-办理要求有变化');
  await page.getByRole('button', { name: '看过了，按现在的要求办' }).click();
  await page.getByRole('button', { name: '提交申请（2 条）' }).click();
  // The matter that is gone names itself; the other one goes on without it.
  await page.getByText('现在不在办理目录内').waitFor();
  await look(page, 'journey-事项已取消');
  await page.getByRole('link', { name: '修改修复事项' }).click();
  await page.getByRole('checkbox', { checked: true }).last().uncheck();
  await page.getByRole('button', { name: '保存并返回清单' }).click();
  await page.getByRole('link', { name: '检查并提交' }).click();
  await page.getByRole('button', { name: '提交申请（1 条）' }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
});
