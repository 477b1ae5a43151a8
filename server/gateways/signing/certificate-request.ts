import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import {
  bits,
  childrenOf,
  explicit,
  integer,
  oid,
  pem,
  printable,
  readDer,
  readPem,
  sequence,
  setOf,
  utf8,
} from './der.ts';

/** Whom a certificate names. */
export interface CertificateSubject {
  /** The organ, as it signs. */
  readonly name: string;
  /** Its id in the catalogue. */
  readonly unitId: string;
}

const attributeOids = { country: '2.5.4.6', organisation: '2.5.4.10', commonName: '2.5.4.3', serialNumber: '2.5.4.5' };

/** C=CN, O and CN the organ's name, serialNumber its id. */
export function subjectName({ name, unitId }: CertificateSubject): Buffer {
  const part = (type: string, value: Buffer) => setOf(sequence(oid(type), value));
  return sequence(
    part(attributeOids.country, printable('CN')),
    part(attributeOids.organisation, utf8(name)),
    part(attributeOids.commonName, utf8(name)),
    part(attributeOids.serialNumber, utf8(unitId)),
  );
}

export const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

/** A request for a certificate (PKCS #10, RFC 2986), PEM, signed with the P-256 key it is for. */
export function certificateRequest(subject: CertificateSubject, key: KeyObject): string {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const info = sequence(integer(0), subjectName(subject), publicKey, explicit(0));
  return pem('CERTIFICATE REQUEST', sequence(info, ecdsaWithSha256, bits(sign('sha256', info, key))));
}

/** What a request asks for, once its own signature was checked; undefined where it is none. */
export function readCertificateRequest(
  text: string,
): { readonly subject: Buffer; readonly publicKey: Buffer } | undefined {
  try {
    const [info, , signature] = childrenOf(readDer(readPem('CERTIFICATE REQUEST', text)[0]!));
    const [, subject, publicKey] = childrenOf(info!);
    const key = createPublicKey({ key: publicKey!.whole, format: 'der', type: 'spki' });
    if (!verify('sha256', info!.whole, key, signature!.content.subarray(1))) return undefined;
    return { subject: subject!.whole, publicKey: publicKey!.whole };
  } catch {
    return undefined;
  }
}
