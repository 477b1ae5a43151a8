import { randomBytes } from 'node:crypto';
import type { ReplyOf } from '#contract/endpoint.ts';
import type { makeRepairNotice as contract } from '#contract/record.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject } from '../access/subject-store.ts';
import { orderPaper } from '../catalog/order-paper.ts';
import type { Actor, Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { assessRecord } from './assess-record.ts';
import { findNotice, insertNotice, toNoticeView } from './notice-store.ts';
import { findRecord } from './record-store.ts';
import { matterOfRecord, repairNoticeContent } from './repair-notice-content.ts';

type View = ReplyOf<typeof contract>;

/** Which record an officer means. */
export interface RecordPath {
  readonly subjectKey: string;
  readonly recordId: string;
}

/** A record that another unit has found looks the same as one that is not there. */
export const recordNotFound = refuse('not-found', 'record-not-found', '没有找到这条信息，或者它不是本单位认定的。');

/** Makes 《信用修复告知书》 for a record of the own unit, once; asked again, it gives the first. */
export async function makeRepairNotice(services: Services, actor: Actor, path: RecordPath): Promise<View | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const scope = { sees: 'unit', unit: actor.unit.unitId } as const;
  // Read beforehand: a transaction that waits for a second connection can starve the pool.
  const catalog = await services.catalog();
  const made = await services.db.transaction(scope, (tx) => makeOnce(services, catalog, tx, actor, path));
  if (!isRefusal(made) || made.code !== 'notice-exists') return made;
  // Two clicks at once: the other one was faster, its notice stands.
  const first = await services.db.read(scope, (tx) => findNotice(tx, path.subjectKey, path.recordId));
  return first ? toNoticeView(first) : made;
}

async function makeOnce(
  services: Services,
  catalog: Catalog,
  tx: Tx,
  officer: Officer,
  path: RecordPath,
): Promise<View | Refusal> {
  const { subjectKey, recordId } = path;
  const record = await findRecord(tx, subjectKey, recordId);
  if (record?.unit_id !== officer.unit.unitId) return recordNotFound;
  const first = await findNotice(tx, subjectKey, recordId);
  if (first) return toNoticeView(first);
  if (record.repaired_on)
    return refuse('conflict', 'record-repaired', `这条信息已于 ${record.repaired_on} 修复，不必再制作告知书。`);
  const on = services.clock.today();
  const matter = matterOfRecord(catalog, record, on);
  const subject = await findSubject(tx, subjectKey);
  if (!matter || !subject) return recordNotFound;
  const now = services.clock.now();
  const paperId = v7(now);
  const token = randomBytes(24).toString('base64url');
  const notice = await insertNotice(tx, {
    subjectKey,
    noticeId: v7(now),
    recordId,
    paperId,
    token,
    unitId: officer.unit.unitId,
    regionCode: officer.unit.regionCode,
    madeBy: officer.officerId,
    at: now,
  });
  await orderPaper(
    tx,
    services.config,
    {
      subjectKey,
      paperId,
      applicationId: null,
      itemId: null,
      recordId,
      organName: officer.unit.name,
      number: { unit: officer.unit, kind: 'repair-notice' },
      issuedOn: on,
      content: repairNoticeContent({
        catalog,
        matter,
        record,
        subject,
        verdict: assessRecord(catalog, record, subject.kind, on),
        officer,
        applyUrl: `${services.config.publicUrl}/notice/${token}`,
        on,
      }),
      units: [officer.unit],
      windowUnitId: null,
    },
    now,
  );
  return toNoticeView(notice);
}
