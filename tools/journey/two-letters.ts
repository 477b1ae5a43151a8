import { createHash } from 'node:crypto';
import { downloadPaper, verifyFile } from '#contract/notice.ts';
import {
  downloadNoticeBatch,
  downloadNoticeOriginals,
  listNoticeBatches,
  listNotices,
  noteServices,
  printNotices,
  renewNotices,
} from '#contract/notice-queue.ts';
import { lookUpSubject, type RecordOutcome, recordOne } from '#contract/partner.ts';
import { listUnitRecords } from '#contract/record.ts';
import { openReminderStop, setReminderStop, stopByLink } from '#contract/reminders.ts';
import {
  getNoticeHistory,
  keepServiceProof,
  makeRepairNotice,
  noteService,
  openNoticeToken,
  openServiceProof,
  renewRepairNotice,
} from '#contract/repair-notices.ts';
import { addDays } from '#domain/plain-date.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { readZip } from '../read-zip.ts';
import { pdf } from './files.ts';
import { newDecision } from './new-decision.ts';
import { partnerSystem } from './partner-system.ts';
import type { Person } from './person.ts';
import { officerOf, type Road, recordOf } from './road.ts';
import { check, Fault, type Note, need, type Step, until } from './steps.ts';

/** 两书同达: decisions come in by every door, each with its notice; they are printed, served, noted, corrected; the code opens the record. */
export function twoLetters(road: Road): Step[] {
  return [
    ['两书同达：制作信用修复告知书，登记送达，扫码打开', (note) => oneNotice(road, note)],
    ['登记一条决定，告知书随之制作；待送达清单、批量打印、批量登记', (note) => manyNotices(road, note)],
    ['单位业务系统推送决定：签名、逐条答复、不重复、不可重放', (note) => partnerSystem(road, note)],
    ['不再提醒：从消息停止和恢复；不是本平台的链接被拒绝', (note) => stopReminding(road, note)],
  ];
}

async function oneNotice(road: Road, note: Note): Promise<void> {
  const record = recordOf(road, 'tooEarly');
  const officer = await officerOf(road, 'emergency-360100');
  const { records } = await officer.ask(listUnitRecords, { query: { q: record.docNumber } });
  check(records.length === 1 && records[0]!.recordId === record.recordId, '本单位的失信信息里找不到这一条');
  const params = { subjectKey: record.subjectKey, recordId: record.recordId };
  // The import made it already, since the decision is a month old; asked again, it gives the same one.
  const notice = await officer.ask(makeRepairNotice, { params });
  const renewed = await officer.ask(renewRepairNotice, { params });
  check(renewed.token === notice.token && renewed.noticeId !== notice.noticeId, '换新版后二维码变了，或者没有换');
  const file = await paperOf(officer, record.subjectKey, renewed.paperId);
  const today = need(road.today, '今天的日期');
  const decisionServedOn = addDays(today, -2);
  const { proofId } = await officer.upload(keepServiceProof, params, pdf('送达回证.pdf', 'Return of service'));
  const late = await officer.ask(noteService, {
    params,
    body: {
      servedHow: 'mail',
      servedOn: today,
      decisionServedOn,
      receivedBy: '示例甲',
      receiptNumber: 'EMS-1',
      proofId,
    },
  });
  check(late.servedWithDecision === false && late.daysAfterDecision === 2, '晚送达两天没有分清');
  const body = { servedHow: 'direct' as const, servedOn: today, receivedBy: '示例甲' };
  await officer.refused(noteService, { params, body }, 400, 'fields-invalid');
  const served = await officer.ask(noteService, { params, body: { ...body, reason: '登记时选错了方式' } });
  check(served.servedOn === today && served.servedWithDecision, '送达没有更正');
  await officer.refused(renewRepairNotice, { params }, 409, 'notice-served');
  const history = await officer.ask(getNoticeHistory, { params });
  check(history.notices.length >= 2 && history.services.length === 2, '历次版本或登记没有保留');
  const proof = await officer.download(openServiceProof, { params: { ...params, proofId } });
  check(proof.type === 'application/pdf', '送达凭证打不开');
  const opened = await road.guest.ask(openNoticeToken, { params: { token: notice.token } });
  check(opened.recordId === record.recordId && opened.docNumber === record.docNumber, '二维码打开的不是这一条');
  check(opened.verdict.verdict === 'not-yet', `二维码页的结论是 ${opened.verdict.verdict}`);
  const from = need(opened.verdict.application.from, '可以申请的日期');
  check(from > addDays(record.findingDate, 80), `可以申请的日期 ${from} 太早`);
  note(`第 ${renewed.edition} 版，PDF ${file.length} 字节，${today} 直接送达，与决定书同时`);
  note(`扫码：${opened.maskedName} ${opened.docNumber}，${from} 起可以申请`);
}

async function paperOf(officer: Person, subjectKey: string, paperId: string): Promise<Buffer> {
  const { content } = await until('告知书还没有生成', 60, () =>
    officer.download(downloadPaper, { params: { subjectKey, paperId } }).catch((fault: unknown) => {
      if (fault instanceof Fault && fault.message.includes('paper-not-ready')) return undefined;
      throw fault;
    }),
  );
  check(content.subarray(0, 4).toString() === '%PDF', '告知书不是 PDF');
  return content;
}

/** Three units have decisions whose notices still wait when the run is over: what a queue is for. */
const waitingUnits = [
  { login: 'emergency-360100', organ: '南昌市应急管理局', word: '洪应急罚' },
  { login: 'emergency-360700', organ: '赣州市应急管理局', word: '赣市应急罚' },
] as const;

async function manyNotices(road: Road, note: Note): Promise<void> {
  const today = need(road.today, '今天的日期');
  for (const { login, organ, word } of waitingUnits) {
    const officer = await officerOf(road, login);
    const code = demoSubjects.restaurant.identifier;
    const found = await officer.ask(lookUpSubject, { query: { code } });
    check(found.subject?.name === demoSubjects.restaurant.name, '按代码没有查到主体');
    const made: RecordOutcome[] = [];
    for (const [index, ago] of [3, 6, 9, 12].entries()) {
      const cells = newDecision(
        organ,
        `${word}〔${today.slice(0, 4)}〕${road.run}${index + 30}号`,
        addDays(today, -ago),
      );
      made.push(await officer.ask(recordOne, { body: { cells } }));
    }
    check(
      made.every((one) => one.outcome === 'recorded' && one.notice),
      '登记的决定没有全部做出告知书',
    );
    const again = await officer.ask(recordOne, {
      body: { cells: newDecision(organ, made[0]!.docNumber!, addDays(today, -3)) },
    });
    check(again.outcome === 'known' && again.recordId === made[0]!.recordId, '同一决定登记了两次');
    const before = await officer.ask(listNotices, { query: {} });
    const days = before.rows.map((one) => one.findingDate);
    check([...days].sort().join() === days.join(), '待送达清单不是最早的在前');
    const records = made.slice(0, 2).map((one) => ({ subjectKey: one.subjectKey!, recordId: one.recordId! }));
    await officer.ask(renewNotices, { body: { records } });
    const batch = await officer.ask(printNotices, { body: { records, twoSided: true } });
    const done = await until('批量打印没有完成', 90, async () => {
      const { batches } = await officer.ask(listNoticeBatches, {});
      return batches.find((one) => one.batchId === batch.batchId && one.state === 'done');
    });
    const file = await officer.download(downloadNoticeBatch, { params: { batchId: batch.batchId } });
    check(file.content.length === done.bytes && file.type === 'application/pdf', '合成的文件不完整');
    check(!file.content.includes('/ByteRange'), '供打印的合成文件里留着单份的签名');
    const { content: zip } = await officer.download(downloadNoticeOriginals, { params: { batchId: batch.batchId } });
    const originals = [...readZip(zip).values()];
    check(originals.length === 2, `两份告知书的原件包里有 ${originals.length} 份`);
    for (const original of originals) {
      const digest = createHash('sha256').update(original).digest('hex');
      const known = await road.guest.ask(verifyFile, { params: { digest } });
      check(known.seal && known.title === '信用修复告知书', '原件包里的告知书不是签好章的原件');
    }
    const service = { servedHow: 'direct' as const, servedOn: today };
    const noted = await officer.ask(noteServices, { body: { records, ...service } });
    const after = await officer.ask(listNotices, { query: {} });
    check(noted.done === 2 && after.waiting === before.waiting - 2, '批量登记后待送达没有减少两条');
    note(`${organ}：登记 ${made.length} 条，合成 ${done.pages} 页，送达 2 条，还有 ${after.waiting} 条待送达`);
  }
}

async function stopReminding(road: Road, note: Note): Promise<void> {
  const { person, subjectKey } = need(road.applicant, '申请人的登录');
  const { recordId } = recordOf(road, 'tooEarly');
  const params = { subjectKey };
  const stopped = await person.ask(setReminderStop, { params, body: { recordIds: [recordId], stopped: true } });
  check(stopped.recordIds.includes(recordId) && !stopped.everything, '没有停止这一条的提醒');
  const again = await person.ask(setReminderStop, { params, body: { recordIds: [recordId], stopped: false } });
  check(!again.recordIds.includes(recordId), '没有恢复这一条的提醒');
  const token = `${subjectKey.replaceAll('-', '')}.${'A'.repeat(22)}`;
  await road.guest.refused(openReminderStop, { params: { token } }, 404, 'stop-link-unknown');
  await road.guest.refused(stopByLink, { params: { token }, body: { stopped: true } }, 404, 'stop-link-unknown');
  note('停止一条、恢复；猜的链接打不开');
}
