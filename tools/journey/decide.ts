import { readAttachment, uploadAttachment } from '#contract/attachments.ts';
import {
  acceptItem,
  correctItem,
  declineItem,
  extendItem,
  getItem,
  grantItem,
  readFormNumbers,
  refuseItem,
  verifyItem,
} from '#contract/casework.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { accept, callForCorrection, deskOf, findInQueue, grant, openDesk } from './desk.ts';
import { pdf } from './files.ts';
import { logInOfficer } from './log-in.ts';
import { seen } from './person.ts';
import { itemOf, officerOf, type Road } from './road.ts';
import { signOff } from './sign-off.ts';
import { check, type Note, need, type Step } from './steps.ts';
import { shareWork } from './team.ts';

/** The units decide: one declined, one corrected, one extended, one refused, the others granted. */
export function decide(road: Road): Step[] {
  return [
    ['税务：受理、核实条件、准予修复', (note) => grantTax(road, note)],
    ['两人同时受理同一件：一人办成，另一人被告知是谁办了什么', (note) => atOnce(road, note)],
    ['人社：一次性告知补正，申请人补齐后受理、准予', (note) => correctWages(road, note)],
    ['统计：不予受理，写明理由', (note) => declineStatistics(road, note)],
    ...shareWork(road),
    ['应急：受理、延长期限、准予', (note) => extendSafety(road, note)],
    ['文旅：核实后不予修复，写明理由', (note) => refuseCulture(road, note)],
    ...signOff(road),
    [
      '赣州：受理窗口转来的办件',
      async (note) => {
        const { items } = need(road.window, '窗口代收的申请');
        const accepted = await accept(await openDesk(road, items[0]!));
        note(`${accepted.unitName}：${accepted.number}，应于 ${formatChinese(accepted.due!.due)} 前决定`);
      },
    ],
    [
      '别的单位打不开、也办不了这一件',
      async (note) => {
        const { params, version } = await deskOf(road, 'tax');
        const other = await officerOf(road, 'culture-360100');
        await other.refused(getItem, { params }, 404, 'item-not-found');
        await other.refused(acceptItem, { params, body: seen(version) }, 404, 'item-not-found');
        note('文旅的经办人得到 404');
      },
    ],
  ];
}

async function grantTax(road: Road, note: Note): Promise<void> {
  const desk = await deskOf(road, 'tax');
  const { officer, params, view } = desk;
  check(view.summary.state === 'lodged' && view.summary.due?.kind === 'acceptance', `登记后是 ${view.summary.state}`);
  const { place, open } = await findInQueue(officer, params.itemId);
  note(
    `${view.summary.unitName}的待办有 ${open} 件，这一件排第 ${place}；应于 ${formatChinese(view.summary.due.due)} 前决定是否受理`,
  );
  const body = seen(desk.version);
  const { item } = await officer.ask(acceptItem, { params, body });
  const twice = await officer.ask(acceptItem, { params, body });
  check(twice.item.version === item.version, '同一请求号受理了两次');
  note(`受理；双击只算一次；${item.due!.days} 个工作日，应于 ${formatChinese(item.due!.due)} 前决定`);
  const problem = await officer.refused(
    grantItem,
    { params, body: { ...seen(item.version), findings: [], note: '' } },
    422,
    'conditions-open',
  );
  note(`没有核实条件时：${problem.detail}`);
  const { agentIdentifier } = await officer.ask(readFormNumbers, { params });
  check(view.form.agent === undefined || view.form.agent.identifier !== agentIdentifier, '经办人的证件号码没有遮盖');
  const granted = await grant(desk, item.version);
  note(`核实 ${view.conditions.length} 个条件，准予修复；${formatChinese(granted.due!.due)} 前停止公示`);
}

async function atOnce(road: Road, note: Note): Promise<void> {
  const { officer, params, version } = await deskOf(road, 'other');
  const colleague = await logInOfficer(road.platform, itemOf(road, 'other').unitId);
  const tries = await Promise.allSettled(
    [officer, colleague].map((one) => one.ask(acceptItem, { params, body: seen(version) })),
  );
  const lost = tries.filter((one) => one.status === 'rejected').map((one) => (one.reason as Error).message);
  check(lost.length === 1, `两人同时受理，${2 - lost.length} 人办成`);
  check(lost[0]!.includes('答复 409：stale-version'), `没有办成的一人得到：${lost[0]}`);
  const problem = await officer.refused(acceptItem, { params, body: seen(version) }, 409, 'stale-version');
  check(problem.more?.by && problem.more.what, '没有说明是谁办了什么');
  note(problem.detail);
}

async function correctWages(road: Road, note: Note): Promise<void> {
  const desk = await deskOf(road, 'wage');
  const { params, officer } = desk;
  const called = await callForCorrection(desk, '看不清农民工本人签字，请重新提供清晰的支付凭证');
  note(called.yourTurn ?? '');
  const { person } = need(road.applicant, '申请人的登录');
  const mine = await person.ask(getItem, { params });
  const missing = mine.missing[0]!;
  check(called.yourTurn?.includes(missing.name), '没有告知要补什么');
  await person.refused(
    correctItem,
    { params, body: { ...seen(called.version), materials: [] } },
    422,
    'correction-incomplete',
  );
  const { subjectKey } = params;
  const file = pdf('工资支付凭证（补正）.pdf', 'wages paid');
  const kept = await person.upload(uploadAttachment, { subjectKey }, file, { materialKey: missing.key });
  const materials = [{ key: missing.key, attachmentIds: [kept.attachmentId], text: '已补签字清晰的凭证。' }];
  const { item } = await person.ask(correctItem, { params, body: { ...seen(called.version), materials } });
  check(item.state === 'lodged' && item.due?.kind === 'acceptance', `补正后是 ${item.state}`);
  note(`补正后重新计算受理期限：${formatChinese(item.due.due)} 前`);
  const view = await officer.ask(getItem, { params });
  const attachment = { subjectKey, attachmentId: kept.attachmentId };
  const read = await officer.download(readAttachment, { params: attachment });
  check(read.content.equals(Buffer.from(file.content)), '经办人看到的材料与上传的不一样');
  const again = view.actions.find((one) => one.action === 'request-correction');
  check(again && !again.allowed && again.why, '补正可以告知第二次');
  note(`再次告知补正：${again.why}`);
  const next = { ...desk, view, version: view.summary.version };
  const granted = await grant(next, (await accept(next)).version);
  note(`受理并准予：${granted.stateText}`);
}

async function declineStatistics(road: Road, note: Note): Promise<void> {
  const { officer, params, version } = await deskOf(road, 'statistics');
  const bare = { ...seen(version), reasons: [] };
  await officer.refused(declineItem, { params, body: bare }, 400, 'reasons-missing');
  const reasons = [{ code: 'not-competent', text: '本条由国家统计局南昌调查队认定，请向该队提出申请。' }];
  const { item } = await officer.ask(declineItem, { params, body: { ...seen(version), reasons } });
  check(item.state === 'declined' && item.closedOn, `不予受理后是 ${item.state}`);
  note(`不写理由不行；${item.number} ${item.publicText}`);
}

async function extendSafety(road: Road, note: Note): Promise<void> {
  const desk = await deskOf(road, 'safety');
  const { officer, params } = desk;
  const accepted = await accept(desk);
  const body = { ...seen(accepted.version), reason: '需要到生产经营场所实地核查' };
  const { item } = await officer.ask(extendItem, { params, body });
  check(item.due!.due > accepted.due!.due && item.due!.days > accepted.due!.days, '延长后到期日没有变');
  note(`${accepted.due!.days} 个工作日延长为 ${item.due!.days} 个：${accepted.due!.due} → ${item.due!.due}`);
  const again = { ...seen(item.version), reason: '再延长' };
  const problem = await officer.refused(extendItem, { params, body: again }, 422, 'extended-once');
  note(problem.detail);
  await grant(desk, item.version);
}

async function refuseCulture(road: Road, note: Note): Promise<void> {
  const desk = await deskOf(road, 'culture');
  const { officer, params, view } = desk;
  const accepted = await accept(desk);
  const finding = '实地核查发现仍在未经许可经营。';
  const checked = await officer.ask(verifyItem, {
    params,
    body: { ...seen(accepted.version), method: 'on-site', finding },
  });
  const findings = view.conditions.map(({ key, text }, index) => ({
    key,
    text,
    met: index !== 1,
    evidence: index === 1 ? finding : '已核对',
  }));
  const reasons = [{ code: 'duties-open', text: '失信行为没有纠正：实地核查时仍在未经许可经营。' }];
  const body = { ...seen(checked.item.version), findings, reasons };
  const { item } = await officer.ask(refuseItem, { params, body });
  check(item.state === 'refused' && item.closedOn, `不予修复后是 ${item.state}`);
  note(`${item.number} ${item.publicText}`);
}
