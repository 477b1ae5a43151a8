import { expect, test } from 'vitest';
import { getApplication } from '#contract/intake.ts';
import { downloadPaper } from '#contract/notice.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { until } from '../tools/journey/steps.ts';
import { tabTo } from './keyboard.ts';
import { lodge } from './lodge.ts';
import { look } from './look.ts';
import { openWorld, sizes } from './world.ts';

const world = openWorld();
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];

test.each(everySize)('guide, public records and the page that is not there (%s)', async (size) => {
  const page = await world.guest(size);
  await page.goto(`${world.url}/guide`);
  await page.getByRole('link', { name: /安全生产/ }).waitFor();
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(14);
  await look(page, 'public-指引');
  await page.getByRole('link', { name: /安全生产/ }).click();
  await page.getByRole('heading', { name: '能修复吗？' }).waitFor();
  await look(page, 'public-一个事项的大白话');
  await page.getByRole('button', { name: '逐条依据' }).click();
  await page.getByRole('heading', { name: '不服决定怎么办' }).waitFor();
  await page.getByLabel('作出决定的单位在哪里？').selectOption('360700');
  await page.getByText('赣州市应急管理局').first().waitFor();
  await look(page, 'public-一个事项的指引');

  await page.getByRole('link', { name: '公示查询' }).click();
  await page.getByLabel('单位全称或统一社会信用代码').fill('南昌');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('至少 4 个字').first().waitFor();
  await page.getByLabel('单位全称或统一社会信用代码').fill(demoSubjects.charity.identifier);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('赣民社失信〔2024〕2号').waitFor();
  await look(page, 'public-公示查询');

  await page.goto(`${world.url}/没有这样的地址`);
  await page.getByRole('heading', { name: '没有这一页' }).waitFor();
  await look(page, 'public-没有这一页');
});

test.each(everySize)('a paper is verified by its code, a wrong code is not (%s)', async (size) => {
  const { applicant, subjectKey, items } = await lodge(world, demoSubjects.charity, [
    `洪应急失信〔2025〕64${everySize.indexOf(size)}1号`,
  ]);
  const params = { subjectKey, applicationId: items[0]!.applicationId };
  const { paperId, verificationCode: code } = await until('承诺书还没有生成', 60, async () => {
    const { papers } = await applicant.ask(getApplication, { params });
    return papers.find((paper) => paper.kind === 'commitment' && paper.state === 'printed');
  });
  const { content } = await applicant.download(downloadPaper, { params: { subjectKey, paperId } });
  const page = await world.guest(size);
  await page.goto(`${world.url}/verify`);
  await page.getByLabel('验证码').fill('ABCD-EFGH-JKLM');
  await page.getByRole('button', { name: '查验' }).click();
  await page.getByText('没有这个验证码').waitFor();
  await look(page, 'public-验不到');
  await page.getByLabel('验证码').fill(code);
  await page.getByRole('button', { name: '查验' }).click();
  await page.getByText('有这份文书').waitFor();
  await page.getByText('SHA-256').first().waitFor();
  await page.getByText('电子签章').first().waitFor();
  await look(page, 'public-验真伪');

  // The file stays in the browser: all that leaves is its digest, in the address.
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData()) sent.push(`${request.method()} ${request.url()}`);
  });
  const choose = (name: string, bytes: Buffer) =>
    page.setInputFiles('#paper-file', { name, mimeType: 'application/pdf', buffer: bytes });
  await choose('原件.pdf', content);
  await page.getByText('是原件，没有改过').waitFor();
  const bent = Buffer.from(content);
  bent[bent.length >> 1] = bent[bent.length >> 1]! ^ 1;
  await choose('改过.pdf', bent);
  await page.getByText('不是原件').waitFor();

  await page.goto(`${world.url}/verify`);
  await choose('没有验证码.pdf', content);
  await page.getByText('是原件，没有改过').waitFor();
  await page.getByText('失信行为纠正后的信用信息修复承诺书').first().waitFor();
  await look(page, 'public-核对文件');
  await choose('后面加了内容.pdf', Buffer.concat([content, Buffer.from('\n% 多出来的\n')]));
  await page.getByText('被改过', { exact: true }).waitFor();
  await look(page, 'public-核对改过的文件');
  expect(sent).toEqual([]);
});

test('the unit makes the notice of a record and notes its service; the code on it opens the application', async () => {
  const page = await world.officer('civil-360000');
  await page.getByRole('link', { name: '失信信息' }).click();
  const docNumber = '赣民社失信〔2024〕2号';
  const answer = page.waitForResponse((reply) => reply.url().includes('/repair-notice') && reply.status() === 201);
  await page.getByRole('button', { name: `为${docNumber}制作告知书` }).click();
  const { token } = (await (await answer).json()) as { token: string };
  await page.getByRole('button', { name: `登记送达：${docNumber}` }).click();
  await page.getByLabel(/^签收人/).fill('示例己');
  await look(page, 'public-登记送达');
  await page.getByRole('button', { name: '登记送达', exact: true }).click();
  await page.getByText(/✓ .*送达/).waitFor();
  await look(page, 'public-本单位的失信信息');

  const phone = await world.guest('phone');
  await phone.goto(`${world.url}/notice/${token}`);
  await phone.getByText(docNumber).waitFor();
  await look(phone, 'public-告知书');
  await phone.getByRole('link', { name: /登录/ }).first().waitFor();
});

test('elder mode enlarges letters and targets, and stays', async () => {
  const page = await world.guest('phone');
  await page.goto(world.url);
  const letter = () => page.evaluate<string>('getComputedStyle(document.body).fontSize');
  expect(await letter()).toBe('16px');
  await page.getByRole('button', { name: '长辈版' }).click();
  await page.reload();
  await page.getByRole('button', { name: '标准版' }).waitFor();
  expect(await letter()).toBe('20px');
  expect((await page.getByRole('link', { name: '查我的记录' }).boundingBox())!.height).toBeGreaterThanOrEqual(60);
  await look(page, 'public-长辈版');
});

test('the landing page by keyboard alone: skip link, every way in, focus always seen', async () => {
  const page = await world.guest();
  await page.goto(world.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('跳到正文');
  await expect.poll(() => page.getByRole('link', { name: '跳到正文' }).isVisible()).toBe(true);
  for (const name of ['查我的记录', '不登录，自己测一测', /看办理指引/, /查进度/, /验文书真伪/, /公示查询/]) {
    await tabTo(page, page.getByRole('main').getByRole('link', { name }));
    const drawn = await page.evaluate<string>(
      '(({outlineStyle, outlineWidth, boxShadow}) => outlineStyle + outlineWidth + boxShadow)(getComputedStyle(document.activeElement))',
    );
    expect(drawn, `${name} 看不出焦点`).not.toMatch(/^(none.*none|auto0px.*none)$/);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '公示查询' }).waitFor();
});

test('when the system cannot be reached a sentence says so, what was typed stays, and a second try works', async () => {
  const page = await world.guest('phone');
  await page.goto(`${world.url}/progress`);
  await page.getByLabel('申请编号').fill('JXXF20261123000001');
  await page.getByLabel('查询码').fill('ABCDEFGH');
  await page.route('**/api/v1/**', (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: '查进度' }).click();
  await page.getByText(/连不上系统/).waitFor();
  await look(page, 'public-连不上');
  await expect.poll(() => page.getByLabel('申请编号').inputValue()).toBe('JXXF20261123000001');
  await page.unroute('**/api/v1/**');
  await page.getByRole('button', { name: '查进度' }).click();
  await page.getByText(/连不上系统/).waitFor({ state: 'hidden' });

  await page.route('**/api/v1/**', (route) =>
    route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Internal Server Error</h1>' }),
  );
  await page.goto(`${world.url}/guide`);
  await page
    .getByText(/系统出了问题/)
    .first()
    .waitFor();
  await look(page, 'public-系统出错');
});
