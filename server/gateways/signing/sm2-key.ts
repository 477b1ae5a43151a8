import { createHash } from 'node:crypto';
import { bits, childrenOf, explicit, integer, numberIn, octets, oid, pem, readDer, readPem, sequence } from './der.ts';
import type { DetachedSignature } from './signer.ts';
import { newSm2Key, sm2PublicPoint, sm2Sign, sm2Verify } from './sm2.ts';

/** An SM2 key pair as it is kept: PKCS #8, PEM, readable for `openssl pkey`. */
export interface Sm2KeyPair {
  /** 32 bytes. */
  readonly key: Buffer;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  readonly keyId: string;
}

const algorithm = sequence(oid('1.2.840.10045.2.1'), oid('1.2.156.10197.1.301'));

const keyInfo = (point: Uint8Array) => sequence(algorithm, bits(point));

/** A new private key as PEM. */
export function makeSm2Pem(): string {
  const key = newSm2Key();
  const inner = sequence(integer(1), octets(key), explicit(1, bits(sm2PublicPoint(key))));
  return pem('PRIVATE KEY', sequence(integer(0), algorithm, octets(inner)));
}

/** @throws Error where the text holds no SM2 private key. */
export function readSm2Pem(text: string): Sm2KeyPair {
  const [info] = readPem('PRIVATE KEY', text);
  if (!info) throw new Error('no private key');
  const [, kind, wrapped] = childrenOf(readDer(info));
  if (!kind?.whole.equals(algorithm) || !wrapped) throw new Error('not an SM2 key');
  const key = childrenOf(readDer(wrapped.content))[1]?.content;
  if (key?.length !== 32) throw new Error('not an SM2 key');
  const info2 = keyInfo(sm2PublicPoint(key));
  return { key, publicKey: pem('PUBLIC KEY', info2), keyId: keyIdOf(info2) };
}

/** First 16 hex digits of the SM3 of a SubjectPublicKeyInfo. */
const keyIdOf = (info: Uint8Array) => createHash('sm3').update(info).digest('hex').slice(0, 16);

/** SM2 with SM3, user id 1234567812345678. About 3 ms. */
export function signWithSm2(pair: Sm2KeyPair, bytes: Uint8Array): DetachedSignature {
  const { r, s } = sm2Sign(pair.key, bytes);
  const signature = sequence(integer(r), integer(s)).toString('base64');
  return { algorithm: 'SM2-SM3', signature, publicKey: pair.publicKey, keyId: pair.keyId };
}

/**
 * Whether a detached signature is one of these bytes, of the public key it carries, and names that key rightly. Needs no key of our own.
 */
export function verifyDetached(signed: DetachedSignature, bytes: Uint8Array): boolean {
  try {
    const [info] = readPem('PUBLIC KEY', signed.publicKey);
    if (signed.algorithm !== 'SM2-SM3' || !info || keyIdOf(info) !== signed.keyId) return false;
    const [kind, point] = childrenOf(readDer(info));
    if (!kind?.whole.equals(algorithm) || !point) return false;
    const [r, s, more] = childrenOf(readDer(Buffer.from(signed.signature, 'base64')));
    if (!r || !s || more) return false;
    return sm2Verify(point.content.subarray(1), bytes, { r: numberIn(r), s: numberIn(s) });
  } catch {
    return false;
  }
}
