/** The few forms of ASN.1 that certificates and signatures are written in (ITU-T X.690, DER). Writing gives bytes, reading gives a tree. */

/** One value as it stands in the bytes. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  /** Tag, length and content. */
  readonly whole: Buffer;
}

/** A value of any tag. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.from(evenHex(length.toString(16)), 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

const evenHex = (hex: string) => (hex.length % 2 === 0 ? hex : `0${hex}`);

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
/** DER orders the members of a set by their bytes. */
export const setOf = (...parts: readonly Uint8Array[]) => der(0x31, ...[...parts].sort(Buffer.compare));
export const octets = (bytes: Uint8Array) => der(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0) => der(0x03, Buffer.from([unused]), bytes);
export const utf8 = (text: string) => der(0x0c, Buffer.from(text));
export const printable = (text: string) => der(0x13, Buffer.from(text, 'latin1'));
export const isTrue = der(0x01, Buffer.from([0xff]));
/** Context tag around the whole value. */
export const explicit = (number: number, ...parts: readonly Uint8Array[]) => der(0xa0 | number, ...parts);

/** A whole number, not negative. */
export function integer(value: bigint | number): Buffer {
  const bytes = Buffer.from(evenHex(value.toString(16)), 'hex');
  return der(0x02, bytes[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | (left % 128));
  return digits;
}

/** An instant to the second: UTCTime until 2049, as certificates want it (RFC 5280 §4.1.2.5). */
export function instantOf(at: Date): Buffer {
  const text = `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return at.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text));
}

/** Reads the first value of the bytes. @throws Error where they are none. */
export function readDer(bytes: Buffer): DerValue {
  let at = 2;
  let length = bytes[1] ?? 0xff;
  if (length > 0x80 && length <= 0x84) {
    at += length & 0x7f;
    length = bytes.length < at ? Number.POSITIVE_INFINITY : bytes.readUIntBE(2, length & 0x7f);
  } else if (length >= 0x80) throw new Error('no DER length');
  if (at + length > bytes.length) throw new Error('DER value cut short');
  return { tag: bytes[0]!, content: bytes.subarray(at, at + length), whole: bytes.subarray(0, at + length) };
}

/** The values inside a constructed one. */
export function childrenOf(value: DerValue): DerValue[] {
  const children: DerValue[] = [];
  for (let rest = value.content; rest.length > 0; ) {
    const child = readDer(rest);
    children.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return children;
}

/** A whole number as read. */
export const numberIn = (value: DerValue) => BigInt(`0x${value.content.toString('hex') || '0'}`);

/** PEM of DER bytes. */
export function pem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** The DER bytes of every PEM block with this label, in their order. */
export function readPem(label: string, text: string): Buffer[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`, 'g'));
  return [...blocks].map(([, body = '']) => Buffer.from(body, 'base64'));
}
