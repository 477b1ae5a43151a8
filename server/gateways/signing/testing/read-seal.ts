import { createHash } from 'node:crypto';
import { Certificate, ContentInfo, CryptoEngine, SignedData, type SignerInfo, TSTInfo } from 'pkijs';

/** What a reader of PDFs finds of a signature. Written with another library than the one that signs, so that both cannot be wrong alike. */
export interface ReadSeal {
  /** The signature is one of these bytes and of the certificate in it. */
  readonly valid: boolean;
  /** That certificate was issued under the given root. */
  readonly trusted: boolean;
  /** Everything but the signature itself is covered. */
  readonly whole: boolean;
  readonly signer: string;
  readonly number: string;
  readonly subFilter: string;
  readonly reason: string;
  readonly signingTime: string;
  /** Kinds of signed attributes. */
  readonly attributes: readonly string[];
  /** SHA-256 of the certificate that the signature itself names (signing-certificate-v2), hex. */
  readonly boundCertificate: string | undefined;
  readonly certificateDigest: string;
  /** The time stamp of the signature (RFC 3161), undefined where there is none. */
  readonly timeStamp: ReadTimeStamp | undefined;
}

/** What is found of a time stamp. */
export interface ReadTimeStamp {
  readonly valid: boolean;
  readonly trusted: boolean;
  /** It stamps the value of this very signature. */
  readonly ofThisSignature: boolean;
  readonly at: Date;
}

const crypto = new CryptoEngine({ crypto: globalThis.crypto, name: 'node' });

/** Reads the one signature of a PDF. @throws Error where there is none. */
export async function readSeal(pdf: Buffer, root?: string): Promise<ReadSeal> {
  const text = pdf.toString('latin1');
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(text);
  if (!range) throw new Error('no signature');
  const [from, first, behind, rest] = range.slice(1).map(Number) as [number, number, number, number];
  const covered = Buffer.concat([pdf.subarray(from, from + first), pdf.subarray(behind, behind + rest)]);
  const hex = pdf.toString('latin1', first + 1, behind - 1);
  const bytes = Buffer.from(hex, 'hex');
  const content = ContentInfo.fromBER(bytes);
  const signed = new SignedData({ schema: content.content });
  const own = signed.certificates![0] as Certificate;
  const roots = root ? [Certificate.fromBER(derOf(root))] : [];
  const verify = (chain: boolean) =>
    signed
      .verify({ signer: 0, data: toArrayBuffer(covered), checkChain: chain, trustedCerts: roots }, crypto)
      .catch(() => false);
  const attributes = signed.signerInfos[0]!.signedAttrs!.attributes;
  const bound = attributes.find(({ type }) => type === '1.2.840.113549.1.9.16.2.47');
  return {
    valid: await verify(false),
    trusted: roots.length > 0 && (await verify(true)),
    whole: from === 0 && behind + rest === pdf.length && pdf[first] === 0x3c && pdf[behind - 1] === 0x3e,
    signer: nameOf(own),
    number: Buffer.from(own.serialNumber.valueBlock.valueHexView).toString('hex'),
    subFilter: /\/SubFilter \/([\w.]+)/.exec(text)?.[1] ?? '',
    reason: Buffer.from(/\/Reason <feff([0-9a-f]*)>/.exec(text)?.[1] ?? '', 'hex')
      .swap16()
      .toString('utf16le'),
    signingTime: /\/M \(([^)]*)\)/.exec(text)?.[1] ?? '',
    attributes: attributes.map(({ type }) => type),
    boundCertificate: bound && firstOctets(bound.values[0]),
    timeStamp: await readTimeStamp(signed.signerInfos[0]!, roots),
    certificateDigest: createHash('sha256').update(Buffer.from(own.toSchema().toBER())).digest('hex'),
  };
}

async function readTimeStamp(signer: SignerInfo, roots: Certificate[]): Promise<ReadTimeStamp | undefined> {
  const found = signer.unsignedAttrs?.attributes.find(({ type }) => type === '1.2.840.113549.1.9.16.2.14');
  if (!found) return undefined;
  const token = new SignedData({ schema: new ContentInfo({ schema: found.values[0] }).content });
  const info = TSTInfo.fromBER(toArrayBuffer(Buffer.from(token.encapContentInfo.eContent!.getValue())));
  const value = Buffer.from(signer.signature.valueBlock.valueHexView);
  const stamped = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
  const verify = (chain: boolean) =>
    token
      .verify({ signer: 0, data: toArrayBuffer(value), checkChain: chain, trustedCerts: roots }, crypto)
      .catch(() => false);
  return {
    valid: await verify(false),
    trusted: roots.length > 0 && (await verify(true)),
    ofThisSignature: createHash('sha256').update(value).digest().equals(stamped),
    at: info.genTime,
  };
}

/** What is read of a node in the library's tree of values. */
interface Node {
  readonly idBlock: { readonly tagNumber: number };
  readonly valueBlock: { readonly valueHexView?: Uint8Array; readonly value?: readonly Node[] };
}

function firstOctets({ idBlock, valueBlock }: Node): string | undefined {
  if (idBlock.tagNumber === 4) return Buffer.from(valueBlock.valueHexView ?? []).toString('hex');
  for (const inner of valueBlock.value ?? []) {
    const found = firstOctets(inner);
    if (found) return found;
  }
  return undefined;
}

const nameOf = (certificate: Certificate) =>
  certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3')?.value.valueBlock.value ?? '';

const derOf = (pem: string) => toArrayBuffer(Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64'));

const toArrayBuffer = (bytes: Buffer) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
