import { randomUUID } from 'node:crypto';
import { getItem, refuseItem } from '#contract/casework.ts';
import { deleteDraft, saveDraft } from '#contract/drafts.ts';
import { answerHandOver, askHandOver, listHandOvers, listHandOverWindows } from '#contract/hand-over.ts';
import { submitApplication } from '#contract/intake.ts';
import {
  findSubmission,
  getVisit,
  getWindowDesk,
  handOutResult,
  listOriginals,
  listWindowDrafts,
  listWindowReturns,
  returnOriginals,
} from '#contract/window.ts';
import type { WindowVisit } from '#contract/window-visit.ts';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { seen } from './person.ts';
import { officerOf, type Road } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';

const documentNumber = makeCitizenId('36010219900101000')!;

/** What a clerk notes of a visit in the drills: the person in charge with an identity card, one original kept. */
export const drilledVisit: WindowVisit = {
  persons: [{ relation: 'legal-rep', name: '示例乙', document: 'id-card', documentNumber, way: 'reader' }],
  originals: [{ name: '整改报告原件', pages: 2, place: '1 号柜' }],
};

/** A signature on the pad of the counter. */
export const drawnSignature = { way: 'drawn' as const, name: '示例乙', path: 'M40,120 L120,60 L200,140' };

const receiver = {
  receivedBy: '示例乙',
  document: 'id-card' as const,
  documentNumber,
  signature: { way: 'paper' as const },
};

/** After the receipt: a line that broke, originals, another window, and the result that comes back. */
export function atTheCounter(road: Road): Step[] {
  return [
    ['来访没办完，换一台电脑接着办', (note) => keepVisit(road, note)],
    ['断线以后再问：收到过的就是那一份，内容不同的不另收', (note) => askAgain(road, note)],
    ['来访登记：证件号码脱敏，原件登记到归还', (note) => giveBack(road, note)],
    ['移交给章贡区窗口，对方接收，短信告诉来访人', (note) => handOver(road, note)],
    ['单位自设的窗口只收本系统的', (note) => ownDesk(road, note)],
  ];
}

/** When the unit has decided: the result is with the window that follows up now. */
export function resultAtTheCounter(road: Road): Step[] {
  return [['结果回到接收的窗口，发给来访人', (note) => handOut(road, note)]];
}

const windowSide = (road: Road) => need(road.window, '窗口代收的申请');

async function keepVisit(road: Road, note: Note): Promise<void> {
  const { clerk, subjectKey } = windowSide(road);
  const params = { subjectKey, draftId: randomUUID() };
  const counter = {
    persons: [{ name: '示例乙', documentNumber: '3601' }],
    originals: [],
    agreed: false,
    signature: { way: 'paper', name: '', path: '' },
    scans: [],
    uploads: [],
  };
  const content = { recordIds: [], form: { phone: '139' }, extra: {}, materials: {}, counter };
  await clerk.ask(saveDraft, { params, body: { version: 0, content } });
  const { drafts } = await clerk.ask(listWindowDrafts, {});
  const mine = need(
    drafts.find((one) => one.draftId === params.draftId),
    '未完成的来访',
  );
  await clerk.ask(deleteDraft, { params });
  note(`未完成的来访 ${drafts.length} 次；${mine.subjectName}由${mine.by}保存，打了一半的号码也在`);
}

async function askAgain(road: Road, note: Note): Promise<void> {
  const { clerk, subjectKey, number, sent } = windowSide(road);
  const { requestId } = sent;
  const { found } = await clerk.ask(findSubmission, { params: { subjectKey, requestId } });
  check(found?.number === number, '按请求号没有找到已经收到的申请');
  const missing = await clerk.ask(findSubmission, { params: { subjectKey, requestId: randomUUID() } });
  check(missing.found === null, '没有发出的请求号也找到了申请');
  const other = { ...sent, form: { ...sent.form, facts: '另外的理由。' } };
  const problem = await clerk.refused(
    submitApplication,
    { params: { subjectKey }, body: other },
    409,
    'request-id-reused',
  );
  note(`${found.number}；内容不同时：${problem.detail}`);
}

async function giveBack(road: Road, note: Note): Promise<void> {
  const { clerk, subjectKey, applicationId } = windowSide(road);
  const visit = await clerk.ask(getVisit, { params: { subjectKey, applicationId } });
  const [person] = visit.persons;
  check(person && !person.documentText.includes(documentNumber), '证件号码没有脱敏');
  const { originals } = await clerk.ask(listOriginals, { query: { list: 'kept' } });
  const mine = originals.filter((one) => one.applicationId === applicationId);
  check(mine.length === 1, `应有 1 份留存的原件，列出 ${mine.length} 份`);
  const body = { originalIds: mine.map((one) => one.originalId), ...receiver };
  const { returned } = await clerk.ask(returnOriginals, { params: { subjectKey }, body });
  check(returned === 1, '原件没有归还');
  note(
    `${person.name}，${person.documentText}，${person.wayText}；${mine[0]!.name}最迟 ${mine[0]!.returnBy} 归还，已归还`,
  );
}

async function handOver(road: Road, note: Note): Promise<void> {
  const { clerk, subjectKey, applicationId } = windowSide(road);
  const body = {
    requestId: randomUUID(),
    toUnitId: 'window-360702',
    reason: '企业在章贡区，就近领取',
    withOriginals: true,
  };
  const { windows } = await clerk.ask(listHandOverWindows, { params: { subjectKey, applicationId } });
  check(
    windows.some((one) => one.unitId === body.toUnitId) && windows.every((one) => !one.unitId.startsWith('tax-')),
    '可以移交的窗口不对：要有别的综合窗口，不能有收不下的自设窗口',
  );
  const asked = await clerk.ask(askHandOver, { params: { subjectKey, applicationId }, body });
  const other = await officerOf(road, 'window-360702');
  const { handOvers } = await other.ask(listHandOvers, {});
  check(
    handOvers.some((one) => one.handOverId === asked.handOverId && one.may.includes('accepted')),
    '对方的列表里没有这次移交',
  );
  const params = { subjectKey, handOverId: asked.handOverId };
  const done = await other.ask(answerHandOver, { params, body: { answer: 'accepted', note: '' } });
  await clerk.refused(getVisit, { params: { subjectKey, applicationId } }, 404, 'application-not-found');
  note(`${done.fromName} → ${done.toName}：${done.answerText}；原窗口不再看到这份申请`);
}

async function handOut(road: Road, note: Note): Promise<void> {
  const { subjectKey, items } = windowSide(road);
  const { itemId, unitId } = items[0]!;
  const other = await officerOf(road, 'window-360702');
  const unit = await officerOf(road, unitId);
  const params = { subjectKey, itemId };
  const { summary, conditions } = await unit.ask(getItem, { params });
  const findings = conditions.map(({ key, text }) => ({ key, text, met: false, evidence: '演练：未能核实' }));
  const reasons = [{ code: 'not-corrected', text: '复查时隐患还没有消除（演练）。' }];
  await unit.ask(refuseItem, { params, body: { ...seen(summary.version), findings, reasons } });
  const result = await until('结果没有回到接收的窗口', 60, async () => {
    const { returns } = await other.ask(listWindowReturns, { query: { list: 'results' } });
    return returns.find((one) => one.item.itemId === itemId && one.papers.some(({ state }) => state === 'printed'));
  });
  const before = await other.ask(getWindowDesk, {});
  const handed = await other.ask(handOutResult, { params, body: { way: 'window', ...receiver, note: '' } });
  const after = await other.ask(getWindowDesk, {});
  check(after.results === before.results - 1, '发放以后，要发放的结果没有少一件');
  note(
    `${result.papers[0]!.title} ${result.papers[0]!.docNumber}：${handed.receivedBy}${handed.wayText}（${handed.document}）`,
  );
}

async function ownDesk(road: Road, note: Note): Promise<void> {
  const desk = await officerOf(road, 'counter-tax-360100');
  const { unitName, scope } = await desk.ask(getWindowDesk, {});
  const { clerk: _, sent, subjectKey } = windowSide(road);
  const body = { ...sent, requestId: randomUUID() };
  await desk.refused(submitApplication, { params: { subjectKey }, body }, 404, 'record-not-found');
  note(`${unitName}：${scope}`);
}
