import type { Caller, Endpoint } from '#contract/endpoint.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type Officer, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { maskPersonalNumbers } from '../platform/log.ts';
import type { Call, Route } from '../platform/route.ts';
import { type EndpointReading, endpointReadings } from './endpoint-readings.ts';
import { noteReading, noteSubjectFor, type ReadingAct } from './reading-log.ts';

/** The same routes, those that give a subject's data to an office noting it: what cannot be noted is not sent. */
export function notedRoutes(services: Services, routes: readonly Route[]): Route[] {
  return routes.map((route) => {
    const reading = endpointReadings[route.endpoint.name];
    return reading?.how === 'subject' || reading?.how === 'list' ? noted(services, route, reading) : route;
  });
}

type Noted = Extract<EndpointReading, { act: ReadingAct }>;
type AnyCall = Call<Endpoint>;

function noted(services: Services, route: Route, { how, act }: Noted): Route {
  return {
    endpoint: route.endpoint,
    async handle(call) {
      const reply = await route.handle(call);
      const { actor } = call;
      if (actor.kind !== 'officer' || isRefusal(reply)) return reply;
      const note = how === 'list' ? noteList : noteSubject;
      return (await note(services, route.endpoint, actor, call, act, reply)) ?? reply;
    },
  };
}

type NoteCall = [Services, Endpoint, Officer, AnyCall, ReadingAct, unknown];

async function noteList(...[services, endpoint, actor, call, act, reply]: NoteCall): Promise<null> {
  const detail = { question: endpoint.name, ...filterOf(call), ...countOf(reply) };
  await services.db.read(scopeOf(actor), (tx) =>
    noteReading(tx, actor, { act, subjectKey: null, purpose: null, detail, once: true }, services.clock.now()),
  );
  return null;
}

const unitRoles: readonly Caller[] = ['officer', 'reviewer', 'head', 'window-clerk'];

async function noteSubject(...[services, endpoint, actor, call, act]: NoteCall): Promise<Refusal | null> {
  const { subjectKey, itemId, ...named } = call.params as Record<string, string>;
  if (!subjectKey) throw new Error(`${endpoint.name} names no subject`);
  const what = { act, subjectKey, ...(itemId ? { itemId } : {}), detail: named };
  return services.db.read(scopeOf(actor), async (tx) =>
    noteSubjectFor(tx, services, actor, what, await isInCase(tx, endpoint, actor, subjectKey)),
  );
}

/**
 * Whether somebody reads for a case of the own unit or window. Who holds a role that must say why beside one that need not is in the case
 * where the own unit has an item or a record of the subject.
 */
async function isInCase(tx: Tx, { by }: Endpoint, { roles, unit }: Officer, subjectKey: string): Promise<boolean> {
  const held = (some: readonly Caller[]) => roles.some((role) => by.includes(role) && some.includes(role));
  if (!held(unitRoles)) return false;
  if (!held(['supervisor', 'operator'])) return true;
  const rows = await tx.query<{ own: boolean }>(
    'reading-in-case',
    `select exists (select from item where subject_key = $1 and (unit_id = $2 or window_unit_id = $2))
       or exists (select from record where subject_key = $1 and unit_id = $2) as own`,
    [subjectKey, unit.unitId],
  );
  return rows[0]!.own;
}

/** What was asked for, without the place in the list; numbers of persons are masked. */
function filterOf({ query, params }: AnyCall): Record<string, unknown> {
  const {
    after: _after,
    cursor: _cursor,
    ...asked
  } = { ...(params as object), ...(query as object) } as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, typeof value === 'string' ? maskPersonalNumbers(value) : value]),
  );
}

/** How many rows the answer has; nothing for a file that is written while it is sent. */
function countOf(reply: unknown): { count?: number } {
  const rows = Object.values(reply as object).find((value) => Array.isArray(value)) as unknown[] | undefined;
  return rows ? { count: rows.length } : {};
}
