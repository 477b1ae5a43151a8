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
    { cron: '17 * * * *', task: 'clear-sessions', what: '清除过期的登录' },
    { cron: '*/10 * * * *', task: 'rouse-exchanges', what: '找回没有任务在跑的外部交换' },
    { cron: '4,14,24,34,44,54 * * * *', task: 'rouse-scans', what: '给查毒服务停用时收下的材料再查一次毒' },
    { cron: '41 18 * * *', task: 'clear-uploads', what: '清除没有传完、没有用到的材料' },
  ];
