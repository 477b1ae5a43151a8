import { createHmac } from 'node:crypto';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { CallObserver, GatewayFailure, GatewayFailureKind, Outcome } from './outcome.ts';

/** One outside system as seen from here. */
export interface ExchangeTarget {
  /** Id in metrics and logs, e.g. `credit-china`. It is also the service id (`x-exchange-sid`). */
  readonly system: string;
  /** Name in Chinese sentences, e.g. 信用中国（江西）. */
  readonly title: string;
  /** Root of the system's interface; paths are appended to it. */
  readonly url: string;
  /** Who asks (`x-exchange-rid`). */
  readonly requesterId: string;
  /** Secret of the exchange platform, shared with the system. */
  readonly key: string;
  /** For the whole errand, body included. */
  readonly timeoutMs: number;
  /** Replies above it are not read to the end. Default 262 144. */
  readonly maxReplyBytes?: number;
  readonly onCall?: CallObserver;
}

/** One errand. `reply` is the agreed shape of the answer; unknown members of an answer are dropped. */
export interface ExchangeRequest<T extends TSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly reply: T;
}

const DEFAULT_MAX_REPLY_BYTES = 262_144;
const BUSY = new Set([429, 502, 503, 504]);

/**
 * Signature of the provincial exchange platform: Base64(HMAC-SHA256(key, sid + rid + rtime)), rtime in milliseconds.
 * It names the caller and the moment, not the body: the body rests on TLS.
 */
export function exchangeSignature(key: string, sid: string, rid: string, rtime: string): string {
  return createHmac('sha256', key)
    .update(sid + rid + rtime)
    .digest('base64');
}

/** Sends one signed errand and reads its answer. Network trouble, refusals and odd replies come back as values. */
export async function signedFetch<T extends TSchema>(
  target: ExchangeTarget,
  request: ExchangeRequest<T>,
): Promise<Outcome<Static<T>>> {
  const startedAt = performance.now();
  const outcome = await send(target, request);
  target.onCall?.(target.system, outcome.ok ? 'ok' : outcome.kind, performance.now() - startedAt);
  return outcome;
}

async function send<T extends TSchema>(
  target: ExchangeTarget,
  request: ExchangeRequest<T>,
): Promise<Outcome<Static<T>>> {
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(target.url.replace(/\/+$/, '') + request.path, {
      method: request.method,
      headers: headersOf(target, request),
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(target.timeoutMs),
    });
    text = await readBounded(response, target.maxReplyBytes ?? DEFAULT_MAX_REPLY_BYTES);
  } catch (error) {
    return isTimeout(error)
      ? failure(target, 'timeout', true, `在${target.timeoutMs / 1000}秒内没有答复`)
      : failure(target, 'unreachable', true, '连接不上或连接中断');
  }
  return judge(target, request.reply, response.status, text);
}

function headersOf(target: ExchangeTarget, request: ExchangeRequest<TSchema>): Record<string, string> {
  const rtime = String(Date.now());
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-exchange-rid': target.requesterId,
    'x-exchange-sid': target.system,
    'x-exchange-rtime': rtime,
    'x-exchange-sign': exchangeSignature(target.key, target.system, target.requesterId, rtime),
  };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (request.idempotencyKey !== undefined) headers['idempotency-key'] = request.idempotencyKey;
  return headers;
}

function judge<T extends TSchema>(
  target: ExchangeTarget,
  shape: T,
  status: number,
  text: string | undefined,
): Outcome<Static<T>> {
  if (BUSY.has(status)) return failure(target, 'busy', true, '暂时无法处理', status);
  if (status >= 500) return failure(target, 'bad-reply', true, `内部出错（${status}）`, status);
  if (text === undefined) return failure(target, 'bad-reply', true, '答复过大', status);
  const reply = parseJson(text);
  if (status >= 400) return failure(target, 'refused', false, reasonOf(reply) ?? `不接收（${status}）`, status);
  if (status < 200 || status >= 300) return failure(target, 'bad-reply', true, `答复不合约定（${status}）`, status);
  if (!Value.Check(shape, reply)) return failure(target, 'bad-reply', true, '答复不合约定', status);
  return { ...(Value.Clean(shape, reply) as Static<T> & object), ok: true } as Outcome<Static<T>>;
}

function failure(
  target: ExchangeTarget,
  kind: GatewayFailureKind,
  retry: boolean,
  what: string,
  status?: number,
): GatewayFailure {
  const text = `${target.title}：${what}`;
  return status === undefined ? { ok: false, kind, retry, text } : { ok: false, kind, retry, text, status };
}

/** The reason a refusing system gives, in the words of problem+json; bounded, since it ends up on a desk. */
function reasonOf(reply: unknown): string | undefined {
  if (typeof reply !== 'object' || reply === null) return undefined;
  const { detail, title } = reply as { detail?: unknown; title?: unknown };
  const text = typeof detail === 'string' ? detail : title;
  return typeof text === 'string' && text !== '' ? text.slice(0, 500) : undefined;
}

/** The body as text, or undefined once it grows beyond the bound; the rest is then left unread. */
async function readBounded(response: Response, maxBytes: number): Promise<string | undefined> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
