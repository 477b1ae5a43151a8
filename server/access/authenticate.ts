import type { Caller } from '#contract/endpoint.ts';
import type { Actor, Applicant } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { endSession, findSession, touchSession } from './session-store.ts';

/** Name of the session cookie. */
export const sessionCookie = 'credit_repair';
const remembered = 3_000;

interface Known {
  readonly actor: Actor;
  readonly at: number;
}

interface OfficerContent {
  readonly officerId: string;
  readonly name: string;
  readonly unitId: string;
  readonly roles: Caller[];
}

/** Who acts, by the session cookie. A session is remembered for three seconds in the process, so that one page load asks once. */
export function openAuthentication(services: Services) {
  const known = new Map<string, Known>();

  async function load(token: string): Promise<{ actor: Actor; seenAt: number }> {
    const row = await findSession(services.db, token, services.clock.now());
    return { actor: await actorOf(row), seenAt: row ? new Date(row.seen_at).getTime() : 0 };
  }

  async function actorOf(row: Awaited<ReturnType<typeof findSession>>): Promise<Actor> {
    if (row?.kind === 'applicant') return { kind: 'applicant', ...(row.content as unknown as Omit<Applicant, 'kind'>) };
    if (row?.kind !== 'officer') return { kind: 'guest' };
    const content = row.content as unknown as OfficerContent;
    const unit = (await services.catalog()).units.get(content.unitId);
    return unit
      ? { kind: 'officer', officerId: content.officerId, name: content.name, unit, roles: content.roles }
      : { kind: 'guest' };
  }

  return {
    async authenticate(cookies: Readonly<Record<string, string | undefined>>): Promise<Actor> {
      const token = cookies[sessionCookie];
      if (!token) return { kind: 'guest' };
      const now = Date.now();
      const hit = known.get(token);
      if (hit && now - hit.at < remembered) return hit.actor;
      const { actor, seenAt } = await load(token);
      if (known.size > 5_000) known.clear();
      known.set(token, { actor, at: now });
      const time = services.clock.now();
      if (actor.kind !== 'guest' && time.getTime() - seenAt > 60_000)
        await touchSession(services.db, token, actor.kind, time);
      return actor;
    },
    /** Forgets what is remembered of a session after it changed. */
    forget(token: string): void {
      known.delete(token);
    },
    async end(token: string): Promise<void> {
      known.delete(token);
      await endSession(services.db, token);
    },
  };
}

export type Authentication = ReturnType<typeof openAuthentication>;
