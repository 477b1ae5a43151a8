import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { listImports } from '#contract/imports.ts';
import { getApplication } from '#contract/intake.ts';
import { listMessages } from '#contract/notice.ts';
import { lodgeObjection } from '#contract/objections.ts';
import { makeRepairNotice } from '#contract/repair-notices.ts';
import { addMonths } from '#domain/plain-date.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { seen } from '../tools/journey/person.ts';
import { until } from '../tools/journey/steps.ts';
import { screens } from '../web/office/screens.ts';
import { lodge } from './lodge.ts';
import { settled } from './look.ts';
import { importListings } from './records.ts';
import { today } from './system.ts';
import { openWorld, sizes } from './world.ts';

const world = openWorld();
const subject = demoSubjects.haulier;

/** What stands for the parameters of addresses, so that every screen has something on it. */
const filled: Record<string, string> = {
  matter: 'tax-serious',
  matterKey: 'tax-serious',
  sector: 'emergency',
  year: '2027',
  point: 'transition:general',
  unitId: 'emergency-360100',
  changeId: '00000000-0000-7000-8000-000000000000',
};

/** Every address of a routes file with its parameters filled in; a parameter nobody knows fails the test. */
function addressesIn(file: string, prefix: (path: string) => string): string[] {
  const text = readFileSync(resolve(import.meta.dirname, '..', file), 'utf8');
  const found = [...text.matchAll(/(catalog\()?'(\/[a-zA-Z$/-]*)'/g)].map(([, below, path]) => prefixed(below, path!));
  return [...new Set(found)].map((path) =>
    path.replace(/\$(\w+)/g, (_, name: string) => {
      expect(filled, `${path}：不知道 ${name} 填什么`).toHaveProperty(name);
      return encodeURIComponent(filled[name]!);
    }),
  );
  function prefixed(below: string | undefined, path: string): string {
    return below ? `/catalog${path}` : prefix(path);
  }
}

beforeAll(async () => {
  const lodged = await lodge(world, subject, ['洪应急失信〔2025〕9101号']);
  await importListings(await world.api.officer('operator'), subject, ['洪应急失信〔2025〕9102号']);
  const { subjectKey, items, applicant } = lodged;
  const { applicationId, itemId } = items[0]!;
  Object.assign(filled, { subjectKey, applicationId, itemId, recordId: items[0]!.recordId });
  filled.code = await until('回执还没有生成', 60, async () => {
    const view = await applicant.ask(getApplication, { params: { subjectKey, applicationId } });
    return view.papers.find((paper) => paper.state === 'printed')?.verificationCode;
  });
  const officer = await world.api.officer('emergency-360100');
  const notice = await officer.ask(makeRepairNotice, { params: { subjectKey, recordId: items[0]!.recordId } });
  filled.token = notice.token;
  const { summary } = await applicant.ask(lodgeObjection, {
    params: { subjectKey },
    body: {
      ...seen(1),
      recordId: items[0]!.recordId,
      itemId: null,
      ground: 'period',
      door: 'unit',
      claims: [{ field: 'publishedDate', shouldSay: addMonths(today, -14) }],
      reasons: '应当从决定之日起公示。',
      request: '',
      contact: { name: '示例甲', phone: '13900000001' },
      attachmentIds: [],
    },
  });
  filled.objectionId = summary.objectionId;
  filled.recordIds = items[0]!.recordId;
  const { messages } = await applicant.ask(listMessages, {});
  filled.messageId = messages[0]!.messageId;
  const { imports } = await (await world.api.officer('operator')).ask(listImports, {});
  filled.importId = imports[0]!.importId;
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: tags, resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 2).map((node) => `${id}：${node.target.join(' ')} ${node.html}`.slice(0, 240)),
    );
}

/** Controls lower than they must be; links within a sentence and boxes inside a label of full height are none. */
const lowTargets = `(least) => {
  const all = document.querySelectorAll('button, a.button, a.door, select, summary, textarea, label.choice, input.control');
  const low = [...all].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (one.closest('.cite, .cite-panel, .skip-link')) return false;
    return one.getBoundingClientRect().height < least - 0.5;
  });
  return [...new Set(low.map((one) => Math.round(one.getBoundingClientRect().height) + ' px：' + one.className + ' ' + one.textContent.slice(0, 20)))].slice(0, 4);
}`;

async function shapeFaults(page: Page, least: number): Promise<string[]> {
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  const low = least === 0 ? [] : await page.evaluate<string[]>(`(${lowTargets})(${least})`);
  return [...(sideways > 0 ? [`横向多出 ${sideways} 像素`] : []), ...low.map((one) => `太矮：${one}`)];
}

async function landmarkFaults(page: Page): Promise<string[]> {
  const [mains, headings] = [await page.getByRole('main').count(), await page.locator('h1').count()];
  return [
    ...(mains === 1 ? [] : [`有 ${mains} 个正文区`]),
    ...(headings === 1 ? [] : [`有 ${headings} 个一级标题`]),
    ...((await page.title()) === '' ? ['窗口没有标题'] : []),
  ];
}

/** One screen at both widths, in the standard version and, for applicants, in the one for the elderly. */
async function walk(page: Page, address: string, versions: readonly boolean[]): Promise<void> {
  await page.goto(world.url + address);
  await settled(page);
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size].viewport);
    await settled(page);
    for (const elder of versions) {
      await page.evaluate(`document.documentElement.toggleAttribute('data-elder', ${elder})`);
      const least = versions.length === 1 ? 0 : elder ? 60 : 44;
      const faults = [...(await axeFaults(page)), ...(await shapeFaults(page, least)), ...(await landmarkFaults(page))];
      expect.soft(faults, `${address}（${size}${elder ? '，长辈版' : ''}）`).toEqual([]);
    }
  }
}

/** Two windows side by side, each taking the next screen. */
async function walkAll(page: Page, addresses: readonly string[], versions: readonly boolean[]): Promise<void> {
  const left = [...addresses];
  const take = async (own: Page) => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await walk(own, next, versions);
  };
  await Promise.all([take(page), take(await page.context().newPage())]);
}

const both = [false, true];

test('every screen for applicants, signed in, with data: no serious fault in either version', async () => {
  const page = await world.applicant(subject.name);
  await page.goto(`${world.url}/records`);
  await page.getByRole('checkbox', { name: '洪应急失信〔2025〕9102号' }).check();
  await page.getByRole('button', { name: /^已选 \d+ 条，一次申请$/ }).click();
  await page.getByRole('heading', { name: '联办申请', level: 1 }).waitFor();
  filled.draftId = new URL(page.url()).pathname.split('/')[2]!;
  const steps = ['/subject', '/items', '/reasons', '/materials', '/commitment', '/check'];
  const addresses = addressesIn('web/app/applicant/routes.tsx', (path) =>
    steps.includes(path) ? `/apply/$draftId${path}` : path,
  );
  expect(addresses.length).toBeGreaterThan(30);
  await walkAll(page, addresses, both);
}, 180_000);

test('what guests meet: the gate, failures, results and errors of forms', async () => {
  const page = await world.guest();
  const addresses = [
    '/records',
    '/nowhere',
    '/apply-for/no-such',
    '/windows?region=360781',
    '/guide/tax-serious?layer=law&region=360100',
    '/public?q=南昌示例餐饮管理有限公司',
    '/verify/ABCD-EFGH-JKLM',
    '/calculator?matter=tax-serious&subjectType=organisation&findingDate=2025-05-06&duties=yes&correctionDate=2025-06-01',
    '/?from=ganfutong',
  ];
  await walkAll(page, addresses, both);
  await page.goto(`${world.url}/progress`);
  await page.getByRole('button', { name: '查进度' }).click();
  await page.getByRole('alert').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`${world.url}/`);
  await page.evaluate(
    "document.querySelectorAll('details').forEach((one) => { one.removeAttribute('name'); one.open = true; })",
  );
  expect([...(await axeFaults(page)), ...(await shapeFaults(page, 44))]).toEqual([]);
}, 120_000);

/** Who sits at the desks of a role. */
const logins: readonly (readonly [role: string, login: string])[] = [
  ['operator', 'operator'],
  ['officer', 'emergency-360100'],
  ['window-clerk', 'window-360702'],
  ['catalog-keeper', 'catalog-keeper'],
  ['supervisor', 'supervisor-360000'],
];

/** Who opens an address of the offices: the first of the screen it lies below. */
function loginFor(address: string): string | undefined {
  // Reached from 审核签发 by the head, who alone sets the order.
  if (address === '/sign-off-rules') return 'head-emergency-360100';
  const path = address.startsWith('/items/') ? '/queue' : address;
  const screen = screens.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  const keeps = (role: string) => address.startsWith('/catalog') === (role === 'catalog-keeper');
  return logins.find(([role]) => screen?.roles.includes(role) && keeps(role))?.[1];
}

test('every screen of the offices, as the one whose desk it is', async () => {
  const addresses = addressesIn('web/app/office-routes.tsx', (path) => path).filter(
    (one) => !['/', '/login', '/office', '/office/', '/catalog/'].includes(one),
  );
  expect(addresses.length).toBeGreaterThan(25);
  expect(
    addresses.filter((one) => loginFor(one) === undefined),
    '没有人看的页面',
  ).toEqual([]);
  const desks = Map.groupBy(addresses, (one) => loginFor(one)!);
  for (const [login, seen] of desks)
    await walkAll(
      await world.officer(login),
      seen.map((one) => `/office${one}`),
      [false],
    );
  const guest = await world.guest();
  await walk(guest, '/office/login', [false]);
}, 240_000);
