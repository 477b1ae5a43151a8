import { createHash } from 'node:crypto';
import { getItem, type ItemView } from '#contract/casework.ts';
import { getApplication } from '#contract/intake.ts';
import { downloadPaper, listStuckPapers, reprintPaper, verifyFile, verifyPaper } from '#contract/notice.ts';
import { listPublicRecords, listRecords } from '#contract/record.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { itemOf, officerOf, type Road, recordOf } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';
import type { RunRecord } from './told-records.ts';

/** What each item of the joint application must have come to in the end. */
const ends: Readonly<Partial<Record<RunRecord, string>>> = {
  tax: 'completed',
  wage: 'completed',
  safety: 'completed',
  other: 'completed',
  market: 'completed',
  abnormal: 'completed',
  marketRefused: 'refused',
  culture: 'refused',
  statistics: 'declined',
};

/** The papers a joint application with these outcomes must have. */
const expectedPapers = [
  'joint-application-form',
  'commitment',
  'receipt',
  'acceptance-notice',
  'correction-notice',
  'extension-notice',
  'decline-notice',
  'refusal-decision',
  'grant-decision',
  'forwarding-note',
];

/** Grants take effect outside, papers are printed, the record disappears from the public page. */
export function takeEffect(road: Road): Step[] {
  return [
    ['市场监管平台的办理结果回到这里', (note) => mirrored(road, note)],
    ['失信被执行人：转送执行法院，法院答复', (note) => forwarded(road, note)],
    ['三项效力逐一得到外部系统的回执，办结', (note) => confirmed(road, note)],
    ['公示查询不再显示已修复的信息', (note) => gone(road, note)],
    ['文书：逐份下载，扫码核验的摘要与文件一致', (note) => papers(road, note)],
  ];
}

async function viewOf(road: Road, which: RunRecord): Promise<ItemView> {
  const { person } = need(road.applicant, '申请人的登录');
  const { subjectKey, itemId } = itemOf(road, which);
  return person.ask(getItem, { params: { subjectKey, itemId } });
}

const closed = (road: Road, which: RunRecord, seconds = 120) =>
  until(`${itemOf(road, which).number} 还没有办结`, seconds, async () => {
    const view = await viewOf(road, which);
    return view.summary.closedOn ? view : undefined;
  });

async function mirrored(road: Road, note: Note): Promise<void> {
  for (const which of ['market', 'abnormal', 'marketRefused'] as const) {
    const { summary, timeline, exchanges } = await closed(road, which);
    check(summary.state === ends[which], `${summary.matterName}是 ${summary.state}，应为 ${ends[which]}`);
    const handed = need(
      exchanges.find((one) => one.kind === 'hand-over'),
      '移送的回执',
    );
    const said = timeline.findLast((one) => one.type.startsWith('outside-'));
    note(`${summary.number} ${summary.matterName}：移送回执 ${handed.receiptNo}；${said?.title}`);
  }
}

async function forwarded(road: Road, note: Note): Promise<void> {
  const view = await closed(road, 'court');
  const { summary, exchanges, timeline, actions } = view;
  check(
    exchanges.some((one) => one.system === 'court' && one.receiptNo),
    '没有法院的转办回执',
  );
  check(
    !actions.some((one) => ['accept', 'decline', 'refuse'].includes(one.action) && one.allowed),
    '法院的事项有受理、拒绝的操作',
  );
  check(['completed', 'left-to-court'].includes(summary.state), `法院的事项是 ${summary.state}`);
  note(`${summary.number}：${timeline.map((one) => one.title).join(' → ')}`);
}

async function confirmed(road: Road, note: Note): Promise<void> {
  let receipts = 0;
  for (const [which, state] of Object.entries(ends) as [RunRecord, string][]) {
    const { summary, exchanges } = await closed(road, which);
    check(summary.state === state, `${summary.number} 是 ${summary.state}，应为 ${state}`);
    if (state !== 'completed') continue;
    const effects = exchanges.filter((one) => ['end-publication', 'end-sharing', 'lift-measures'].includes(one.kind));
    check(new Set(effects.map((one) => one.kind)).size === 3, `${summary.number} 的效力不是三项`);
    check(
      effects.every((one) => one.state === 'confirmed' && one.receiptNo),
      `${summary.number} 有效力没有回执`,
    );
    receipts += effects.length;
    if (which === 'tax') for (const one of effects) note(`${one.systemName} ${one.kindName}：${one.receiptNo}`);
  }
  const completed = Object.values(ends).filter((one) => one === 'completed').length;
  note(`${completed} 件办结，共 ${receipts} 个回执`);
}

async function gone(road: Road, note: Note): Promise<void> {
  const { person, subjectKey } = need(road.applicant, '申请人的登录');
  const { identifier } = demoSubjects.restaurant;
  const shown = await road.guest.ask(listPublicRecords, { query: { q: identifier } });
  const numbers = new Set(shown.records.map((one) => one.docNumber));
  for (const [which, state] of Object.entries(ends) as [RunRecord, string][]) {
    const { docNumber } = recordOf(road, which);
    check(
      numbers.has(docNumber) === (state !== 'completed'),
      `${docNumber}（${state}）${numbers.has(docNumber) ? '还' : '不'}在公示`,
    );
  }
  const { records } = await person.ask(listRecords, { params: { subjectKey } });
  const tax = need(
    records.find((one) => one.recordId === recordOf(road, 'tax').recordId),
    '税务的那一条',
  );
  check(tax.repairedOn, '申请人看到的记录没有修复日期');
  note(`现在显示 ${shown.records.length} 条；不予修复、不予受理的仍在公示`);
}

async function papers(road: Road, note: Note): Promise<void> {
  const { person } = need(road.applicant, '申请人的登录');
  const { subjectKey, applicationId } = need(road.joint, '联办申请');
  const all = await until('文书还没有全部生成', 90, async () => {
    const { papers: found } = await person.ask(getApplication, { params: { subjectKey, applicationId } });
    return found.every((one) => one.state === 'printed') ? found : undefined;
  });
  const missing = expectedPapers.filter((kind) => !all.some((one) => one.kind === kind));
  check(missing.length === 0, `缺少文书：${missing.join('、')}`);
  // Each result made an edition; only the newest is handed out.
  const forms = all.filter((one) => one.kind === 'joint-application-form').length;
  check(forms === 1, `联办申请表列出了 ${forms} 份，应当只列最新的一版`);
  let bytes = 0;
  for (const paper of all) {
    const { content } = await person.download(downloadPaper, { params: { subjectKey, paperId: paper.paperId } });
    check(content.subarray(0, 5).toString() === '%PDF-', `${paper.title} 不是 PDF`);
    bytes += content.length;
    const confirmedBy = await road.guest.ask(verifyPaper, { params: { code: paper.verificationCode } });
    const digest = createHash('sha256').update(content).digest('hex');
    check(confirmedBy.digest === digest, `${paper.title} 的摘要与公开核验的不一致`);
    check(
      confirmedBy.docNumber === paper.docNumber && confirmedBy.issuedOn === paper.issuedOn,
      `${paper.title} 的文号或日期与公开核验的不一致`,
    );
    check(confirmedBy.state === 'in-force' && confirmedBy.seal, `${paper.title} 没有电子签章，或者显示已失效`);
    check(content.includes('/ETSI.CAdES.detached'), `${paper.title} 的文件里没有签名`);
  }
  const kinds = Map.groupBy(all, (one) => one.title);
  note(
    `${all.length} 份 PDF，共 ${Math.round(bytes / 1024)} KB：${[...kinds].map(([title, some]) => `${title} ${some.length}`).join('、')}`,
  );
  const { itemId, unitId } = itemOf(road, 'tax');
  const decision = need(
    all.find((one) => one.kind === 'grant-decision' && one.itemId === itemId),
    '税务的决定书',
  );
  const officer = await officerOf(road, unitId);
  const printed = { params: { subjectKey, paperId: decision.paperId } };
  await officer.refused(reprintPaper, printed, 409, 'already-printed');
  await checkByFile(road, note, decision.verificationCode);
  const { papers: stuck } = await officer.ask(listStuckPapers, {});
  check(!stuck.some(({ paperId }) => paperId === decision.paperId), '已经出具的决定书还在待处理的文书里');
  note(
    `例：${decision.title} ${decision.docNumber}，核验码 ${decision.verificationCode}；${all.length} 份的 SHA-256 都与公开核验一致`,
  );
}

/** The public page with number and code, and with the digest of the file alone. */
async function checkByFile(road: Road, note: Note, code: string): Promise<void> {
  const byCode = await road.guest.ask(verifyPaper, { params: { code } });
  const number = need(byCode.docNumber, '决定书的文号');
  const byBoth = await road.guest.ask(verifyPaper, { params: { code }, query: { number } });
  const digest = need(byBoth.digest, '决定书的摘要');
  const byFile = await road.guest.ask(verifyFile, { params: { digest } });
  check(byFile.code === code, '按文件摘要查到的不是这一份');
  const other = { params: { code }, query: { number: `${number}之一` } };
  await road.guest.refused(verifyPaper, other, 404, 'paper-unknown');
  await road.guest.refused(verifyFile, { params: { digest: '0'.repeat(64) } }, 404, 'file-unknown');
  note(`${byFile.title} 由 ${byFile.seal?.by} 签章；凭文号和验证码、凭文件摘要都能核验，文号不符的查不到`);
}
