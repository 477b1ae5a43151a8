import { getItem, withdrawItem } from '#contract/casework.ts';
import { submitApplication } from '#contract/intake.ts';
import { listStuck, retryExchange } from '#contract/publication.ts';
import { listRecords } from '#contract/record.ts';
import { seen } from './person.ts';
import { officerOf, type Road, recordOf } from './road.ts';
import { check, need, type Step, until } from './steps.ts';
import { prepareApplication } from './submission.ts';

/** An outside system is down: the submission waits, a desk shows it, nothing is lost. */
export function outage(road: Road): Step[] {
  return [
    [
      '“信用中国”断线：申请照样收下，等待登记；恢复后补上',
      async (note) => {
        const { person, subjectKey, sandbox } = need(road.applicant, '申请人的登录');
        const { body } = await prepareApplication(person, subjectKey, [recordOf(road, 'outage')], '已经改正。');
        await sandbox.setMode('credit-china', 'down');
        try {
          const { items } = await person.ask(submitApplication, { params: { subjectKey }, body });
          const item = items[0]!;
          check(item.state === 'registering', `断线时提交后是 ${item.state}`);
          const officer = await officerOf(road, item.unitId);
          const waiting = await until('交换没有出现在待处理的列表里', 60, async () => {
            const { exchanges } = await officer.ask(listStuck, {});
            return exchanges.find((one) => one.item.itemId === item.itemId && one.exchange.attempts > 0);
          });
          const { exchange } = waiting;
          note(
            `${item.number}：${exchange.systemName}${exchange.kindName}，${exchange.stateText}（已试 ${exchange.attempts} 次）：${exchange.lastError}`,
          );
          await sandbox.setMode('credit-china', 'ok');
          const params = { subjectKey, exchangeId: exchange.exchangeId };
          await officer.ask(retryExchange, { params });
          const done = await until('恢复后没有登记上', 90, async () => {
            const view = await officer.ask(getItem, { params: { subjectKey, itemId: item.itemId } });
            return view.summary.state === 'lodged' ? view : undefined;
          });
          const registered = need(
            done.exchanges.find((one) => one.kind === 'register' && one.receiptNo),
            '登记回执',
          );
          note(`恢复后重新发送：回执 ${registered.receiptNo}，${done.summary.stateText}`);
          road.waiting = done.summary;
        } finally {
          await sandbox.setMode('credit-china', 'ok');
        }
      },
    ],
    [
      '申请人撤回一项，信息可以再次申请',
      async (note) => {
        const { person, subjectKey } = need(road.applicant, '申请人的登录');
        const { itemId, version, number } = need(road.waiting, '恢复登记的办件');
        const body = { ...seen(version), reason: '资料还要核对，稍后再申请' };
        const { item } = await person.ask(withdrawItem, { params: { subjectKey, itemId }, body });
        check(item.state === 'withdrawn', `撤回后是 ${item.state}`);
        const { records } = await person.ask(listRecords, { params: { subjectKey } });
        const record = records.find((one) => one.recordId === item.recordId);
        check(record?.openItem === null && record.verdict.verdict === 'repairable-now', '撤回后这条信息不能再次申请');
        note(`${number} ${item.publicText}`);
      },
    ],
  ];
}
