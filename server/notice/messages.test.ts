import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { openGateways } from '../gateways/open-gateways.ts';
import type { Signer } from '../gateways/signing/signer.ts';
import type { Task } from '../platform/task.ts';
import { noticeTasks } from './notice-tasks.ts';
import type { PaperPress } from './papers/paper-press.ts';
import { rateItem } from './rate-item.ts';
import { markRead, readMessages } from './read-messages.ts';
import { mostSendings } from './send-message.ts';
import { type MessageChannel, orderMessage } from './tell.ts';
import { applicantOf, officerAt } from './testing/people.ts';
import * as world from './testing/small-world.ts';

let w: world.SmallWorld;
let sandbox: StartedSandbox;
let tasks: Task[];

beforeAll(async () => {
  w = await world.openSmallWorld('2026-05-06');
  sandbox = await startSandbox();
  tasks = noticeTasks(w.services, {
    press: {} as PaperPress,
    signer: {} as Signer,
    gateways: openGateways(sandbox.gatewaySettings),
  });
});
afterAll(async () => {
  await sandbox.end();
  await w.close();
});
beforeEach(() => sandbox.control.reset());

interface MessageLine {
  recipient: string;
  title: string;
  body: string;
  channels: MessageChannel[];
}
const messagesOf = (subjectKey: string) =>
  w.all((tx) =>
    tx.run<MessageLine>('select * from message where subject_key = $1 order by created_at, recipient', [subjectKey]),
  );
const tell = (it: world.Lodged, version: number) =>
  tasks.find((one) => one.name === 'tell-people')!.run({ subjectKey: it.subjectKey, itemId: it.itemId, version });
const statesOf = (line: MessageLine | undefined) => line!.channels.map((one) => `${one.channel} ${one.state}`);

async function askCorrection(it: world.Lodged) {
  return w.happen(it, 'correction-requested', {
    missing: [{ key: 'duties-proof', name: '缴款凭证', reason: '看不清金额' }],
    clocks: [w.clockOf('correction', 10)],
  });
}

describe('telling', () => {
  test('a call for correction: what, until when, where; told once though the task runs twice', async () => {
    const it = await w.lodge();
    const version = await askCorrection(it);
    await tell(it, version);
    await tell(it, version);
    const lines = await messagesOf(it.subjectKey);
    expect(lines.map((one) => one.recipient)).toEqual(['applicant']);
    expect(lines[0]!.title).toBe('材料需要补正');
    expect(lines[0]!.body).toContain('缴款凭证：看不清金额');
    expect(lines[0]!.body).toContain('请在2026年5月19日（周二）前一次补齐');
    expect(statesOf(lines[0])).toEqual(['in-app delivered', 'ganfutong queued', 'sms queued']);
    expect(await w.jobs(it.subjectKey, 'send-message')).toHaveLength(1);
  });

  test('at a window: the visitor by text message, the window in the platform', async () => {
    const it = await w.lodge({ atWindow: true });
    await tell(it, await askCorrection(it));
    const lines = await messagesOf(it.subjectKey);
    expect(lines.map((one) => [one.recipient, ...statesOf(one)])).toEqual([
      ['applicant', 'in-app delivered', 'sms queued'],
      ['window', 'in-app delivered'],
    ]);
    const clerk = officerAt(world.window, ['window-clerk']);
    const { messages, unread } = await readMessages(w.services, clerk);
    expect(messages.map((one) => one.title)).toContain('代收的申请：材料需要补正');
    expect(unread).toBe(messages.length);
    expect((await readMessages(w.services, officerAt(world.authority, ['officer']))).messages).toEqual([]);
  });

  test('a unit hears of an arrival with the day by which to decide; reading it counts once', async () => {
    const it = await w.lodge();
    const version = await w.happen(it, 'registered', {
      system: 'credit-china',
      receiptNo: 'XYZG7',
      receivedOn: '2026-05-06',
      clocks: [w.clockOf('acceptance', 3)],
    });
    await tell(it, version);
    const officer = officerAt(world.authority, ['officer']);
    const before = await readMessages(w.services, officer);
    expect(before.messages[0]).toMatchObject({ title: '新到办件', readAt: null });
    // Saturday 9 May 2026 is a make-up working day.
    expect(before.messages[0]!.body).toContain('最迟2026年5月9日（周六）决定是否受理');
    const key = { subjectKey: it.subjectKey, messageId: before.messages[0]!.messageId };
    const stranger = officerAt(world.marketBureau, ['officer']);
    expect(await markRead(w.services, stranger, key)).toMatchObject({ kind: 'not-found' });
    const first = await markRead(w.services, officer, key);
    expect(await markRead(w.services, officer, key)).toEqual(first);
    expect((await readMessages(w.services, officer)).unread).toBe(before.unread - 1);
    const own = await readMessages(w.services, applicantOf(it.subjectKey));
    expect(own.messages.map((one) => one.title)).toEqual(['申请已登记，开始计算办理时限']);
  });

  test('the words of every event are public words and end with what to do', async () => {
    const it = await w.lodge({ atWindow: true });
    const progress = {
      system: 'market-platform',
      caseNo: '1',
      stage: 'refused',
      text: '不符合条件',
      on: '2026-05-06',
    } as const;
    const reasons = [{ code: 'duties', text: '罚款没有缴清' }];
    const versions = [
      await w.happen(it, 'registered', {
        system: 'credit-china',
        receiptNo: 'X',
        receivedOn: '2026-05-06',
        clocks: [w.clockOf('acceptance', 3)],
      }),
      await askCorrection(it),
      await w.happen(it, 'corrected', { materials: [], clocks: [w.clockOf('acceptance', 3)] }),
      await w.happen(it, 'accepted', { clocks: [w.clockOf('decision', 7)] }),
      await w.happen(it, 'extended', { days: 10, reason: '复杂', clocks: [w.clockOf('decision', 17)] }),
      await w.happen(it, 'granted', world.grantPayload('洪应急信修准〔2026〕3号')),
      await w.happen(it, 'handed-over', { system: 'market-platform', receiptNo: 'X', receivedOn: '2026-05-06' }),
      await w.happen(it, 'outside-progressed', { progress }),
      await w.happen(it, 'outside-granted', { progress, docNumber: '1号', clocks: [], effects: [] }),
      await w.happen(it, 'outside-closed', { progress, as: 'refused', reasons }),
      await w.happen(it, 'outside-closed', { progress, as: 'left-to-court', reasons: [] }),
      await w.happen(it, 'declined', { reasons, docNumber: '1号' }),
      await w.happen(it, 'refused', { reasons, docNumber: '1号', findings: [] }),
      await w.happen(it, 'withdrawn', { reason: '再补材料' }),
      await w.happen(it, 'completed', { on: '2026-05-06' }),
    ];
    for (const version of versions) await tell(it, version);
    const lines = (await messagesOf(it.subjectKey)).filter((one) => one.recipient === 'applicant');
    expect(lines).toHaveLength(versions.length);
    for (const { title, body, channels } of lines) {
      expect(`${title}${body}`).not.toMatch(/undefined|null|NaN|\[object|market-platform|our-desk|credit-china|。。/);
      expect(body).toMatch(/[。）]$/);
      for (const one of channels) if (one.words) expect(one.words.text.length).toBeLessThanOrEqual(500);
    }
    expect(lines.find((one) => one.title === '不予修复')!.body).toMatch(/理由：罚款没有缴清[\s\S]*六十日/);
  });

  test('a landline gets no text message, and the message says so', async () => {
    const it = await w.lodge({ atWindow: true, form: { phone: '0791-88888888' } });
    await tell(it, await askCorrection(it));
    const [line] = await messagesOf(it.subjectKey);
    expect(line!.channels[1]).toMatchObject({
      channel: 'sms',
      state: 'failed',
      error: '联系电话不是手机号，不能发短信',
    });
  });
});

describe('sending', () => {
  test('both gateways get it once, and delivery is asked for until it is known', async () => {
    const it = await w.lodge();
    await tell(it, await askCorrection(it));
    await w.work(tasks, 'send-message', it.subjectKey);
    await w.work(tasks, 'send-message', it.subjectKey);
    expect(sandbox.control.messages('sms')).toHaveLength(1);
    expect(sandbox.control.messages('sms')[0]!.text).toMatch(/^【江西信用修复】.*2026年5月19日/);
    expect(sandbox.control.messages('ganfutong')).toMatchObject([
      {
        title: '材料需要补正',
        link: expect.stringContaining(`/applications/${it.subjectKey}/${it.applicationId}/${it.itemId}`),
      },
    ]);
    const checks = await w.jobs(it.subjectKey, 'check-delivery');
    expect(checks).toHaveLength(2);
    await w.work(tasks, 'check-delivery', it.subjectKey);
    expect(statesOf((await messagesOf(it.subjectKey))[0])).toEqual(['in-app delivered', 'ganfutong sent', 'sms sent']);
    const again = await w.jobs(it.subjectKey, 'check-delivery');
    expect(again).toHaveLength(4);
    expect(Date.parse(again[2]!.run_at) - Date.parse(checks[0]!.run_at)).toBeGreaterThan(20_000);
    sandbox.control.advance(60_000);
    await w.work(tasks, 'check-delivery', it.subjectKey);
    expect(await w.jobs(it.subjectKey, 'check-delivery')).toHaveLength(4);
    const { messages } = await readMessages(w.services, applicantOf(it.subjectKey));
    expect(messages[0]!.channels.map((one) => [one.name, one.stateText])).toEqual([
      ['站内消息', '已送达'],
      ['赣服通', '已送达'],
      ['短信', '已送达'],
    ]);
  });

  test('a gateway that is down: the message says so, the job is tried again, and then it goes out', async () => {
    const it = await w.lodge();
    await tell(it, await askCorrection(it));
    sandbox.control.setMode('sms', { mode: 'down' });
    await expect(w.work(tasks, 'send-message', it.subjectKey)).rejects.toThrow('sms');
    const [down] = await messagesOf(it.subjectKey);
    expect(statesOf(down)).toEqual(['in-app delivered', 'ganfutong sent', 'sms queued']);
    expect(down!.channels[2]).toMatchObject({ attempts: 1, error: expect.stringContaining('短信网关') });
    const { messages } = await readMessages(w.services, applicantOf(it.subjectKey));
    expect(messages[0]!.channels[2]!.stateText).toBe('暂时没有发出，正在重试');
    sandbox.control.setMode('sms', { mode: 'ok' });
    await w.work(tasks, 'send-message', it.subjectKey);
    expect(statesOf((await messagesOf(it.subjectKey))[0])).toEqual(['in-app delivered', 'ganfutong sent', 'sms sent']);
    expect(sandbox.control.messages('ganfutong')).toHaveLength(1);
    expect(sandbox.control.messages('sms')).toHaveLength(1);
  });

  test('a gateway that stays down is given up after a bounded number of tries; a refusal at once', async () => {
    const it = await w.lodge();
    await tell(it, await askCorrection(it));
    sandbox.control.setMode('sms', { mode: 'down' });
    sandbox.control.setMode('ganfutong', { mode: 'refuse' });
    for (let n = 1; n < mostSendings; n += 1)
      await expect(w.work(tasks, 'send-message', it.subjectKey)).rejects.toThrow();
    await w.work(tasks, 'send-message', it.subjectKey);
    const [line] = await messagesOf(it.subjectKey);
    expect(statesOf(line)).toEqual(['in-app delivered', 'ganfutong failed', 'sms failed']);
    expect(line!.channels.map((one) => one.attempts)).toEqual([0, 1, mostSendings]);
  });

  test('a number that does not exist ends as failed with the reason', async () => {
    const it = await w.lodge({ atWindow: true, form: { phone: '13900000000' } });
    await tell(it, await askCorrection(it));
    await w.work(tasks, 'send-message', it.subjectKey);
    sandbox.control.advance(60_000);
    await w.work(tasks, 'check-delivery', it.subjectKey);
    const { messages } = await readMessages(w.services, applicantOf(it.subjectKey));
    expect(messages[0]!.channels[1]).toMatchObject({ state: 'failed', stateText: '未送达：空号' });
  });
});

describe('welcome and rating', () => {
  test('submitting is answered with number and query code, once', async () => {
    const it = await w.lodge({ atWindow: true });
    const welcome = tasks.find((one) => one.name === 'welcome-application')!;
    const payload = { subjectKey: it.subjectKey, applicationId: it.applicationId };
    await welcome.run(payload);
    await welcome.run(payload);
    const lines = await messagesOf(it.subjectKey);
    expect(lines.map((one) => one.recipient)).toEqual(['applicant', 'window']);
    expect(lines[0]!.body).toMatch(/编号JXXF20260506\d{6}.*查询码[2-9A-Z]{8}/s);
  });

  test('an officer is told personally; colleagues do not see it', async () => {
    const it = await w.lodge();
    const officer = officerAt(world.marketBureau, ['officer']);
    await w.all((tx) =>
      orderMessage(
        tx,
        {
          subjectKey: it.subjectKey,
          messageId: it.itemId,
          applicationId: null,
          itemId: it.itemId,
          to: { kind: 'officer', unit: world.marketBureau, officerId: officer.officerId },
          title: '催办',
          body: '请尽快办理。',
        },
        w.clock.now(),
      ),
    );
    expect((await readMessages(w.services, officer)).messages.map((one) => one.title)).toEqual(['催办']);
    expect((await readMessages(w.services, { ...officer, officerId: 'another' })).messages).toEqual([]);
    expect((await readMessages(w.services, applicantOf(it.subjectKey))).messages).toEqual([]);
  });

  test('a decided item is rated once, by its applicant', async () => {
    const it = await w.lodge();
    const key = { subjectKey: it.subjectKey, itemId: it.itemId };
    const own = applicantOf(it.subjectKey);
    expect(await rateItem(w.services, own, key, { score: 5 })).toMatchObject({ kind: 'conflict', code: 'wrong-state' });
    await w.happen(it, 'granted', world.grantPayload('洪应急信修准〔2026〕4号'));
    const stranger = applicantOf(it.applicationId);
    expect(await rateItem(w.services, stranger, key, { score: 1 })).toMatchObject({ kind: 'not-found' });
    expect(await rateItem(w.services, own, key, { score: 5, comment: ' 很快 ' })).toEqual({
      score: 5,
      comment: '很快',
    });
    expect(await rateItem(w.services, own, key, { score: 4 })).toMatchObject({
      kind: 'conflict',
      code: 'already-rated',
    });
  });
});
