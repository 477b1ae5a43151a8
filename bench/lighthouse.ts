import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { getSession } from '#contract/access.ts';
import { saveDraft } from '#contract/drafts.ts';
import { demoAccounts } from '#sandbox/accounts.ts';
import { findFreePort } from '#server/platform/postgres/launch.ts';
import { installChromium } from '../tools/browser.ts';
import { logInApplicant } from '../tools/journey/log-in.ts';

/**
 * `LIGHTHOUSE=<folder of the npm package> node bench/lighthouse.ts [address]`: what Lighthouse (mobile: slow 4G, processor four times slower)
 * says of entrance, calculator, form and progress of a running demonstration. Lighthouse is not among our packages: 200 more for four
 * figures; `npm install --prefix /tmp/lighthouse lighthouse` brings it.
 */
const folder = process.env.LIGHTHOUSE;
const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const runs = Number(process.env.RUNS ?? 3);

interface Audit {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
  readonly numericValue?: number;
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

type Lighthouse = (url: string, flags: object) => Promise<{ readonly lhr: Report } | undefined>;

/** Cookie and address of a form that has just been begun. */
async function beginForm(url: URL): Promise<{ cookie: string; path: string }> {
  const { person } = await logInApplicant({ url, called: new Set() }, demoAccounts[0]!.username);
  const { actingFor } = await person.ask(getSession, {});
  const params = { subjectKey: actingFor!, draftId: randomUUID() };
  const content = { recordIds: [], form: {}, extra: {}, materials: {} };
  await person.ask(saveDraft, { params, body: { version: 0, content } });
  return { cookie: person.jar.header(url), path: `/apply/${params.draftId}/subject` };
}

function line(name: string, reports: readonly Report[]): string {
  const worst = (category: string) =>
    Math.round(Math.min(...reports.map((one) => one.categories[category]!.score)) * 100);
  const middle = reports.toSorted((a, b) => score(a) - score(b))[Math.floor(reports.length / 2)]!;
  const shown = (id: string) => middle.audits[id]?.displayValue ?? '—';
  return `| ${name} | ${Math.round(score(middle) * 100)} (worst ${worst('performance')}) | ${worst('accessibility')} | ${shown('first-contentful-paint')} | ${shown('largest-contentful-paint')} | ${shown('total-blocking-time')} | ${middle.audits['cumulative-layout-shift']?.displayValue ?? '—'} |`;
}

const score = (report: Report) => report.categories.performance!.score;

/** What took points away, for whoever is to mend it. */
function faults(report: Report): string[] {
  return Object.values(report.audits)
    .filter((one) => one.score !== null && one.score < 0.9)
    .map((one) => `    ${one.id}: ${one.title}${one.displayValue ? ` (${one.displayValue})` : ''}`);
}

async function main(): Promise<void> {
  if (!folder)
    throw new Error(
      '请先 npm install --prefix /tmp/lighthouse lighthouse，再以 LIGHTHOUSE=/tmp/lighthouse/node_modules/lighthouse 运行。',
    );
  const { default: lighthouse } = (await import(pathToFileURL(resolve(folder, 'core/index.js')).href)) as {
    default: Lighthouse;
  };
  const url = new URL(address);
  const form = await beginForm(url);
  const { executablePath, env } = await installChromium();
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      `--remote-debugging-port=${port}`,
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
    ],
  });
  const pages = [
    ['entrance', '/', ''],
    ['calculator', '/calculator', ''],
    ['form', form.path, form.cookie],
    ['progress', '/progress', ''],
  ] as const;
  console.log('| page | performance | accessibility | FCP | LCP | TBT | CLS |\n|---|---|---|---|---|---|---|');
  try {
    for (const [name, path, cookie] of pages) {
      const reports: Report[] = [];
      for (let run = 0; run < runs; run += 1) {
        const result = await lighthouse(new URL(path, url).href, {
          port,
          logLevel: 'error',
          onlyCategories: ['performance', 'accessibility', 'best-practices'],
          ...(cookie ? { extraHeaders: { Cookie: cookie }, disableStorageReset: true } : {}),
        });
        if (result) reports.push(result.lhr);
      }
      console.log(line(name, reports));
      if (process.env.FAULTS) console.log(faults(reports[0]!).join('\n'));
    }
  } finally {
    await browser.close();
  }
}

await main();
