import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { derivedSecret } from '../../platform/load-config.ts';
import type { SignedRequest } from '../../platform/route.ts';

/** How far the clock of a partner may be off, and how long a nonce is remembered. */
export const toleranceMs = 5 * 60_000;

/** What a signed request says of itself, read from its headers. */
export interface Signed {
  readonly keyId: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly digest: string;
  readonly signature: string;
}

/** The secret of a key. It follows from the platform's own secret and is kept nowhere: whoever reads the database cannot sign. */
export function partnerSecret(appSecret: string, keyId: string): string {
  return derivedSecret(appSecret, `partner:${keyId}`);
}

/** SHA-256 of the body as it is sent, hex. */
export function bodyDigest(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}

/** HMAC-SHA256 over the five lines method, path, timestamp, nonce, digest of the body; base64. */
export function signPartner(
  secret: string,
  it: Pick<Signed, 'timestamp' | 'nonce' | 'digest'> & { readonly method: string; readonly path: string },
): string {
  return createHmac('sha256', secret)
    .update([it.method, it.path, it.timestamp, it.nonce, it.digest].join('\n'))
    .digest('base64');
}

const names = {
  keyId: 'x-partner-key',
  timestamp: 'x-partner-timestamp',
  nonce: 'x-partner-nonce',
  digest: 'x-partner-digest',
  signature: 'x-partner-signature',
} as const;

const shapes: Readonly<Record<keyof Signed, RegExp>> = {
  keyId: /^[a-z0-9-]{4,40}$/,
  timestamp: /^\d{13}$/,
  nonce: /^[A-Za-z0-9_-]{16,64}$/,
  digest: /^[0-9a-f]{64}$/,
  signature: /^[A-Za-z0-9+/]{43}=$/,
};

/** The headers of a signed request; a refusal that names the first one missing or ill-formed. */
export function readSigned(request: SignedRequest | undefined): Signed | Refusal {
  const read: Record<string, string> = {};
  for (const key of Object.keys(names) as (keyof Signed)[]) {
    const value = request?.headers[names[key]];
    if (typeof value !== 'string' || !shapes[key].test(value))
      return refuse('unauthenticated', 'signature-missing', `请求没有按约定签名：缺少 ${names[key]} 或者写法不对。`);
    read[key] = value;
  }
  return read as unknown as Signed;
}

/**
 * Whether body and signature fit the key's secret. The answer never says which of the two did not: a stranger learns nothing from
 * trying.
 */
export function isSignedBy(secret: string, signed: Signed, request: SignedRequest): boolean {
  const expected = signPartner(secret, { ...signed, method: request.method, path: request.path });
  const given = Buffer.from(signed.signature);
  const fits = given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
  return fits && signed.digest === bodyDigest(request.body);
}
