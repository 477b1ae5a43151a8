import {
  downloadObjectionPaperByCode,
  listObjectionsByCode,
  lodgeObjectionByCode,
} from '#contract/objection-by-code.ts';
import { endorseObjection, retractObjection, returnObjection, signObjection } from '#contract/objection-chain.ts';
import {
  acceptObjection,
  answerObjection,
  getObjection,
  getObjectionWays,
  listWindowObjections,
  lodgeObjection,
} from '#contract/objections.ts';
import { giveReadingPurpose } from '#contract/readings.ts';
import { listSignOffs, setSignOffRule } from '#contract/sign-off.ts';
import { drilledVisit } from './counter.ts';
import { type Person, seen } from './person.ts';
import { itemOf, officerOf, type Road, recordOf } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';

/** Other doors of an objection: number and query code, the counter; and an answer that goes through every hand of its unit. */
export function objectionDoors(road: Road): Step[] {
  return [
    ['不登录：凭编号和查询码对不予受理提异议、看进度、下载申诉书', (note) => byCode(road, note)],
    ['窗口代提异议；答复经审核、签发，各由不同的人', (note) => throughHands(road, note)],
  ];
}

const contact = { name: '示例甲', phone: '13900000001' };

async function byCode(road: Road, note: Note): Promise<void> {
  const { number, queryCode } = need(road.joint, '联办申请');
  const code = { number, queryCode };
  const { guest } = road;
  const itemNumber = itemOf(road, 'statistics').number;
  const ofItem = async () =>
    need(
      (await guest.ask(listObjectionsByCode, { body: code })).items.find((one) => one.itemNumber === itemNumber),
      '没有受理的那一项',
    );
  const { way } = await ofItem();
  check(way && way.whyNot === null, '凭查询码不能对不予受理提异议');
  await guest.ask(lodgeObjectionByCode, {
    body: {
      ...code,
      itemNumber,
      requestId: seen(1).requestId,
      door: 'unit',
      reasons: '材料已经交齐，请核查。',
      contact,
      attachmentIds: [],
    },
  });
  const lodged = await until('申诉书还没有打印', 60, async () => {
    const [first] = (await ofItem()).objections;
    return first?.papers.some((one) => one.state === 'printed') ? first : undefined;
  });
  const { paperId } = lodged.papers[0]!;
  const paper = await guest.download(downloadObjectionPaperByCode, { body: { ...code, paperId } });
  check(paper.content.subarray(0, 4).toString() === '%PDF', '下载的申诉书不是 PDF');
  check(!JSON.stringify(lodged).includes(contact.phone), '凭查询码看到了联系电话');
  note(`${lodged.number}：${lodged.publicText}`);
}

async function throughHands(road: Road, note: Note): Promise<void> {
  const { subjectKey } = need(road.applicant, '申请人');
  const record = recordOf(road, 'other');
  const { clerk } = need(road.window, '窗口');
  await clerk.ask(giveReadingPurpose, { body: { subjectKey, purpose: 'visit', note: `演练 ${road.run}` } });
  const { ways } = await clerk.ask(getObjectionWays, { params: { subjectKey, recordId: record.recordId } });
  check(
    ways.some((one) => one.ground === 'content'),
    '窗口看不到可以提的异议',
  );
  const { summary, visit } = await clerk.ask(lodgeObjection, {
    params: { subjectKey },
    body: {
      requestId: seen(1).requestId,
      recordId: record.recordId,
      itemId: null,
      ground: 'content',
      door: 'unit',
      claims: [{ field: 'basis', shouldSay: '按决定书' }],
      reasons: '处罚依据与决定书不一致。',
      request: '',
      contact,
      attachmentIds: [],
      visit: { ...drilledVisit, originals: [] },
    },
  });
  check(visit?.persons.length === 1, '没有登记来访人');
  const officer = await officerOf(road, summary.unitId);
  const reviewer = await officerOf(road, `reviewer-${summary.unitId}`);
  const head = await officerOf(road, `head-${summary.unitId}`);
  await order(head, 'review-sign');
  const params = { subjectKey, objectionId: summary.objectionId };
  const now = async (who: Person) => seen((await who.ask(getObjection, { params })).summary.version);
  await officer.ask(acceptObjection, { params, body: { ...(await now(officer)), note: '' } });
  const propose = async () => {
    const body = {
      outcome: 'rejected' as const,
      findings: [{ text: '与决定书一致。', evidence: '决定书原件' }],
      corrections: [],
    };
    return officer.ask(answerObjection, { params, body: { ...(await now(officer)), ...body } });
  };
  const proposed = await propose();
  check(proposed.answer === null && proposed.summary.signOff !== null, '没有签发就作了答复');
  const due = proposed.summary.due?.due;
  await officer.ask(retractObjection, { params, body: await now(officer) });
  await propose();
  const reason = '请写明决定书的页码';
  await reviewer.ask(returnObjection, { params, body: { ...(await now(reviewer)), reason } });
  await propose();
  const { objections } = await reviewer.ask(listSignOffs, { query: { list: 'review' } });
  check(
    objections.some((one) => one.objection.number === summary.number && one.objection.due?.due === due),
    '待审核里没有这件异议，或者期限变了',
  );
  await reviewer.ask(endorseObjection, { params, body: { ...(await now(reviewer)), note: '同意' } });
  await officer.refused(
    answerObjection,
    {
      params,
      body: { ...(await now(officer)), outcome: 'rejected', findings: [{ text: '一', evidence: '' }], corrections: [] },
    },
    409,
    'proposal-open',
  );
  const signed = await head.ask(signObjection, { params, body: { ...(await now(head)), note: '同意' } });
  check(signed.summary.state === 'rejected', `签发后是 ${signed.summary.state}`);
  await order(head, 'none');
  const back = await clerk.ask(listWindowObjections, { query: {} });
  check(back.objections[0]?.number === summary.number, '答复了的异议不在窗口的列表最前');
  note(`${summary.number}：核查最迟 ${due}，签发前期限照常计算`);
}

async function order(head: Person, steps: 'review-sign' | 'none'): Promise<void> {
  const { requestId } = seen(1);
  await head.ask(setSignOffRule, {
    body: { requestId, matterKey: '*', act: 'answer-objection', steps, from: 'today' },
  });
}
