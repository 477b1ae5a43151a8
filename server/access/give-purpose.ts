import { createHmac } from 'node:crypto';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { giveReadingPurpose as contract } from '#contract/readings.ts';
import { checkPurpose } from '#domain/access/reading-purpose.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { keepPurposes } from './reading-purpose-store.ts';

/** What a search is remembered by: nobody can read from it what was searched for. */
export function searchKey(services: Services, q: string): string {
  return `q:${createHmac('sha256', services.config.appSecret).update(q.trim().toUpperCase()).digest('base64url')}`;
}

/** What an export is remembered by. */
export function listKey(list: 'items'): string {
  return `list:${list}`;
}

/** Notes why somebody is about to read; it holds for this person, this subject (or search) and this day. */
export async function givePurpose(
  services: Services,
  actor: Actor,
  body: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { subjectKey, q, list, purpose } = body;
  const note = body.note?.trim() ?? '';
  if ([subjectKey, q, list].filter((one) => one !== undefined).length !== 1)
    return refuse('invalid', 'purpose-about', '请写明是查看哪个主体、查找什么，还是导出清单，只选一样。');
  const refusal = checkPurpose(purpose, note, actor.roles);
  if (refusal) return refusal;
  const day = services.clock.today();
  const about = subjectKey ?? (list ? listKey(list) : searchKey(services, q ?? ''));
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    await keepPurposes(tx, actor.officerId, day, [about], { purpose, note }, services.clock.now());
    return { purpose, day };
  });
}
