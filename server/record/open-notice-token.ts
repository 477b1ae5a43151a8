import type { ReplyOf } from '#contract/endpoint.ts';
import type { openNoticeToken as contract } from '#contract/repair-notices.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { maskName } from '../access/mask.ts';
import { findSubject } from '../access/subject-store.ts';
import type { Services } from '../platform/app-context.ts';
import { caseOf } from './assess-record.ts';
import { explanationOf } from './explain-record.ts';
import { findNotice, findNoticeToken } from './notice-store.ts';
import { noticeEdition } from './notices/notice-edition.ts';
import { findRecord } from './record-store.ts';
import { verdictView } from './record-view.ts';

/**
 * What the QR of a notice opens for whoever scans it: which record it is and whether it can be repaired now. The token is the
 * permission; names of persons stay masked, since a paper can be lost.
 */
export async function openNoticeToken(services: Services, token: string): Promise<ReplyOf<typeof contract> | Refusal> {
  const catalog = await services.catalog();
  const gone = refuse('not-found', 'notice-link-unknown', '没有找到这份告知书，请核对二维码是否完整。');
  const place = await services.db.read({ sees: 'none' }, (tx) => findNoticeToken(tx, token));
  if (!place) return gone;
  const { subject_key: subjectKey, record_id: recordId } = place;
  return services.db.read({ sees: 'subject', subjects: [subjectKey] }, async (tx) => {
    const record = await findRecord(tx, subjectKey, recordId);
    const subject = await findSubject(tx, subjectKey);
    if (!record || !subject) return gone;
    if (record.repaired_on)
      return refuse('conflict', 'record-repaired', `这条信息已于 ${record.repaired_on} 修复，不用再申请。`);
    const today = services.clock.today();
    const { verdict, dates, next } = explanationOf(caseOf(catalog, record, subject.kind, today));
    const notice = await findNotice(tx, subjectKey, recordId);
    const sector = (record.unit_id && catalog.units.get(record.unit_id)?.sector) || '';
    const inForce = noticeEdition(catalog, record.matter_key, sector, today);
    return {
      subjectKey,
      recordId,
      maskedName: maskName(subject.kind, subject.name),
      matterName: catalog.matters.find((one) => one.matterKey === record.matter_key)?.name ?? record.matter_key,
      organName: record.organ_name,
      docNumber: record.doc_number,
      verdict: verdictView(verdict),
      dates,
      next,
      notice: notice
        ? {
            edition: notice.edition,
            editionFrom: notice.edition_from,
            servedOn: notice.served_on,
            inForce: { edition: inForce.edition, from: inForce.from },
          }
        : null,
    };
  });
}
