import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { authoriseAgent } from '#contract/authorisations.ts';
import { listRecords } from '#contract/record.ts';
import { addDays } from '#domain/plain-date.ts';
import { type DemoSubject, demoSubjects } from '../../samples/demo-subjects.ts';
import { fillForm, handIn } from '../fill-form.ts';
import { freshNumber } from '../fresh-number.ts';
import { subjectKeyOf } from '../lodge.ts';
import { look } from '../look.ts';
import { importListings, recordsWith } from '../records.ts';
import { today } from '../system.ts';
import { accountOf, openWorld } from '../world.ts';

const world = openWorld();

interface Who {
  readonly kind: string;
  readonly subject: DemoSubject;
  /** The account that holds the records. */
  readonly account: string;
  /** Who handles it, where that is somebody else whom the holder authorised. */
  readonly agent?: string;
}

const { person, snackShop, charity, restaurant } = demoSubjects;
const people: readonly Who[] = [
  { kind: '自然人', subject: person, account: person.name },
  { kind: '个体工商户', subject: snackShop, account: snackShop.name },
  { kind: '组织', subject: charity, account: charity.name },
  {
    kind: '经办人',
    subject: restaurant,
    account: restaurant.name,
    agent: '示例丁',
  },
];

/** The record comes in; an agent is authorised for its matter. Gives the address that begins its repair. */
async function prepare({ subject, account, agent }: Who): Promise<string> {
  const docNumber = `洪应急失信〔2025〕${freshNumber()}号`;
  await importListings(await world.api.officer('operator'), subject, [docNumber]);
  const holder = await world.api.applicant(account);
  const subjectKey = await subjectKeyOf(holder, subject.name);
  const { records } = await holder.ask(listRecords, { params: { subjectKey } });
  const [record] = recordsWith(records, [docNumber]);
  if (agent)
    await holder.ask(authoriseAgent, {
      params: { subjectKey },
      body: {
        requestId: crypto.randomUUID(),
        name: agent,
        identifier: accountOf(agent).identifier,
        matters: [record!.matterKey],
        until: addDays(today, 30),
      },
    });
  return `${world.url}/repair/${subjectKey}/${record!.recordId}`;
}

async function begin(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: '为这一条申请修复' }).click();
  await page.getByRole('heading', { name: '联办申请', level: 1 }).waitFor();
}

test.each(people)('$kind: on a phone from the record to the receipt, withdrawn, and again at a desk', async (who) => {
  const address = await prepare(who);
  const signer = who.agent ?? who.subject.legalRep ?? who.subject.name;
  const phone = await world.applicant(who.agent ?? who.account, 'phone');
  await begin(phone, address);
  await fillForm(phone, { signer });
  const first = await handIn(phone, 1);
  expect(first).toMatch(/^JXXF\d{14}$/);
  await phone.getByRole('link', { name: '看办理进度' }).click();
  await phone.getByRole('heading', { name: '全部经过' }).waitFor();
  await look(phone, `journey-${who.kind}-进度`);
  await phone.getByRole('link', { name: '看这一项的经过' }).click();
  await phone.getByRole('term').filter({ hasText: '接下来' }).waitFor();
  // While the item is being registered there is nothing to hold on to; then it may be withdrawn.
  await phone.getByRole('button', { name: '撤回这一项' }).click();
  const dialog = phone.getByRole('dialog');
  await dialog.getByText('以后随时可以重新申请').waitFor();
  await dialog.getByRole('button', { name: '撤回这一项' }).click();
  await dialog.getByText('请写一句撤回的原因').waitFor();
  await dialog.getByLabel('撤回原因').fill('材料还要补充，补好再申请。');
  await dialog.getByRole('button', { name: '撤回这一项' }).click();
  await phone.getByText('已撤回').first().waitFor();

  const desk = await world.applicant(who.agent ?? who.account);
  await begin(desk, address);
  await desk.getByRole('region', { name: '主体信息', exact: true }).waitFor();
  await expect.poll(() => desk.locator('.form-part').count()).toBe(5);
  await look(desk, `journey-${who.kind}-整张表`);
  await fillForm(desk, { signer });
  const second = await handIn(desk, 1);
  expect(second).not.toBe(first);
  await look(desk, `journey-${who.kind}-回执`);
});
