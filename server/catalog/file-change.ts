import type { Static } from 'typebox';
import type { BodyOf } from '#contract/endpoint.ts';
import type * as changes from '#contract/matter-changes.ts';
import { fileMatterChange } from '#domain/catalog/file-matter-change.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { v7 } from '../platform/uuid.ts';
import { readCatalog } from './catalog-store.ts';
import { toChangeView } from './list-changes.ts';
import { noSuchDay } from './listed-matter.ts';
import { type ChangeRow, lockFilings, recordChange } from './store.ts';

/** Files a new, changed or withdrawn matter with the lead department (赣信用办〔2024〕4号 二（六）); it takes effect on its day by the clock. */
export async function fileChange(
  services: Services,
  officer: Officer,
  body: BodyOf<typeof changes.fileMatterChange>,
): Promise<Static<typeof changes.MatterChange> | Refusal> {
  const effectiveOn = parsePlainDate(body.effectiveOn);
  if (!effectiveOn) return noSuchDay('effectiveOn', body.effectiveOn);
  const now = services.clock.now();
  const today = services.clock.today();
  const change = { ...body, effectiveOn, urgentReason: body.urgentReason?.trim() || null };
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    if (await lockFilings(tx, body.matterKey))
      return refuse('conflict', 'filing-waiting', '这一事项已有一项报备尚未生效，请待其生效后再报备新的变化。');
    const planned = fileMatterChange(await readCatalog(tx), change, today);
    if (isRefusal(planned)) return planned;
    const row: ChangeRow = {
      change_id: v7(now),
      matter_key: change.matterKey,
      kind: change.kind,
      effective_on: effectiveOn,
      filed_on: today,
      basis: change.basis,
      urgent_reason: change.urgentReason,
      content: change.content,
      state: 'filed',
      filed_by: `${officer.unit.name} ${officer.name}`,
      created_at: now.toISOString(),
    };
    await recordChange(tx, row);
    return toChangeView(row);
  });
}
