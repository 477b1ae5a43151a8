import { randomUUID } from 'node:crypto';
import { actFor, getSession, logout } from '#contract/access.ts';
import { deleteDraft, listDrafts, saveDraft } from '#contract/drafts.ts';
import { getPrefill, listApplications, submitApplication } from '#contract/intake.ts';
import { listPublicRecords, listRecords } from '#contract/record.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { logInApplicant } from './log-in.ts';
import { openPerson } from './person.ts';
import { type ApplicantSide, type Road, recordOf } from './road.ts';
import { openSandbox } from './sandbox.ts';
import { check, need, type Step } from './steps.ts';
import { prepareApplication } from './submission.ts';
import type { RunRecord } from './told-records.ts';

const { restaurant } = demoSubjects;
const verdictWords: Readonly<Record<string, string>> = {
  'repairable-now': '现在可以修复',
  'not-yet': '还要等',
  'ends-automatically': '到期自动结束',
  'no-route': '由法院办理或没有修复途径',
  'needs-classification': '待认定单位分类',
  'needs-confirmation': '待有权机关确认',
  'duties-outstanding': '义务未履行',
  'not-published': '不在公示',
  barred: '暂时不能申请',
  repaired: '已修复',
};

/** The records that go into the one joint application: nine matters, ten records, seven deciding units. */
export const jointRecords: readonly RunRecord[] = [
  'market',
  'marketRefused',
  'abnormal',
  'tax',
  'court',
  'wage',
  'statistics',
  'culture',
  'safety',
  'other',
];

const sideOf = (road: Road): ApplicantSide => need(road.applicant, '申请人的登录');

/** An applicant logs in, sees all records of the enterprise, and applies for ten of them with one form. */
export function apply(road: Road): Step[] {
  return [
    ['统一身份认证登录', (note) => logIn(road, note)],
    ['查看名下全部失信信息', (note) => seeRecords(road, note)],
    [
      '还没到时间的不能提交，并告知哪一天起可以',
      async (note) => {
        const { person, subjectKey } = sideOf(road);
        const { body } = await prepareApplication(person, subjectKey, [recordOf(road, 'tooEarly')], '已经改正。');
        const problem = await person.refused(
          submitApplication,
          { params: { subjectKey }, body },
          422,
          'verdict-not-yet',
        );
        check(problem.more?.from && problem.cite?.length, '没有告知可以申请的日期或者依据');
        note(`${recordOf(road, 'tooEarly').docNumber}：${problem.more.from} 起可以；依据 ${problem.cite[0]!.text}`);
      },
    ],
    ['草稿：边填边存，旧版本不覆盖新版本', (note) => keepDraft(road, note)],
    ['一张表、一次签名，联办十条', (note) => submit(road, note)],
    [
      '同一条信息不能再次提交，指向正在办的那一件',
      async (note) => {
        const { person, subjectKey } = sideOf(road);
        const first = need(road.joint, '联办申请');
        const { body } = await prepareApplication(person, subjectKey, [recordOf(road, 'tax')], '再次提交。');
        const problem = await person.refused(
          submitApplication,
          { params: { subjectKey }, body },
          409,
          'record-has-open-item',
        );
        check(problem.more?.applicationId === first.applicationId, '没有指向第一份申请');
        note(problem.detail);
      },
    ],
    [
      '一个人代表几家企业，可以切换',
      async (note) => {
        const { person } = await logInApplicant(road.platform, '13900000003');
        const { subjects, actingFor } = await person.ask(getSession);
        const next = need(
          subjects.find((one) => one.subjectKey !== actingFor),
          '第二家企业',
        );
        const changed = await person.ask(actFor, { body: { subjectKey: next.subjectKey } });
        check(changed.actingFor === next.subjectKey, '没有切换过去');
        note(subjects.map((one) => `${one.name}（${one.as}）`).join('、'));
      },
    ],
    [
      '别人看不到这家企业',
      async (note) => {
        const { subjectKey } = sideOf(road);
        const stranger = await logInApplicant(road.platform, demoSubjects.snackShop.identifier);
        await stranger.person.refused(listRecords, { params: { subjectKey } }, 404, 'subject-not-yours');
        await openPerson(road.platform).refused(listRecords, { params: { subjectKey } }, 401, 'login-needed');
        await stranger.person.ask(logout, {});
        await stranger.person.refused(listRecords, { params: { subjectKey } }, 401, 'login-needed');
        note('另一家企业的账号得到 404；没有登录的、已经退出的得到 401');
      },
    ],
  ];
}

async function logIn(road: Road, note: (text: string) => void): Promise<void> {
  const { person, hops, sandbox } = await logInApplicant(road.platform, restaurant.identifier);
  const session = await person.ask(getSession);
  const own = need(
    session.subjects.find((one) => one.name === restaurant.name),
    restaurant.name,
  );
  check(session.assurance === 'high', '企业账号不是高级实名');
  road.applicant = { person, subjectKey: own.subjectKey, sandbox: openSandbox(sandbox), name: own.name };
  note(`${own.name}（${own.maskedIdentifier}），${hops} 次往返，经 ${sandbox.origin} 的登录页`);
}

async function seeRecords(road: Road, note: (text: string) => void): Promise<void> {
  const { person, subjectKey } = sideOf(road);
  const { docNumbers } = need(road.invented, '演练记录');
  const { records } = await person.ask(listRecords, { params: { subjectKey } });
  for (const [which, docNumber] of Object.entries(docNumbers)) {
    const record = records.find((one) => one.docNumber === docNumber);
    if (record) road.records.set(which as RunRecord, record);
    else check(which === 'elsewhere', `没有看到 ${docNumber}`);
  }
  const byVerdict = Map.groupBy(records, (one) => (one.repairedOn ? 'repaired' : one.verdict.verdict));
  note([...byVerdict].map(([verdict, some]) => `${verdictWords[verdict] ?? verdict} ${some.length}`).join('，'));
  const units = new Set(records.map((one) => one.unitName));
  note(`共 ${records.length} 条，${units.size} 个单位认定；每条结论都有出处`);
  check(
    records.every((one) => one.verdict.reasons.every((reason) => reason.text && reason.citeText)),
    '有结论没有出处',
  );
  for (const which of jointRecords.filter((one) => one !== 'court')) {
    const { verdict, docNumber } = recordOf(road, which);
    check(
      verdict.verdict === 'repairable-now',
      `${docNumber} 的结论是 ${verdict.verdict}：${verdict.reasons.map((one) => one.text).join('')}`,
    );
  }
  check(recordOf(road, 'court').verdict.application.route === 'judicial', '失信被执行人没有指向法院');
  const shown = await road.guest.ask(listPublicRecords, { query: { q: restaurant.identifier } });
  check(
    shown.records.some((one) => one.docNumber === docNumbers.tax),
    '公示查询里没有刚导入的信息',
  );
  note(`公示查询现在显示 ${shown.records.length} 条`);
}

async function keepDraft(road: Road, note: (text: string) => void): Promise<void> {
  const { person, subjectKey } = sideOf(road);
  const params = { subjectKey, draftId: randomUUID() };
  const content = { recordIds: [recordOf(road, 'tax').recordId], form: { facts: '已缴清' }, extra: {}, materials: {} };
  const first = await person.ask(saveDraft, { params, body: { version: 0, content } });
  await person.ask(saveDraft, { params, body: { version: first.version, content } });
  const late = await person.refused(
    saveDraft,
    { params, body: { version: first.version, content } },
    409,
    'draft-newer',
  );
  const { drafts } = await person.ask(listDrafts, { params: { subjectKey } });
  check(
    drafts.some((one) => one.draftId === params.draftId),
    '草稿不在列表里',
  );
  await person.ask(deleteDraft, { params });
  note(`旧版本保存时：${late.detail}`);
}

async function submit(road: Road, note: (text: string) => void): Promise<void> {
  const { person, subjectKey, sandbox } = sideOf(road);
  const { sources } = await person.ask(getPrefill, { params: { subjectKey } });
  // One of the two market penalties is to be refused by the platform that decides it.
  const reasons = ['整改材料不能证明已消除不良影响（演示）'];
  await sandbox.script('market-platform', recordOf(road, 'marketRefused').docNumber, 'refuse', reasons);
  const records = jointRecords.map((which) => recordOf(road, which));
  const facts = '上述失信行为均已改正，罚款、税款、工资均已付清，义务已履行完毕。';
  const { body, uploaded, bytes, spared } = await prepareApplication(person, subjectKey, records, facts);
  const missing = { ...body, items: body.items.map((one) => ({ ...one, materials: [] })) };
  const incomplete = await person.refused(
    submitApplication,
    { params: { subjectKey }, body: missing },
    400,
    'form-incomplete',
  );
  note(`没有材料时：${incomplete.detail}`);
  const startedAt = performance.now();
  const submitted = await person.ask(submitApplication, { params: { subjectKey }, body });
  const took = Math.round(performance.now() - startedAt);
  const again = await person.ask(submitApplication, { params: { subjectKey }, body });
  check(again.applicationId === submitted.applicationId, '同一请求号重复提交，得到了第二份申请');
  check(submitted.items.length === records.length, `应有 ${records.length} 个办件，得到 ${submitted.items.length}`);
  const numbers = submitted.items.map((one) => one.number);
  check(
    new Set(numbers).size === numbers.length && numbers.every((one) => one.startsWith(submitted.number)),
    '办件编号不对',
  );
  const mine = await person.ask(listApplications, { params: { subjectKey } });
  check(mine.applications.filter((one) => one.number === submitted.number).length === 1, '申请列表里不是恰好一份');
  road.joint = { ...submitted, subjectKey };
  const matters = new Set(submitted.items.map((one) => one.matterKey));
  const units = new Set(submitted.items.map((one) => one.unitId));
  note(
    `${submitted.number}，查询码 ${submitted.queryCode}：${matters.size} 个事项、${numbers.length} 个办件、${units.size} 个单位，${took} 毫秒`,
  );
  note(
    `上传 ${uploaded} 份材料（${bytes} 字节），${spared} 份由共享数据或办理单位提供；${Object.keys(sources).length} 项预填并写明来源`,
  );
  note('同一请求号再交一次：仍是这一份');
}
