import { randomBytes } from 'node:crypto';
import type { Catalog, Unit } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { findSubject, type SubjectRow } from '../../access/subject-store.ts';
import { orderPaper } from '../../catalog/order-paper.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { v7 } from '../../platform/uuid.ts';
import { assessRecord } from '../assess-record.ts';
import { insertNotice, type RepairNoticeRow } from '../notice-store.ts';
import type { RecordRow } from '../record-view.ts';
import { isClassNeeded, matterOfRecord, type NoticeContent, repairNoticeContent } from '../repair-notice-content.ts';
import { contentDigest, type NoticeEdition, noticeEdition } from './notice-edition.ts';

/** What a notice is made from, beside the record. */
export interface NoticeMaking {
  readonly services: Services;
  readonly catalog: Catalog;
  readonly unit: Unit;
  /** Officer, partner's key or `platform`. */
  readonly madeBy: string;
  /** Without it the paper waits for `print-notices`, which prints many one after the other. */
  readonly printNow: boolean;
}

/** What the notice of a record would say on a day; undefined for a record without matter or subject. */
export interface NoticeWords {
  readonly content: NoticeContent;
  readonly edition: NoticeEdition;
  readonly digest: string;
  /** Law leaves the class to the unit, which has not named it. */
  readonly classNeeded: boolean;
}

/** The words of the notice of a record as law has them on a day. */
export function noticeWords(
  it: { readonly catalog: Catalog; readonly unit: Unit; readonly on: PlainDate; readonly applyUrl: string },
  record: RecordRow,
  subject: SubjectRow,
): NoticeWords | undefined {
  const { catalog, unit, on } = it;
  const matter = matterOfRecord(catalog, record, on);
  if (!matter) return undefined;
  const edition = noticeEdition(catalog, matter.matterKey, unit.sector, on);
  const verdict = assessRecord(catalog, record, subject.kind, on);
  const content = repairNoticeContent({ ...it, matter, record, subject, verdict, edition });
  return { content, edition, digest: contentDigest(content), classNeeded: isClassNeeded(verdict) };
}

/**
 * Makes the notice of a record: its row, the directory's entry of its code, its paper with everything it says. The caller has seen that
 * none is current; `token` is that of the edition it replaces, since the code opens the record and not the paper. Undefined where the
 * record has no matter or subject.
 */
export async function makeNotice(
  tx: Tx,
  making: NoticeMaking,
  record: RecordRow,
  token?: string,
): Promise<RepairNoticeRow | undefined> {
  const { services, catalog, unit } = making;
  const on = services.clock.today();
  const subject = await findSubject(tx, record.subject_key);
  if (!subject) return undefined;
  const code = token ?? randomBytes(24).toString('base64url');
  const words = noticeWords({ catalog, unit, on, applyUrl: applyUrlOf(services, code) }, record, subject);
  if (!words) return undefined;
  const now = services.clock.now();
  const paperId = v7(now);
  const notice = await insertNotice(tx, {
    subjectKey: record.subject_key,
    noticeId: v7(now),
    recordId: record.record_id,
    paperId,
    token: code,
    isNewToken: token === undefined,
    unitId: unit.unitId,
    regionCode: unit.regionCode,
    findingDate: record.finding_date,
    edition: words.edition.edition,
    editionFrom: words.edition.from,
    editionDigest: words.edition.digest,
    contentDigest: words.digest,
    madeBy: making.madeBy,
    at: now,
  });
  await orderPaper(
    tx,
    services.config,
    {
      subjectKey: record.subject_key,
      paperId,
      applicationId: null,
      itemId: null,
      recordId: record.record_id,
      organName: unit.name,
      number: { unit, kind: 'repair-notice' },
      issuedOn: on,
      content: words.content,
      units: [unit],
      windowUnitId: null,
      printLater: !making.printNow,
    },
    now,
  );
  return notice;
}

/** What the code on a notice opens. */
export function applyUrlOf(services: Services, token: string): string {
  return `${services.config.publicUrl}/notice/${token}`;
}
