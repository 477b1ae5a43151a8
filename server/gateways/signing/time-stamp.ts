import { createHash, verify, X509Certificate } from 'node:crypto';
import { sha256Algorithm } from './cms.ts';
import { childrenOf, type DerValue, integer, isTrue, numberIn, octets, readDer, sequence } from './der.ts';

/** The type of what a time stamp says (RFC 3161 §2.4.2). */
export const timeStampContent = '1.2.840.113549.1.9.16.1.4';

/** What is asked to be stamped: a SHA-256, and a number that only this answer bears. */
export interface Imprint {
  readonly digest: Buffer;
  readonly nonce: bigint;
}

/** A request for a time stamp (RFC 3161 §2.4.1), DER; the authority's certificate is to come with it. */
export function timeStampRequest({ digest, nonce }: Imprint): Buffer {
  return sequence(integer(1), sequence(sha256Algorithm, octets(digest)), integer(nonce), isTrue);
}

/** What a request asks for; undefined where it is none, or another digest than SHA-256. */
export function readTimeStampRequest(bytes: Buffer): Imprint | undefined {
  try {
    const [version, imprint, nonce] = childrenOf(readDer(bytes));
    const [algorithm, digest] = childrenOf(imprint!);
    const known = childrenOf(algorithm!)[0]!.whole.equals(childrenOf(readDer(sha256Algorithm))[0]!.whole);
    if (numberIn(version!) !== 1n || !known || digest!.content.length !== 32 || nonce?.tag !== 0x02) return undefined;
    return { digest: digest!.content, nonce: numberIn(nonce) };
  } catch {
    return undefined;
  }
}

/** A time stamp as it came: the token that goes into the signature, and its instant. */
export interface TimeStamp {
  readonly token: Buffer;
  readonly at: Date;
}

/**
 * Reads an answer (RFC 3161 §2.4.2) and makes sure that it was granted, stamps this digest, bears this number, and is signed by the
 * certificate it brings. Whether that certificate is to be trusted is for those who check papers. @throws Error that says what is wrong.
 */
export function readTimeStampResponse(bytes: Buffer, asked: Imprint): TimeStamp {
  const [status, token] = childrenOf(readDer(bytes));
  const code = numberIn(childrenOf(status!)[0]!);
  if (code > 1n || !token) throw new Error(`time stamp not granted: ${code}`);
  const [, , content, ...rest] = childrenOf(childrenOf(childrenOf(token)[1]!)[0]!);
  const info = childrenOf(childrenOf(content!)[1]!)[0]!.content;
  checkSigned(info, rest);
  const fields = childrenOf(readDer(info));
  const [, imprint] = childrenOf(fields[2]!);
  if (!imprint!.content.equals(asked.digest)) throw new Error('a time stamp for something else');
  const nonce = fields.slice(5).find((one) => one.tag === 0x02);
  if (!nonce || numberIn(nonce) !== asked.nonce) throw new Error('a time stamp given before');
  return { token: token.whole, at: generalizedTime(fields[4]!.content.toString('latin1')) };
}

/** The one signer's entry covers the content, by the certificate that lies beside it. */
function checkSigned(info: Buffer, rest: readonly DerValue[]): void {
  const [certificates, signers] = [rest.find((one) => one.tag === 0xa0), rest.find((one) => one.tag === 0x31)];
  const signer = childrenOf(childrenOf(signers!)[0]!);
  const attributes = signer.find((one) => one.tag === 0xa0)!;
  const signature = signer.find((one) => one.tag === 0x04)!;
  const digest = octets(createHash('sha256').update(info).digest());
  if (!attributes.content.includes(digest)) throw new Error('a time stamp whose content was changed');
  const signed = Buffer.concat([Buffer.from([0x31]), attributes.whole.subarray(1)]);
  const own = new X509Certificate(childrenOf(certificates!)[0]!.whole);
  if (!verify('sha256', signed, own.publicKey, signature.content))
    throw new Error('a time stamp with a false signature');
}

/** `20261123040000Z`, with or without parts of a second. */
function generalizedTime(text: string): Date {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,3})\d*)?Z$/.exec(text);
  if (!parts) throw new Error('a time stamp without time');
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
}
