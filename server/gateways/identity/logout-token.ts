import { constants, createPublicKey, type JsonWebKey, verify } from 'node:crypto';

/** Whose sessions a logout token ends: of a session at the identity service, of an account, or of both together. */
export interface LogoutOrder {
  readonly sub: string | null;
  readonly sid: string | null;
}

/** What a token is held against. */
export interface LogoutExpectation {
  readonly issuer: string;
  readonly audience: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly keys: readonly JsonWebKey[];
}

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
/** Seconds by which the two clocks may differ, and the longest age of a token that states no end. */
const skew = 60;
const longest = 600;

/** Only what proves that the service signed it: no `none`, and no HMAC, whose key a public key could be mistaken for. */
const algorithms: Readonly<
  Record<string, { readonly kty: string; readonly options: object; readonly digest: string }>
> = {
  ES256: { kty: 'EC', options: { dsaEncoding: 'ieee-p1363' }, digest: 'sha256' },
  RS256: { kty: 'RSA', options: {}, digest: 'sha256' },
  PS256: { kty: 'RSA', options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, digest: 'sha256' },
};

interface Parts {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

function objectIn(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function split(token: string): Parts | null {
  const [head, body, tail, more] = token.split('.');
  if (!head || !body || !tail || more !== undefined || token.length > 10_000) return null;
  const [header, claims] = [objectIn(head), objectIn(body)];
  return header && claims
    ? { header, claims, signed: Buffer.from(`${head}.${body}`), signature: Buffer.from(tail, 'base64url') }
    : null;
}

function isSigned({ header, signed, signature }: Parts, keys: readonly JsonWebKey[]): boolean {
  const algorithm = algorithms[String(header.alg)];
  // A header that must be understood and is not (RFC 7515 4.1.11).
  if (!algorithm || header.crit !== undefined) return false;
  const fitting = keys.filter(
    (key) =>
      key.kty === algorithm.kty &&
      (header.kid === undefined || key.kid === header.kid) &&
      (key.use === undefined || key.use === 'sig') &&
      (key.alg === undefined || key.alg === header.alg),
  );
  return fitting.some((key) => {
    try {
      const made = createPublicKey({ key, format: 'jwk' });
      return verify(algorithm.digest, signed, { key: made, ...algorithm.options }, signature);
    } catch {
      return false;
    }
  });
}

/** The faults of the claims, in the order of OpenID Connect Back-Channel Logout 1.0 section 2.6; null where there is none. */
function faultOf({ header, claims }: Parts, expected: LogoutExpectation): string | null {
  const { iss, aud, iat, exp, sub, sid, jti, events, nonce } = claims;
  if (header.typ !== undefined && !/^(application\/)?(logout\+)?jwt$/i.test(String(header.typ))) return 'typ';
  if (iss !== expected.issuer) return 'iss';
  if (!(Array.isArray(aud) ? aud : [aud]).includes(expected.audience)) return 'aud';
  if (typeof iat !== 'number' || iat > expected.now + skew) return 'iat';
  if (exp === undefined ? iat < expected.now - longest : typeof exp !== 'number' || exp < expected.now - skew)
    return 'exp';
  if (typeof jti !== 'string' || jti === '') return 'jti';
  const event = typeof events === 'object' && events !== null ? (events as Record<string, unknown>)[logoutEvent] : null;
  if (typeof event !== 'object' || event === null) return 'events';
  if (nonce !== undefined) return 'nonce';
  const named = [sub, sid].filter((one) => one !== undefined);
  if (named.length === 0 || !named.every((one) => typeof one === 'string' && one !== '')) return 'sub';
  return null;
}

/** Reads a logout token; a word for what is wrong with it otherwise. Nothing about it is thrown. */
export function readLogoutToken(token: string, expected: LogoutExpectation): LogoutOrder | string {
  const parts = split(token);
  if (!parts) return 'format';
  if (!isSigned(parts, expected.keys)) return 'signature';
  const fault = faultOf(parts, expected);
  if (fault) return fault;
  const { sub, sid } = parts.claims as { sub?: string; sid?: string };
  return { sub: sub ?? null, sid: sid ?? null };
}
