import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const MAX_AGE_MS = 5 * 60_000;

/**
 * Checks the exchange headers of a call: `x-exchange-sign` = Base64(HMAC-SHA256(key, sid + rid + rtime)), rtime in
 * milliseconds and at most five minutes off. Gives the Chinese reason why the call is not let in, or undefined.
 */
export function signatureFault(
  headers: IncomingHttpHeaders,
  key: string,
  system: string,
  now: number,
): string | undefined {
  const [rid, sid, rtime, sign] = ['rid', 'sid', 'rtime', 'sign'].map((name) => headers[`x-exchange-${name}`]);
  if (typeof rid !== 'string' || typeof sid !== 'string' || typeof rtime !== 'string' || typeof sign !== 'string') {
    return '缺少交换平台的签名头';
  }
  if (sid !== system) return '服务标识与被调用的系统不符';
  if (!/^\d{13}$/.test(rtime) || Math.abs(now - Number(rtime)) > MAX_AGE_MS) return '请求时间与服务时间相差超过五分钟';
  const expected = createHmac('sha256', key)
    .update(sid + rid + rtime)
    .digest();
  const given = Buffer.from(sign, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? undefined : '签名不正确';
}
