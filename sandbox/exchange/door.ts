import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Surroundings } from '../surroundings.ts';
import { outsideSystems, type SystemId } from '../systems/outside-systems.ts';
import { type Answer, problem } from './answer.ts';
import type { ReceivedCall } from './call-log.ts';
import type { Fate } from './modes.ts';
import { signatureFault } from './signature-check.ts';

/** A call as a stand-in's rule sees it. */
export interface Question<Body> {
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly now: number;
}

/** The front door of one stand-in: signature, mode, journal, idempotency; behind it only rules. */
export interface Door {
  ask(path: string, rule: (question: Question<undefined>) => Answer): void;
  act<Body>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: TSchema | undefined,
    rule: (question: Question<Body>) => Answer,
  ): void;
}

interface Remembered extends Answer {
  readonly fingerprint: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    received: ReceivedCall | null;
    fate: Fate;
  }
}

/** Puts the door of `system` in front of `scope`; rules are added through it. */
export function openDoor(scope: FastifyInstance, system: SystemId, around: Surroundings): Door {
  const remembered = around.collection<Remembered>(`${system}-replies`);
  scope.addHook('onRequest', async (request, reply) => meet(request, reply, system, around));
  scope.addHook('preHandler', async (request) => {
    if (request.received) request.received.body = request.body;
    if (request.fate !== 'slow') return;
    await sleep(around.modes.of(system).delayMs ?? 30_000, undefined, { ref: false, signal: around.closing });
  });
  scope.addHook('onSend', async (request) => {
    if (request.received) request.received.status = request.fate === 'cut-after' ? 0 : request.received.status || 200;
    // The work is done, the reply is lost: the case idempotency keys exist for.
    if (request.fate === 'cut-after') request.raw.socket.destroy();
  });
  scope.setErrorHandler((error: FastifyError, request, reply) =>
    send(request, reply, problem(error.statusCode ?? 500, 'malformed', `报文不合约定：${error.message}`)),
  );
  scope.setNotFoundHandler((request, reply) => send(request, reply, problem(404, 'no-such-interface', '没有这个接口')));
  return {
    ask: (path, rule) => {
      scope.get(path, (request, reply) => send(request, reply, rule(questionOf(request, around))));
    },
    act: (method, path, body, rule) => {
      const handler = (request: FastifyRequest, reply: FastifyReply) =>
        send(
          request,
          reply,
          onceOnly(request, remembered, () => rule(questionOf(request, around))),
        );
      scope.route({ method, url: path, schema: body ? { body } : {}, handler });
    },
  };
}

async function meet(request: FastifyRequest, reply: FastifyReply, system: SystemId, around: Surroundings) {
  request.fate = around.modes.fateOf(system);
  request.received = {
    at: new Date(around.now()).toISOString(),
    system,
    method: request.method,
    path: request.url.slice(outsideSystems[system].prefix.length),
    status: 0,
    requester: headerOf(request, 'x-exchange-rid'),
    idempotencyKey: headerOf(request, 'idempotency-key'),
    repeated: false,
  };
  around.calls.add(request.received);
  if (request.fate === 'cut') {
    reply.hijack();
    request.raw.socket.destroy();
    return;
  }
  if (request.fate === 'busy') return send(request, reply, problem(503, 'busy', '系统繁忙，请稍后再试'));
  if (request.fate === 'garbled') {
    request.received.status = 200;
    return reply.type('text/html; charset=utf-8').send('<html><body>系统维护中</body></html>');
  }
  const fault = signatureFault(request.headers, around.gatewayKey, system, Date.now());
  if (fault) return send(request, reply, problem(401, 'unsigned', fault));
  if (request.fate === 'refuse')
    return send(request, reply, problem(422, 'refused', '对方系统不接收此项请求（演示设置）'));
}

/** Acts once per idempotency key; a repetition gets the first answer. Synchronous, so that no two calls interleave. */
function onceOnly(
  request: FastifyRequest,
  remembered: ReturnType<Surroundings['collection']>,
  act: () => Answer,
): Answer {
  const key = headerOf(request, 'idempotency-key');
  if (!key || key.length > 200) return problem(400, 'no-idempotency-key', '缺少 idempotency-key');
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`)
    .digest('base64');
  const earlier = remembered.get(key) as Remembered | undefined;
  if (earlier && earlier.fingerprint !== fingerprint) {
    return problem(422, 'key-reused', '同一个 idempotency-key 用在了不同的请求上');
  }
  if (earlier) {
    if (request.received) request.received.repeated = true;
    return earlier;
  }
  const answered = act();
  if (answered.status < 300) remembered.put(key, { fingerprint, status: answered.status, body: answered.body });
  return answered;
}

function send(request: FastifyRequest, reply: FastifyReply, { status, body }: Answer) {
  if (request.received) request.received.status = status;
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return reply.code(status).type(`${type}; charset=utf-8`).send(body);
}

function questionOf<Body>(request: FastifyRequest, around: Surroundings): Question<Body> {
  return {
    body: request.body as Body,
    params: request.params as Record<string, string>,
    query: request.query as Record<string, string>,
    now: around.now(),
  };
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}
