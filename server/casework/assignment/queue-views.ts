import type { QueueView } from '#contract/queue.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { insertRows, type Tx } from '../../platform/database.ts';

const scopeOf = (officer: Officer) => ({ sees: 'unit', unit: officer.unit.unitId }) as const;

async function readViews(tx: Tx, { unit, officerId }: Officer): Promise<{ views: QueueView[] }> {
  const rows = await tx.query<{
    view_id: string;
    name: string;
    list: QueueView['list'];
    filters: QueueView['filters'];
    is_default: boolean;
  }>(
    'queue-views',
    `select view_id, name, list, filters, is_default from queue_view where unit_id = $1 and officer_id = $2 order by position`,
    [unit.unitId, officerId],
  );
  return {
    views: rows.map((row) => ({
      viewId: row.view_id,
      name: row.name,
      list: row.list,
      filters: row.filters,
      isDefault: row.is_default,
    })),
  };
}

/** The saved views of an officer, in their order. */
export function listQueueViews(services: Services, officer: Officer): Promise<{ views: QueueView[] }> {
  return services.db.read(scopeOf(officer), (tx) => readViews(tx, officer));
}

/** Puts the whole ordered list in place of what was saved before. Two machines at once: the later one stands. */
export async function saveQueueViews(
  services: Services,
  officer: Officer,
  views: readonly QueueView[],
): Promise<{ views: QueueView[] } | Refusal> {
  if (new Set(views.map((one) => one.viewId)).size !== views.length)
    return refuse('invalid', 'view-twice', '同一个视图列了两次。');
  if (new Set(views.map((one) => one.name.trim())).size !== views.length)
    return refuse('invalid', 'view-name-taken', '已经有同名的视图，请换一个名称。', {
      fields: [{ field: 'name', text: '已经有同名的视图。' }],
    });
  if (views.filter((one) => one.isDefault).length > 1)
    return refuse('invalid', 'two-defaults', '打开办件时只能先看一个视图。');
  const { unitId } = officer.unit;
  return services.db.transaction(scopeOf(officer), async (tx) => {
    await tx.query(
      'queue-views-lock',
      `select pg_advisory_xact_lock(hashtextextended('views:' || $1 || '/' || $2, 0))`,
      [unitId, officer.officerId],
    );
    await tx.change('queue-views-clear', 'delete from queue_view where unit_id = $1 and officer_id = $2', [
      unitId,
      officer.officerId,
    ]);
    await insertRows(
      tx,
      'queue_view',
      ['unit_id', 'officer_id', 'view_id', 'position', 'name', 'list', 'filters', 'is_default', 'changed_at'],
      views.map((one, position) => [
        unitId,
        officer.officerId,
        one.viewId,
        position,
        one.name.trim(),
        one.list,
        JSON.stringify(one.filters),
        one.isDefault,
        services.clock.now(),
      ]),
    );
    return readViews(tx, officer);
  });
}
