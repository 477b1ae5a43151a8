import type { CatalogChange } from '#contract/catalog-changes.ts';
import { type Catalog, fieldName } from '#domain/catalog/catalog.ts';
import { changeKindName, type ProposedChange } from '#domain/catalog/changes/catalog-change.ts';
import { checkDecider, type Keeper } from '#domain/catalog/changes/check-filing.ts';
import { formatChineseShort, type PlainDate } from '#domain/plain-date.ts';
import { findPoint } from '#law/points.ts';
import type { ChangeRow } from './change-store.ts';

/** What a change is about, in Chinese. */
export function titleOf(catalog: Catalog, change: Pick<ProposedChange, 'kind' | 'target' | 'content'>): string {
  const { kind, target } = change;
  switch (kind) {
    case 'matter': {
      const content = change.content as ProposedChange<'matter'>['content'];
      const op = { new: '新增', change: '变更', withdraw: '取消' }[content.op];
      const name = catalog.matters.find((one) => one.matterKey === target)?.name ?? content.name ?? target;
      return `${op}事项“${name}”`;
    }
    case 'confirmation':
      return `确认：${findPoint(target)?.name ?? target}`;
    case 'class-standard':
      return `失信信息分类标准：${fieldName(catalog, target)}`;
    case 'calendar-year':
      return `${target}年放假安排`;
    case 'calendar-day':
      return `${formatChineseShort(target)}${(change.content as ProposedChange<'calendar-day'>['content']).kind === 'rest' ? '休息' : '上班'}`;
    case 'unit':
      return `单位信息：${catalog.units.get(target)?.name ?? target}`;
    default:
      return changeKindName[kind];
  }
}

/** A filing as the wire shows it to somebody. */
export function toChangeView(catalog: Catalog, row: ChangeRow, today: PlainDate, who: Keeper | null): CatalogChange {
  const refusal =
    who === null
      ? '只有目录管理人员可以审核。'
      : row.state !== 'filed'
        ? '这项报备已经处理过。'
        : (checkDecider({ kind: row.kind, filedById: row.filed_by_id, filedUnit: row.filed_unit }, who)?.text ?? null);
  return {
    changeId: row.change_id,
    kind: row.kind,
    target: row.target,
    title: titleOf(catalog, row),
    effectiveOn: row.effective_on,
    basis: row.basis,
    urgentReason: row.urgent_reason,
    state: row.state,
    inForce: row.state === 'approved' && row.effective_on <= today,
    diff: row.diff.map((line) => ({ ...line })),
    filedOn: row.filed_on,
    filedBy: row.filed_by,
    filedAt: row.filed_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    note: row.note,
    trial: row.trial,
    mayDecide: refusal === null,
    whyNot: refusal,
  };
}
