import { purposesFor } from '#domain/access/reading-purpose.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Scope, Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { findPurpose, type GivenPurpose } from './reading-purpose-store.ts';

/** What was read, in the words of the log. */
export const readingActs = {
  'read-item': '查看办件',
  'read-shared-data': '查询缴款记录和破产重整案件（共享数据）',
  'read-application': '查看申请',
  'read-form-numbers': '查看申请表里的证件号码',
  'read-attachment': '打开申请材料',
  'read-objection': '查看异议',
  'download-archive': '下载归档包',
  'open-paper': '打开文书',
  'download-everything': '下载一份申请的全部文件',
  'download-notices': '下载一批告知书',
  'open-proof': '打开送达凭证',
  'open-opinion-file': '打开征求意见的材料',
  'read-notice': '查看告知书和送达情况',
  'read-explanation': '查看结论和期限的推算',
  'read-orders': '查看信息处置',
  'read-questions': '查看提问和答复',
  'read-opinions': '查看征求的意见',
  'read-visit': '查看来访登记',
  'read-drafts': '查看没有提交的申请',
  'read-prefill': '预填申请表',
  'preview-decision': '预览决定',
  'list-records': '查看失信信息',
  'find-subjects': '查找主体',
  'found-subject': '查找主体时列出',
  'look-up-subject': '按代码核对主体',
  'open-unscanned': '打开还没有查毒的材料',
  'override-check-digit': '导入时放过校验码',
  'export-items': '导出办件清单',
  'export-import-report': '下载导入的逐行报告',
  'list-queue': '查看办件队列',
  'list-unit-records': '查看本单位的失信信息清单',
  'list-notices': '查看告知书送达清单',
  'list-orders': '查看信息处置清单',
  'list-objections': '查看异议清单',
  'list-opinions': '查看征求意见清单',
  'list-questions': '查看提问清单',
  'list-outside': '查看外部回执清单',
  'list-window': '查看窗口清单',
  'list-supervised': '查看督办清单',
  'list-import-rows': '查看导入的逐行结果',
  'read-readings': '查阅查看记录',
} as const;

/** Key of what was read. */
export type ReadingAct = keyof typeof readingActs;

/** One line of the log. */
export interface Reading {
  readonly act: ReadingAct;
  readonly subjectKey: string | null;
  readonly itemId?: string;
  /** null: neither follows from a case nor was asked for; `detail` says why. */
  readonly purpose: GivenPurpose | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Whose data went out together in one file: one line, told to each of them. */
  readonly subjectKeys?: readonly string[];
  /** A page asks the same again whenever it is looked at: what was noted in the last ten minutes is not noted twice. */
  readonly once?: true;
}

/** The reason of who works on the item itself. */
const ofTheCase: GivenPurpose = { purpose: 'case', note: '' };

/**
 * Notes one reading in the transaction that reads: what cannot be noted is not shown. The commit does not wait for the disk
 * (a crash of the database may lose the last half second of the log, nothing else; measured in docs/decisions/0022).
 */
export async function noteReading(tx: Tx, actor: Actor, reading: Reading, at: Date): Promise<void> {
  const officer = actor.kind === 'officer' ? actor : null;
  const id = officer?.officerId ?? (actor.kind === 'applicant' ? actor.sub : 'guest');
  const row = [
    v7(at),
    at,
    id,
    officer?.name ?? null,
    officer?.unit.unitId ?? null,
    officer?.unit.name ?? null,
    reading.act,
    reading.subjectKey,
    reading.itemId ?? null,
    reading.purpose?.purpose ?? null,
    reading.purpose?.note ?? null,
    JSON.stringify(reading.detail ?? {}),
    reading.once ? new Date(at.getTime() - 600_000) : at,
    reading.subjectKeys ? [...new Set(reading.subjectKeys)] : null,
  ];
  await tx.change(
    'reading-insert',
    `insert into access_log (entry_id, at, actor, actor_name, unit_id, unit_name, act, subject_key, item_id, purpose, note, detail, subject_keys)
     select $1::uuid, $2::timestamptz, $3, $4, $5, $6, $7, $8::uuid, $9::uuid, $10, $11, $12::jsonb, $14::uuid[]
     where set_config('synchronous_commit', 'off', true) is not null and not exists (
       select from access_log where actor = $3 and act = $7 and subject_key is not distinct from $8::uuid
         and item_id is not distinct from $9::uuid and detail - 'count' = $12::jsonb - 'count'
         and at > $13::timestamptz and at < $2::timestamptz)`,
    row,
  );
}

/**
 * Notes that a subject's data is about to be shown. Who works on it in the own unit or window is not asked; who looks from outside the
 * case (a supervisor, an operator) must have said why today, and is refused otherwise.
 */
export async function noteOfSubject(
  tx: Tx,
  services: Services,
  actor: Actor,
  scope: Scope,
  what: Pick<Reading, 'act' | 'itemId' | 'detail'> & { readonly subjectKey: string },
): Promise<Refusal | null> {
  if (actor.kind !== 'officer') return null;
  return noteSubjectFor(tx, services, actor, what, scope.sees === 'unit' || scope.sees === 'window');
}

/** The same where it is already known whether the reader works on a case of the own unit or window. */
export async function noteSubjectFor(
  tx: Tx,
  services: Services,
  actor: Officer,
  what: Pick<Reading, 'act' | 'itemId' | 'detail'> & { readonly subjectKey: string },
  inCase: boolean,
): Promise<Refusal | null> {
  const given =
    inCase && !actor.roles.includes('window-clerk') ? ofTheCase : await purposeOf(tx, services, actor, what.subjectKey);
  const purpose = given ?? (inCase ? ofTheCase : null);
  if (purpose === null) return purposeNeeded(actor, { subjectKey: what.subjectKey });
  await noteReading(tx, actor, { ...what, purpose, once: true }, services.clock.now());
  return null;
}

/** What this person said today about this subject or search. */
export function purposeOf(
  tx: Tx,
  services: Services,
  actor: Officer,
  about: string,
): Promise<GivenPurpose | undefined> {
  return findPurpose(tx, actor.officerId, services.clock.today(), about);
}

/** What a purpose is said about: a subject, a search, or lists that are taken away. */
interface PurposeAbout {
  readonly subjectKey?: string;
  readonly q?: string;
  readonly list?: 'items';
}

/** Asks for the purpose: with what is to be said about, and what can be chosen. */
export function purposeNeeded(actor: Officer, about: PurposeAbout): Refusal {
  const text =
    about.list === undefined
      ? '查看这个主体的资料要先写明为什么查看；当天再看同一个主体不用重写。'
      : '导出清单要先写明为什么导出；当天再导出不用重写。';
  return refuse('forbidden', 'purpose-needed', text, {
    more: { ...about, purposes: purposesFor(actor.roles) },
  });
}
