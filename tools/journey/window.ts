import { getApplication, listWindowApplications, submitApplication } from '#contract/intake.ts';
import { downloadPaper } from '#contract/notice.ts';
import { giveReadingPurpose } from '#contract/readings.ts';
import { findSubjects, listRecords } from '#contract/record.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { drawnSignature, drilledVisit } from './counter.ts';
import { officerOf, type Road, recordOf } from './road.ts';
import { check, need, type Step, until } from './steps.ts';
import { prepareApplication } from './submission.ts';

/** A window in 南昌 takes in an application for an enterprise of 赣州, and prints its receipt. */
export function atTheWindow(road: Road): Step[] {
  const { materials } = demoSubjects;
  return [
    [
      '东湖区综合窗口为赣州的企业代收，送往赣州的单位',
      async (note) => {
        const clerk = await officerOf(road, 'window-360102');
        await clerk.ask(giveReadingPurpose, { body: { q: materials.identifier, purpose: 'visit' } });
        const { subjects } = await clerk.ask(findSubjects, { query: { q: materials.identifier } });
        const subject = need(subjects[0], materials.name);
        const { subjectKey } = subject;
        const { records } = await clerk.ask(listRecords, { params: { subjectKey } });
        const record = need(
          records.find((one) => one.docNumber === road.invented?.docNumbers.elsewhere),
          '赣州企业的演练记录',
        );
        road.records.set('elsewhere', record);
        const prepared = await prepareApplication(clerk, subjectKey, [record], '已经改正并接受复查。');
        const { uploaded } = prepared;
        const typed = await clerk.refused(
          submitApplication,
          { params: { subjectKey }, body: { ...prepared.body, visit: drilledVisit } },
          400,
          'visit-incomplete',
        );
        note(`窗口打字的姓名不算签名：${typed.fields?.[0]?.text}`);
        const sent = {
          ...prepared.body,
          visit: drilledVisit,
          commitment: { agreed: true as const, signature: drawnSignature },
        };
        const submitted = await clerk.ask(submitApplication, { params: { subjectKey }, body: sent });
        road.window = { ...submitted, subjectKey, clerk, sent };
        const item = submitted.items[0]!;
        check(item.unitId === 'emergency-360700', `送到了 ${item.unitId}，应为赣州市应急管理局`);
        const { applications } = await clerk.ask(listWindowApplications, {});
        check(
          applications.some((one) => one.number === submitted.number),
          '本窗口代收的列表里没有这一份',
        );
        note(`${submitted.number}：${subject.name}，${uploaded} 份材料；${item.number} 送 ${item.unitName}`);
      },
    ],
    [
      '收件回执',
      async (note) => {
        const { subjectKey, applicationId, number, clerk } = need(road.window, '窗口代收的申请');
        const params = { subjectKey, applicationId };
        const receipt = await until('回执还没有生成', 60, async () => {
          const { papers } = await clerk.ask(getApplication, { params });
          return papers.find((one) => one.kind === 'receipt' && one.state === 'printed');
        });
        const file = await clerk.download(downloadPaper, { params: { subjectKey, paperId: receipt.paperId } });
        check(file.content.subarray(0, 4).toString() === '%PDF', '回执不是 PDF');
        note(`${receipt.title} ${number}，PDF ${file.content.length} 字节，核验码 ${receipt.verificationCode}`);
        check(recordOf(road, 'elsewhere').regionCode.startsWith('3607'), '这条信息不属于赣州');
      },
    ],
  ];
}
