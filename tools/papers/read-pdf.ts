import { inflateSync } from 'node:zlib';

/**
 * Reads the files our press prints, by the format's own syntax and without the code that made or joins them: tests measure and draw
 * what is in the file. It knows what the press writes (a plain table of objects, Flate, no encryption) and throws at anything else.
 */

/** A value of the format: number, string (its bytes as latin1), name (`/F0`), reference, array, dictionary. */
export type PdfValue = number | string | boolean | null | PdfName | PdfRef | readonly PdfValue[] | PdfDict;
export interface PdfName {
  readonly name: string;
}
export interface PdfRef {
  readonly ref: number;
}
export interface PdfDict {
  readonly [key: string]: PdfValue | undefined;
}
/** An operator of a content stream. */
export interface PdfOperator {
  readonly operator: string;
}
export type PdfToken = PdfValue | PdfOperator;

export interface PdfPage {
  readonly dict: PdfDict;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

export interface PdfFile {
  readonly pages: readonly PdfPage[];
  /** The value a reference leads to; other values as they are. */
  follow(value: PdfValue | undefined): PdfValue | undefined;
  dict(value: PdfValue | undefined): PdfDict;
  /** The unpacked bytes of a stream. */
  stream(value: PdfValue | undefined): Buffer;
}

const isDict = (value: unknown): value is PdfDict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('name' in value) && !('ref' in value);
const isRef = (value: unknown): value is PdfRef => typeof value === 'object' && value !== null && 'ref' in value;

export function readPdf(pdf: Uint8Array): PdfFile {
  const file = Buffer.from(pdf);
  const text = file.toString('latin1');
  const starts = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)].map((m) => [Number(m[1]), m.index + m[0].length]),
  );
  const objects = new Map<number, { value: PdfValue; from: number }>();
  function object(id: number) {
    const start = starts.get(id);
    if (start === undefined) throw new Error(`no object ${id}`);
    const known = objects.get(id);
    if (known) return known;
    const scanner = new PdfScanner(text, start);
    const read = { value: scanner.value() as PdfValue, from: scanner.at };
    objects.set(id, read);
    return read;
  }
  const follow = (value: PdfValue | undefined): PdfValue | undefined =>
    isRef(value) ? follow(object(value.ref).value) : value;
  const dict = (value: PdfValue | undefined): PdfDict => {
    const found = follow(value);
    return isDict(found) ? found : {};
  };
  function stream(value: PdfValue | undefined): Buffer {
    if (!isRef(value)) throw new Error('a stream stands in an object of its own');
    const { value: head, from } = object(value.ref);
    const begin = text.indexOf('stream\n', from) + 7;
    const bytes = file.subarray(begin, begin + Number(follow((head as PdfDict).Length)));
    return (head as PdfDict).Filter === undefined ? bytes : inflateSync(bytes);
  }
  const kidsOf = (node: PdfDict): PdfDict[] =>
    node.Kids === undefined ? [node] : (follow(node.Kids) as PdfValue[]).flatMap((kid) => kidsOf(dict(kid)));
  const root = /\/Root (\d+) 0 R/.exec(text.slice(text.lastIndexOf('trailer')))?.[1];
  const pages = kidsOf(dict(dict({ ref: Number(root) }).Pages)).map((page) => {
    const [, , width, height] = follow(page.MediaBox) as number[];
    return { dict: page, width: width!, height: height!, content: stream(page.Contents).toString('latin1') };
  });
  return { pages, follow, dict, stream };
}

/** Every token of a content stream in its order. */
export function* pdfTokens(content: string): Generator<PdfToken> {
  const scanner = new PdfScanner(content, 0);
  for (let token = scanner.value(); token !== undefined; token = scanner.value()) yield token;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

class PdfScanner {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** The next value or operator; undefined at the end, at a closing bracket and before `stream`. */
  value(): PdfToken | undefined {
    this.#skip();
    const char = this.#text[this.at];
    if (char === undefined) return undefined;
    if (char === '/') return this.#name();
    if (char === '(') return this.#string();
    if (char === '[') return this.#list(']') as PdfValue[];
    if (char === '<') return this.#text[this.at + 1] === '<' ? this.#dict() : this.#hex();
    if (char === ']' || char === '>') return undefined;
    return this.#word();
  }

  #skip(): void {
    while (/[\s\0]/.test(this.#text[this.at] ?? 'x')) this.at += 1;
    if (this.#text[this.at] !== '%') return;
    this.at = this.#text.indexOf('\n', this.at) + 1 || this.#text.length;
    this.#skip();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  #name(): PdfName {
    return { name: this.#match(/\/[^\s/<>[\]()%]*/y) };
  }

  #word(): PdfToken {
    const ref = this.#match(/(\d+) \d+ R\b/y);
    if (ref) return { ref: Number.parseInt(ref, 10) };
    const word = this.#match(/[^\s/<>[\]()%]+/y);
    if (word === '') throw new Error(`nothing to read at ${this.at}`);
    const number = Number(word);
    if (!Number.isNaN(number)) return number;
    return word === 'true' || word === 'false' ? word === 'true' : word === 'null' ? null : { operator: word };
  }

  #list(end: string): PdfToken[] {
    this.at += 1;
    const found: PdfToken[] = [];
    for (let one = this.value(); one !== undefined; one = this.value()) found.push(one);
    if (this.#text[this.at] !== end) throw new Error(`an array that does not end at ${this.at}`);
    this.at += 1;
    return found;
  }

  #dict(): PdfDict {
    this.at += 1;
    const entries = this.#list('>');
    this.at += 1;
    const pairs = entries.flatMap((key, i) =>
      i % 2 === 0 ? [[(key as PdfName).name.slice(1), entries[i + 1] as PdfValue] as const] : [],
    );
    return Object.fromEntries(pairs);
  }

  #hex(): string {
    return Buffer.from(this.#match(/<[^>]*>/y).replaceAll(/[<>\s]/g, ''), 'hex').toString('latin1');
  }

  #string(): string {
    let out = '';
    let depth = 0;
    for (;;) {
      const char = this.#text[this.at++];
      if (char === undefined) throw new Error('a string without an end');
      if (char === '\\') out += this.#escaped();
      else if (char === '(' && depth++ === 0) continue;
      else if (char === ')' && --depth === 0) return out;
      else out += char;
    }
  }

  #escaped(): string {
    const octal = this.#match(/[0-7]{1,3}/y);
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
    const char = this.#text[this.at++]!;
    return char === '\n' ? '' : (escapes[char] ?? char);
  }
}
