import { randomBytes } from 'node:crypto';
import { readTimeStampResponse, type TimeStamp, timeStampRequest } from './time-stamp.ts';
import type { TimeStampPort } from './time-stamp-port.ts';

/** An authority that did not answer is left alone this long, milliseconds: papers do not wait for it one by one. */
const restMs = 60_000;

/** Gets a time stamp for a SHA-256; undefined where none is to be had now. Never throws: a paper is sealed without rather than not at all. */
export function openTimeStamping(
  authority: TimeStampPort | undefined,
): (digest: Buffer) => Promise<TimeStamp | undefined> {
  let restsUntil = 0;
  return async (digest) => {
    if (!authority || Date.now() < restsUntil) return undefined;
    const asked = { digest, nonce: BigInt(`0x7f${randomBytes(15).toString('hex')}`) };
    const outcome = await authority.stamp({ request: timeStampRequest(asked).toString('base64') });
    try {
      if (!outcome.ok) throw new Error(outcome.text);
      return readTimeStampResponse(Buffer.from(outcome.response, 'base64'), asked);
    } catch {
      restsUntil = Date.now() + restMs;
      return undefined;
    }
  };
}
