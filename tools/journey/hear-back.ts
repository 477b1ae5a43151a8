import { getApplication } from '#contract/intake.ts';
import { listMessages, rateItem, readMessage } from '#contract/notice.ts';
import { getProgress } from '#contract/progress.ts';
import { itemOf, type Road } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';

/** The applicant is told, looks up the progress without logging in, and rates the service. */
export function hearBack(road: Road): Step[] {
  return [
    ['站内消息、短信、赣服通', (note) => messages(road, note)],
    [
      '不登录查进度：申请编号加查询码',
      async (note) => {
        const { number, queryCode, items } = need(road.joint, '联办申请');
        const found = await road.guest.ask(getProgress, { body: { number, queryCode } });
        check(found.items.length === items.length, `查到 ${found.items.length} 个办件，应为 ${items.length}`);
        const wrong = queryCode.startsWith('2') ? `3${queryCode.slice(1)}` : `2${queryCode.slice(1)}`;
        await road.guest.refused(getProgress, { body: { number, queryCode: wrong } }, 404, 'progress-not-found');
        const states = Map.groupBy(found.items, (one) => one.summary.publicText);
        note([...states].map(([text, some]) => `${text} ${some.length}`).join('；'));
        note('查询码不对：查不到');
      },
    ],
    [
      '好差评：一件评一次',
      async (note) => {
        const { person } = need(road.applicant, '申请人的登录');
        const { subjectKey, itemId, number } = itemOf(road, 'tax');
        const params = { subjectKey, itemId };
        const rated = await person.ask(rateItem, { params, body: { score: 5, comment: '一次办完，没有多跑。' } });
        check(rated.score === 5, `评了 ${rated.score} 分`);
        await person.refused(rateItem, { params, body: { score: 6 } }, 400, 'fields-invalid');
        const again = await person.refused(rateItem, { params, body: { score: 1 } }, 409, 'already-rated');
        note(`${number}：5 分。再评：${again.detail}`);
      },
    ],
  ];
}

async function messages(road: Road, note: Note): Promise<void> {
  const { person, sandbox } = need(road.applicant, '申请人的登录');
  const { applicationId } = need(road.joint, '联办申请');
  const tax = itemOf(road, 'tax');
  const mine = await until('没有收到办结的消息', 60, async () => {
    const { messages: all } = await person.ask(listMessages, {});
    const ours = all.filter((one) => one.applicationId === applicationId);
    const done = ours.some((one) => one.itemId === tax.itemId && one.title.includes('办结'));
    const sent = ours.every((one) => one.channels.every(({ state }) => state !== 'queued' && state !== 'sent'));
    return done && sent ? ours : undefined;
  });
  const loud = mine.filter((one) => one.channels.length > 1);
  note(
    `站内消息 ${mine.length} 条，其中 ${loud.length} 条同时发短信和赣服通：${[...new Set(mine.map((one) => one.title))].join('、')}`,
  );
  const phone = await phoneOf(road);
  const texts = await sandbox.inbox('sms', phone);
  const own = texts.filter((one) => one.text.includes(need(road.joint, '联办申请').number));
  check(own.length > 0, `${phone} 的短信里没有这份申请`);
  check(
    own.every((one) => one.state === 'delivered'),
    '有短信没有送达',
  );
  note(`短信网关收到 ${own.length} 条，例：${own.at(-1)!.text}`);
  const first = mine[0]!;
  const { messageId, subjectKey } = first;
  const read = await person.ask(readMessage, { params: { subjectKey, messageId } });
  check(read.readAt, '标为已读后没有时间');
}

async function phoneOf(road: Road): Promise<string> {
  const { person, subjectKey } = need(road.applicant, '申请人的登录');
  const { applicationId } = need(road.joint, '联办申请');
  return (await person.ask(getApplication, { params: { subjectKey, applicationId } })).form.phone;
}
