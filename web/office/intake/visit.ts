import type { FormContent } from '#contract/intake.ts';
import type { RecordView } from '#contract/record.ts';
import { barsLodging } from '#domain/intake/lodge-item.ts';
import { dayText } from '../when.ts';
import type { Signed } from './SignatureField.tsx';
import type { Uploaded } from './UploadField.tsx';

/** One visit at the counter while it is being taken down. */
export interface Visit {
  readonly chosen: readonly string[];
  readonly form: Partial<FormContent>;
  readonly withAgent: boolean;
  readonly agent: { readonly name: string; readonly identifier: string; readonly phone: string };
  /** recordId → field key → text. */
  readonly extra: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** recordId → material key → files. */
  readonly files: Readonly<Record<string, Readonly<Record<string, readonly Uploaded[]>>>>;
  readonly agreed: boolean;
  readonly signed: Signed;
}

export const emptyVisit: Visit = {
  chosen: [],
  form: {},
  withAgent: true,
  agent: { name: '', identifier: '', phone: '' },
  extra: {},
  files: {},
  agreed: false,
  signed: { way: 'typed', name: '', path: '' },
};

/** Whether the record may be ticked; otherwise a sentence why not. The same bars as in domain/intake/lodge-item.ts. */
export function notTickable(record: RecordView): string | null {
  const { verdict, application } = record.verdict;
  if (record.openItem) return `已经在办（${record.openItem.number}），不能重复申请。`;
  if (record.repairedOn) return '已经修复，不用再申请。';
  if (!barsLodging(record.verdict)) return null;
  if (application.from) return `${dayText(application.from)}起可以申请。`;
  return verdict === 'no-route' ? '没有申请修复的途径，原因见下。' : '现在不能申请，原因见下。';
}

/** Records by what can be done about them now, then the newest finding first. */
export function byWhatCanBeDone(rank: (verdict: string) => number) {
  return (a: RecordView, b: RecordView): number => {
    const blocked = Number(notTickable(a) !== null) - Number(notTickable(b) !== null);
    if (blocked !== 0) return blocked;
    const order = rank(a.verdict.verdict) - rank(b.verdict.verdict);
    return order !== 0 ? order : b.findingDate.localeCompare(a.findingDate);
  };
}

/** The body of a joint application as the wire takes it. */
export function submissionOf(visit: Visit, requestId: string) {
  const { agent } = visit;
  const form = { registryOrgan: '', legalRep: '', ...visit.form } as FormContent;
  const signature =
    visit.signed.way === 'drawn'
      ? { way: 'drawn' as const, name: visit.signed.name.trim(), path: visit.signed.path }
      : { way: 'typed' as const, name: visit.signed.name.trim() };
  return {
    requestId,
    form: visit.withAgent ? { ...form, agent } : form,
    items: visit.chosen.map((recordId) => ({
      recordId,
      extra: { ...visit.extra[recordId] },
      materials: Object.entries(visit.files[recordId] ?? {})
        .filter(([, files]) => files.length > 0)
        .map(([key, files]) => ({ key, attachmentIds: files.map((one) => one.attachmentId) })),
    })),
    commitment: { agreed: true as const, signature },
  };
}

/** What is still open, in the order of the page; the keys name the place to go to. */
export function openPoints(visit: Visit): { id: string; text: string }[] {
  const points: { id: string; text: string }[] = [];
  if (visit.chosen.length === 0) points.push({ id: 'visit-records', text: '勾选要修复的失信信息。' });
  for (const [key, label] of [
    ['address', '住所'],
    ['phone', '联系电话'],
    ['facts', '申请事实和理由'],
  ] as const)
    if (!visit.form[key]?.trim()) points.push({ id: `field-${key}`, text: `填写${label}。` });
  if (visit.withAgent && Object.values(visit.agent).some((one) => !one.trim()))
    points.push({ id: 'field-agent-name', text: '填写经办人的姓名、证件号码和电话。' });
  if (!visit.agreed) points.push({ id: 'visit-commitment', text: '请来访人阅读承诺书并勾选同意。' });
  if (!visit.signed.name.trim()) points.push({ id: 'field-signer', text: '填写签名人姓名。' });
  if (visit.signed.way === 'drawn' && !visit.signed.path)
    points.push({ id: 'visit-signature', text: '请来访人签名。' });
  return points;
}

/** Faults of one ticked record, by what follows its place in the body: `extra.tax-ground`, `materials.proof`. */
export function faultsOf(faults: readonly { field: string; text: string }[], at: number): Record<string, string> {
  const before = `items.${at}.`;
  return Object.fromEntries(
    faults.filter((one) => one.field.startsWith(before)).map((one) => [one.field.slice(before.length), one.text]),
  );
}

/** Query codes given in this tab: shown once on the receipt, kept in memory only. */
export const queryCodes = new Map<string, string>();
