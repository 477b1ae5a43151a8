import { createHash, type KeyObject, sign } from 'node:crypto';
import { ecdsaWithSha256 } from './certificate-request.ts';
import { childrenOf, der, explicit, integer, octets, oid, readDer, sequence, setOf } from './der.ts';

export const sha256Algorithm = sequence(oid('2.16.840.1.101.3.4.2.1'));
const contentData = '1.2.840.113549.1.7.1';
const signatureTimeStamp = '1.2.840.113549.1.9.16.2.14';

/** Issuer and number of a certificate, as they stand in it. */
function issuerOf(certificate: Buffer): { readonly issuer: Buffer; readonly serial: Buffer } {
  const fields = childrenOf(childrenOf(readDer(certificate))[0]!);
  const at = fields[0]!.tag === 0xa0 ? 1 : 0;
  return { serial: fields[at]!.whole, issuer: fields[at + 2]!.whole };
}

/** Gets a time stamp for a signature by the SHA-256 of its bytes; undefined where none is to be had. */
export type TimeStamping = (digest: Buffer) => Promise<Buffer | undefined>;

/**
 * A detached CMS signature over content known by its SHA-256 (RFC 5652; CAdES baseline, ETSI EN 319 122-1): content type, digest, and
 * the certificate bound by its hash. The time stands in the PDF and in the time stamp (B-T, an unsigned attribute), not among what is
 * signed, as PAdES has it. `chain`: the signer's certificate first, DER. `key`: its P-256 private key.
 */
export async function signCms(
  digest: Buffer,
  key: KeyObject,
  chain: readonly Buffer[],
  stamp?: TimeStamping,
): Promise<Buffer> {
  const signed = signAttributes(contentData, digest, key, chain);
  const token = await stamp?.(createHash('sha256').update(signed.signature).digest());
  const unsigned = token ? [der(0xa1, attribute(signatureTimeStamp, token))] : [];
  return signedData(1, sequence(oid(contentData)), chain, sequence(...signed.fields, ...unsigned));
}

/** A CMS signature that carries its content, of a type of its own (RFC 5652 §5.1: version 3): what a time stamp is. */
export function signContent(type: string, content: Buffer, key: KeyObject, chain: readonly Buffer[]): Buffer {
  const digest = createHash('sha256').update(content).digest();
  const { fields } = signAttributes(type, digest, key, chain);
  return signedData(3, sequence(oid(type), explicit(0, octets(content))), chain, sequence(...fields));
}

function signedData(version: number, content: Buffer, chain: readonly Buffer[], signer: Buffer): Buffer {
  const data = sequence(integer(version), setOf(sha256Algorithm), content, explicit(0, ...chain), setOf(signer));
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, data));
}

/** Signs content type, digest and certificate reference; gives the signature and the fields of the signer's entry up to it. */
function signAttributes(type: string, digest: Buffer, key: KeyObject, chain: readonly Buffer[]) {
  const [own] = chain;
  if (!own) throw new Error('no certificate to sign with');
  const { issuer, serial } = issuerOf(own);
  const signed = setOf(
    attribute('1.2.840.113549.1.9.3', oid(type)),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    attribute('1.2.840.113549.1.9.16.2.47', certificateReference(own, issuer, serial)),
  );
  // Signed as a set, written under a context tag (RFC 5652 §5.4).
  const signature = sign('sha256', signed, key);
  const fields = [
    integer(1),
    sequence(issuer, serial),
    sha256Algorithm,
    Buffer.concat([Buffer.from([0xa0]), signed.subarray(1)]),
    ecdsaWithSha256,
    octets(signature),
  ];
  return { signature, fields };
}

const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value));

/** SigningCertificateV2 (RFC 5035); SHA-256 is its default and is left out. */
function certificateReference(own: Buffer, issuer: Buffer, serial: Buffer): Buffer {
  const hash = createHash('sha256').update(own).digest();
  return sequence(sequence(sequence(octets(hash), sequence(sequence(explicit(4, issuer)), serial))));
}
