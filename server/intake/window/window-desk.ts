import type { ReplyOf } from '#contract/endpoint.ts';
import type { getWindowDesk as deskContract, listWindowDrafts as draftsContract } from '#contract/window.ts';
import type { Unit } from '#domain/catalog/catalog.ts';
import { usualReturnDay } from '#domain/intake/window-originals.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { correctionsWhere, resultsWhere } from './list-returns.ts';

/** The window of a clerk; endpoints of this folder are for clerks alone. */
export function windowOf(actor: Actor): Unit {
  if (actor.kind !== 'officer') throw new Error('only a clerk stands at a window');
  return actor.unit;
}

const counts: Readonly<Record<'corrections' | 'results' | 'handOvers' | 'originals' | 'drafts', string>> = {
  corrections: `select count(*) as count from item i where i.window_unit_id = $1 and ${correctionsWhere}`,
  results: `select count(*) as count from item i where i.window_unit_id = $1 and ${resultsWhere}`,
  handOvers: 'select count(*) as count from window_hand_over where to_unit_id = $1 and answered_at is null',
  originals: 'select count(*) as count from window_original where window_unit_id = $1 and returned_at is null',
  drafts: 'select count(*) as count from draft where window_unit_id = $1',
};

async function count(tx: Tx, name: keyof typeof counts, unitId: string): Promise<number> {
  return (await tx.query<{ count: number }>(`window-count-${name}`, counts[name], [unitId]))[0]!.count;
}

function scopeText(unit: Unit): string {
  return unit.kind === 'authority'
    ? `${unit.name}自设的窗口：收本系统各级单位办理的事项。别的事项请来访人到任一综合窗口。`
    : '全省任一地区、任一单位办理的事项都可以代收（省内通办）。';
}

/** How much waits at this window: the figures of the menu. */
export async function getWindowDesk(services: Services, actor: Actor): Promise<ReplyOf<typeof deskContract>> {
  const unit = windowOf(actor);
  const today = services.clock.today();
  const { calendar } = await services.catalog();
  return services.db.read(scopeOf(actor, ['window']), async (tx) => ({
    unitName: unit.name,
    scope: scopeText(unit),
    corrections: await count(tx, 'corrections', unit.unitId),
    results: await count(tx, 'results', unit.unitId),
    handOvers: await count(tx, 'handOvers', unit.unitId),
    originals: await count(tx, 'originals', unit.unitId),
    originalsOverdue: (
      await tx.query<{ count: number }>('window-count-overdue', `${counts.originals} and return_by < $2`, [
        unit.unitId,
        today,
      ])
    )[0]!.count,
    drafts: await count(tx, 'drafts', unit.unitId),
    usualReturnDay: usualReturnDay(calendar, today),
  }));
}

/** Visits that were begun at this window and not finished, newest first; every computer of the window can go on with them. */
export async function listWindowDrafts(services: Services, actor: Actor): Promise<ReplyOf<typeof draftsContract>> {
  const unit = windowOf(actor);
  const rows = await services.db.read(scopeOf(actor, ['window']), (tx) =>
    tx.query<{
      draft_id: string;
      subject_key: string;
      name: string;
      records: number;
      updated_at: string;
      clerk: string | null;
    }>(
      'window-drafts',
      `select d.draft_id, d.subject_key, s.name, jsonb_array_length(d.content->'recordIds') as records, d.updated_at, o.name as clerk
       from draft d join subject s on s.subject_key = d.subject_key left join officer o on o.officer_id = d.owner
       where d.window_unit_id = $1 order by d.updated_at desc limit 50`,
      [unit.unitId],
    ),
  );
  return {
    drafts: rows.map((row) => ({
      draftId: row.draft_id,
      subjectKey: row.subject_key,
      subjectName: row.name,
      records: row.records,
      updatedAt: row.updated_at,
      by: row.clerk ?? '本窗口',
    })),
  };
}
