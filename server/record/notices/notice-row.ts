import type { NoticeRow } from '#contract/notice-queue.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { diffDays, type PlainDate } from '#domain/plain-date.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import type { SubjectRow } from '../../access/subject-store.ts';
import { daysAfterDecision } from '../notice-store.ts';
import { noticeWords } from './make-notice.ts';
import type { NoticeQueueRow } from './notice-queue-store.ts';

/** The day of an instant in Shanghai. */
export function dayOf(instant: string): PlainDate {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** What has to be done with an unserved notice before it goes out. */
export interface NoticeState {
  /** It would read differently if it were made today. */
  readonly outdated: boolean;
  /** The unit has still to name the class of the record. */
  readonly classNeeded: boolean;
}

const settledNotice: NoticeState = { outdated: false, classNeeded: false };

/** A decision for a list. Its state is worked out by the caller, who may know the subject as a whole. */
export function toNoticeRow(row: NoticeQueueRow, catalog: Catalog, today: PlainDate, state = settledNotice): NoticeRow {
  const days = daysAfterDecision(row);
  return {
    subjectKey: row.subject_key,
    recordId: row.record_id,
    noticeId: row.notice_id,
    paperId: row.paper_id,
    subjectName: row.subject_name,
    matterName: catalog.matters.find((one) => one.matterKey === row.matter_key)?.name ?? row.matter_key,
    plain: plainRecord({ recordType: row.record_type, facts: row.facts }),
    docNumber: row.doc_number,
    findingDate: row.finding_date,
    recordedOn: dayOf(row.created_at),
    unitId: row.unit_id ?? '',
    unitName: (row.unit_id ? catalog.units.get(row.unit_id)?.name : null) ?? row.organ_name,
    noticeNumber: row.notice_number,
    edition: row.edition,
    editionFrom: row.edition_from,
    ...state,
    printed: row.paper_state === 'printed',
    servedHow: row.served_how,
    servedOn: row.served_on,
    servedWithDecision: days === null ? null : days === 0,
    daysAfterDecision: days,
    waitingDays: Math.max(0, diffDays(row.finding_date, today)),
  };
}

/** How the notice of a decision stands to the law of today. What was served is never out of date. */
export function stateOfNotice(
  catalog: Catalog,
  row: NoticeQueueRow,
  subject: SubjectRow | undefined,
  today: PlainDate,
): NoticeState {
  const unit = row.unit_id ? catalog.units.get(row.unit_id) : undefined;
  if (!unit || !subject || row.notice_id === null || row.served_on !== null) return settledNotice;
  const words = noticeWords({ catalog, unit, on: today, applyUrl: '' }, row, subject);
  if (!words) return settledNotice;
  return { outdated: words.digest !== row.content_digest, classNeeded: words.classNeeded };
}
