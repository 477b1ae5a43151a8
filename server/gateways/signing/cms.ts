import { createHash, type KeyObject, sign } from 'node:crypto';
import { ecdsaWithSha256 } from './certificate-request.ts';
import { childrenOf, explicit, integer, octets, oid, readDer, sequence, setOf } from './der.ts';

const sha256Algorithm = sequence(oid('2.16.840.1.101.3.4.2.1'));
const contentData = oid('1.2.840.113549.1.7.1');

/** Issuer and number of a certificate, as they stand in it. */
function issuerOf(certificate: Buffer): { readonly issuer: Buffer; readonly serial: Buffer } {
  const fields = childrenOf(childrenOf(readDer(certificate))[0]!);
  const at = fields[0]!.tag === 0xa0 ? 1 : 0;
  return { serial: fields[at]!.whole, issuer: fields[at + 2]!.whole };
}

/**
 * A detached CMS signature over content known by its SHA-256 (RFC 5652; CAdES baseline B-B, ETSI EN 319 122-1): content type, digest, and
 * the certificate bound by its hash. The time stands in the PDF, not here, as PAdES has it.
 * `chain`: the signer's certificate first, DER. `key`: its P-256 private key.
 */
export function signCms(digest: Buffer, key: KeyObject, chain: readonly Buffer[]): Buffer {
  const [own] = chain;
  if (!own) throw new Error('no certificate to sign with');
  const { issuer, serial } = issuerOf(own);
  const attributes = [
    attribute('1.2.840.113549.1.9.3', contentData),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    attribute('1.2.840.113549.1.9.16.2.47', certificateReference(own, issuer, serial)),
  ];
  const signed = setOf(...attributes);
  // Signed as a set, written under a context tag (RFC 5652 §5.4).
  const signature = sign('sha256', signed, key);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256Algorithm,
    Buffer.concat([Buffer.from([0xa0]), signed.subarray(1)]),
    ecdsaWithSha256,
    octets(signature),
  );
  const data = sequence(
    integer(1),
    setOf(sha256Algorithm),
    sequence(contentData),
    explicit(0, ...chain),
    setOf(signer),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, data));
}

const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value));

/** SigningCertificateV2 (RFC 5035); SHA-256 is its default and is left out. */
function certificateReference(own: Buffer, issuer: Buffer, serial: Buffer): Buffer {
  const hash = createHash('sha256').update(own).digest();
  return sequence(sequence(sequence(octets(hash), sequence(sequence(explicit(4, issuer)), serial))));
}
