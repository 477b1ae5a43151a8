import type { CatalogChange } from '#contract/catalog-changes.ts';
import type { ChangePlan } from '#domain/catalog/changes/catalog-change.ts';
import { checkDecider } from '#domain/catalog/changes/check-filing.ts';
import { planChange } from '#domain/catalog/changes/plan-change.ts';
import { formatChineseShort, type PlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { orderJobs, wholePlatform } from '../../platform/outbox.ts';
import { readCatalog } from '../catalog-store.ts';
import { addVersion, endVersion, writeUnit } from '../store.ts';
import { type ChangeRow, findChange, lockCatalog, lockChange, proposedOf, settleChange } from './change-store.ts';
import { toChangeView } from './change-view.ts';

/** A second person approves or returns a filing; an approved one is in force from its day by its rows alone, whatever runs that day. */
export async function decideChange(
  services: Services,
  officer: Officer,
  changeId: string,
  { approve, note }: { readonly approve: boolean; readonly note?: string },
): Promise<CatalogChange | Refusal> {
  const today = services.clock.today();
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    await lockCatalog(tx);
    const row = await lockChange(tx, changeId);
    if (!row) return noSuchChange();
    const refusal =
      checkOpen(row) ??
      checkDecider({ kind: row.kind, filedById: row.filed_by_id, filedUnit: row.filed_unit }, officer) ??
      (approve ? checkReady(row, today) : checkNote(note));
    if (refusal) return refusal;
    const change = proposedOf(row);
    const plan = approve ? planChange(await readCatalog(tx), change, changeId) : null;
    if (plan && isRefusal(plan)) return plan;
    if (plan) await writePlan(tx, row, plan);
    const by = {
      changeId,
      diff: plan?.diff ?? row.diff,
      byId: officer.officerId,
      by: `${officer.unit.name} ${officer.name}`,
      at: services.clock.now(),
      note: note?.trim() || null,
    };
    await settleChange(tx, { ...by, state: approve ? 'approved' : 'rejected' });
    if (approve)
      await orderJobs(
        tx,
        wholePlatform,
        services.catalogReactions(row.kind).map((task) => ({ task, payload: { changeId } })),
        by.at,
      );
    return view(tx, changeId, today, officer);
  });
}

/** Who filed takes a filing back that nobody has decided. */
export async function withdrawChange(
  services: Services,
  officer: Officer,
  changeId: string,
  reason: string,
): Promise<CatalogChange | Refusal> {
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    const row = await lockChange(tx, changeId);
    if (!row) return noSuchChange();
    const open = checkOpen(row);
    if (open) return open;
    if (row.filed_by_id !== officer.officerId && row.filed_unit !== officer.unit.unitId)
      return refuse('forbidden', 'not-your-filing', '只有报备人或者报备单位的目录管理人员可以撤回。');
    await settleChange(tx, {
      changeId,
      state: 'withdrawn',
      diff: row.diff,
      byId: officer.officerId,
      by: `${officer.unit.name} ${officer.name}`,
      at: services.clock.now(),
      note: reason.trim(),
    });
    return view(tx, changeId, services.clock.today(), officer);
  });
}

/** The filing of an id, or the refusal that says there is none. */
export async function getChange(
  services: Services,
  officer: Officer,
  changeId: string,
): Promise<CatalogChange | Refusal> {
  return services.db.read({ sees: 'none' }, (tx) => view(tx, changeId, services.clock.today(), officer));
}

async function view(tx: Tx, changeId: string, today: PlainDate, officer: Officer): Promise<CatalogChange | Refusal> {
  const row = await findChange(tx, changeId);
  if (!row) return noSuchChange();
  const keeper = officer.roles.includes('catalog-keeper') ? officer : null;
  return toChangeView(await readCatalog(tx), row, today, keeper);
}

function noSuchChange(): Refusal {
  return refuse('not-found', 'no-such-change', '没有找到这项报备。');
}

function checkOpen(row: ChangeRow): Refusal | null {
  if (row.state === 'filed') return null;
  const words = { approved: '同意', rejected: '退回', withdrawn: '撤回' }[row.state];
  return refuse('conflict', 'change-settled', `这项报备已由${row.decided_by ?? '别人'}${words}，请刷新后查看。`, {
    more: { state: row.state, by: row.decided_by, at: row.decided_at },
  });
}

/** Nobody approves what nobody has counted, nor a day that has passed. */
function checkReady(row: ChangeRow, today: PlainDate): Refusal | null {
  if (row.trial === null && row.kind !== 'unit')
    return refuse('conflict', 'trial-missing', '这项变更会影响哪些记录和办件还在推算，请稍候刷新后再审核。');
  const dated = row.kind === 'matter' || row.kind === 'confirmation' || row.kind === 'class-standard';
  if (!dated || row.effective_on >= today) return null;
  return refuse(
    'conflict',
    'day-passed',
    `生效日${formatChineseShort(row.effective_on)}已过，请退回，由报备人重新报备。`,
  );
}

function checkNote(note: string | undefined): Refusal | null {
  if ((note?.trim().length ?? 0) >= 2) return null;
  return refuse('invalid', 'note-missing', '退回时请写明理由。', { fields: [{ field: 'note', text: '请写明理由' }] });
}

async function writePlan(tx: Tx, row: ChangeRow, plan: ChangePlan): Promise<void> {
  for (const unit of plan.units ?? []) await writeUnit(tx, unit, row.effective_on);
  if (!plan.versions) return;
  const { close, open } = plan.versions;
  if (close) await endVersion(tx, row.target, close.version, close.last);
  if (open) await addVersion(tx, open, row.change_id);
}
