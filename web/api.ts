import { endpointAddresses } from 'virtual:endpoint-addresses';
import { ApiProblem, problemFrom, unreachable } from './api-problem.ts';
import type { AddressInput, CallInput, EndpointName, ReplyTo } from './endpoint-types.ts';

export type { AddressInput, CallInput, EndpointName, ReplyTo } from './endpoint-types.ts';

interface LooseInput {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

/** The address of an endpoint, for links, downloads and forms. */
export function addressOf<N extends EndpointName>(name: N, input: AddressInput<N>): string {
  const { params = {}, query = {} } = input as LooseInput;
  const path = endpointAddresses[name]![1].replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key])),
  );
  const pairs = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

const waitMilliseconds = 20_000;
const pauses = [600, 1_800, 4_000];

/**
 * Asks an endpoint. Throws ApiProblem, never anything else, except AbortError when `signal` is used.
 * What cannot do harm twice (a question, or an act with its requestId) is asked again when the network fails.
 */
export async function call<N extends EndpointName>(
  name: N,
  ...[input]: Record<string, never> extends CallInput<N>
    ? [(CallInput<N> & { signal?: AbortSignal })?]
    : [CallInput<N> & { signal?: AbortSignal }]
): Promise<ReplyTo<N>> {
  const { body, signal } = (input ?? {}) as LooseInput;
  const method = endpointAddresses[name]![0];
  const address = addressOf(name, (input ?? {}) as AddressInput<N>);
  return (await send(method, address, body, signal)) as ReplyTo<N>;
}

async function send(method: string, address: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  const repeatable = method === 'GET' || (typeof body === 'object' && body !== null && 'requestId' in body);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendOnce(method, address, body, signal);
    } catch (error) {
      const pause = pauses[attempt];
      const lost = error instanceof ApiProblem && error.lost;
      if (!lost || !repeatable || pause === undefined || !navigator.onLine) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Sends a piece of a file to an endpoint that takes octets. Never repeated here: the upload knows from where to go on. */
export async function sendPiece<N extends EndpointName>(
  name: N,
  input: AddressInput<N>,
  piece: Blob,
  signal?: AbortSignal,
): Promise<ReplyTo<N>> {
  return (await sendOnce(endpointAddresses[name]![0], addressOf(name, input), piece, signal)) as ReplyTo<N>;
}

/** Sends a piece of a file to an endpoint that takes it beside text parts. Never repeated here, as above. */
export async function sendForm<N extends EndpointName>(
  name: N,
  input: CallInput<N>,
  piece: Blob,
  signal?: AbortSignal,
): Promise<ReplyTo<N>> {
  const form = formOf((input as LooseInput).body, piece, 'piece');
  return (await sendOnce(endpointAddresses[name]![0], addressOf(name, input), form, signal)) as ReplyTo<N>;
}

/** Text parts go first: the server reads them before the file arrives. */
function formOf(body: unknown, file: Blob, fileName: string): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries((body ?? {}) as Record<string, unknown>))
    if (value !== undefined) form.append(key, String(value));
  form.append('file', file, fileName);
  return form;
}

let heardAt = Date.now();

/** When the server last answered, in milliseconds of this machine's clock. */
export function lastHeard(): number {
  return heardAt;
}

async function sendOnce(method: string, address: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(waitMilliseconds);
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...typeOf(body) },
      body: body === undefined || body instanceof Blob || body instanceof FormData ? body : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable(timeout.aborted);
  }
  heardAt = Date.now();
  const reply = await readJson(response);
  if (!response.ok) throw problemFrom(response.status, reply);
  return reply;
}

/** Of a form the browser says it itself, with the boundary. */
function typeOf(body: unknown): Record<string, string> {
  if (body === undefined || body instanceof FormData) return {};
  return { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/**
 * Sends one file with its text parts, telling how much has gone (0–1). Uploads are not repeated by themselves:
 * the person sees that it stopped and presses 重试.
 */
export function upload<N extends EndpointName>(
  name: N,
  input: CallInput<N> & { file: File; onProgress?: (share: number) => void; signal?: AbortSignal },
): Promise<ReplyTo<N>> {
  const { body, file, onProgress, signal } = input as LooseInput & {
    file: File;
    onProgress?: (share: number) => void;
  };
  const form = formOf(body, file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpointAddresses[name]![0], addressOf(name, input as AddressInput<N>));
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as ReplyTo<N>)
        : reject(problemFrom(request.status, request.response));
    request.onerror = () => reject(unreachable(false));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** A fresh id for an act or a draft; kept until the act is known to have succeeded, so that a repeat acts once. */
export function newRequestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // Without https some browsers hide randomUUID; the numbers are there.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
