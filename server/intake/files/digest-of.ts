import { createHash } from 'node:crypto';

/** SHA-256 of bytes, hex. */
export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
