import type { FormContent } from '#contract/intake.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { type FormMark, fieldLabels, prefillable } from '#domain/intake/form-marks.ts';
import type { Item } from '#domain/item/item.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { matterKeys } from '#law/matter-keys.ts';
import { isMatterKey } from '#law/matters.ts';
import { systemName } from '../casework/exchange-words.ts';
import type { PaperContent } from '../catalog/order-paper.ts';
import { annexAnswers } from '../intake/annex-answers.ts';
import type { ApplicationRow } from '../intake/intake-store.ts';
import type { OriginalRow } from '../intake/window/original-store.ts';
import type { RecordRow } from '../record/record-view.ts';
import { matterOf, unitOf } from './item-file.ts';
import { paperContact, paperRecord, paperSubject } from './item-papers.ts';
import { receivedMaterials } from './paper-words.ts';
import { paperSignature } from './signature-strokes.ts';

/** An application with its items, as they were lodged. */
export interface ApplicationFile {
  readonly application: ApplicationRow;
  /** In the order of their numbers. */
  readonly items: readonly Item[];
  readonly records: ReadonlyMap<string, RecordRow>;
  readonly catalog: Catalog;
  readonly queryCode: string;
  /** Papers whose originals the window keeps for now. */
  readonly originals: readonly OriginalRow[];
}

/** The joint form, the commitment and the receipt: what an applicant has in hand after submitting. */
export function applicationPapers(file: ApplicationFile): PaperContent[] {
  return [jointForm(file), commitment(file), receipt(file)];
}

function jointForm(file: ApplicationFile): PaperContent {
  const { application, items, records, catalog } = file;
  return {
    kind: 'joint-application-form',
    subject: paperSubject(application.form),
    matters: matterKeys.filter((key) => items.some((item) => item.matterKey === key)),
    laterMatters: [
      ...new Set(items.filter((item) => !isMatterKey(item.matterKey)).map((item) => matterOf(catalog, item).name)),
    ],
    records: items.map((item) => ({
      ...paperRecord(records.get(item.recordId)!),
      matterName: matterOf(catalog, item).name,
      itemNumber: item.number,
    })),
    statement: application.form.facts,
    ...(application.form.agent ? { agent: application.form.agent } : {}),
    ...footNote(application.form),
    annex: items.flatMap((item) => {
      const given = application.items.find((one) => one.recordId === item.recordId)?.extra ?? {};
      const { organName, docNumber } = paperRecord(records.get(item.recordId)!);
      const answers = annexAnswers(catalog, item.matterKey, given);
      return answers.length > 0 ? [{ matterName: matterOf(catalog, item).name, organName, docNumber, answers }] : [];
    }),
    signature: paperSignature(application.commitment.signature),
    appliedOn: application.submitted_on,
  };
}

/** 注: which values the applicant typed or changed, so that the officer knows what no register vouches for. */
function footNote({ marks = {} }: FormContent): { footNote?: string } {
  const named = (mark: FormMark) =>
    prefillable.filter((field) => marks[field] === mark).map((field) => fieldLabels[field]);
  const [typed, changed] = [named('typed'), named('changed')];
  const parts = [
    typed.length > 0 ? `${typed.join('、')}由申请人自填` : '',
    changed.length > 0 ? `${changed.join('、')}经申请人修改，与登记信息不同` : '',
  ].filter(Boolean);
  return parts.length > 0 ? { footNote: `注：${parts.join('；')}。` } : {};
}

function commitment({ application }: ApplicationFile): PaperContent {
  return {
    kind: 'commitment',
    subject: paperSubject(application.form),
    signature: paperSignature(application.commitment.signature),
    signedOn: application.submitted_on,
  };
}

/** What happens to an item next, in the words of the receipt. */
function nextStepOf(item: Item): string {
  if (item.decider === 'our-desk') return '向“信用中国”登记，由办理单位决定是否受理';
  return `送到${systemName(item.receiver)}办理`;
}

function receipt(file: ApplicationFile): PaperContent {
  const { application, items, records, catalog } = file;
  const window = application.window_unit_id === null ? undefined : unitOf(catalog, application.window_unit_id);
  const here = items.filter((item) => item.decider === 'our-desk').length;
  return {
    kind: 'receipt',
    subject: paperSubject(application.form),
    applicationNumber: application.number,
    queryCode: file.queryCode,
    channel: window?.name ?? '线上办理（江西政务服务网）',
    ...(window ? { clerk: application.submitted_by.name } : {}),
    receivedOn: application.submitted_on,
    items: items.map((item) => ({
      number: item.number,
      matterName: matterOf(catalog, item).name,
      authority: unitOf(catalog, item.unitId).name,
      recordDocNumber: records.get(item.recordId)!.doc_number,
      nextStep: nextStepOf(item),
    })),
    nextSteps: [
      { text: '平台把每一项送到各自的办理单位，不用您逐家提交' },
      ...(here > 0 ? [{ text: '“信用中国”登记之日起开始计算办理期限，办理单位先决定是否受理，再作出决定' }] : []),
      ...(here < items.length ? [{ text: '在业务系统办理的事项，进展和结果自动回到平台' }] : []),
      { text: '需要补正和有结果时通知您；其他时候不用您做什么' },
    ],
    materials: received(file),
    ...(window ? { contact: paperContact(window) } : {}),
  };
}

/** Everything handed in with the application, each name once. */
function received({ application, items, catalog, originals }: ApplicationFile) {
  const all = items.flatMap((item) =>
    receivedMaterials(
      matterOf(catalog, item),
      application.items.find((one) => one.recordId === item.recordId)?.materials ?? [],
    ),
  );
  const kept = originals.map((one) => ({
    name: `${one.name}（${one.pages}页，存${one.place}，最迟${formatChinese(one.return_by)}归还）`,
    source: '原件留在窗口',
  }));
  return [...new Map(all.map((one) => [one.name, one])).values(), ...kept];
}
