import type { Caller } from '#contract/endpoint.ts';
import { unitsOfDesk } from '#domain/intake/window-desk.ts';
import type { Actor, Applicant, OwnSubject } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { findMandators, withMandates } from './agent-mandates.ts';
import { endSession, findSession, touchSession } from './session-store.ts';

/** Name of the session cookie. */
export const sessionCookie = 'credit_repair';
const remembered = 3_000;

interface Known {
  readonly actor: Actor;
  readonly at: number;
  /** Until `at` runs out it is taken for true that nobody has authorised this person. */
  readonly nobodysAgent: boolean;
}

interface OfficerContent {
  readonly officerId: string;
  readonly name: string;
  readonly unitId: string;
  readonly roles: Caller[];
}

/**
 * Who acts, by the session cookie. A session is remembered for three seconds in the process, so that one page load asks once. What an
 * enterprise authorised is never remembered: a withdrawal counts from the next request on, whichever process answers it.
 */
export function openAuthentication(services: Services) {
  const known = new Map<string, Known>();

  /** The person of a session that has not ended; its end is moved on at most once a minute. */
  async function load(token: string): Promise<Actor> {
    const time = services.clock.now();
    const row = await findSession(services.db, token, time);
    const actor = await actorOf(row);
    if (row && actor.kind !== 'guest' && time.getTime() - new Date(row.seen_at).getTime() > 60_000)
      await touchSession(services.db, token, { kind: actor.kind, createdAt: new Date(row.created_at) }, time);
    return actor;
  }

  /** The actor with the enterprises that authorise them now; acting for one that no longer does falls back to the first of their own. */
  async function withAgency(actor: Actor): Promise<{ actor: Actor; nobodysAgent: boolean }> {
    if (actor.kind !== 'applicant' || !actor.agentHash) return { actor, nobodysAgent: true };
    const mandators = await findMandators(services, actor.agentHash, actor.name);
    if (mandators.length === 0) return { actor: actingForOwn(actor, actor.subjects), nobodysAgent: true };
    return { actor: actingForOwn(actor, withMandates(actor.subjects, mandators)), nobodysAgent: false };
  }

  async function actorOf(row: Awaited<ReturnType<typeof findSession>>): Promise<Actor> {
    if (row?.kind === 'applicant') return { kind: 'applicant', ...(row.content as unknown as Omit<Applicant, 'kind'>) };
    if (row?.kind !== 'officer') return { kind: 'guest' };
    const content = row.content as unknown as OfficerContent;
    const catalog = await services.catalog();
    const unit = catalog.units.get(content.unitId);
    if (!unit) return { kind: 'guest' };
    const { officerId, name, roles } = content;
    const deskUnits = roles.includes('window-clerk') ? unitsOfDesk(catalog, unit) : null;
    return { kind: 'officer', officerId, name, unit, roles, ...(deskUnits ? { deskUnits } : {}) };
  }

  return {
    async authenticate(cookies: Readonly<Record<string, string | undefined>>): Promise<Actor> {
      const token = cookies[sessionCookie];
      if (!token) return { kind: 'guest' };
      const now = Date.now();
      const hit = known.get(token);
      const fresh = hit && now - hit.at < remembered ? hit : undefined;
      if (fresh?.nobodysAgent) return fresh.actor;
      // What is kept is the session as it stands in the database; agency is laid over it each time.
      const base = fresh ? fresh.actor : await load(token);
      const { actor, nobodysAgent } = await withAgency(base);
      if (known.size > 5_000) known.clear();
      known.set(token, { actor: nobodysAgent ? actor : base, at: fresh ? hit!.at : now, nobodysAgent });
      return actor;
    },
    /** Forgets what is remembered of a session after it changed. */
    forget(token: string): void {
      known.delete(token);
    },
    /** Forgets everything: sessions were ended from outside. */
    forgetAll(): void {
      known.clear();
    },
    async end(token: string): Promise<void> {
      known.delete(token);
      await endSession(services.db, token);
    },
  };
}

function actingForOwn(actor: Applicant, subjects: readonly OwnSubject[]): Applicant {
  const acting = subjects.some((one) => one.subjectKey === actor.actingFor);
  return { ...actor, subjects, actingFor: acting ? actor.actingFor : (subjects[0]?.subjectKey ?? actor.actingFor) };
}

export type Authentication = ReturnType<typeof openAuthentication>;
