/**
 * `npm run pictures [-- --url http://127.0.0.1:8080]`: takes the pictures of README from a running demonstration, after bringing an
 * application half way. The page of a decision needs pdftoppm on the machine and is left as it is without it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { getSession } from '#contract/access.ts';
import { getApplication } from '#contract/intake.ts';
import { downloadPaper } from '#contract/notice.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { launchBrowser } from './browser.ts';
import { logInApplicant } from './journey/log-in.ts';
import { halfWay } from './journey/picture-data.ts';
import { openRoad, type Road, type Submitted } from './journey/road.ts';
import { openSandbox } from './journey/sandbox.ts';
import { need, until } from './journey/steps.ts';

const folder = join(import.meta.dirname, '../docs/pictures');
const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:8080' } } });
const road = openRoad(new URL(values.url));
const { restaurant } = demoSubjects;
/** Of poppler; a tool of whoever takes pictures, not a part of the product. */
const converter = 'pdftoppm';

const { person, sandbox } = await logInApplicant(road.platform, restaurant.identifier);
const session = await person.ask(getSession);
const { subjectKey } = need(session.subjects[0], restaurant.name);
road.today = session.today;
road.applicant = { person, subjectKey, sandbox: openSandbox(sandbox), name: restaurant.name };
const applications: Submitted[] = [];
for (const serial of ['1', '2', '3']) applications.push(await halfWay(road, `${road.run}${serial}`));
const application = applications.at(-1)!;
await takePages(road, application);
await takeDecision(road, application);

async function takePages({ platform }: Road, { applicationId, items }: Submitted): Promise<void> {
  const browser = await launchBrowser();
  try {
    const at = (path: string) => new URL(path, platform.url).href;
    const shoot = async (page: Page, path: string, name: string) => {
      await page.goto(at(path), { waitUntil: 'networkidle' });
      await page.waitForTimeout(800);
      await page.screenshot({ path: join(folder, `${name}.png`) });
    };
    const phone = await (
      await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' })
    ).newPage();
    await shoot(phone, '/', 'landing-375');
    await phone.goto(at('/api/v1/session/login?next=/records'));
    await phone.getByRole('button', { name: `用这个账号登录：${restaurant.name}` }).click();
    await phone.waitForURL('**/records');
    await shoot(phone, '/records', 'records-375');
    await shoot(phone, `/applications/${subjectKey}/${applicationId}`, 'application-375');
    const office = async (login: string) => {
      const page = await (
        await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
      ).newPage();
      await page.request.post(at('/api/v1/office/session'), { data: { login, password: 'demo-2026' } });
      return page;
    };
    const officer = await office('emergency-360100');
    await shoot(officer, '/office/queue', 'queue-1280');
    await shoot(officer, `/office/items/${subjectKey}/${items[3]!.itemId}`, 'item-1280');
    await shoot(await office('supervisor-360000'), '/office/supervision', 'supervision-1280');
  } finally {
    await browser.close();
  }
}

async function takeDecision({ applicant }: Road, { applicationId }: Submitted): Promise<void> {
  const { person: reader } = need(applicant, '申请人的登录');
  const paper = await until('决定书还没有生成', 60, async () => {
    const { papers } = await reader.ask(getApplication, { params: { subjectKey, applicationId } });
    return papers.find((one) => one.kind === 'grant-decision' && one.state === 'printed');
  });
  const { content } = await reader.download(downloadPaper, { params: { subjectKey, paperId: paper.paperId } });
  const scratch = mkdtempSync(join(tmpdir(), 'credit-repair-pictures-'));
  try {
    writeFileSync(join(scratch, 'decision.pdf'), content);
    const made = spawnSync(converter, [
      '-png',
      '-r',
      '64',
      '-singlefile',
      join(scratch, 'decision.pdf'),
      join(folder, 'decision'),
    ]);
    if (made.status !== 0) process.stdout.write('没有 pdftoppm，决定书的图片没有更新\n');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
