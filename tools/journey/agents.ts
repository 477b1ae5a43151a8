import { randomUUID } from 'node:crypto';
import { backChannelLogout, frontChannelLogout, getSession } from '#contract/access.ts';
import { authoriseAgent, listAgentActs, listAuthorisations, withdrawAuthorisation } from '#contract/authorisations.ts';
import { submitApplication } from '#contract/intake.ts';
import { listRecords } from '#contract/record.ts';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { addDays, formatChinese } from '#domain/plain-date.ts';
import { logInApplicant } from './log-in.ts';
import { openPerson } from './person.ts';
import { type Road, recordOf } from './road.ts';
import { check, type Note, need, type Step } from './steps.ts';
import { prepareApplication } from './submission.ts';

/** Somebody of the identity service who acts for nobody yet. */
const agent = { username: '13900000006', name: '示例庚', identifier: makeCitizenId('36010019800106060') ?? '' };

/** An enterprise authorises a person for a matter until a day, sees what was done in its name, and takes it back. */
export function agents(road: Road): Step[] {
  return [
    ['企业授权经办人：只办一个事项、到某一天，随时收回', (note) => actAndLose(road, note)],
    [
      '退出通知：不是统一身份认证签发的不算数',
      async (note) => {
        const told = openPerson(road.platform);
        road.platform.called.add(backChannelLogout.name).add(frontChannelLogout.name);
        const forged = await fetch(new URL(backChannelLogout.path, road.platform.url), {
          method: 'POST',
          body: new URLSearchParams({ logout_token: 'e30.e30.e30' }),
        });
        check(forged.status === 400, `伪造的退出通知得到 ${forged.status}`);
        const frame = await fetch(new URL(`${frontChannelLogout.path}?iss=x&sid=y`, road.platform.url));
        check(frame.status === 200, `退出页里的一格得到 ${frame.status}`);
        const { kind } = await told.ask(getSession);
        check(kind === 'guest', '没有登录的人不是来客');
        note('伪造的退出通知：400');
      },
    ],
  ];
}

async function actAndLose(road: Road, note: Note): Promise<void> {
  const owner = need(road.applicant, '申请人的登录');
  const params = { subjectKey: owner.subjectKey };
  const record = recordOf(road, 'statistics');
  const until = addDays(need(road.today, '今天的日期'), 30);
  const { mayGrant } = await owner.person.ask(listAuthorisations, { params });
  check(mayGrant, '企业账号不能授权');
  const { name, identifier } = agent;
  const body = { requestId: randomUUID(), name, identifier, matters: [record.matterKey], until };
  const given = await owner.person.ask(authoriseAgent, { params, body });
  const { person } = await logInApplicant(road.platform, agent.username);
  const { subjects, assurance } = await person.ask(getSession);
  const acted = subjects.find((one) => one.subjectKey === owner.subjectKey);
  check(acted?.as === '受托' && acted.mandate?.until === until, '经办人没有看到委托的企业');
  const { records } = await person.ask(listRecords, { params });
  check(
    records.every((one) => one.matterKey === record.matterKey),
    '看到了授权以外的信息',
  );
  const prepared = await prepareApplication(person, owner.subjectKey, [record], '受企业委托申请，已经改正。');
  const submitted = await person.ask(submitApplication, { params, body: prepared.body });
  check(submitted.queryCode === '', '查询码给了经办人');
  const { acts } = await owner.person.ask(listAgentActs, { params });
  check(
    acts.some((one) => one.applicationId === submitted.applicationId && one.agentName === name),
    '企业看不到经办人做了什么',
  );
  note(
    `${name}（${assurance === 'basic' ? '初级实名' : '高级实名'}）受托到 ${formatChinese(until)}，提交了 ${submitted.number}`,
  );
  const { authorisationId } = given;
  await owner.person.ask(withdrawAuthorisation, { params: { ...params, authorisationId } });
  await person.refused(listRecords, { params }, 404, 'subject-not-yours');
  note('收回以后：经办人打开着的页面下一步就得到 404');
}
