import type { FormContent } from '#contract/intake.ts';
import type { PaperContact, PaperItem, PaperRecord, PaperSubject } from '#contract/paper-parts.ts';
import type { Catalog, Unit } from '#domain/catalog/catalog.ts';
import type { EventOf } from '#domain/item/events.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { formatCitation } from '#law/cite.ts';
import { maskIdentifier } from '../access/mask.ts';
import { systemName } from '../casework/exchange-words.ts';
import type { NumberedPaper } from '../catalog/document-number.ts';
import type { PaperContent, PaperNumber } from '../catalog/order-paper.ts';
import type { RecordRow } from '../record/record-view.ts';
import { grant, refusal, revocation } from './decision-content.ts';
import type { ItemFile } from './item-file.ts';
import { receivedMaterials, remedyText } from './paper-words.ts';

/** One paper that follows from an event: who signs it, its number, what it says. */
export interface ItemPaperDraft {
  readonly signedBy: Unit;
  readonly number: PaperNumber;
  readonly issuedOn: PlainDate;
  readonly content: PaperContent;
}

/** The paper of an event, as the item stood then; undefined where the event has none. */
export function itemPaper(file: ItemFile, catalog: Catalog): ItemPaperDraft | undefined {
  const { event, unit } = file;
  switch (event.type) {
    case 'accepted':
      return draft(file, unit, acceptance(file));
    case 'declined':
      return draft(file, unit, decline(file, event), event.payload.docNumber);
    case 'correction-requested':
      return draft(file, unit, correction(file, event));
    case 'extended':
      return draft(file, unit, extension(file, event));
    case 'granted':
      return draft(file, unit, grant(file, shared(file), event), event.payload.docNumber);
    case 'refused':
      return draft(file, unit, refusal(file, shared(file), event), event.payload.docNumber);
    case 'revoked':
      return draft(file, unit, revocation(file, shared(file), event), event.payload.docNumber);
    case 'handed-over':
      return draft(file, forwarderOf(file, catalog), forwarding(file, event));
    case 'withdrawn':
      // In the name of the organ that was asked to decide; where that works in its own system, of who forwarded the item there.
      return draft(file, file.item.decider === 'our-desk' ? unit : forwarderOf(file, catalog), withdrawal(file, event));
    default:
      return undefined;
  }
}

function draft(
  file: ItemFile,
  signedBy: Unit,
  content: PaperContent | undefined,
  docNumber?: string,
): ItemPaperDraft | undefined {
  if (!content) return undefined;
  const number = docNumber ?? { unit: signedBy, kind: content.kind as NumberedPaper };
  return { signedBy, number, issuedOn: file.event.on, content };
}

/** Who hands items to other systems: the window that took them in, else the province's lead department. */
export function forwarderOf(file: Pick<ItemFile, 'window' | 'unit'>, catalog: Catalog): Unit {
  if (file.window) return file.window;
  const leads = [...catalog.units.values()].filter((unit) => unit.kind === 'lead' && unit.level === 'province');
  return leads.find((unit) => unit.sector === 'ndrc') ?? leads[0] ?? file.unit;
}

const kindLabels = { organisation: '统一社会信用代码', 'sole-trader': '统一社会信用代码', person: '身份证件号码' };

/** The applicant as the form named it; the number of a person is masked, as papers are passed on. */
export function paperSubject(form: FormContent): PaperSubject {
  return {
    kind: form.subjectKind,
    name: form.name,
    identifier: maskIdentifier(form.subjectKind, form.identifier),
    identifierLabel: kindLabels[form.subjectKind],
    address: form.address,
    phone: form.phone,
    legalRep: form.legalRep,
    registryOrgan: form.registryOrgan,
  };
}

export function paperRecord(record: RecordRow): PaperRecord {
  return {
    organName: record.organ_name,
    docNumber: record.doc_number,
    findingDate: record.finding_date,
    summary: plainRecord({ recordType: record.record_type, facts: record.facts }),
  };
}

export function paperContact(unit: Unit): PaperContact {
  return {
    name: unit.name,
    ...(unit.phone === null ? {} : { phone: unit.phone }),
    ...(unit.address === null ? {} : { address: unit.address }),
  };
}

const paperItem = (file: ItemFile): PaperItem => ({ number: file.item.number, matterName: file.matter.name });

function shared(file: ItemFile) {
  return {
    subject: paperSubject(file.application.form),
    item: paperItem(file),
    record: paperRecord(file.record),
    appliedOn: file.application.submitted_on,
    basis: file.event.cites.map(formatCitation),
    contact: paperContact(file.unit),
  };
}

function handedIn(file: ItemFile) {
  return file.application.items.find((one) => one.recordId === file.item.recordId)?.materials ?? [];
}

function acceptance(file: ItemFile): PaperContent | undefined {
  const clock = file.item.clocks.decision;
  // Without a limit in law there is no day to promise, and a notice would promise one.
  if (!clock) return undefined;
  return {
    kind: 'acceptance-notice',
    ...shared(file),
    acceptedOn: file.event.on,
    dueOn: clock.due,
    limitText: `${clock.days}个工作日`,
    materials: receivedMaterials(file.matter, handedIn(file), file.corrected),
  };
}

function decline(file: ItemFile, event: EventOf<'declined'>): PaperContent {
  return {
    kind: 'decline-notice',
    ...shared(file),
    reasons: event.payload.reasons.map(({ text }) => ({ text })),
    insteadText: '上述情形消除后，可以通过原申请渠道或者就近的政务服务中心综合窗口重新提出申请。',
    remedies: remedyText(file.matter),
  };
}

function correction(file: ItemFile, event: EventOf<'correction-requested'>): PaperContent | undefined {
  const clock = file.item.clocks.correction;
  if (!clock) return undefined;
  return {
    kind: 'correction-notice',
    ...shared(file),
    missing: event.payload.missing.map(({ name, reason }) => ({ name, reason })),
    respondBy: clock.due,
    respondByText: `自本通知发出之日起${clock.days}个工作日内`,
    otherwiseText:
      '材料补齐后，重新计算是否受理的期限。过了上述日期没有补齐的，不视为撤回，由本机关按现有材料决定是否受理。一时不能补齐的，可以撤回申请，备齐后再次提出。',
  };
}

function extension(file: ItemFile, event: EventOf<'extended'>): PaperContent | undefined {
  const before = file.before.clocks.decision;
  const after = file.item.clocks.decision;
  if (!before || !after) return undefined;
  return {
    kind: 'extension-notice',
    ...shared(file),
    acceptedOn: file.acceptedOn ?? before.start,
    dueBefore: before.due,
    dueOn: after.due,
    extensionText: `${event.payload.days}个工作日`,
    reason: event.payload.reason,
  };
}

function forwarding(file: ItemFile, event: EventOf<'handed-over'>): PaperContent {
  const { system, receiptNo, receivedOn } = event.payload;
  return {
    kind: 'forwarding-note',
    subject: paperSubject(file.application.form),
    applicationNumber: file.application.number,
    receiver: file.unit.name,
    through: systemName(system),
    handedOn: receivedOn,
    receiptNumber: receiptNo,
    items: [{ ...paperItem(file), record: paperRecord(file.record) }],
    materials: receivedMaterials(file.matter, handedIn(file)),
    notes: [
      `上列事项由${file.unit.name}在${systemName(system)}依法办理并作出决定，办理期限自该单位收到之日起计算`,
      '办理进展和结果回传后，在“我的申请”和综合窗口都可以查询，并通知申请人',
    ],
    contact: paperContact(file.unit),
  };
}

function withdrawal(file: ItemFile, event: EventOf<'withdrawn'>): PaperContent {
  return {
    kind: 'withdrawal-note',
    ...shared(file),
    withdrawnOn: event.on,
    reason: event.payload.reason,
    consequence: '撤回不影响该失信信息的公示，也不影响以后再次申请。',
  };
}
