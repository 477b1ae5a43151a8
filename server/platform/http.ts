import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RouteOptions,
} from 'fastify';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkCaller } from './actor.ts';
import { answerError } from './answer-error.ts';
import { sendPublished } from './answer-published.ts';
import type { Services } from './app-context.ts';
import { checkPart, type PartCheck } from './check-request.ts';
import { contentDisposition } from './file-name.ts';
import type { Metrics } from './metrics.ts';
import { problemOf } from './problem.ts';
import type { Call, CookieChange, FileReply, RedirectReply, Route } from './route.ts';
import { keepSignedBodies, signedRequest } from './signed-request.ts';
import { type Received, receiveUpload } from './upload.ts';

/** Finds out who acts, from the cookies of a request. */
export type Authenticate = (cookies: Readonly<Record<string, string | undefined>>) => Promise<Actor>;

interface Http {
  readonly services: Services;
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  readonly metrics: Metrics;
}

/** Builds the HTTP server of the API: one loop over the routes, one exit for refusals, one for bugs. */
export async function buildHttp({ services, routes, authenticate, metrics }: Http): Promise<FastifyInstance> {
  const { config, log } = services;
  const app = fastify({
    loggerInstance: log as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // Addresses that no route can be found for: over-long, or not decodable.
    frameworkErrors: (error, request, reply) =>
      void answerError(error, request as FastifyRequest, reply as FastifyReply),
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, content, done) =>
    done(null, content),
  );
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 100_000 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    crossOriginOpenerPolicy: false,
  });
  const limited = config.rateLimitPerMinute > 0;
  if (limited)
    await app.register(rateLimit, {
      max: config.rateLimitPerMinute,
      timeWindow: 60_000,
      errorResponseBuilder: () => Object.assign(new Error('rate limited'), { statusCode: 429 }),
    });
  keepSignedBodies(app);
  app.setErrorHandler((error, request, reply) =>
    answerError(error as Error & { statusCode?: number; code?: string }, request, reply),
  );
  app.addHook('onResponse', async (request, reply) => {
    metrics.observeRequest(request.routeOptions.config as { name?: string }, reply.statusCode, reply.elapsedTime);
  });
  for (const route of routes) addRoute(app, route, services, authenticate, limited);
  return app;
}

interface Checks {
  readonly params?: PartCheck;
  readonly query?: PartCheck;
  readonly body?: PartCheck;
}

function addRoute(
  app: FastifyInstance,
  route: Route,
  services: Services,
  authenticate: Authenticate,
  limited: boolean,
): void {
  const { endpoint } = route;
  const checks: Checks = {
    ...(endpoint.params ? { params: checkPart(endpoint.params, 'params') } : {}),
    ...(endpoint.query ? { query: checkPart(endpoint.query, 'query') } : {}),
    ...(endpoint.body ? { body: checkPart(endpoint.body, endpoint.upload ? 'query' : 'body') } : {}),
  };
  const options: RouteOptions = {
    method: endpoint.method,
    url: endpoint.path,
    config: {
      name: endpoint.name,
      ...(endpoint.signed ? { signed: true } : {}),
      ...(limited && endpoint.perMinute ? { rateLimit: { max: endpoint.perMinute, timeWindow: 60_000 } } : {}),
    } as object,
    handler: (request, reply) => handle(route, checks, services, authenticate, request, reply),
  };
  if (endpoint.form) app.register(async (scope) => takeForms(scope).route(options));
  else app.route(options);
}

/** In a scope of its own: elsewhere a form posted by another site's page finds no ear. */
function takeForms(scope: FastifyInstance): FastifyInstance {
  const type = 'application/x-www-form-urlencoded';
  scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  return scope;
}

/** A page of another site must not act with our cookie (same-site cookies already say so; this is the second lock). */
function checkOrigin(request: FastifyRequest, services: Services): Refusal | null {
  if (request.method === 'GET') return null;
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  if (request.headers.origin === new URL(services.config.publicUrl).origin) return null;
  return refuse('forbidden', 'cross-site', '这个请求来自别的网站，已拒绝。');
}

async function handle(
  route: Route,
  checks: Checks,
  services: Services,
  authenticate: Authenticate,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { endpoint } = route;
  const cookies = request.cookies;
  const actor = await authenticate(cookies);
  const early = checkOrigin(request, services) ?? checkCaller(actor, endpoint.by);
  if (early) return sendRefusal(reply, early, request.id);
  let received: Received | undefined;
  try {
    let given: unknown = request.body ?? {};
    if (endpoint.upload) {
      const upload = await receiveUpload(request, services.config);
      if (isRefusal(upload)) return sendRefusal(reply, upload, request.id);
      received = upload;
      given = upload.fields;
    }
    if (endpoint.octets && !Buffer.isBuffer(given)) return sendRefusal(reply, notOctets(), request.id);
    const parts: Record<string, unknown> = { params: request.params, query: request.query, body: given };
    for (const name of ['params', 'query', 'body'] as const) {
      const checked = checks[name]?.check(parts[name]);
      if (checked && !checked.ok) return sendRefusal(reply, checked.refusal, request.id);
      if (checked) parts[name] = checked.value;
    }
    const call = {
      params: parts.params,
      query: parts.query,
      body: parts.body,
      actor,
      cookies,
      correlation: request.id,
      address: request.ip,
      ...(received ? { file: received.file } : {}),
      ...(endpoint.signed ? { signed: signedRequest(request) } : {}),
      ...(endpoint.octets ? { octets: given as Buffer } : {}),
      url: new URL(request.url, services.config.publicUrl).href,
      setCookie: (change: CookieChange) => setCookie(reply, change, services.config.publicUrl),
    } as unknown as Call<never>;
    return await send(reply, endpoint, await route.handle(call), request);
  } finally {
    await received?.discard();
  }
}

const notOctets = () => refuse('invalid', 'not-octets', '这个接口要的是文件的一段内容（application/octet-stream）。');

function setCookie(reply: FastifyReply, change: CookieChange, publicUrl: string): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: publicUrl.startsWith('https:') };
  if (change.value === null) reply.clearCookie(change.name, options);
  else
    reply.setCookie(change.name, change.value, {
      ...options,
      ...(change.maxAgeSeconds ? { maxAge: change.maxAgeSeconds } : {}),
    });
}

function sendRefusal(reply: FastifyReply, refusal: Refusal, correlation: string): FastifyReply {
  const problem = problemOf(refusal, correlation);
  const wait = refusal.kind === 'too-many' ? refusal.more?.retryAfter : undefined;
  if (typeof wait === 'number') reply.header('retry-after', String(wait));
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

async function send(
  reply: FastifyReply,
  endpoint: Route['endpoint'],
  result: unknown,
  request: FastifyRequest,
): Promise<FastifyReply> {
  if (isRefusal(result)) return sendRefusal(reply, result, request.id);
  if (endpoint.replyKind === 'redirect') return reply.redirect((result as RedirectReply).redirect, 303);
  const published = (bytes: Buffer) => sendPublished(reply, bytes, request.headers);
  if (endpoint.replyKind === 'file') {
    const content = fileContent(reply, result as FileReply);
    if (endpoint.published && Buffer.isBuffer(content)) return published(content);
    return reply.header('cache-control', 'private, no-store').send(content);
  }
  reply.code(endpoint.status ?? 200).type('application/json; charset=utf-8');
  const text = JSON.stringify(result);
  if (endpoint.published) return published(Buffer.from(text));
  return reply.header('cache-control', 'no-store').send(text);
}

const shownInside = new Set(['application/pdf', 'image/jpeg', 'image/png', 'text/plain']);

/** Puts down what kind of file it is; gives its bytes or its stream. */
function fileContent(reply: FastifyReply, file: FileReply): Buffer | Readable {
  // Only what a browser shows without running anything opens in it. A page or a drawing with scripts is saved, unless it is one of
  // ours and brings a policy of its own.
  const harmless = shownInside.has(file.type.split(';')[0]!) || Boolean(file.headers?.['content-security-policy']);
  const way = file.inline && harmless ? 'inline' : 'attachment';
  reply.type(file.type).header('content-disposition', contentDisposition(way, file.name));
  for (const [name, value] of Object.entries(file.headers ?? {})) {
    if (value === null) reply.removeHeader(name);
    else reply.header(name, value);
  }
  const { content } = file;
  return content instanceof Uint8Array ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : content;
}
