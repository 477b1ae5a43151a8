import { createCipheriv, createHash } from 'node:crypto';
import type { PdfOutline } from '#domain/intake/files/pdf-outline.ts';
import { nameOf, numberOf, type PdfValue } from '#domain/intake/files/pdf-syntax.ts';

/** What fills up a password (ISO 32000-1, 7.6.3.3). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const bytesOf = (value: PdfValue | undefined) => (value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0));
const sha = (bits: 256 | 384 | 512, ...parts: Buffer[]) => {
  const hash = createHash(`sha${bits}`);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * Whether a locked PDF opens for everybody: papers of banks and offices are often locked against changes only, with an empty password
 * for reading. Undefined where the lock is of a kind we do not know.
 */
export function opensWithoutPassword(lock: NonNullable<PdfOutline['lock']>): boolean | undefined {
  const { dictionary } = lock;
  if (nameOf(dictionary.get('Filter')) !== 'Standard') return undefined;
  const revision = numberOf(dictionary.get('R')) ?? 0;
  const user = bytesOf(dictionary.get('U'));
  if (revision >= 5) {
    if (user.length < 48) return undefined;
    const salt = user.subarray(32, 40);
    const hash = revision === 5 ? sha(256, salt) : hardenedHash(Buffer.alloc(0), salt);
    return hash.equals(user.subarray(0, 32));
  }
  if (revision < 2) return undefined;
  const length = revision === 2 ? 5 : Math.min(16, Math.max(5, (numberOf(dictionary.get('Length')) ?? 40) / 8));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberOf(dictionary.get('P')) ?? 0) | 0);
  const parts = [padding, bytesOf(dictionary.get('O')).subarray(0, 32), permissions, Buffer.from(lock.id)];
  if (revision >= 4 && dictionary.get('EncryptMetadata') === false) parts.push(Buffer.alloc(4, 0xff));
  let key = md5(...parts).subarray(0, length);
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key).subarray(0, length);
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32));
  let check = rc4(key, md5(padding, Buffer.from(lock.id)));
  for (let round = 1; round <= 19; round += 1)
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    );
  return check.equals(user.subarray(0, 16));
}

function md5(...parts: Buffer[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The hash of revision 6 for a user's password (ISO 32000-2, algorithm 2.B). */
export function hardenedHash(password: Buffer, salt: Buffer): Buffer {
  let key = sha(256, password, salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => [password, key]).flat()));
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = sha(([256, 384, 512] as const)[rest]!, mixed);
    last = mixed.at(-1)!;
  }
  return key.subarray(0, 32);
}

/** RC4, which libraries rightly no longer offer: here it only reads what old programs wrote. */
function rc4(key: Uint8Array, content: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, two: number) => {
    [state[one], state[two]] = [state[two]!, state[one]!];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return content.map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  }) as Buffer;
}
