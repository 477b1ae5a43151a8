import type { ReplyOf } from '#contract/endpoint.ts';
import type { listHandOverWindows as contract } from '#contract/hand-over.ts';
import { desksFor } from '#domain/intake/window-hand-over.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { findApplication } from '../intake-store.ts';
import { listDeciders, listDeskUnits } from './hand-over-store.ts';

/** Where an application of this window can be handed to; the same rule refuses the hand-over itself. */
export async function listHandOverWindows(
  services: Services,
  actor: Actor,
  { subjectKey, applicationId }: { readonly subjectKey: string; readonly applicationId: string },
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { units } = await services.catalog();
  return services.db.read(scopeOf(actor, ['window']), async (tx) => {
    if (!(await findApplication(tx, subjectKey, applicationId)))
      return refuse('not-found', 'application-not-found', '没有找到这份申请，或者它不由本窗口跟进。');
    const unitsOf = (ids: readonly string[]) => ids.flatMap((id) => units.get(id) ?? []);
    const own = unitsOf(await listDeskUnits(tx, services.clock.today())).filter((unit) => unit.kind !== 'window');
    const { open, closed } = desksFor({
      from: actor.unit,
      desks: [...own, ...[...units.values()].filter((unit) => unit.kind === 'window')],
      deciders: unitsOf(await listDeciders(tx, subjectKey, applicationId)),
    });
    return {
      windows: open.map(({ unitId, name, kind }) => ({ unitId, name, ownDesk: kind !== 'window' })),
      closed: closed
        ? `${closed} 个单位自设窗口收不下这份申请：里面有别的系统办理的事项。要移交的，请选综合窗口。`
        : null,
    };
  });
}
