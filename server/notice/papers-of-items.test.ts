import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GrantDecision, PaperModel, Receipt } from '#contract/paper-models.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { openGateways } from '../gateways/open-gateways.ts';
import { openLocalSigner } from '../gateways/signing/local-signer.ts';
import { readSeal } from '../gateways/signing/testing/read-seal.ts';
import { queryCode } from '../intake/query-code.ts';
import type { FileReply } from '../platform/route.ts';
import type { Task } from '../platform/task.ts';
import { downloadPaper, reprintPaper } from './hand-out-papers.ts';
import { listStuckPapers } from './list-stuck-papers.ts';
import { noticeTasks } from './notice-tasks.ts';
import { openPaperPress, PaperFailure, type PaperPress } from './papers/paper-press.ts';
import type { MessageGateways } from './send-message.ts';
import { applicantOf, officerAt } from './testing/people.ts';
import * as world from './testing/small-world.ts';
import { verifyFile, verifyPaper } from './verify-paper.ts';

let w: world.SmallWorld;
let press: PaperPress;
let sandbox: StartedSandbox;
/** While true, the press fails as it would when its process dies. */
let pressBroken = false;
let tasks: Task[];

beforeAll(async () => {
  w = await world.openSmallWorld('2026-05-06');
  const real = openPaperPress();
  press = {
    ...real,
    print: (order) =>
      pressBroken ? Promise.reject(new PaperFailure('crash', 'the press ended: SIGKILL')) : real.print(order),
    pid: () => real.pid(),
    close: () => real.close(),
  };
  sandbox = await startSandbox();
  const { certificateAuthority: authority, timeStamps } = openGateways(sandbox.gatewaySettings);
  const signer = openLocalSigner({ dataDir: sandbox.options.dataDir, authority, timeStamps });
  // No paper sends a message; the gateways are not reached.
  tasks = noticeTasks(w.services, { press, signer, gateways: {} as MessageGateways });
});
afterAll(async () => {
  press.close();
  await sandbox.end();
  await w.close();
});

interface PaperLine {
  paper_id: string;
  kind: string;
  doc_number: string;
  state: string;
  model: PaperModel;
  digest: string | null;
  content: Buffer | null;
  failure: string | null;
  verification_code: string;
  digest_sm3: string | null;
  seal_party: string | null;
  seal_certificate: string | null;
  unit_ids: string[];
}
const papersOf = (subjectKey: string) =>
  w.all((tx) =>
    tx.run<PaperLine>('select * from paper where subject_key = $1 order by ordered_at, paper_id', [subjectKey]),
  );
const task = (name: string) => tasks.find((one) => one.name === name)!;
const issue = (it: world.Lodged, version: number) =>
  task('issue-papers').run({ subjectKey: it.subjectKey, itemId: it.itemId, version });

async function accepted() {
  const it = await w.lodge();
  const registered = { system: 'credit-china', receiptNo: 'XYZG1', receivedOn: '2026-05-06' };
  await w.happen(it, 'registered', { ...registered, clocks: [w.clockOf('acceptance', 3)] });
  const version = await w.happen(it, 'accepted', { clocks: [w.clockOf('decision', 7)] });
  return { it, version };
}

describe('papers of an item', () => {
  test('an event makes its paper once, with one number, even when the task runs twice or at the same time', async () => {
    const { it, version } = await accepted();
    await issue(it, version);
    await Promise.all([issue(it, version), issue(it, version)]);
    const papers = await papersOf(it.subjectKey);
    expect(papers.map((one) => [one.kind, one.doc_number])).toEqual([['acceptance-notice', '洪应急信修受〔2026〕1号']]);
    expect(papers[0]!.model).toMatchObject({ acceptedOn: '2026-05-06', dueOn: '2026-05-14', limitText: '7个工作日' });
    expect(papers[0]!.model.head.docNumber).toBe('洪应急信修受〔2026〕1号');
    expect(await w.jobs(it.subjectKey, 'print-paper')).toHaveLength(1);

    const next = await accepted();
    await issue(next.it, next.version);
    expect((await papersOf(next.it.subjectKey))[0]!.doc_number).toBe('洪应急信修受〔2026〕2号');
  });

  test('every numbered event has its paper, and each prints', async () => {
    const { it } = await accepted();
    const versions = [
      await w.happen(it, 'extended', { days: 10, reason: '需要现场核查', clocks: [w.clockOf('decision', 17)] }),
      await w.happen(it, 'granted', {
        ...world.grantPayload('洪应急信修准〔2026〕1号'),
        note: '隐患已于2026年5月6日（周三）整改',
      }),
    ];
    const other = await w.lodge({ atWindow: true });
    const correction = await w.happen(other, 'correction-requested', {
      missing: [{ key: 'duties-proof', name: '缴款凭证', reason: '看不清' }],
      clocks: [w.clockOf('correction', 10)],
    });
    const declined = await w.happen(other, 'declined', {
      reasons: [{ code: 'period', text: '最短公示期没有届满' }],
      docNumber: '洪应急信修不受〔2026〕1号',
    });
    const refused = await accepted();
    const refusal = await w.happen(refused.it, 'refused', {
      docNumber: '洪应急信修不准〔2026〕1号',
      reasons: [{ code: 'duties', text: '罚款没有缴清' }],
      findings: [{ key: 'duties-performed', text: '已履行义务', met: false, evidence: '非税系统' }],
    });
    const back = await accepted();
    const withdrawal = await w.happen(back.it, 'withdrawn', { reason: '再补材料' });
    const outside = await w.lodge({ outside: true });
    const handed = await w.happen(outside, 'handed-over', {
      system: 'market-platform',
      receiptNo: 'SC1',
      receivedOn: '2026-05-06',
    });
    for (const version of versions) await issue(it, version);
    for (const version of [correction, declined]) await issue(other, version);
    await issue(refused.it, refusal);
    await issue(back.it, withdrawal);
    await issue(outside, handed);

    const all: PaperLine[] = [];
    for (const one of [it, other, refused.it, back.it, outside]) {
      await w.work(tasks, 'print-paper', one.subjectKey);
      all.push(...(await papersOf(one.subjectKey)));
    }
    expect(all.map((one) => [one.kind, one.doc_number, one.state]).sort()).toEqual(
      [
        ['correction-notice', '洪应急信修补〔2026〕1号', 'printed'],
        ['decline-notice', '洪应急信修不受〔2026〕1号', 'printed'],
        ['extension-notice', '洪应急信修延〔2026〕1号', 'printed'],
        ['forwarding-note', '赣发改信修转〔2026〕1号', 'printed'],
        ['grant-decision', '洪应急信修准〔2026〕1号', 'printed'],
        ['refusal-decision', '洪应急信修不准〔2026〕1号', 'printed'],
        ['withdrawal-note', '洪应急信修撤〔2026〕1号', 'printed'],
      ].sort(),
    );
    for (const paper of all) {
      expect(paper.content!.subarray(0, 5).toString()).toBe('%PDF-');
      expect(paper.digest).toBe(createHash('sha256').update(paper.content!).digest('hex'));
      expect(paper.digest_sm3).toBe(createHash('sm3').update(paper.content!).digest('hex'));
      const seal = await readSeal(paper.content!);
      expect(seal, paper.kind).toMatchObject({ valid: true, whole: true, signer: paper.model.head.organName });
      expect(seal.number).toBe(paper.seal_certificate);
      expect(seal.reason).toContain(paper.doc_number);
      // The markers of PDF/A-2b stand where the press put them.
      expect(paper.content!.toString('latin1')).toMatch(/pdfaid:part>2<.*pdfaid:conformance>B</s);
    }
    const grant = all.find((one) => one.kind === 'grant-decision')!.model as GrantDecision;
    expect(grant.acceptedOn).toBe('2026-05-06');
    expect(grant.effects.map((one) => one.text.slice(0, 6)).join()).toContain('解除失信惩戒');
    expect(grant.effects).toHaveLength(3);
    // The officer's facts stand with what was found, without the weekday that a screen shows.
    expect(grant.foundText).toBe('隐患已于2026年5月6日整改。');
    expect(grant.notes).not.toContain('隐患');
    expect(grant.conditions.every((one) => one.met && one.citeText?.includes('《'))).toBe(true);
    expect(grant.head).toMatchObject({ sealNote: '示范用章', organName: world.authority.name });
    const decline = all.find((one) => one.kind === 'decline-notice')!.model as { remedies: string };
    expect(decline.remedies).toMatch(/行政复议.*六十日.*行政诉讼.*六个月/s);
  });

  test('a paper says what was so at its event, whatever came after', async () => {
    const { it, version } = await accepted();
    await w.happen(it, 'extended', { days: 10, reason: '复杂', clocks: [w.clockOf('decision', 17)] });
    await issue(it, version);
    expect((await papersOf(it.subjectKey))[0]!.model).toMatchObject({ dueOn: '2026-05-14', limitText: '7个工作日' });
  });
});

describe('papers of an application', () => {
  test('form, commitment and receipt once; the receipt with the query code is not for the units', async () => {
    const it = await w.lodge({ atWindow: true, path: 'M10,20L200,150M300,20L310,180' });
    const run = () => task('welcome-application').run({ subjectKey: it.subjectKey, applicationId: it.applicationId });
    await run();
    await run();
    await w.work(tasks, 'print-paper', it.subjectKey);
    const papers = await papersOf(it.subjectKey);
    expect(papers.map((one) => [one.kind, one.state, one.unit_ids]).sort()).toEqual(
      [
        ['commitment', 'printed', [world.authority.unitId]],
        ['joint-application-form', 'printed', [world.authority.unitId]],
        ['receipt', 'printed', []],
      ].sort(),
    );
    const receipt = papers.find((one) => one.kind === 'receipt')!.model as Receipt;
    expect(receipt.queryCode).toBe(queryCode(w.services.config.appSecret, it.applicationId));
    expect(receipt.channel).toBe(world.window.name);
    expect(receipt.clerk).toBe('某某');
    expect(receipt.items).toMatchObject([{ authority: world.authority.name, number: it.number }]);
    expect(papers.find((one) => one.kind === 'commitment')!.model).toMatchObject({
      signature: {
        kind: 'strokes',
        strokes: [
          [
            [10, 20],
            [200, 150],
          ],
          [
            [300, 20],
            [310, 180],
          ],
        ],
      },
    });
    const clerk = officerAt(world.window, ['window-clerk']);
    const officer = officerAt(world.authority, ['officer']);
    const key = { subjectKey: it.subjectKey, paperId: papers.find((one) => one.kind === 'receipt')!.paper_id };
    expect(isRefusal(await downloadPaper(w.services, clerk, key))).toBe(false);
    expect(await downloadPaper(w.services, officer, key)).toMatchObject({ kind: 'not-found' });
  });
});

describe('a press that fails', () => {
  test('the act stands, the paper says so, and it can be ordered again', async () => {
    const { it } = await accepted();
    const version = await w.happen(it, 'granted', world.grantPayload('洪应急信修准〔2026〕2号'));
    await issue(it, version);
    pressBroken = true;
    await expect(w.work(tasks, 'print-paper', it.subjectKey)).rejects.toThrow('the press ended');
    pressBroken = false;
    const [failed] = await papersOf(it.subjectKey);
    expect(failed).toMatchObject({ state: 'failed', failure: 'the press ended: SIGKILL', content: null });
    const state = await w.all((tx) => tx.run('select state from item where item_id = $1', [it.itemId]));
    expect(state).toEqual([{ state: 'granted' }]);

    const key = { subjectKey: it.subjectKey, paperId: failed!.paper_id };
    const own = applicantOf(it.subjectKey);
    expect(await downloadPaper(w.services, own, key)).toMatchObject({ kind: 'conflict', code: 'paper-not-ready' });
    const officer = officerAt(world.authority, ['officer']);
    expect(await reprintPaper(w.services, officerAt(world.marketBureau, ['officer']), key)).toMatchObject({
      kind: 'not-found',
    });
    expect(await reprintPaper(w.services, officer, key)).toEqual({ state: 'ordered' });
    expect(await reprintPaper(w.services, officer, key)).toEqual({ state: 'ordered' });
    expect(await w.jobs(it.subjectKey, 'print-paper')).toHaveLength(2);
    await w.work(tasks, 'print-paper', it.subjectKey);
    expect(await reprintPaper(w.services, officer, key)).toMatchObject({ code: 'already-printed' });
    const file = (await downloadPaper(w.services, own, key)) as FileReply;
    expect(file).toMatchObject({
      type: 'application/pdf',
      inline: true,
      name: '准予信用修复决定书 洪应急信修准〔2026〕2号.pdf',
    });
    expect(await downloadPaper(w.services, applicantOf(it.applicationId), key)).toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('an authority that is away', () => {
  test('the paper waits for its seal, is not handed out, stands on the desk, and is tried again by the clock', async () => {
    const { it } = await accepted();
    const version = await w.happen(it, 'granted', world.grantPayload('洪应急信修准〔2026〕3号'));
    await issue(it, version);
    await w.all((tx) =>
      tx.run(`update paper set model = jsonb_set(model, '{head,organName}', $2) where subject_key = $1`, [
        it.subjectKey,
        JSON.stringify(world.marketBureau.name),
      ]),
    );
    sandbox.control.setMode('certificate-authority', { mode: 'down' });
    await expect(w.work(tasks, 'print-paper', it.subjectKey)).rejects.toThrow(/没有取得.*签章证书/);
    const [waiting] = await papersOf(it.subjectKey);
    expect(waiting).toMatchObject({ state: 'ordered', content: null, digest: null });
    const key = { subjectKey: it.subjectKey, paperId: waiting!.paper_id };
    expect(await downloadPaper(w.services, applicantOf(it.subjectKey), key)).toMatchObject({
      code: 'paper-not-ready',
      text: expect.stringContaining('等待加盖电子签章'),
    });
    const { papers } = await listStuckPapers(w.services, officerAt(world.authority, ['officer']));
    expect(papers.filter(({ paperId }) => paperId === waiting!.paper_id)).toMatchObject([
      { waitsFor: 'seal', docNumber: '洪应急信修准〔2026〕3号', reason: expect.stringContaining('电子认证服务机构') },
    ]);
    expect((await listStuckPapers(w.services, officerAt(world.window, ['officer']))).papers).toEqual([]);

    const before = (await w.jobs(it.subjectKey, 'print-paper')).length;
    const rouse = () => task('rouse-papers').run({ subjectKey: it.subjectKey });
    await rouse();
    expect(await w.jobs(it.subjectKey, 'print-paper'), 'tried just now').toHaveLength(before);
    sandbox.control.setMode('certificate-authority', { mode: 'ok' });
    await w.all((tx) =>
      tx.run(`update paper set last_try_at = last_try_at - interval '11 minutes' where subject_key = $1`, [
        it.subjectKey,
      ]),
    );
    await rouse();
    expect(await w.jobs(it.subjectKey, 'print-paper')).toHaveLength(before + 1);
    await w.work(tasks, 'print-paper', it.subjectKey);
    const [sealed] = await papersOf(it.subjectKey);
    expect(sealed).toMatchObject({ state: 'printed', failure: null, seal_party: world.marketBureau.unitId });
    const again = (await downloadPaper(w.services, applicantOf(it.subjectKey), key)) as FileReply;
    expect(Buffer.from(again.content as Uint8Array)).toEqual(sealed!.content);
    await w.work(tasks, 'print-paper', it.subjectKey);
    expect((await papersOf(it.subjectKey))[0]!.digest, 'printed twice, kept once').toBe(sealed!.digest);
    expect((await listStuckPapers(w.services, officerAt(world.authority, ['officer']))).papers).toEqual([]);
  });
});

describe('verification', () => {
  test('the code on a paper confirms number, day, issuer, seal and digest, and tells nothing of the subject; so does the file alone', async () => {
    const it = await w.lodge({ form: { subjectKind: 'person', name: '某某某', identifier: '36010019900101000X' } });
    const version = await w.happen(it, 'declined', {
      reasons: [{ code: 'x', text: '不属于本机关' }],
      docNumber: '洪应急信修不受〔2026〕9号',
    });
    await issue(it, version);
    const [ordered] = await papersOf(it.subjectKey);
    const { code, url } = ordered!.model.head.verification;
    expect(url).toBe(`http://127.0.0.1:18200/verify/${code}`);
    expect(await verifyPaper(w.services, code)).toMatchObject({ state: 'making', digest: null, seal: null });
    await w.work(tasks, 'print-paper', it.subjectKey);
    const [printed] = await papersOf(it.subjectKey);
    expect(await verifyPaper(w.services, code.replaceAll('-', '').toLowerCase())).toEqual({
      code,
      title: '信用修复申请不予受理通知书',
      docNumber: '洪应急信修不受〔2026〕9号',
      issuedOn: '2026-05-06',
      issuer: world.authority.name,
      state: 'in-force',
      stateText: null,
      endedOn: null,
      seal: {
        by: world.authority.name,
        at: expect.stringMatching(/^2026-05-06T02:/),
        certificate: printed!.seal_certificate,
        timeStampedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
      digestAlgorithm: 'SHA-256',
      digest: printed!.digest,
      digestSm3: printed!.digest_sm3,
    });
    expect(await verifyPaper(w.services, code, ' 洪应急信修不受[2026]9号')).toMatchObject({ code });
    expect(await verifyPaper(w.services, code, '洪应急信修不受〔2026〕8号')).toMatchObject({ code: 'paper-unknown' });
    expect(await verifyFile(w.services, printed!.digest!)).toMatchObject({ code, state: 'in-force' });
    expect(await verifyFile(w.services, '0'.repeat(64))).toMatchObject({ kind: 'not-found', code: 'file-unknown' });
    expect(JSON.stringify(printed!.model)).not.toContain('36010019900101000X');
    expect(await verifyPaper(w.services, 'AAAA-BBBB-CCCC')).toMatchObject({ kind: 'not-found', code: 'paper-unknown' });
  });
});
