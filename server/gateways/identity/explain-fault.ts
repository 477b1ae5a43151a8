import * as oidc from 'openid-client';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { CallObserver } from '../exchange/outcome.ts';

/** Tells what failed: the person (gave up, came back too late), the connection, or the service. */
export function explainFault(
  error: unknown,
  issuer: string,
): { refusal: Refusal; outcome: Parameters<CallObserver>[1] } {
  if (error instanceof oidc.AuthorizationResponseError) {
    return error.error === 'access_denied'
      ? { refusal: refuse('unauthenticated', 'login-cancelled', '您取消了登录。需要办理时请重新登录。'), outcome: 'ok' }
      : { refusal: expiredLogin(), outcome: 'refused' };
  }
  if (error instanceof oidc.ResponseBodyError) {
    const isOurs = error.error === 'invalid_client' || error.error === 'unauthorized_client';
    return { refusal: isOurs ? unreachable('没有认可本系统的登记') : expiredLogin(), outcome: 'refused' };
  }
  const name = error instanceof Error ? error.name : '';
  const code = (error as { code?: string }).code ?? '';
  if (name === 'TimeoutError' || code === 'OAUTH_TIMEOUT')
    return { refusal: unreachable('没有答复'), outcome: 'timeout' };
  if (STALE_FLOW_CODES.has(code)) return { refusal: expiredLogin(), outcome: 'ok' };
  if (code === 'OAUTH_HTTP_REQUEST_FORBIDDEN') {
    return { refusal: unreachable(`的地址不安全（${new URL(issuer).protocol}//）`), outcome: 'bad-reply' };
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError || error instanceof oidc.ClientError) {
    return { refusal: unreachable('的答复不合约定'), outcome: 'bad-reply' };
  }
  // A network failure carries its cause; a TypeError without one is a mistake of ours.
  if (error instanceof TypeError && error.cause !== undefined)
    return { refusal: unreachable('连接不上'), outcome: 'unreachable' };
  throw error;
}

const STALE_FLOW_CODES = new Set(['OAUTH_INVALID_RESPONSE', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED']);

function expiredLogin(): Refusal {
  return refuse('unauthenticated', 'login-expired', '这次登录已失效，请重新登录。');
}

function unreachable(what: string): Refusal {
  return refuse(
    'unmet-condition',
    'identity-unavailable',
    `江西政务服务网统一身份认证${what}，现在不能登录。请稍后再试；不登录也可以查看指引和测算。`,
  );
}
