import type { OrderedJob } from './platform/outbox.ts';

/** What the clock starts: crontab lines of the queue (UTC; Asia/Shanghai is eight hours ahead) and the task of each. */
export const schedule: readonly { readonly cron: string; readonly task: OrderedJob['task']; readonly what: string }[] =
  [
    { cron: '21 16 * * *', task: 're-date-items', what: '放假安排有变化时重算在办件的期限' },
    {
      cron: '30 0 * * *',
      task: 'look-at-records',
      what: '上午八点半查看哪些失信信息今天可以修复，告知主体，发出到期提醒',
    },
    { cron: '40 0 * * *', task: 'remind-of-days', what: '上午八点四十提醒快到、刚过日子的补正和征求意见' },
    { cron: '12 18,19,20 * * *', task: 'close-ledger-day', what: '凌晨两点以后给台账做日封：封前一天，没有封成的再试' },
    { cron: '51 18 * * *', task: 'clear-readings', what: '清除保存期满的查看记录' },
    { cron: '17 * * * *', task: 'clear-sessions', what: '清除过期的登录' },
    { cron: '*/10 * * * *', task: 'rouse-exchanges', what: '找回没有任务在跑的外部交换' },
    { cron: '9,39 * * * *', task: 'rouse-order-effects', what: '找回没有任务在跑的信息处置通知' },
    { cron: '7,17,27,37,47,57 * * * *', task: 'rouse-papers', what: '给等签章的文书再签一次' },
    { cron: '4,14,24,34,44,54 * * * *', task: 'rouse-scans', what: '给查毒服务停用时收下的材料再查一次毒' },
    { cron: '41 18 * * *', task: 'clear-uploads', what: '清除没有传完、没有用到的材料' },
  ];
