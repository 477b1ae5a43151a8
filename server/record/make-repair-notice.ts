import type { RepairNoticeView } from '#contract/repair-notices.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { findNotice, lockNotice, supersedeNotice, toNoticeView } from './notice-store.ts';
import { makeNotice } from './notices/make-notice.ts';
import { findRecord } from './record-store.ts';
import type { RecordRow } from './record-view.ts';

/** Which record an officer means. */
export interface RecordPath {
  readonly subjectKey: string;
  readonly recordId: string;
}

/** A record that another unit has found looks the same as one that is not there. */
export const recordNotFound = refuse('not-found', 'record-not-found', '没有找到这条信息，或者它不是本单位认定的。');

/** Makes 《信用修复告知书》 for a record of the own unit, once; asked again, it gives the first. */
export async function makeRepairNotice(
  services: Services,
  actor: Actor,
  path: RecordPath,
): Promise<RepairNoticeView | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const scope = { sees: 'unit', unit: actor.unit.unitId } as const;
  // Read beforehand: a transaction that waits for a second connection can starve the pool.
  const catalog = await services.catalog();
  const made = await services.db.transaction(scope, async (tx) => {
    const record = await ownRecord(tx, actor, path);
    if (isRefusal(record)) return record;
    const first = await findNotice(tx, path.subjectKey, path.recordId);
    return first ? toNoticeView(first) : make(services, catalog, tx, actor, record);
  });
  if (!isRefusal(made) || made.code !== 'notice-exists') return made;
  // Two clicks at once: the other one was faster, its notice stands.
  const first = await services.db.read(scope, (tx) => findNotice(tx, path.subjectKey, path.recordId));
  return first ? toNoticeView(first) : made;
}

/**
 * Puts an unserved notice aside and makes it anew from the law of today. One that was served stays as it was served: what the person
 * holds in hand must be what stands in the file.
 */
export async function renewRepairNotice(
  services: Services,
  actor: Actor,
  path: RecordPath,
): Promise<RepairNoticeView | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  return services.db.transaction({ sees: 'unit', unit: actor.unit.unitId }, async (tx) => {
    const record = await ownRecord(tx, actor, path);
    if (isRefusal(record)) return record;
    const current = await lockNotice(tx, path.subjectKey, path.recordId);
    if (current?.served_on)
      return refuse(
        'conflict',
        'notice-served',
        `告知书已于 ${current.served_on} 送达，保持原样，不换新版。内容有变的，另行告知当事人。`,
      );
    if (current && !(await supersedeNotice(tx, path.subjectKey, current.notice_id, services.clock.now())))
      return refuse('conflict', 'notice-changed', '这份告知书刚刚被别人处理过，请刷新后再操作。');
    return make(services, catalog, tx, actor, record, current?.token);
  });
}

/** The record, where it is the officer's unit that found it and there is still something to repair. */
async function ownRecord(tx: Tx, officer: Officer, path: RecordPath): Promise<RecordRow | Refusal> {
  const record = await findRecord(tx, path.subjectKey, path.recordId);
  if (record?.unit_id !== officer.unit.unitId) return recordNotFound;
  if (record.held_back === 'annulled')
    return refuse('conflict', 'record-annulled', '这一条的决定已被撤销，信息已经撤回，不用再制作告知书。');
  if (!record.repaired_on || (await findNotice(tx, path.subjectKey, path.recordId))) return record;
  return refuse('conflict', 'record-repaired', `这条信息已于 ${record.repaired_on} 修复，不必再制作告知书。`);
}

async function make(
  services: Services,
  catalog: Catalog,
  tx: Tx,
  officer: Officer,
  record: RecordRow,
  token?: string,
): Promise<RepairNoticeView | Refusal> {
  const making = { services, catalog, unit: officer.unit, madeBy: officer.officerId, printNow: true };
  const notice = await makeNotice(tx, making, record, token);
  return notice ? toNoticeView(notice) : recordNotFound;
}
