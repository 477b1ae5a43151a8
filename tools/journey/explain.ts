import { explainCase, explainDeadlines, explainRecord } from '#contract/explanations.ts';
import { cancelReminder, listReminders, setReminder } from '#contract/reminders.ts';
import { addDays, formatChinese } from '#domain/plain-date.ts';
import { itemOf, type Road, recordOf } from './road.ts';
import { check, need, type Step } from './steps.ts';

/** Why a verdict, why a day, what to do now; and being reminded of the day on which it becomes possible. */
export function explain(road: Road): Step[] {
  return [
    [
      '自测说明每个日期怎么算、现在做什么',
      async (note) => {
        const today = need(road.today, '今天的日期');
        const body = {
          matter: 'market-penalty',
          subjectType: 'organisation',
          findingDate: addDays(today, -20),
          publishedDate: addDays(today, -20),
          penalties: [{ kind: '罚款', amountYuan: 200_000 }],
          field: 'other',
          dutiesPerformed: true,
          on: today,
        };
        const told = await road.guest.ask(explainCase, { body });
        check(told.next.act === 'wait' && told.next.day === told.opensOn, `下一步是 ${told.next.act}`);
        check(
          told.dates.length === 4 && told.dates.every((one) => one.steps.at(-1)?.day === one.date),
          '有日期没有推算到底',
        );
        check(
          told.dates.every((one) => one.steps.every((step) => step.cite.text.startsWith('《'))),
          '有步骤没有出处',
        );
        note(`${told.next.text}${told.dates.length} 个日期，共 ${told.dates.flatMap((one) => one.steps).length} 步`);
      },
    ],
    [
      '记录的说明；到时提醒我，重复的婉拒，可以取消',
      async (note) => {
        const { person, subjectKey } = need(road.applicant, '申请人的登录');
        const { recordId } = recordOf(road, 'tooEarly');
        const told = await person.ask(explainRecord, { params: { subjectKey, recordId }, query: {} });
        check(told.verdict.verdict === 'not-yet' && told.opensOn !== null, `结论为 ${told.verdict.verdict}`);
        const params = { subjectKey };
        const set = await person.ask(setReminder, { params, body: { recordId } });
        check(set.day === told.opensOn, `提醒定在 ${set.day}`);
        const problem = await person.refused(setReminder, { params, body: { recordId } }, 409, 'reminder-set');
        const { reminderId } = set;
        const gone = await person.ask(cancelReminder, { params: { subjectKey, reminderId } });
        check(gone.state === 'cancelled', `取消以后是 ${gone.state}`);
        const { reminders } = await person.ask(listReminders, { params });
        check(
          reminders.some((one) => one.reminderId === reminderId),
          '清单里没有这个提醒',
        );
        note(`${formatChinese(set.day)}提醒；再设一次：${problem.detail}`);
      },
    ],
    [
      '办件的期限逐段说明',
      async (note) => {
        const { person, subjectKey } = need(road.applicant, '申请人的登录');
        const { itemId } = itemOf(road, 'safety');
        const { clocks } = await person.ask(explainDeadlines, { params: { subjectKey, itemId } });
        for (const clock of clocks) {
          check(clock.steps[0]?.kind === 'start', `${clock.label}没有从起算日说起`);
          check(clock.due === null || clock.steps.at(-1)?.to === clock.due, `${clock.label}没有算到到期日`);
        }
        note(
          clocks.length === 0
            ? '还没有登记，期限没有起算'
            : clocks.map((one) => `${one.label}：${one.steps.map((step) => step.text).join('；')}`).join('｜'),
        );
      },
    ],
  ];
}
