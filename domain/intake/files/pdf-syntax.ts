/** A reference to an object of the file. */
export interface PdfReference {
  readonly ref: number;
}
/** A name such as /Type, without its slash. */
export interface PdfName {
  readonly name: string;
}
export type PdfDictionary = Map<string, PdfValue>;
/** A value of a PDF file (ISO 32000-1, 7.3): numbers, truths, nothing, strings (as bytes), names, lists, dictionaries, references. */
export type PdfValue =
  | number
  | boolean
  | null
  | Uint8Array
  | PdfName
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

/** Raised inside the reader only: the bytes do not say what a PDF says there. */
export class PdfFault extends Error {}

/** Reads values from a place in the bytes onwards. */
export interface PdfReader {
  at: number;
  value(): PdfValue;
  /** The next word or number without taking it as a value; '' at the end. */
  word(): string;
  skipSpace(): void;
}

const deepest = 64;
const space = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  isObject(value) && 'name' in value ? value.name : undefined;
export const referenceOf = (value: PdfValue | undefined): number | undefined =>
  isObject(value) && 'ref' in value ? value.ref : undefined;
export const numberOf = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
const isObject = (value: PdfValue | undefined): value is PdfName | PdfReference =>
  typeof value === 'object' && value !== null && !(value instanceof Map) && !(value instanceof Uint8Array);

/** Reads PDF values out of bytes. Throws PdfFault where there are none; its work is bounded by the bytes. */
export function readPdfValues(bytes: Uint8Array, start: number): PdfReader {
  const isRegular = (byte: number | undefined): byte is number =>
    byte !== undefined && !space.has(byte) && !delimiters.has(byte);
  const reader: PdfReader = {
    at: start,
    skipSpace() {
      for (;;) {
        while (space.has(bytes[reader.at] ?? -1)) reader.at += 1;
        if (bytes[reader.at] !== 0x25) return;
        while (reader.at < bytes.length && bytes[reader.at] !== 10 && bytes[reader.at] !== 13) reader.at += 1;
      }
    },
    word() {
      reader.skipSpace();
      const from = reader.at;
      while (isRegular(bytes[reader.at])) reader.at += 1;
      return text(bytes, from, Math.min(reader.at, from + 40));
    },
    value: () => read(0),
  };

  function read(depth: number): PdfValue {
    if (depth > deepest) throw new PdfFault('too deep');
    reader.skipSpace();
    const byte = bytes[reader.at];
    if (byte === undefined) throw new PdfFault('end');
    if (byte === 0x2f) return readName();
    if (byte === 0x28) return readText();
    if (byte === 0x5b) return readList(depth);
    if (byte === 0x3c) return bytes[reader.at + 1] === 0x3c ? readDictionary(depth) : readHex();
    return readWord();
  }

  function readName(): PdfName {
    reader.at += 1;
    const from = reader.at;
    while (isRegular(bytes[reader.at])) reader.at += 1;
    const plain = text(bytes, from, Math.min(reader.at, from + 200));
    return {
      name: plain.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    };
  }

  function readList(depth: number): PdfValue[] {
    reader.at += 1;
    const list: PdfValue[] = [];
    for (;;) {
      reader.skipSpace();
      if (bytes[reader.at] === 0x5d) {
        reader.at += 1;
        return list;
      }
      list.push(read(depth + 1));
    }
  }

  function readDictionary(depth: number): PdfDictionary {
    reader.at += 2;
    const dictionary: PdfDictionary = new Map();
    for (;;) {
      reader.skipSpace();
      if (bytes[reader.at] === 0x3e && bytes[reader.at + 1] === 0x3e) {
        reader.at += 2;
        return dictionary;
      }
      if (bytes[reader.at] !== 0x2f) throw new PdfFault('no key');
      const key = readName().name;
      dictionary.set(key, read(depth + 1));
    }
  }

  function readHex(): Uint8Array {
    const end = bytes.indexOf(0x3e, reader.at);
    if (end < 0) throw new PdfFault('open string');
    const digits = text(bytes, reader.at + 1, Math.min(end, reader.at + 4096)).replace(/[^0-9a-fA-F]/g, '');
    reader.at = end + 1;
    return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, index) =>
      Number.parseInt(digits.slice(index * 2, index * 2 + 2).padEnd(2, '0'), 16),
    );
  }

  function readText(): Uint8Array {
    const found: number[] = [];
    let open = 0;
    for (; reader.at < bytes.length; ) {
      const byte = bytes[reader.at++]!;
      if (byte === 0x5c) found.push(...escaped());
      else {
        if (byte === 0x28 && open++ === 0) continue;
        if (byte === 0x29 && --open === 0) return Uint8Array.from(found);
        found.push(byte);
      }
    }
    throw new PdfFault('open string');
  }

  function escaped(): number[] {
    const byte = bytes[reader.at++] ?? 0;
    const octal = /^[0-7]{1,3}/.exec(text(bytes, reader.at - 1, reader.at + 2))?.[0];
    if (octal) {
      reader.at += octal.length - 1;
      return [Number.parseInt(octal, 8) & 0xff];
    }
    if (byte === 10) return [];
    if (byte === 13) {
      if (bytes[reader.at] === 10) reader.at += 1;
      return [];
    }
    const at = 'nrtbf'.indexOf(String.fromCharCode(byte));
    return [at >= 0 ? '\n\r\t\b\f'.charCodeAt(at) : byte];
  }

  function readWord(): PdfValue {
    const from = reader.at;
    const word = reader.word();
    if (word === '') throw new PdfFault('no value');
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    const value = Number(word);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) || !Number.isFinite(value)) throw new PdfFault(`word at ${from}`);
    if (!/^\d{1,10}$/.test(word)) return value;
    // “12 0 R” is a reference; anything else after the number stands for itself.
    const after = reader.at;
    if (/^\d{1,5}$/.test(reader.word()) && reader.word() === 'R') return { ref: value };
    reader.at = after;
    return value;
  }
  return reader;
}

/** Bytes as Latin letters. */
export function text(bytes: Uint8Array, from: number, to: number): string {
  let letters = '';
  for (let at = Math.max(0, from); at < Math.min(to, bytes.length); at += 1) letters += String.fromCharCode(bytes[at]!);
  return letters;
}

/** Where these letters stand in the bytes, from a place onwards; -1 if nowhere before `to`. */
export function findText(bytes: Uint8Array, letters: string, from: number, to = bytes.length): number {
  const first = letters.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at + letters.length <= to; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < letters.length && bytes[at + same] === letters.charCodeAt(same)) same += 1;
    if (same === letters.length) return at;
  }
  return -1;
}
