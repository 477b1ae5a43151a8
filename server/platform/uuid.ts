import { randomBytes } from 'node:crypto';

let last = 0;
let counter = 0;

/** A version 7 uuid: ordered by time, and within one millisecond by a counter, so that keys made in a row sort in that row. */
export function v7(now: Date): string {
  const time = now.getTime();
  if (time > last) {
    last = time;
    counter = 0;
  } else counter = (counter + 1) & 0xfff;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
