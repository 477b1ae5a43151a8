import { randomUUID } from 'node:crypto';
import { readAttachment, uploadAttachment } from '#contract/attachments.ts';
import { getItem } from '#contract/casework.ts';
import { listPublicRecords, listRecords } from '#contract/record.ts';
import {
  answerRecordOrder,
  askRecordOrder,
  deregisterSubject,
  enterRecordOrder,
  listOrders,
  listRecordOrders,
  previewRevocation,
  renameSubject,
  retryOrderEffect,
  revokeItem,
} from '#contract/record-orders.ts';
import { listSupervisedOrders, urgeOrder } from '#contract/supervision.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { pdf } from './files.ts';
import { seen } from './person.ts';
import { itemOf, officerOf, type Road, recordOf } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';
import type { RunRecord } from './told-records.ts';

/** What happens to records beside their repair. */
export function orders(road: Road): Step[] {
  return [
    ['撤销修复：先看后果，再作出；恢复公示，三年不得申请', (note) => takeBack(road, note)],
    ['决定被撤销：登记，信息撤回，公示查询不再显示', (note) => annul(road, note)],
    ['重整期间：管理人申请，单位屏蔽；没有执行成功，恢复公示', (note) => shield(road, note)],
    ['注销只停市场监管的信息；更名以后按曾用名查得到', (note) => subjects(road, note)],
  ];
}

const ground = (road: Road) => ({
  title: '行政判决书',
  number: `（2026）赣演练${road.run}号`,
  office: '示例中级人民法院',
  day: need(road.today, '平台的日期'),
  attachmentId: null as string | null,
});

/** The orders of a record once every platform has confirmed. */
async function settled(road: Road, which: RunRecord) {
  const { person } = need(road.applicant, '申请人的登录');
  const { subjectKey, recordId } = recordOf(road, which);
  return until(`${which} 的处置还没有办结`, 90, async () => {
    const reply = await person.ask(listRecordOrders, { params: { subjectKey, recordId } });
    return reply.orders.every((one) => one.state === 'done') ? reply.orders : undefined;
  });
}

async function takeBack(road: Road, note: Note): Promise<void> {
  const { person } = need(road.applicant, '申请人的登录');
  const { subjectKey, itemId, unitId } = itemOf(road, 'safety');
  const params = { subjectKey, itemId };
  const officer = await officerOf(road, unitId);
  const { summary } = await officer.ask(getItem, { params });
  const told = await officer.ask(previewRevocation, { params, query: { ground: 'false-papers' } });
  check(
    told.said.some((one) => one.cites.some((cite) => cite.id === 'ndrc36:25')),
    '后果没有引36号第二十五条',
  );
  for (const one of told.open) note(`没有写明：${one.text}`);
  const finding = { ground: 'false-papers' as const, serious: false, heard: '', finding: '整改照片不是本单位的场所。' };
  const bare = { ...seen(summary.version), ...finding, reasons: [] };
  await officer.refused(revokeItem, { params, body: bare }, 400, 'reasons-missing');
  const reasons = [{ code: 'false-papers', text: '提供虚假的整改材料。' }];
  const { item } = await officer.ask(revokeItem, { params, body: { ...bare, reasons } });
  check(item.state === 'revoked', `撤销后是 ${item.state}`);
  const [order] = await until('撤销还没有送到各平台', 90, async () => {
    const all = await settled(road, 'safety');
    return all.length > 0 ? all : undefined;
  });
  check(
    order!.effects.every((one) => one.receiptNo),
    '有平台没有恢复公示的回执',
  );
  const first = order!.effects[0]!;
  const retried = { params: { subjectKey, orderId: order!.orderId, effectId: first.effectId } };
  await officer.refused(retryOrderEffect, retried, 409, 'effect-confirmed');
  const { records } = await person.ask(listRecords, { params: { subjectKey } });
  const record = records.find((one) => one.recordId === item.recordId)!;
  check(record.verdict.verdict === 'barred' && !record.repairedOn, `撤销后的结论是 ${record.verdict.verdict}`);
  const end = need(record.verdict.application.from, '可以再申请的日期');
  note(`${item.number} 撤销，${order!.effects.length} 个平台恢复公示；${formatChinese(end)}起才可以再申请`);
}

async function annul(road: Road, note: Note): Promise<void> {
  const { subjectKey, recordId, docNumber, unitId } = recordOf(road, 'culture');
  const officer = await officerOf(road, need(unitId, '认定单位'));
  const params = { subjectKey, recordId };
  const body = {
    requestId: randomUUID(),
    kind: 'annulment' as const,
    ground: ground(road),
    note: '',
    knownOn: ground(road).day,
  };
  const empty = { ...body, ground: { ...body.ground, number: '' } };
  await officer.refused(enterRecordOrder, { params, body: empty }, 400, 'ground-incomplete');
  const order = await officer.ask(enterRecordOrder, { params, body });
  const again = await officer.ask(enterRecordOrder, { params, body });
  check(again.orderId === order.orderId, '同一请求号登记了两次');
  const { records } = await road.guest.ask(listPublicRecords, { query: { q: demoSubjects.restaurant.identifier } });
  check(!records.some((one) => one.docNumber === docNumber), '撤销以后还在公示');
  const { orders: open, counts } = await officer.ask(listOrders, {});
  check(open.length === counts.open || open.length === 50, '清单和数字不一样');
  await settled(road, 'culture');
  note(
    `${docNumber}：${order.text}；${order.dueOn ? `${formatChinese(order.dueOn)}前` : '条文没有写日数'}，当天已撤回`,
  );
}

async function shield(road: Road, note: Note): Promise<void> {
  const { person } = need(road.applicant, '申请人的登录');
  const { subjectKey, recordId, unitId } = recordOf(road, 'statistics');
  const officer = await officerOf(road, need(unitId, '认定单位'));
  const params = { subjectKey, recordId };
  const { possible } = await person.ask(listRecordOrders, { params });
  const law = need(
    possible.find((one) => one.kind === 'shielding'),
    '可以申请的屏蔽',
  );
  const file = pdf('裁定书.pdf', 'ruling');
  const kept = await person.upload(uploadAttachment, { subjectKey }, file, { materialKey: 'court-ruling' });
  const paper = { ...ground(road), title: '民事裁定书', attachmentId: kept.attachmentId };
  const asking = {
    requestId: randomUUID(),
    kind: 'shielding' as const,
    as: 'administrator' as const,
    ground: paper,
    note: '',
  };
  const asked = await person.ask(askRecordOrder, { params, body: asking });
  const read = await officer.download(readAttachment, { params: { subjectKey, attachmentId: kept.attachmentId } });
  check(read.content.equals(Buffer.from(file.content)), '单位看到的裁定书与上传的不一样');
  await supervise(road, { ...asked, unitId: need(unitId, '认定单位') }, note);
  const answer = { requestId: randomUUID(), version: asked.version, carryOut: true, reasons: [] };
  await officer.ask(answerRecordOrder, { params: { subjectKey, orderId: asked.orderId }, body: answer });
  const second = { ...answer, requestId: randomUUID() };
  const refused = { params: { subjectKey, orderId: asked.orderId }, body: second };
  await officer.refused(answerRecordOrder, refused, 409, 'order-answered');
  await settled(road, 'statistics');
  const body = {
    requestId: randomUUID(),
    kind: 'restoring' as const,
    ground: ground(road),
    note: '',
    knownOn: ground(road).day,
  };
  await officer.ask(enterRecordOrder, { params, body });
  await settled(road, 'statistics');
  note(`${law.days} 个工作日内，最迟 ${formatChinese(need(asked.dueOn, '期限'))}；屏蔽后又恢复，各平台都有回执`);
}

/** Supervision sees what waits, and urges it: the unit finds the words beside the order. */
async function supervise(
  road: Road,
  asked: { subjectKey: string; orderId: string; unitId: string },
  note: Note,
): Promise<void> {
  const province = await officerOf(road, 'supervisor-360000');
  const {
    total,
    units,
    orders: open,
  } = await province.ask(listSupervisedOrders, { query: { list: 'open', unit: asked.unitId } });
  check(total.open === units.reduce((sum, one) => sum + one.open, 0), '各单位在办数加起来不是总数');
  const one = need(
    open.find(({ orderId }) => orderId === asked.orderId),
    '督办清单里的这一项',
  );
  const params = { subjectKey: asked.subjectKey, orderId: asked.orderId };
  const body = { requestId: randomUUID(), text: '请按期答复。' };
  await province.ask(urgeOrder, { params, body });
  await province.ask(urgeOrder, { params, body });
  const unit = await officerOf(road, one.unitId);
  const { orders: own } = await unit.ask(listOrders, { query: { list: 'asked' } });
  check(own.find(({ orderId }) => orderId === asked.orderId)?.urgings.length === 1, '催办没有到单位，或者到了两次');
  note(`督办看到在办 ${total.open} 项，催办一项，${one.unitName}看得到`);
}

async function subjects(road: Road, note: Note): Promise<void> {
  const { charity, farmShop } = demoSubjects;
  const market = await officerOf(road, 'market-360102');
  const emergency = await officerOf(road, 'emergency-360100');
  const paper = { ...ground(road), title: '准予注销登记通知书', office: '示例登记机关' };
  const body = { requestId: randomUUID(), code: charity.identifier, deregisteredOn: paper.day, ground: paper };
  await emergency.refused(deregisterSubject, { body }, 403, 'not-the-registrar');
  const done = await market.ask(deregisterSubject, { body });
  note(`${done.name}：市场监管停止公示 ${done.ended} 条；${done.stays.map((one) => one.text).join('；')}`);
  const name = '上饶虚构农业服务有限公司';
  const renamed = await emergency.ask(renameSubject, {
    body: { code: farmShop.identifier, name, changedOn: paper.day },
  });
  check(renamed.formerNames.includes(farmShop.name), '更名以后没有曾用名');
  const found = await road.guest.ask(listPublicRecords, { query: { q: farmShop.name } });
  check(found.name === name && found.formerNames.includes(farmShop.name), '按曾用名没有查到');
  // Back to what the samples call it, so that the next run begins as this one did.
  await emergency.ask(renameSubject, {
    body: { code: farmShop.identifier, name: farmShop.name, changedOn: paper.day },
  });
  note(`按“${farmShop.name}”查到“${found.name}”`);
}
