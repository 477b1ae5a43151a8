import { readAttachment, uploadAttachment } from '#contract/attachments.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import {
  acceptObjection,
  answerObjection,
  declineObjection,
  extendObjection,
  getObjection,
  getObjectionWays,
  listObjections,
  listSupervisedObjections,
  listUnitObjections,
  lodgeObjection,
  retryObjectionExchange,
  withdrawObjection,
} from '#contract/objections.ts';
import { listToldOutside, retryTold } from '#contract/publication.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { pdf } from './files.ts';
import { seen } from './person.ts';
import { itemOf, officerOf, type Road, recordOf } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';

/** 异议: against a refusal, which is withdrawn; against what is shown, once corrected, once turned away, once taken back. */
export function objections(road: Road): Step[] {
  return [
    ['对不予修复有异议：经“信用中国”推送，受理、延长、答复成立，原决定撤回', (note) => againstRefusal(road, note)],
    ['公示内容有误：材料为证，更正后通知三个平台', (note) => againstContent(road, note)],
    ['没有条文的理由不能不予受理；撤回以后可以再提；法院的名单告诉去哪里', (note) => turnedAway(road, note)],
  ];
}

type Body = BodyOf<typeof lodgeObjection>;
const lodging = (over: Partial<Body> & Pick<Body, 'recordId'>): Body => ({
  requestId: seen(1).requestId,
  itemId: null,
  ground: 'content',
  door: 'unit',
  claims: [],
  reasons: '与决定书不一致，请核查。',
  request: '',
  contact: { name: '示例甲', phone: '13900000001' },
  attachmentIds: [],
  ...over,
});

async function againstRefusal(road: Road, note: Note): Promise<void> {
  const { person, subjectKey } = need(road.applicant, '申请人');
  const item = itemOf(road, 'culture');
  const { ways } = await person.ask(getObjectionWays, { params: { subjectKey, recordId: item.recordId } });
  const way = need(
    ways.find((one) => one.itemId === item.itemId),
    '对不予修复的异议',
  );
  check(way.doors.includes('credit-china') && way.rules.length > 0, '没有说明向谁提、依据什么');
  const { recordId, itemId } = item;
  const body = lodging({ recordId, itemId, ground: 'refused', door: 'credit-china', reasons: '核查当日已经停业。' });
  const { summary } = await person.ask(lodgeObjection, { params: { subjectKey }, body });
  await person.refused(
    lodgeObjection,
    { params: { subjectKey }, body: { ...body, requestId: seen(1).requestId } },
    409,
    'objection-open',
  );
  const officer = await officerOf(road, item.unitId);
  const params = { subjectKey, objectionId: summary.objectionId };
  const pushed = await until('异议还没有推送到单位', 60, async () => {
    const now = await officer.ask(getObjection, { params });
    return now.summary.state === 'pushed' ? now : undefined;
  });
  const list = await officer.ask(listUnitObjections, { query: {} });
  check(
    list.objections.some((one) => one.objectionId === params.objectionId),
    '异议不在本单位的列表里',
  );
  const accepted = await officer.ask(acceptObjection, {
    params,
    body: { ...seen(pushed.summary.version), note: '' },
  });
  const due = need(accepted.summary.due, '核查期限');
  const longer = await officer.ask(extendObjection, {
    params,
    body: { ...seen(accepted.summary.version), days: 3, reason: '要向核查人员了解当日情况' },
  });
  check(longer.summary.due!.due > due.due, '延长后到期日没有变');
  const supervisor = await officerOf(road, 'supervisor-360000');
  const seenAbove = await supervisor.ask(listSupervisedObjections, { query: { list: 'open', unit: item.unitId } });
  const figure = seenAbove.units.find((one) => one.unitId === item.unitId)?.open;
  check(figure === seenAbove.objections.length, `督办的数是 ${figure}，名单有 ${seenAbove.objections.length} 件`);
  const answered = await officer.ask(answerObjection, {
    params,
    body: {
      ...seen(longer.summary.version),
      outcome: 'upheld',
      findings: [{ text: '核查记录的日期有误，当日已经停业。', evidence: '核查记录原件' }],
      corrections: [],
    },
  });
  check(answered.summary.state === 'corrected', `答复后是 ${answered.summary.state}`);
  const paper = await until('答复书还没有打印', 60, async () =>
    (await person.ask(getObjection, { params })).papers.find(
      (one) => one.kind === 'objection-answer' && one.state === 'printed',
    ),
  );
  note(`核查最迟 ${formatChinese(due.due)}，延长到 ${formatChinese(longer.summary.due!.due)}；${paper.docNumber}`);
}

async function againstContent(road: Road, note: Note): Promise<void> {
  const { person, subjectKey } = need(road.applicant, '申请人');
  const record = recordOf(road, 'statistics');
  const proof = await person.upload(uploadAttachment, { subjectKey }, pdf('决定书.pdf', 'decision'), {
    materialKey: 'objection-evidence',
  });
  const body = lodging({
    recordId: record.recordId,
    claims: [{ field: 'act', shouldSay: '提供不完整的统计资料' }],
    attachmentIds: [proof.attachmentId],
  });
  const { summary } = await person.ask(lodgeObjection, { params: { subjectKey }, body });
  const params = { subjectKey, objectionId: summary.objectionId };
  const officer = await officerOf(road, summary.unitId);
  await officer.download(readAttachment, { params: { subjectKey, attachmentId: proof.attachmentId } });
  const accepted = await officer.ask(acceptObjection, { params, body: { ...seen(summary.version), note: '' } });
  await officer.ask(answerObjection, {
    params,
    body: {
      ...seen(accepted.summary.version),
      outcome: 'upheld',
      findings: [{ text: '录入有误。', evidence: '' }],
      corrections: [{ field: 'act', value: '提供不完整的统计资料' }],
    },
  });
  const done = await until('平台还没有更正', 60, async () => {
    const now = await person.ask(getObjection, { params });
    return now.summary.state === 'corrected' ? now : undefined;
  });
  const taken = done.exchanges.filter((one) => one.receiptNo);
  check(taken.length === 3, `应有三个平台的回执，实际 ${taken.length} 个`);
  const { exchangeId } = taken[0]!;
  await officer.refused(
    retryObjectionExchange,
    { params: { ...params, exchangeId }, body: {} },
    409,
    'exchange-not-stuck',
  );
  const { told } = await officer.ask(listToldOutside, { query: {} });
  check(!told.some((one) => one.aboutId === params.objectionId), '平台都已回执的异议还列在没有确认的里面');
  await officer.refused(retryTold, { params: { subjectKey, exchangeId } }, 409, 'exchange-not-stuck');
  note(`${done.answer?.changes[0]?.before} → ${done.answer?.changes[0]?.after}；${taken.length} 个平台已更正`);
}

async function turnedAway(road: Road, note: Note): Promise<void> {
  const { person, subjectKey } = need(road.applicant, '申请人');
  const record = recordOf(road, 'wage');
  const body = () =>
    lodging({
      recordId: record.recordId,
      ground: 'period',
      claims: [{ field: 'publishedDate', shouldSay: record.findingDate }],
    });
  const first = await person.ask(lodgeObjection, { params: { subjectKey }, body: body() });
  const officer = await officerOf(road, first.summary.unitId);
  const params = { subjectKey, objectionId: first.summary.objectionId };
  const decline = (code: string) => ({
    params,
    body: { ...seen(first.summary.version), reasons: [{ code, text: '没有附任何材料。' }] },
  });
  await officer.refused(declineObjection, decline('other'), 400, 'reason-without-clause');
  const declined = await officer.ask(declineObjection, decline('no-evidence'));
  check(declined.summary.state === 'declined', `不予受理后是 ${declined.summary.state}`);
  const second = await person.ask(lodgeObjection, { params: { subjectKey }, body: body() });
  const withdrawn = await person.ask(withdrawObjection, {
    params: { subjectKey, objectionId: second.summary.objectionId },
    body: { ...seen(second.summary.version), reason: '先找材料' },
  });
  check(withdrawn.summary.state === 'withdrawn', `撤回后是 ${withdrawn.summary.state}`);
  const { objections: all } = await person.ask(listObjections, { params: { subjectKey } });
  check(
    [first, second].every((one) => all.some(({ number }) => number === one.summary.number)),
    '列表里少了异议',
  );
  const court = recordOf(road, 'court');
  const { ways } = await person.ask(getObjectionWays, { params: { subjectKey, recordId: court.recordId } });
  check(ways.length > 0 && ways.every((one) => one.doors.length === 0 && one.elsewhere), '法院的名单应当告诉去哪里');
  note(ways[0]!.elsewhere!.text);
}
