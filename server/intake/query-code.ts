import { createHmac, timingSafeEqual } from 'node:crypto';
import { normaliseCode } from '#domain/uscc.ts';

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * The code that opens an application's progress without a login: eight characters that cannot be mistaken for one another, derived
 * from the application and the platform's secret, so that it need not be stored.
 */
export function queryCode(secret: string, applicationId: string): string {
  const digest = createHmac('sha256', secret).update(`query-code:${applicationId}`).digest();
  return [...digest.subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/** Compares without telling by time how much was right. */
export function isQueryCode(secret: string, applicationId: string, given: string): boolean {
  const right = Buffer.from(queryCode(secret, applicationId));
  const tried = Buffer.from(normaliseCode(given));
  return right.length === tried.length && timingSafeEqual(right, tried);
}
