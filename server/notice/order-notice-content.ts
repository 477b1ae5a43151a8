import type { Unit } from '#domain/catalog/catalog.ts';
import { formatChinese, type PlainDate } from '#domain/plain-date.ts';
import type { OrderEvent } from '#domain/record/orders/order-event.ts';
import { changeableFields, type OrderKind, orderNames } from '#domain/record/orders/record-order.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { formatCitation } from '#law/cite.ts';
import type { Remedy } from '#law/remedies.ts';
import { maskIdentifier } from '../access/mask.ts';
import type { SubjectRow } from '../access/subject-store.ts';
import type { PaperContent } from '../catalog/order-paper.ts';
import type { OrderRow } from '../record/orders/order-store.ts';
import type { RecordRow } from '../record/record-view.ts';
import { paperContact } from './item-papers.ts';

/** Everything the notice of an order is written from. */
export interface OrderFile {
  readonly order: OrderRow;
  readonly event: OrderEvent;
  readonly subject: SubjectRow;
  readonly record: RecordRow;
  /** The unit that found the record. */
  readonly unit: Unit;
  /** Whose act it was; signs. */
  readonly signer: Unit;
  readonly remedies: readonly Remedy[];
}

const titles: Readonly<Partial<Record<OrderKind, string>>> = {
  annulment: '失信信息撤回告知书',
  change: '失信信息变更告知书',
  shielding: '失信信息临时屏蔽告知书',
  restoring: '失信信息恢复公示告知书',
  completion: '重整计划、和解协议执行完毕登记告知书',
  deregistration: '主体注销停止公示告知书',
};

/** What is done, as the paper says it. */
const decisions: Readonly<Partial<Record<OrderKind, string>>> = {
  annulment: '撤回该信息',
  change: '变更该信息',
  shielding: '临时屏蔽该信息',
  restoring: '恢复公示该信息',
  completion: '登记执行完毕',
  deregistration: '停止公示该信息',
};

/** What the notice is called. */
export function orderNoticeTitle({ order, event }: Pick<OrderFile, 'order' | 'event'>): string {
  if (event.type === 'declined') return order.kind === 'shielding' ? '不予临时屏蔽告知书' : '不予登记执行完毕告知书';
  return titles[order.kind] ?? '失信信息处置告知书';
}

/** Kinds that leave the subject worse than before, so that its remedies are printed. */
const adverse: readonly OrderKind[] = ['change', 'restoring'];

/** 告知书: what was decided about the record, why, on which clause, and what follows. */
export function orderNotice(file: OrderFile): PaperContent {
  const { order, event, subject, signer } = file;
  const declined = event.type === 'declined' ? event.payload.reasons : null;
  const copiesTo = copies(file);
  return {
    kind: 'general-notice',
    subject: {
      kind: subject.kind,
      name: subject.name,
      identifier: maskIdentifier(subject.kind, subject.identifier),
      identifierLabel: subject.kind === 'person' ? '身份证件号码' : '统一社会信用代码',
    },
    sections: declined ? declinedSections(file, declined) : orderedSections(file),
    ...(declined || adverse.includes(order.kind) ? { remedies: remedyLines(file.remedies) } : {}),
    contact: paperContact(signer),
    ...(copiesTo.length > 0 ? { copiesTo } : {}),
  };
}

const you = (subject: SubjectRow) => (subject.kind === 'organisation' ? '你单位' : '你（单位）');
/** Papers write days without the weekday. */
const dateText = (day: PlainDate) => formatChinese(day).replace(/（.*）/, '');
const stop = (text: string) => text.trim().replace(/[。；]$/, '');

function recordWords({ record, subject }: OrderFile): string {
  const plain = plainRecord({ recordType: record.record_type, facts: record.facts });
  return `${record.organ_name}${dateText(record.finding_date)}对${you(subject)}作出的${record.doc_number}（${stop(plain)}）`;
}

/** A case number brings its brackets along: （2026）赣01破1号. */
const bracketed = (number: string) => (/^[（(〔]/.test(number) ? number : `（${number}）`);

function groundWords({ order }: OrderFile): string {
  const { ground } = order.content;
  return ground ? `${ground.office}${dateText(ground.day)}《${ground.title}》${bracketed(ground.number)}` : '';
}

const basisOf = (cites: readonly string[]) => [...new Set(cites.map(formatCitation))].join('、');

function orderedSections(file: OrderFile): { heading: string; text: string }[] {
  const { order, signer } = file;
  const { content, cites } = order;
  const basis = basisOf(cites);
  const changes = content.changes.map(
    (one) => `将“${changeableFields[one.field]}”由“${one.before || '空'}”变更为“${one.after}”。`,
  );
  const statement = content.statement ? [`声明写在公示处，并写明作出裁定的法院、日期和文号。`] : [];
  return [
    {
      heading: '事由和依据',
      text: `${recordWords(file)}，${reasonWords(file)}${basis ? `依据${basis}，` : ''}${signer.name}办理：${decisions[order.kind] ?? orderNames[order.kind]}。`,
    },
    { heading: '处理的内容', text: [`${stop(content.text)}。`, ...changes, ...statement].join('\n') },
    { heading: '办理的时间', text: whenWords(file) },
    { heading: '以后怎样', text: nextWords(order.kind, content.statement !== null) },
  ];
}

function reasonWords(file: OrderFile): string {
  const ground = groundWords(file);
  switch (file.order.kind) {
    case 'annulment':
      return `${ground}已经撤销该决定。`;
    case 'change':
      return `${ground}已经变更该决定。`;
    case 'shielding':
      return `${ground}已经批准重整计划或者认可和解协议。`;
    case 'restoring':
      return `${ground}载明重整计划或者和解协议没有执行成功。`;
    case 'completion':
      return `${ground}已经确认重整计划或者和解协议执行完毕。`;
    case 'deregistration':
      return `${ground}载明${you(file.subject)}已经注销。`;
    default:
      return `${ground}。`;
  }
}

function whenWords({ order, event, unit, signer }: OrderFile): string {
  const told = unit.unitId === signer.unitId ? '' : `，并推送给${unit.name}`;
  if (order.kind === 'completion') return `${dateText(event.on)}登记${told}。`;
  const due = order.due_on ? `，最迟${dateText(order.due_on)}办完` : '';
  return `${dateText(event.on)}起通知信用中国（江西）、国家企业信用信息公示系统（江西）、江西省公共信用信息平台办理${due}${told}。`;
}

function nextWords(kind: OrderKind, hasStatement: boolean): string {
  switch (kind) {
    case 'annulment':
      return '撤回的信息不再公示，不用申请修复；有公示网站仍在显示的，可以向本机关提出。';
    case 'change':
      return '公示的期限和能不能申请修复，按变更后的内容重新计算；认为变更后的内容仍有错误的，可以提出异议。';
    case 'shielding':
      return `重整计划或者和解协议没有执行成功的，恢复公示${hasStatement ? '并取消声明' : ''}；执行完毕的，可以持法院确认执行完毕的裁定书申请信用修复。屏蔽不等于信用修复。`;
    case 'restoring':
      return '恢复公示以后，公示的期限照原来计算；符合条件的，仍可以申请信用修复。';
    case 'completion':
      return '可以持该裁定书申请信用修复；准予修复以前，该信息继续屏蔽。';
    case 'deregistration':
      return '法定代表人、负责人受到的任职、从业限制不因注销结束；其他领域的信息不随注销停止公示。';
    default:
      return '办理的进展可以在“我的失信信息”查看。';
  }
}

function declinedSections(file: OrderFile, reasons: readonly string[]): { heading: string; text: string }[] {
  const { order, subject } = file;
  const basis = basisOf(order.cites);
  return [
    {
      heading: '申请的事项',
      text: `${you(subject)}${dateText(order.opened_on)}持${groundWords(file)}，就${recordWords(file)}申请：${orderNames[order.kind]}。`,
    },
    {
      heading: '不予办理的理由',
      text: [...reasons.map((one, at) => `${at + 1}. ${stop(one)}。`), ...(basis ? [`有关规定：${basis}。`] : [])].join(
        '\n',
      ),
    },
    { heading: '以后怎样', text: '补齐文书或者情形变化后，可以再次申请。' },
  ];
}

function remedyLines(remedies: readonly Remedy[]): string {
  const lines = remedies.map((one, at) => `${at + 1}. ${one.name}：${stop(one.text)}（${formatCitation(one.cite)}）。`);
  return ['不服的，可以选择下列途径：', ...lines].join('\n');
}

/** Who gets a copy: the administrator that asked; the organ that found the record, where another ends its display (107号 art 20 ¶1). */
function copies({ order, unit, signer }: OrderFile): string[] {
  return [
    ...(order.content.origin === 'administrator' ? ['管理人'] : []),
    ...(unit.unitId === signer.unitId ? [] : [unit.name]),
  ];
}
