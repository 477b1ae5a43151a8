import type { RecordView, SubjectView, Verdict } from '#contract/record.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { formatChinese, type PlainDate } from '#domain/plain-date.ts';
import { assessWithSteps } from '#domain/record/assess.ts';
import type { Verdict as Assessment } from '#domain/record/assess-case.ts';
import type { GroundPaper, HeldBack } from '#domain/record/orders/record-order.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { whatWouldChange } from '#domain/record/what-would-change.ts';
import { openingDay } from '#domain/record/what-would-change-days.ts';
import { formatCitation } from '#law/cite.ts';
import { maskIdentifier } from '../access/mask.ts';
import type { SubjectRow } from '../access/subject-store.ts';
import { caseOf } from './assess-record.ts';
import { heldBackView } from './held-back-view.ts';
import { wayView } from './way-view.ts';

/** A record as stored, with its repair notice if one was made. */
export interface RecordRow {
  readonly subject_key: string;
  readonly record_id: string;
  readonly matter_key: string;
  readonly record_type: string;
  readonly doc_number: string;
  readonly finding_date: string;
  readonly published_date: string | null;
  readonly organ_name: string;
  readonly organ_code: string | null;
  readonly unit_id: string | null;
  readonly region_code: string;
  readonly facts: Record<string, unknown>;
  readonly duties_performed: boolean;
  readonly correction_date: string | null;
  readonly class: 'minor' | 'general' | 'serious' | null;
  readonly repaired_on: string | null;
  readonly held_back: HeldBack | null;
  readonly held_back_on: string | null;
  /** The ruling behind a shielding. */
  readonly held_back_ground: Omit<GroundPaper, 'attachmentId'> | null;
  readonly plan_completed_on: string | null;
  readonly barred_on: string | null;
  readonly restarts_on: string | null;
  /** Of the subject: every market record of it is barred since. */
  readonly market_barred_on: string | null;
}

/** `select ${recordColumns} from record r …` gives RecordRow. */
export const recordColumns = `r.subject_key, r.record_id, r.matter_key, r.record_type, r.doc_number, r.finding_date, r.published_date, r.organ_name, r.organ_code,
  r.unit_id, r.region_code, r.facts, r.duties_performed, r.correction_date, r.class, r.repaired_on,
  r.held_back, r.held_back_on, r.held_back_ground, r.plan_completed_on, r.barred_on, r.restarts_on,
  (select b.market_barred_on from subject b where b.subject_key = r.subject_key) as market_barred_on`;

/** The verdict with citations as they read. */
export function verdictView(verdict: Assessment): Verdict {
  return {
    class: verdict.class,
    verdict: verdict.verdict,
    publication: { ...verdict.publication },
    application: { ...verdict.application },
    limits: { ...verdict.limits },
    reasons: verdict.reasons.map((one) => ({
      code: one.code,
      text: one.text,
      cite: one.cite,
      citeText: formatCitation(one.cite),
    })),
  };
}

/** A repaired record is shown nowhere any more and needs nothing. */
function repairedView(on: string, verdict: Verdict, removedBy?: unknown): Verdict {
  const text =
    typeof removedBy === 'string'
      ? `异议${removedBy}成立，列入有误，已于${formatChinese(on)}停止公示，不用再申请。`
      : `已于${formatChinese(on)}修复，各平台停止公示，不用再申请。`;
  const cite = typeof removedBy === 'string' ? 'samr68r:15' : 'ndrc36:3';
  return {
    ...verdict,
    verdict: 'not-published',
    publication: { ...verdict.publication, shown: false },
    application: { route: 'none', from: null },
    reasons: [{ code: 'repaired', text, cite, citeText: formatCitation(cite) }],
  };
}

/** A record with what can be done about it on a day. The item that holds it and its notice are added by who knows them. */
export function toRecordView(
  row: RecordRow,
  subjectKind: SubjectRow['kind'],
  catalog: Catalog,
  on: PlainDate,
  held: Pick<RecordView, 'openItem' | 'repairNotice'> = { openItem: null, repairNotice: null },
): RecordView {
  const input = caseOf(catalog, row, subjectKind, on);
  const { steps, ...verdict } = assessWithSteps(input);
  const assessed = verdictView(verdict);
  const repaired = row.repaired_on !== null && row.repaired_on <= on ? row.repaired_on : null;
  const settled = repaired !== null || held.openItem !== null;
  return {
    subjectKey: row.subject_key,
    recordId: row.record_id,
    matterKey: row.matter_key,
    matterName: catalog.matters.find((one) => one.matterKey === row.matter_key)?.name ?? row.matter_key,
    recordType: row.record_type,
    docNumber: row.doc_number,
    findingDate: row.finding_date,
    publishedDate: row.published_date,
    organName: row.organ_name,
    unitId: row.unit_id,
    unitName: (row.unit_id ? catalog.units.get(row.unit_id)?.name : null) ?? null,
    regionCode: row.region_code,
    plain: plainRecord({ recordType: row.record_type, facts: row.facts }),
    facts: row.facts,
    dutiesPerformed: row.duties_performed,
    repairedOn: row.repaired_on,
    heldBack: heldBackView(row, catalog, on),
    verdict: repaired === null ? assessed : repairedView(repaired, assessed, row.facts.removedByObjection),
    next: settled ? null : wayView(whatWouldChange(input, { ...verdict, steps }).next),
    opensOn: settled ? null : (openingDay(input)?.day ?? null),
    ...held,
  };
}

/** A subject for a screen: identifiers of persons are masked unless the reader is entitled to them. */
export function toSubjectView(row: SubjectRow, entitled: boolean): SubjectView {
  return {
    subjectKey: row.subject_key,
    kind: row.kind,
    name: row.name,
    ...(row.former_names.length > 0 ? { formerNames: row.former_names } : {}),
    identifier: entitled ? row.identifier : maskIdentifier(row.kind, row.identifier),
    address: row.address,
    phone: row.phone,
    legalRep: row.legal_rep,
    registryOrgan: row.registry_organ,
    regionCode: row.region_code,
  };
}
