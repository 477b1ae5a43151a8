import { expect, test } from 'vitest';
import { getPrefill, submitApplication } from '#contract/intake.ts';
import { listRecords } from '#contract/record.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { prepareApplication } from '../tools/journey/submission.ts';
import { freshNumber } from './fresh-number.ts';
import { subjectKeyOf } from './lodge.ts';
import { look } from './look.ts';
import { importListings, recordsWith } from './records.ts';
import { accountOf, logIn, openWorld } from './world.ts';

const world = openWorld();
const { materials } = demoSubjects;

test('an enterprise authorises a person, who applies; it sees that, takes it back, and the person has lost it', async () => {
  const docNumber = `洪应急失信〔2025〕${freshNumber()}号`;
  await importListings(await world.api.officer('operator'), materials, [docNumber]);
  const owner = await world.applicant(materials.name, 'desk');
  await owner.getByRole('link', { name: '授权经办人' }).click();
  await owner.getByRole('heading', { name: '新的授权' }).waitFor();
  await owner.getByRole('button', { name: '授权', exact: true }).click();
  await owner.getByRole('alert').waitFor();
  await look(owner, '授权经办人-没填好');
  await owner.getByLabel('经办人姓名').fill('示例庚');
  await owner.getByLabel('公民身份号码').fill(accountOf('示例庚').identifier);
  await owner.getByRole('checkbox', { name: '安全生产严重失信主体名单' }).check();
  await owner.getByRole('button', { name: '授权', exact: true }).click();
  await owner.getByText('已授权给示例庚').waitFor();
  await look(owner, '授权经办人');

  const agent = await world.applicant('示例庚', 'phone');
  await agent.getByLabel('为谁办理').selectOption({ label: `${materials.name}（受托，${materials.identifier}）` });
  await agent.getByText('只办授权的 1 个事项').waitFor();
  await agent.getByText(docNumber).first().waitFor();
  await look(agent, '受托-我的记录');

  // The form itself has journeys of its own; here the person's own session hands it in.
  const person = await world.api.applicant('示例庚');
  const subjectKey = await subjectKeyOf(person, materials.name);
  const params = { subjectKey };
  const { records } = await person.ask(listRecords, { params });
  expect(new Set(records.map((one) => one.matterKey))).toEqual(new Set(['work-safety']));
  const { body } = await prepareApplication(
    person,
    subjectKey,
    recordsWith(records, [docNumber]),
    '受托申请，已经改正。',
  );
  const { form } = await person.ask(getPrefill, { params });
  expect(form.agent?.name).toBe('示例庚');
  const { number } = await person.ask(submitApplication, { params, body });
  await agent.goto(`${world.url}/applications`);
  await agent.getByRole('link', { name: number }).waitFor();

  await owner.reload();
  await owner.getByText('提交申请').waitFor();
  await owner.getByRole('button', { name: '收回授权' }).click();
  const dialog = owner.getByRole('dialog');
  await look(owner, '收回授权');
  await dialog.getByRole('button', { name: '收回授权' }).click();
  await owner.getByText('已收回').waitFor();

  await agent.getByRole('link', { name: number }).click();
  await agent
    .getByText(/没有找到|不能代表/)
    .first()
    .waitFor();
  await agent.goto(`${world.url}/records`);
  await agent.getByText('正在为').waitFor();
  await expect.poll(() => agent.getByText(materials.name).count()).toBe(0);
  await look(agent, '受托-收回以后');
});

test('somebody known to the basic degree proves more and comes back to the same page', async () => {
  const page = await world.applicant('示例辛', 'phone');
  await page.goto(`${world.url}/agents`);
  await page.getByRole('heading', { name: '授权经办人' }).waitFor();
  // 示例辛 is entered as 经办人: nothing to prove would let him authorise. The way to prove more stands where it helps.
  await page.goto(`${world.url}/api/v1/session/login?assurance=high&next=/messages`);
  const { username, password } = accountOf('示例辛');
  await page.getByLabel('账号', { exact: true }).fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '刷脸认证（演示）' }).click();
  await page.waitForURL(`${world.url}/messages`);
  const session = await page.evaluate('fetch("/api/v1/session").then((reply) => reply.json())');
  expect(session).toMatchObject({ name: '示例辛', assurance: 'high' });
});

test('signing out at the identity service ends the login here', async () => {
  const page = await world.guest('desk');
  await page.goto(`${world.url}/records`);
  await logIn(page, '示例丁');
  const other = await page.context().newPage();
  await other.goto(`${world.url}/messages`);
  // Here: our own button signs out there too; the service then tells us by its own line.
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL(`${world.url}/`);
  await other.reload();
  await other.getByRole('main').getByRole('link', { name: '登录' }).waitFor();
});
