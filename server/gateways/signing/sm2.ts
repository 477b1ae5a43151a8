import { createHash, randomBytes } from 'node:crypto';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';

/**
 * SM2 signatures (GM/T 0003.2, GB/T 32918.2) on the recommended curve, with SM3. Node's own `sign` makes ECDSA with an SM2 key, which is
 * another signature; OpenSSL verifies what is made here (`-sigopt distid:1234567812345678`).
 */
const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const Point = weierstrass(curve);
const { n } = curve;

/** The user id every signature is made for (GM/T 0009 §10). */
export const sm2UserId = '1234567812345678';

/** A signature as its two numbers. */
export interface Sm2Signature {
  readonly r: bigint;
  readonly s: bigint;
}

/** A private key: 32 bytes, between 1 and n − 2. */
export function newSm2Key(random: (bytes: number) => Buffer = randomBytes): Buffer {
  for (;;) {
    const key = random(32);
    const d = numberOf(key);
    if (d >= 1n && d <= n - 2n) return key;
  }
}

/** The public point of a private key: 0x04, x, y. */
export function sm2PublicPoint(key: Uint8Array): Buffer {
  return Buffer.from(Point.BASE.multiply(numberOf(key)).toBytes(false));
}

/** Signs a message. `random` is there for the published examples; elsewhere it stays as it is. */
export function sm2Sign(
  key: Uint8Array,
  message: Uint8Array,
  random: (bytes: number) => Buffer = randomBytes,
): Sm2Signature {
  const d = numberOf(key);
  const e = digestOf(sm2PublicPoint(key), message);
  for (;;) {
    const k = numberOf(newSm2Key(random));
    const r = mod(e + Point.BASE.multiply(k).toAffine().x);
    if (r === 0n || r + k === n) continue;
    const s = mod(inverse(1n + d) * (k - r * d));
    if (s !== 0n) return { r, s };
  }
}

/** Whether the signature is one of this message under this public point. A point that is none gives false. */
export function sm2Verify(publicPoint: Uint8Array, message: Uint8Array, { r, s }: Sm2Signature): boolean {
  if (r < 1n || r >= n || s < 1n || s >= n) return false;
  const t = mod(r + s);
  if (t === 0n) return false;
  try {
    const point = Point.fromBytes(publicPoint);
    point.assertValidity();
    const sum = Point.BASE.multiplyUnsafe(s).add(point.multiplyUnsafe(t));
    if (sum.is0()) return false;
    return mod(digestOf(publicPoint, message) + sum.toAffine().x) === r;
  } catch {
    return false;
  }
}

/** SM3(Z ‖ message), where Z binds the user id, the curve and the public key. */
function digestOf(publicPoint: Uint8Array, message: Uint8Array): bigint {
  const id = Buffer.from(sm2UserId);
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(id.length * 8);
  const { a, b, Gx, Gy } = curve;
  const z = sm3(bits, id, ...[a, b, Gx, Gy].map(bytesOf), publicPoint.subarray(1));
  return numberOf(sm3(z, message));
}

function sm3(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const mod = (value: bigint) => ((value % n) + n) % n;
const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');

/** The inverse modulo n, which is prime: value^(n − 2), in as many steps for every value. */
function inverse(value: bigint): bigint {
  let result = 1n;
  let square = mod(value);
  for (let exponent = n - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}
