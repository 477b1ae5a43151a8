import type { JsonWebKey } from 'node:crypto';
import type { Configuration } from 'openid-client';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type LogoutOrder, readLogoutToken } from './logout-token.ts';

type Errand = <T>(work: (config: Configuration) => Promise<T>) => Promise<T | Refusal>;

const wrong = () => refuse('invalid', 'logout-token-invalid', '退出通知不是统一身份认证发来的，没有处理。');
const keysFreshMs = 10 * 60_000;
const keysAgainMs = 30_000;

/** Reads logout tokens with the service's published keys; an unknown key makes it look again, at most every half minute. */
export function openLogoutReader(
  { issuer, clientId, timeoutMs }: { readonly issuer: string; readonly clientId: string; readonly timeoutMs: number },
  errand: Errand,
): (token: string) => Promise<LogoutOrder | Refusal> {
  let known: { readonly keys: readonly JsonWebKey[]; readonly at: number } | undefined;

  async function keys(oldest: number): Promise<readonly JsonWebKey[] | Refusal> {
    if (known && Date.now() - known.at < oldest) return known.keys;
    return errand(async (config) => {
      const address = config.serverMetadata().jwks_uri;
      if (!address) return [];
      const reply = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
      const body = (await reply.json()) as { keys?: JsonWebKey[] };
      known = { keys: Array.isArray(body.keys) ? body.keys : [], at: Date.now() };
      return known.keys;
    });
  }

  return async (token) => {
    for (const oldest of [keysFreshMs, keysAgainMs]) {
      const found = await keys(oldest);
      if (isRefusal(found)) return found;
      const expected = { issuer, audience: clientId, now: Math.floor(Date.now() / 1000), keys: found };
      const read = readLogoutToken(token, expected);
      if (typeof read !== 'string') return read;
      // Keys change: one that is not known yet is worth a second look.
      if (read !== 'signature') return wrong();
    }
    return wrong();
  };
}
