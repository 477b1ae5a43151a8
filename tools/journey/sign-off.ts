import { addEvidence, getItem, grantItem, type ItemView, verifyItem } from '#contract/casework.ts';
import { previewDecision } from '#contract/decision-preview.ts';
import {
  askOpinion,
  giveOpinion,
  listAskedOpinions,
  listOpinions,
  readOpinionFile,
  withdrawOpinion,
} from '#contract/opinions.ts';
import {
  batchAct,
  countWaiting,
  endorseItem,
  listSignOffRules,
  listSignOffs,
  retractProposal,
  returnProposal,
  setSignOffRule,
  signItem,
} from '#contract/sign-off.ts';
import { listSupervisedProposals } from '#contract/supervision.ts';
import { addDays } from '#domain/plain-date.ts';
import { type Desk, deskOf } from './desk.ts';
import { pdf } from './files.ts';
import { type Person, seen } from './person.ts';
import { officerOf, type Road } from './road.ts';
import { check, type Note, need, type Step } from './steps.ts';

/** 应急: one item through every hand: verified with a picture, another unit asked, proposed, returned, reviewed and signed. */
export function signOff(road: Road): Step[] {
  return [
    ['应急：负责人设置“先审核、后签发”', (note) => setOrder(road, note)],
    ['应急：带照片的核实，问另一个单位，答复记入台账', (note) => askAround(road, note)],
    ['应急：提请、退回、撤回、再提请，审核、签发各由不同的人', (note) => passThrough(road, note)],
  ];
}

const request = () => ({ requestId: seen(1).requestId });

async function setOrder(road: Road, note: Note): Promise<void> {
  const { view } = await deskOf(road, 'other');
  const head = await officerOf(road, 'head-emergency-360100');
  const before = await head.ask(listSignOffRules);
  check(before.people.heads > 0 && before.people.reviewers > 1, '演示单位没有审核人和负责人');
  const body = {
    ...request(),
    matterKey: view.summary.matterKey,
    act: 'grant',
    steps: 'review-sign',
    from: 'today',
  } as const;
  const { rules } = await head.ask(setSignOffRule, { body });
  const [rule] = rules;
  check(rule?.standing === 'in-force', '设置没有马上生效');
  note(`${rule.matterName}：${rule.actName}先审核、后签发，${rule.setBy}设置`);
}

async function askAround(road: Road, note: Note): Promise<void> {
  const { officer, params, view } = await deskOf(road, 'other');
  const picture = await officer.upload(addEvidence, params, pdf('现场核实记录.pdf', 'site visit'));
  const condition = view.conditions[0]?.key;
  const body = {
    ...seen(view.summary.version),
    method: 'on-site' as const,
    finding: '现场查看，隐患已经整改。',
    place: '示例路 1 号厂区',
    people: ['示例乙'],
    attachmentIds: [picture.attachmentId],
    ...(condition ? { condition, result: 'met' as const } : {}),
  };
  const { item } = await officer.ask(verifyItem, { params, body });
  const unitId = 'market-360100';
  const today = need(road.today, '平台的今天');
  const shown = view.attachments.slice(0, 1).map((one) => one.attachmentId);
  const question = { unitId, question: '该企业登记状态是否为存续？', dueOn: addDays(today, 5) };
  const asked = await officer.ask(askOpinion, {
    params,
    body: { ...seen(item.version), ...question, attachmentIds: shown },
  });
  const other = await officerOf(road, unitId);
  const { opinions } = await other.ask(listAskedOpinions, { query: { list: 'open' } });
  const mine = need(
    opinions.find((one) => one.subjectKey === params.subjectKey && one.question === question.question),
    '对方待答复的意见',
  );
  const key = { subjectKey: mine.subjectKey, opinionId: mine.opinionId };
  for (const { attachmentId } of mine.files)
    await other.download(readOpinionFile, { params: { ...key, attachmentId } });
  check(mine.files.length === shown.length, `对方看到 ${mine.files.length} 份材料，应为 ${shown.length} 份`);
  await other.refused(getItem, { params }, 404, 'item-not-found');
  const { opinions: toAnswer } = await other.ask(countWaiting);
  check(toAnswer >= 1, '导航上没有等着答复的意见');
  await other.ask(giveOpinion, { params: key, body: { ...request(), text: '登记状态为存续。' } });
  const again = { ...seen(asked.item.version + 1), ...question, question: '请再核对一次。' };
  const second = await officer.ask(askOpinion, { params, body: again });
  const list = await officer.ask(listOpinions, { params });
  const open = need(
    list.opinions.find((one) => one.standing === 'waiting'),
    '还没有答复的意见',
  );
  const back = { ...seen(second.item.version), reason: '已经答复清楚' };
  await officer.ask(withdrawOpinion, { params: { ...params, opinionId: open.opinionId }, body: back });
  note(`${mine.shown.subjectName}：市场监管答复“登记状态为存续”，它看不到这一件`);
}

async function passThrough(road: Road, note: Note): Promise<void> {
  const desk = await deskOf(road, 'other');
  const { officer, params, view } = desk;
  const reviewer = await officerOf(road, 'reviewer-emergency-360100');
  const head = await officerOf(road, 'head-emergency-360100');
  const findings = view.conditions.map(({ key, text }) => ({ key, text, met: true, evidence: '已核对原始材料' }));
  const preview = await officer.ask(previewDecision, { params, body: { act: 'grant', findings, note: '' } });
  check(preview.refused === null && preview.parts.length > 0, `文书预览没有内容：${preview.refused}`);

  const propose = async () => {
    const { item } = await officer.ask(grantItem, {
      params,
      body: { ...seen(await versionOf(desk)), findings, note: '' },
    });
    check(item.state === view.summary.state, `提请后变成了 ${item.state}`);
  };
  await propose();
  const reason = '请写明整改验收的日期';
  await reviewer.ask(returnProposal, { params, body: { ...seen(await versionOf(desk)), reason } });
  const { chain } = await officer.ask(getItem, { params });
  check(chain?.returned?.reason === reason, '退回的理由没有到承办人');
  await propose();
  await officer.ask(retractProposal, { params, body: seen(await versionOf(desk)) });
  const before = await reviewer.ask(countWaiting);
  await propose();
  const { signOff: mine } = await reviewer.ask(countWaiting);
  check(mine === before.signOff + 1, `导航上轮到审核人的是 ${mine} 件，应为 ${before.signOff + 1} 件`);
  await watched(road, desk);
  const { items } = await reviewer.ask(listSignOffs, { query: { list: 'review' } });
  check(
    items.some((one) => one.item.itemId === params.itemId),
    '待审核里没有这一件',
  );
  const own = { ...seen(await versionOf(desk)), note: '' };
  await officer.refused(endorseItem, { params, body: own }, 403, 'role-missing');
  const batch = { act: 'endorse' as const, items: [{ ...params, ...seen(await versionOf(desk)) }] };
  const { results } = await reviewer.ask(batchAct, { body: batch });
  check(results[0]?.done, `审核没有办成：${results[0]?.why}`);
  await signedBy(head, desk);
  const signed: ItemView = await officer.ask(getItem, { params });
  check(signed.summary.state === 'granted', `签发后是 ${signed.summary.state}`);
  await endOrder(head, view.summary.matterKey);
  note(`${signed.summary.number} ${signed.summary.stateText}`);
}

/** The supervisor sees what waits, by unit; figures and lists agree. */
async function watched(road: Road, { params, view }: Desk): Promise<void> {
  const province = await officerOf(road, 'supervisor-360000');
  const query = { unit: view.summary.unitId, list: 'waiting' as const };
  const { units, items } = await province.ask(listSupervisedProposals, { query });
  const counted = units.find((one) => one.unitId === query.unit)?.waiting ?? 0;
  check(counted > 50 || counted === items.length, `等着审核、签发 ${counted} 件，点开是 ${items.length} 件`);
  check(counted > 50 || items.some((one) => one.item.itemId === params.itemId), '督办看不到等着审核的这一件');
}

async function signedBy(head: Person, desk: Desk): Promise<void> {
  await head.ask(signItem, { params: desk.params, body: { ...seen(await versionOf(desk)), note: '同意' } });
}

/** The next run begins with one person deciding again. */
async function endOrder(head: Person, matterKey: string): Promise<void> {
  await head.ask(setSignOffRule, { body: { ...request(), matterKey, act: 'grant', steps: 'none', from: 'today' } });
}

async function versionOf({ officer, params }: Desk): Promise<number> {
  return (await officer.ask(getItem, { params })).summary.version;
}
