import { randomUUID } from 'node:crypto';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { Problem } from '#contract/wire.ts';
import { type CookieJar, openCookieJar } from './cookie-jar.ts';
import { check, Fault } from './steps.ts';

/** What a call brings: only the parts the endpoint has. */
export interface Input<E> {
  readonly params?: ParamsOf<E>;
  readonly query?: QueryOf<E>;
  readonly body?: BodyOf<E>;
}

/** A file to hand in. */
export interface HandedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** Somebody who uses the platform through its public API, with a browser's cookies. */
export interface Person {
  readonly jar: CookieJar;
  /** Calls an endpoint and gives its reply; anything but success is a fault. */
  ask<E extends Endpoint>(endpoint: E, input?: Input<E>): Promise<ReplyOf<E>>;
  /** Calls an endpoint that must refuse, with this status and code, and gives the refusal. */
  refused<E extends Endpoint>(endpoint: E, input: Input<E>, status: number, code: string): Promise<Problem>;
  upload<E extends Endpoint>(
    endpoint: E,
    params: ParamsOf<E>,
    file: HandedFile,
    fields?: Readonly<Record<string, string>>,
  ): Promise<ReplyOf<E>>;
  /** Sends a piece of a file to an endpoint that takes octets. */
  put<E extends Endpoint>(endpoint: E, input: Input<E>, content: Uint8Array): Promise<ReplyOf<E>>;
  download<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<{ type: string; content: Buffer }>;
}

/** Which endpoints have been called by anybody, for the summary. */
export interface Platform {
  readonly url: URL;
  readonly called: Set<string>;
}

/** What every act on an item carries. */
export const seen = (version: number) => ({ requestId: randomUUID(), version });

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly content: Buffer;
}

function addressOf(platform: Platform, endpoint: Endpoint, input: Input<Endpoint>): URL {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const url = new URL(path, platform.url);
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

const problemOf = (reply: Reply): Problem | undefined =>
  reply.type.includes('json') ? (JSON.parse(reply.content.toString('utf8')) as Problem) : undefined;

function wrong(endpoint: Endpoint, reply: Reply): Fault {
  const problem = problemOf(reply);
  const fields = problem?.fields?.map((one) => `${one.field}：${one.text}`).join('；') ?? '';
  const why = problem ? `${problem.code} ${problem.detail}${fields ? `（${fields}）` : ''}` : reply.type;
  return new Fault(`${endpoint.method} ${endpoint.path} 答复 ${reply.status}：${why}`);
}

/** Opens a session of somebody who is not logged in yet. */
export function openPerson(platform: Platform): Person {
  const jar = openCookieJar();

  async function send(endpoint: Endpoint, input: Input<Endpoint>, form?: FormData | Uint8Array): Promise<Reply> {
    platform.called.add(endpoint.name);
    const url = addressOf(platform, endpoint, input);
    for (;;) {
      const json = input.body !== undefined || endpoint.method !== 'GET' ? JSON.stringify(input.body ?? {}) : undefined;
      const reply = await fetch(url, {
        method: endpoint.method,
        redirect: 'manual',
        headers: {
          cookie: jar.header(url),
          ...(form instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {}),
          ...(form || json === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(form
          ? { body: form instanceof Uint8Array ? Buffer.from(form) : form }
          : json === undefined
            ? {}
            : { body: json }),
      });
      jar.keep(url, reply.headers);
      const content = Buffer.from(await reply.arrayBuffer());
      if (reply.status !== 429) return { status: reply.status, type: reply.headers.get('content-type') ?? '', content };
      // Only when the run is repeated at once: some doors admit twenty a minute from one address.
      await new Promise((done) => setTimeout(done, 5_000));
    }
  }

  function settled<E extends Endpoint>(endpoint: E, reply: Reply): ReplyOf<E> {
    if (reply.status !== (endpoint.status ?? 200)) throw wrong(endpoint, reply);
    return JSON.parse(reply.content.toString('utf8')) as ReplyOf<E>;
  }

  return {
    jar,
    ask: async (endpoint, input = {}) => settled(endpoint, await send(endpoint, input as Input<Endpoint>)),
    async refused(endpoint, input, status, code) {
      const reply = await send(endpoint, input as Input<Endpoint>);
      const problem = problemOf(reply);
      if (reply.status !== status || problem?.code !== code)
        throw new Fault(`应当被拒绝（${status} ${code}），实际：${wrong(endpoint, reply).message}`);
      check(/[一-龥]/.test(problem.detail), `${code} 没有用中文说明原因`);
      return problem;
    },
    async upload(endpoint, params, file, fields = {}) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([Buffer.from(file.content)], { type: file.type }), file.name);
      return settled(endpoint, await send(endpoint, { params } as Input<Endpoint>, form));
    },
    put: async (endpoint, input, content) => settled(endpoint, await send(endpoint, input as Input<Endpoint>, content)),
    async download(endpoint, input) {
      const reply = await send(endpoint, input as Input<Endpoint>);
      if (reply.status !== 200) throw wrong(endpoint, reply);
      return { type: reply.type, content: reply.content };
    },
  };
}
