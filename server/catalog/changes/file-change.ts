import type { CatalogChange, Proposal } from '#contract/catalog-changes.ts';
import { contentSchemas } from '#contract/catalog-contents.ts';
import type { ChangeKind, ProposedChange } from '#domain/catalog/changes/catalog-change.ts';
import { checkFiling } from '#domain/catalog/changes/check-filing.ts';
import { planChange } from '#domain/catalog/changes/plan-change.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { checkPart, type PartCheck } from '../../platform/check-request.ts';
import { orderJobs, wholePlatform } from '../../platform/outbox.ts';
import { v7 } from '../../platform/uuid.ts';
import { readCatalog } from '../catalog-store.ts';
import { noSuchDay } from '../listed-matter.ts';
import { type ChangeRow, findWaiting, lockCatalog, recordChange } from './change-store.ts';
import { titleOf, toChangeView } from './change-view.ts';

const checks = Object.fromEntries(
  Object.entries(contentSchemas).map(([kind, schema]) => [kind, checkPart(schema, 'body')]),
) as Record<ChangeKind, PartCheck>;

/** A proposal as the domain reads it; every fault of its content names its field in Chinese. */
export function readProposal(body: Proposal): ProposedChange | Refusal {
  const effectiveOn = parsePlainDate(body.effectiveOn);
  if (!effectiveOn) return noSuchDay('effectiveOn', body.effectiveOn);
  const checked = checks[body.kind].check(body.content);
  if (!checked.ok) {
    const { fields = [], ...refusal } = checked.refusal;
    return { ...refusal, fields: fields.map((one) => ({ ...one, field: `content.${one.field}` })) };
  }
  const { kind, basis, content } = body;
  const target = body.target.trim();
  return {
    kind,
    target,
    effectiveOn,
    basis: basis.trim(),
    urgentReason: body.urgentReason?.trim() || null,
    content,
  } as ProposedChange;
}

/** What a proposal would change, before it is filed; nothing is kept. */
export async function previewChange(
  services: Services,
  officer: Officer,
  body: Proposal,
): Promise<{ title: string; diff: CatalogChange['diff'] } | Refusal> {
  const change = readProposal(body);
  if (isRefusal(change)) return change;
  const catalog = await services.catalog();
  const refusal = checkFiling(catalog, change, officer, services.clock.today());
  if (refusal) return refusal;
  const plan = planChange(catalog, change);
  return isRefusal(plan) ? plan : { title: titleOf(catalog, change), diff: plan.diff.map((line) => ({ ...line })) };
}

/**
 * Files a change with the lead department (赣信用办〔2024〕4号 二（六）). It waits for a second person; what it would do to records, items,
 * drafts, deadlines and the guide is counted by a job meanwhile.
 */
export async function fileChange(
  services: Services,
  officer: Officer,
  body: Proposal,
): Promise<CatalogChange | Refusal> {
  const change = readProposal(body);
  if (isRefusal(change)) return change;
  const now = services.clock.now();
  const today = services.clock.today();
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    await lockCatalog(tx);
    const waiting = await findWaiting(tx, change.kind, change.target);
    if (waiting)
      return refuse(
        'conflict',
        'filing-waiting',
        `已有一项报备在等待审核（${waiting.filed_by}，${waiting.filed_on}），请待其办结后再报备。`,
        {
          more: { changeId: waiting.change_id },
        },
      );
    const catalog = await readCatalog(tx);
    const refusal = checkFiling(catalog, change, officer, today);
    if (refusal) return refusal;
    const plan = planChange(catalog, change);
    if (isRefusal(plan)) return plan;
    const row: ChangeRow = {
      change_id: v7(now),
      kind: change.kind,
      target: change.target,
      effective_on: change.effectiveOn,
      basis: change.basis,
      urgent_reason: change.urgentReason,
      content: change.content,
      diff: plan.diff,
      state: 'filed',
      filed_on: today,
      filed_by_id: officer.officerId,
      filed_by: `${officer.unit.name} ${officer.name}`,
      filed_unit: officer.unit.unitId,
      filed_at: now.toISOString(),
      trial: null,
      decided_by: null,
      decided_at: null,
      note: null,
    };
    await recordChange(tx, row);
    if (change.kind !== 'unit')
      await orderJobs(tx, wholePlatform, [{ task: 'try-catalog-change', payload: { changeId: row.change_id } }], now);
    return toChangeView(catalog, row, today, officer);
  });
}
