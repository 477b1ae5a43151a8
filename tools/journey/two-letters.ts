import { downloadPaper } from '#contract/notice.ts';
import { listUnitRecords } from '#contract/record.ts';
import { makeRepairNotice, noteService, openNoticeToken } from '#contract/repair-notices.ts';
import { addDays } from '#domain/plain-date.ts';
import { officerOf, type Road, recordOf } from './road.ts';
import { check, Fault, need, type Step, until } from './steps.ts';

/** 两书同达: the unit that found a record makes the repair notice, notes how it was served, and its code opens the record. */
export function twoLetters(road: Road): Step[] {
  return [
    [
      '两书同达：制作信用修复告知书，登记送达，扫码打开',
      async (note) => {
        const record = recordOf(road, 'tooEarly');
        const officer = await officerOf(road, 'emergency-360100');
        const { records } = await officer.ask(listUnitRecords, { query: { q: record.docNumber } });
        check(records.length === 1 && records[0]!.recordId === record.recordId, '本单位的失信信息里找不到这一条');
        const params = { subjectKey: record.subjectKey, recordId: record.recordId };
        const notice = await officer.ask(makeRepairNotice, { params });
        const paper = { params: { subjectKey: record.subjectKey, paperId: notice.paperId } };
        const file = await until('告知书还没有生成', 60, () =>
          officer.download(downloadPaper, paper).catch((fault: unknown) => {
            if (fault instanceof Fault && fault.message.includes('paper-not-ready')) return undefined;
            throw fault;
          }),
        );
        check(file.content.subarray(0, 4).toString() === '%PDF', '告知书不是 PDF');
        const today = need(road.today, '今天的日期');
        const served = await officer.ask(noteService, {
          params,
          body: { servedHow: 'direct', servedOn: today, receivedBy: '示例甲' },
        });
        check(served.servedOn === today && served.servedWithDecision, '送达没有登记上');
        const opened = await road.guest.ask(openNoticeToken, { params: { token: notice.token } });
        check(opened.recordId === record.recordId && opened.docNumber === record.docNumber, '二维码打开的不是这一条');
        check(opened.verdict.verdict === 'not-yet', `二维码页的结论是 ${opened.verdict.verdict}`);
        const from = need(opened.verdict.application.from, '可以申请的日期');
        check(from > addDays(record.findingDate, 80), `可以申请的日期 ${from} 太早`);
        note(`告知书 PDF ${file.content.length} 字节，${today} 直接送达，与决定书一并`);
        note(`扫码：${opened.maskedName} ${opened.docNumber}，${from} 起可以申请`);
      },
    ],
  ];
}
