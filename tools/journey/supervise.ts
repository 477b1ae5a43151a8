import { randomUUID } from 'node:crypto';
import { getItem } from '#contract/casework.ts';
import { listMessages } from '#contract/notice.ts';
import { getServiceFigures, listServedDecisions } from '#contract/notice-queue.ts';
import { listQueue } from '#contract/queue.ts';
import { giveReadingPurpose } from '#contract/readings.ts';
import {
  exportSupervisedItems,
  getFigures,
  listDailyChecks,
  listSupervisedItems,
  urgeItem,
} from '#contract/supervision.ts';
import { officerOf, type Road } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';

const supervisor = 'supervisor-360000';

/** The province sees who looked, how many were on time, the items behind each figure, and urges. */
export function supervise(road: Road): Step[] {
  return [
    ['每个工作日是否查询了申请', (note) => dailyChecks(road, note)],
    ['按时率、办件量，逐层下钻，导出', (note) => figures(road, note)],
    ['两书同达率，每个数字点开是同样多的决定', (note) => servedTogether(road, note)],
    ['催办，送到经办人', (note) => urge(road, note)],
  ];
}

async function dailyChecks(road: Road, note: Note): Promise<void> {
  const province = await officerOf(road, supervisor);
  // The unit opens its queue now, as it must every working day.
  const unit = await officerOf(road, 'emergency-360700');
  await unit.ask(listQueue, {});
  const checks = await province.ask(listDailyChecks, {});
  const row = need(
    checks.units.find((one) => one.unitId === 'emergency-360700'),
    '赣州市应急管理局的一行',
  );
  check(row.looked && row.by && row.firstAt, '赣州市应急管理局打开过队列，却没有记上');
  check(checks.lookedCount === checks.units.filter((one) => one.looked).length, '已查询的单位数与列表不一致');
  note(
    `${checks.day}${checks.workingDay ? '' : '（不是工作日）'}：有在办件的 ${checks.units.length} 个单位，已查询 ${checks.lookedCount}，未查询 ${checks.missedCount}`,
  );
  note(`${row.unitName}：在办 ${row.open} 件，${row.by} 今天已查询，近 10 个工作日未查询 ${row.daysMissed} 天`);
}

async function figures(road: Road, note: Note): Promise<void> {
  const province = await officerOf(road, supervisor);
  const { total, rows, definition, from, to } = await province.ask(getFigures, { query: { by: 'unit' } });
  const sum = rows.reduce((so, one) => so + one.opened, 0);
  check(sum === total.opened, `各单位之和 ${sum} 不等于合计 ${total.opened}`);
  const unit = need(
    rows.find((one) => one.key === 'emergency-360100'),
    '南昌市应急管理局的一行',
  );
  const query = { unit: unit.key, what: 'on-time' as const, from, to };
  const listed = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await province.ask(listSupervisedItems, { query: { ...query, ...(after ? { after } : {}) } });
    for (const item of page.items) listed.add(item.itemId);
    if (page.next === null) break;
    after = page.next;
  }
  check(listed.size === unit.onTime, `按时 ${unit.onTime} 件，点开是 ${listed.size} 件`);
  await province.ask(giveReadingPurpose, { body: { list: 'items', purpose: 'audit', note: `演练 ${road.run}` } });
  const { type, content } = await province.download(exportSupervisedItems, { query });
  const lines = content.toString('utf8').trimEnd().split('\r\n').length - 1;
  check(type.startsWith('text/csv') && lines === unit.onTime, `导出 ${lines} 行，应为 ${unit.onTime}`);
  const rate = (one: typeof total) => (one.onTimeRate === null ? '—' : `${(one.onTimeRate * 100).toFixed(1)}%`);
  note(
    `全省 ${from} 至 ${to}：提交 ${total.opened}，办结 ${total.closed}，在办 ${total.open}，超期 ${total.overdue}，按时率 ${rate(total)}，评价 ${total.averageRating ?? '—'} 分`,
  );
  note(`${unit.name}：按时 ${unit.onTime} 件，点开 ${listed.size} 件，导出 ${lines} 行`);
  note(definition.slice(0, 60));
  const city = await officerOf(road, 'supervisor-360100');
  await city.refused(getFigures, { query: { by: 'unit', region: '3607' } }, 403, 'outside-region');
  note('南昌市的督办人员查不了赣州');
}

async function servedTogether(road: Road, note: Note): Promise<void> {
  const province = await officerOf(road, supervisor);
  const { total, rows, from, to } = await province.ask(getServiceFigures, { query: {} });
  const unit = need(
    rows.find((one) => one.key === 'emergency-360100'),
    '南昌市应急管理局的一行',
  );
  check(unit.decisions >= unit.made && unit.made > unit.served && unit.served >= unit.together, '各数的大小不对');
  const listed = new Set<string>();
  for (let after: string | undefined; ; ) {
    const query = { from, to, unit: unit.key, what: 'together' as const, ...(after ? { after } : {}) };
    const page = await province.ask(listServedDecisions, { query });
    for (const one of page.rows) listed.add(one.recordId);
    if (page.next === null) break;
    after = page.next;
  }
  check(listed.size === unit.together, `同时送达 ${unit.together} 条，点开是 ${listed.size} 条`);
  note(`全省：决定 ${total.decisions}，已制作 ${total.made}，已送达 ${total.served}，同时送达 ${total.together}`);
  note(`${unit.name}：同时送达 ${unit.together} 条，点开 ${listed.size} 条`);
}

async function urge(road: Road, note: Note): Promise<void> {
  const province = await officerOf(road, supervisor);
  const { items } = need(road.window, '窗口代收的申请');
  const { subjectKey, itemId, number, unitName } = items[0]!;
  const params = { subjectKey, itemId };
  const text = `请在期限内作出决定（演练 ${road.run}）。`;
  const urged = await province.ask(urgeItem, { params, body: { requestId: randomUUID(), text } });
  const officer = await officerOf(road, 'emergency-360700');
  const message = await until('催办没有送到经办人', 30, async () => {
    const { messages } = await officer.ask(listMessages, {});
    return messages.find((one) => one.itemId === itemId && one.body.includes(text));
  });
  const view = await officer.ask(getItem, { params });
  check(
    view.urgings.some((one) => one.urgingId === urged.urgingId),
    '办件里看不到催办',
  );
  note(`${number} → ${unitName}：${message.title}`);
}
