import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { type ModeName, modeNames } from '../exchange/modes.ts';
import { scriptOutcomes } from '../exchange/scripts.ts';
import { pageHeaders } from '../pages/page.ts';
import type { Surroundings } from '../surroundings.ts';
import { outsideSystems, type SystemId, systemIds } from '../systems/outside-systems.ts';
import { controlPage } from './control-page.ts';

const System = Type.Union(systemIds.map((id) => Type.Literal(id)));
const Mode = Type.Object({
  system: System,
  mode: Type.Union(modeNames.map((name) => Type.Literal(name))),
  delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
  failEvery: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
});
const ScriptOrder = Type.Object({
  system: System,
  match: Type.String({ minLength: 1, maxLength: 200 }),
  outcome: Type.String({ minLength: 1, maxLength: 50 }),
  reasons: Type.Optional(Type.Array(Type.String({ maxLength: 500 }), { maxItems: 20 })),
});
const Clock = Type.Object({ advanceMs: Type.Integer({ minimum: 0 }) });

/** The controls of the sandbox: pages for people, JSON for tests. Unsigned, since it only ever listens on loopback. */
export function offerControl(scope: FastifyInstance, around: Surroundings): void {
  scope.addHook('onRequest', async (request, reply) => {
    // A page of another site must not be able to press these buttons.
    if (request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site') return reply.code(403).send({});
  });
  scope.get('/', (_request, reply) =>
    reply.headers(pageHeaders).send(controlPage(around.modes.of, around.calls.list())),
  );
  scope.get('/control/systems', () => ({
    systems: systemIds.map((id) => ({ id, ...outsideSystems[id], ...around.modes.of(id) })),
  }));
  scope.get<{ Querystring: { system?: SystemId } }>('/control/calls', (request) => ({
    calls: around.calls.list(request.query.system),
  }));
  scope.post<{ Body: Static<typeof Mode> }>('/control/mode', { schema: { body: Mode } }, (request, reply) => {
    const { system, ...setting } = request.body as { system: SystemId; mode: ModeName };
    around.modes.set(system, setting);
    return done(request, reply);
  });
  scope.post<{ Body: Static<typeof ScriptOrder> }>(
    '/control/scripts',
    { schema: { body: ScriptOrder } },
    (request, reply) => {
      const { system, match, outcome, reasons = [] } = request.body;
      const known: readonly string[] = scriptOutcomes[system as SystemId] ?? [];
      if (!known.includes(outcome))
        return reply.code(400).send({ detail: `这个系统可以安排的结果：${known.join('、')}` });
      around.scripts.set(system, match, { outcome, reasons, at: around.now() });
      return done(request, reply);
    },
  );
  scope.post<{ Body: Static<typeof Clock> }>('/control/clock', { schema: { body: Clock } }, (request, reply) => {
    around.advance(request.body.advanceMs);
    return done(request, reply);
  });
  scope.post('/control/reset', (request, reply) => {
    around.reset();
    return done(request, reply);
  });
}

/** A form goes back to the page it came from; anything else gets JSON. */
function done(request: FastifyRequest, reply: FastifyReply) {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return isForm ? reply.redirect('/', 303) : reply.send({ done: true });
}
