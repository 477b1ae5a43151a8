import { formatChinese } from '#domain/plain-date.ts';
import { orderNames } from '#domain/record/orders/record-order.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { findSubject } from '../access/subject-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { findOrder, type OrderRow } from '../record/orders/order-store.ts';
import { findRecord } from '../record/record-store.ts';
import type { RecordRow } from '../record/record-view.ts';
import { derivedId } from './derived-id.ts';
import { bodyOf, smsText, type Words } from './message-words.ts';
import { isMobile, orderMessage } from './tell.ts';

/** Tells the subject and the unit of an order about a record: each once a version, whatever runs twice. */
export function tellOrder(services: Services): Task {
  return {
    name: 'tell-order',
    async run(payload) {
      const { subjectKey } = payload;
      const orderId = textOf(payload, 'orderId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const order = await findOrder(tx, subjectKey, orderId);
          const record = order && (await findRecord(tx, subjectKey, order.record_id));
          const subject = record && (await findSubject(tx, subjectKey));
          if (!order || !record || !subject) throw new Error(`order ${orderId} without record or subject`);
          const unit = catalog.units.get(order.unit_id);
          const held = order.kind === 'annulment' ? await findHolding(tx, order) : undefined;
          const about = { subjectKey, applicationId: held?.application_id ?? null, itemId: held?.item_id ?? null };
          const words = subjectWords(order, record, version, unit?.name ?? record.organ_name, held);
          // Its own decision tells of a revocation, with papers and remedies.
          if (words && order.kind !== 'revocation')
            await orderMessage(
              tx,
              {
                ...about,
                messageId: derivedId('message', subjectKey, 'order', orderId, String(version), 'applicant'),
                to: { kind: 'applicant' },
                recordIds: [order.record_id],
                title: words.title,
                body: bodyOf(words),
                ...(subject.phone && isMobile(subject.phone)
                  ? { sms: { to: subject.phone, text: smsText(words) } }
                  : {}),
              },
              now,
            );
          const forUnit = unitWords(order, record, version, subject.name, held);
          if (forUnit && unit)
            await orderMessage(
              tx,
              {
                ...about,
                messageId: derivedId('message', subjectKey, 'order', orderId, String(version), 'unit'),
                to: { kind: 'unit', unit },
                ...forUnit,
              },
              now,
            );
          return null;
        }),
      );
    },
  };
}

/** The open item that asks to repair a record. */
interface Held {
  readonly item_id: string;
  readonly application_id: string;
  readonly number: string;
}

async function findHolding(tx: Tx, order: OrderRow): Promise<Held | undefined> {
  const rows = await tx.query<Held>(
    'order-held-item',
    'select item_id, application_id, number from item where subject_key = $1 and record_id = $2 and closed_at is null',
    [order.subject_key, order.record_id],
  );
  return rows[0];
}

function nameOf(record: RecordRow): string {
  const plain = plainRecord({ recordType: record.record_type, facts: record.facts });
  return `${record.organ_name}${record.doc_number}（${plain}）`;
}

const due = (order: OrderRow) => (order.due_on ? `，最迟${formatChinese(order.due_on)}` : '');

/** The first event asks or orders; the last closes. What stands between is nobody's news. */
function subjectWords(
  order: OrderRow,
  record: RecordRow,
  version: number,
  unitName: string,
  held?: Held,
): Words | null {
  const name = orderNames[order.kind];
  const about = nameOf(record);
  if (version === 1 && order.content.origin !== 'unit' && order.content.origin !== 'platform')
    return {
      title: `已收到申请：${name}`,
      what: `${unitName}已收到您对${about}的申请：${name}${due(order)}答复。`,
      todo: '现在不用您做什么，有结果会通知您。',
    };
  if (order.state === 'declined')
    return {
      title: `未予办理：${name}`,
      what: `${unitName}对${about}没有办理“${name}”。`,
      detail: `理由：${order.reasons.join('；')}`,
      todo: '不服的，可以依法申请行政复议或者提起行政诉讼；补齐文书后可以再次申请。',
    };
  // The end of the time is told once: nobody waits for the receipts of what ended by itself.
  if (version === 1 || (order.state === 'done' && order.kind !== 'automatic-end'))
    return { ...settledWords(order, about, version), ...(held ? { todo: heldTodo(held) } : {}) };
  return null;
}

const heldTodo = ({ number }: Held) =>
  `您正在办理的修复申请（办件${number}）不用再补交什么：可以撤回，也可以等办理单位办结。`;

function settledWords(order: OrderRow, about: string, version: number): Words {
  const { kind, content, state } = order;
  const isOver = state === 'done' && version > 1;
  const rest = content.open.map((one) => one.text);
  if (kind === 'automatic-end')
    return {
      title: '公示期满，自动停止公示',
      what: `${about}的公示期已满，正在通知各平台停止公示。`,
      detail: `期满没有一并结束的：${rest.join('；')}`,
      todo: '不用申请；还受到其他限制的，可以向认定单位申请修复。',
    };
  return {
    title: isOver ? `已办结：${orderNames[kind]}` : orderNames[kind],
    what: `${about}：${content.text}。${isOver ? '各平台已经办理。' : ''}`,
    ...(content.changes.length > 0
      ? { detail: content.changes.map((one) => `${one.before || '（空）'}改为${one.after}`).join('；') }
      : {}),
    todo: kind === 'completion' ? '可以持裁定书申请信用修复。' : '现在不用您做什么。',
  };
}

function unitWords(
  order: OrderRow,
  record: RecordRow,
  version: number,
  subjectName: string,
  held?: Held,
): { title: string; body: string } | null {
  const name = orderNames[order.kind];
  const about = `${subjectName}的${nameOf(record)}`;
  if (order.state === 'asked' && version === 1)
    return { title: `有申请：${name}`, body: `${about}：请${due(order).replace('，', '') || '及时'}决定是否办理。` };
  if (order.kind === 'automatic-end' && version === 1)
    return {
      title: '公示期满，已自动停止公示',
      body: `${about}的公示期已满，正在通知各平台停止公示。期满没有一并结束的：${order.content.open.map((one) => one.text).join('；')}`,
    };
  if (held && version === 1)
    return {
      title: '信息已撤回，正在办理的申请请办结',
      body: `${about}：${order.content.text}。办件${held.number}不能再受理、准予，请不予受理或者不予修复，理由“决定已经被撤销，信息已经撤回，无需修复”。`,
    };
  // Market supervision of the registration ends what others found as well (107号第二十条第一款: 同步推送).
  if (order.kind === 'deregistration' && version === 1)
    return { title: '主体已注销，停止公示', body: `${about}：${order.content.text}` };
  return null;
}
