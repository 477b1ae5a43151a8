import { randomUUID } from 'node:crypto';
import { submitApplication } from '#contract/intake.ts';
import {
  askByCode,
  beginUploadByCode,
  correctByCode,
  downloadAllByCode,
  downloadEverything,
  downloadPaperByCode,
  finishUploadByCode,
  getProgress,
  putChunkByCode,
  uploadByCode,
  withdrawByCode,
} from '#contract/progress.ts';
import { answerQuestion, askQuestion, countQuestions, listOpenQuestions, listQuestions } from '#contract/questions.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { callForCorrection, openDesk } from './desk.ts';
import { pdf } from './files.ts';
import { beginningOf } from './hand-in.ts';
import { itemOf, officerOf, type Road, recordOf } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';
import { prepareApplication } from './submission.ts';

/** Everything also by number and query code alone; a question to the unit and its answer; one archive of all papers. */
export function withoutAccount(road: Road): Step[] {
  return [
    ['不登录：凭编号和查询码补正、提问、下载、撤回', (note) => byCode(road, note)],
    ['提问：办理单位在承诺的日子前答复，双方都看得到', (note) => askAndAnswer(road, note)],
  ];
}

async function byCode(road: Road, note: Note): Promise<void> {
  const { person, subjectKey } = need(road.applicant, '申请人的登录');
  const { guest } = road;
  // 统计 was declined before; it may be applied for again.
  const { body } = await prepareApplication(person, subjectKey, [recordOf(road, 'statistics')], '已经改正，重新申请。');
  const submitted = await person.ask(submitApplication, { params: { subjectKey }, body });
  const code = { number: submitted.number, queryCode: submitted.queryCode };
  const desk = await openDesk(road, submitted.items[0]!);
  await callForCorrection(desk, '没有盖章');
  const asked = (await guest.ask(getProgress, { body: code })).items[0]!;
  check(asked.mayCorrect && asked.missing.length === 1, '没有告知要补什么');
  note(`接下来：${asked.next}`);
  const itemNumber = asked.summary.number;
  const { key } = asked.missing[0]!;
  const file = pdf('整改证明.pdf', `stamped ${itemNumber}`);
  const kept = await guest.upload(uploadByCode, {} as never, file, { ...code, itemNumber, materialKey: key });
  const second = await sendInPieces(guest, { ...code, itemNumber }, key, note);
  const materials = [{ key, attachmentIds: [kept.attachmentId, second] }];
  const act = (version: number) => ({ ...code, itemNumber, requestId: randomUUID(), version });
  const version = asked.summary.version;
  const corrected = await guest.ask(correctByCode, { body: { ...act(version), materials } });
  check(corrected.items[0]!.summary.state === 'lodged', '补正以后没有回到办理单位');
  const text = '补正以后还要多久？';
  const inquired = await guest.ask(askByCode, { body: { ...code, itemNumber, requestId: randomUUID(), text } });
  const { due } = inquired.items[0]!.questions[0]!;
  note(`提问以后：承诺 ${formatChinese(due)} 前答复`);
  const printed = await until('文书没有生成', 60, async () => {
    const now = await guest.ask(getProgress, { body: code });
    const all = [...now.papers, ...now.items.flatMap((one) => one.papers)];
    return all.every((one) => one.state === 'printed') && now.papers.length >= 3 ? all : undefined;
  });
  const paper = await guest.download(downloadPaperByCode, { body: { ...code, paperId: printed[0]!.paperId } });
  const archive = await guest.download(downloadAllByCode, { body: code });
  check(paper.content.subarray(0, 4).toString() === '%PDF', '下载的文书不是 PDF');
  check(archive.content.subarray(0, 2).toString() === 'PK', '下载的不是压缩包');
  const { applicationId } = submitted;
  const own = await person.download(downloadEverything, { params: { subjectKey, applicationId } });
  check(own.content.subarray(0, 2).toString() === 'PK', '登录后下载的不是压缩包');
  note(`《${printed[0]!.title}》等 ${printed.length} 份文书，全部文件 ${Math.round(archive.content.length / 1024)} KB`);
  const now = corrected.items[0]!.summary.version;
  const withdrawn = await guest.ask(withdrawByCode, { body: { ...act(now), reason: '改为到窗口办理' } });
  check(withdrawn.items[0]!.summary.state === 'withdrawn', '没有撤回');
}

/** A file longer than one piece; the line breaks after the first, and the same file goes on from there. Gives the attachment. */
async function sendInPieces(
  guest: Road['guest'],
  of: { number: string; queryCode: string; itemNumber: string },
  materialKey: string,
  note: Note,
): Promise<string> {
  const paper = pdf('盖章页.pdf', `stamped again ${of.itemNumber}`);
  const filling = Buffer.from(`\n%${'x'.repeat(300_000)}\n%%EOF\n`);
  const file = { ...paper, content: Buffer.concat([paper.content, filling]) };
  const body = { ...of, ...beginningOf(materialKey, file) };
  const { uploadId, chunkBytes } = await guest.ask(beginUploadByCode, { body });
  const send = (at: number, to: number) =>
    guest.upload(
      putChunkByCode,
      {} as never,
      { ...file, content: file.content.subarray(at, to) },
      { ...of, uploadId, at: String(at) },
    );
  await send(0, chunkBytes);
  await guest.refused(finishUploadByCode, { body: { ...of, uploadId } }, 409, 'upload-incomplete');
  const again = await guest.ask(beginUploadByCode, { body });
  check(again.uploadId === uploadId && again.received === chunkBytes, '没有从断开的地方接着传');
  await send(again.received, file.content.length);
  const { attachmentId, fileName } = await guest.ask(finishUploadByCode, { body: { ...of, uploadId } });
  note(`${fileName}：断在 ${chunkBytes} 字节，凭编号和查询码接着传完`);
  return attachmentId;
}

async function askAndAnswer(road: Road, note: Note): Promise<void> {
  const { person } = need(road.applicant, '申请人的登录');
  const item = itemOf(road, 'safety');
  const params = { subjectKey: item.subjectKey, itemId: item.itemId };
  const body = { requestId: randomUUID(), text: '决定书可以邮寄吗？' };
  const asked = await person.ask(askQuestion, { params, body });
  const { questionId } = asked.questions.at(-1)!;
  const officer = await officerOf(road, item.unitId);
  const open = await officer.ask(listOpenQuestions, {});
  check(
    open.questions.some((one) => one.question.questionId === questionId),
    '办理单位的待答复里没有这个问题',
  );
  const answer = { text: '可以。您也可以随时在这里下载，两者效力相同。' };
  await officer.ask(answerQuestion, { params: { ...params, questionId }, body: answer });
  await officer.refused(answerQuestion, { params: { ...params, questionId }, body: answer }, 409, 'question-answered');
  const { questions, answerDays } = await person.ask(listQuestions, { params });
  check(questions.at(-1)!.answer === answer.text, '申请人没有看到答复');
  const supervisor = await officerOf(road, 'supervisor-360000');
  const counted = await supervisor.ask(countQuestions, {});
  note(`承诺 ${answerDays} 个工作日；全省等答复 ${counted.open} 条，过了承诺日 ${counted.overdue} 条`);
}
