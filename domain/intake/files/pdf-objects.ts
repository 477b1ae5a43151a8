import {
  findText,
  nameOf,
  numberOf,
  type PdfDictionary,
  PdfFault,
  type PdfValue,
  readPdfValues,
  referenceOf,
} from './pdf-syntax.ts';

/** Unpacks zlib bytes; throws when they are broken or give more than `most` bytes. */
export type Inflate = (packed: Uint8Array, most: number) => Promise<Uint8Array>;

type Place = { readonly at: number } | { readonly inside: number };

/** The objects of a file, found by its own table of contents. */
export interface PdfObjects {
  readonly trailer: PdfDictionary;
  /** The value itself, or what it refers to; undefined where the file has no such object. */
  resolve(value: PdfValue | undefined): Promise<PdfValue | undefined>;
}

const mostTables = 500;
const mostObjects = 1_000_000;
const mostUnpacked = 16 * 1024 * 1024;
const mostUnpackedInAll = 256 * 1024 * 1024;

/** A stream object: its dictionary and its packed bytes. */
interface Stream {
  readonly dictionary: PdfDictionary;
  readonly packed: Uint8Array;
}

/** Opens a file by its cross-reference tables and streams (ISO 32000-1, 7.5). Throws PdfFault where they are broken. */
export async function openPdfObjects(bytes: Uint8Array, inflate: Inflate): Promise<PdfObjects> {
  const places = new Map<number, Place>();
  const held = new Map<number, Map<number, PdfValue>>();
  let unpackedInAll = 0;

  async function unpack({ dictionary, packed }: Stream): Promise<Uint8Array> {
    const filter = await resolve(dictionary.get('Filter'));
    const names = (Array.isArray(filter) ? filter : filter === undefined || filter === null ? [] : [filter]).map(
      nameOf,
    );
    if (names.some((name) => name !== 'FlateDecode') || names.length > 1) throw new PdfFault('filter');
    const plain = names.length === 0 ? packed : await inflate(packed, mostUnpacked);
    unpackedInAll += plain.length;
    if (unpackedInAll > mostUnpackedInAll) throw new PdfFault('too much');
    const parameters = dictionary.get('DecodeParms');
    const one = Array.isArray(parameters) ? parameters[0] : parameters;
    return one instanceof Map ? unpredict(plain, one) : plain;
  }

  async function streamAt(at: number): Promise<Stream> {
    const reader = readPdfValues(bytes, at);
    if (!/^\d+$/.test(reader.word()) || !/^\d+$/.test(reader.word()) || reader.word() !== 'obj')
      throw new PdfFault('no object');
    const dictionary = reader.value();
    if (!(dictionary instanceof Map) || reader.word() !== 'stream') throw new PdfFault('no stream');
    const from = reader.at + (bytes[reader.at] === 13 && bytes[reader.at + 1] === 10 ? 2 : 1);
    const length = numberOf(await resolve(dictionary.get('Length')));
    const end = length === undefined ? findText(bytes, 'endstream', from) : from + length;
    if (end < from || end > bytes.length) throw new PdfFault('cut stream');
    return { dictionary, packed: bytes.subarray(from, end) };
  }

  /** Objects packed together in one stream (7.5.7). */
  async function heldIn(stream: number): Promise<Map<number, PdfValue>> {
    const known = held.get(stream);
    if (known) return known;
    const place = places.get(stream);
    if (!place || !('at' in place)) throw new PdfFault('no holder');
    const opened = await streamAt(place.at);
    const plain = await unpack(opened);
    const [count, first] = [numberOf(opened.dictionary.get('N')) ?? 0, numberOf(opened.dictionary.get('First')) ?? 0];
    const head = readPdfValues(plain, 0);
    const found = new Map<number, PdfValue>();
    for (let index = 0; index < Math.min(count, mostObjects); index += 1) {
      const [id, at] = [Number(head.word()), Number(head.word())];
      if (!Number.isInteger(id) || !Number.isInteger(at)) break;
      found.set(id, readPdfValues(plain, first + at).value());
    }
    held.set(stream, found);
    return found;
  }

  async function resolve(value: PdfValue | undefined): Promise<PdfValue | undefined> {
    let now = value;
    for (let hops = 0; hops < 8; hops += 1) {
      const id = referenceOf(now);
      if (id === undefined) return now;
      const place = places.get(id);
      if (!place) return undefined;
      if ('inside' in place) now = (await heldIn(place.inside)).get(id);
      else {
        const reader = readPdfValues(bytes, place.at);
        if (Number(reader.word()) !== id || !/^\d+$/.test(reader.word()) || reader.word() !== 'obj')
          throw new PdfFault('wrong place');
        now = reader.value();
      }
    }
    throw new PdfFault('circle');
  }

  const keep = (id: number, place: Place) => {
    if (places.size >= mostObjects) throw new PdfFault('too many objects');
    if (!places.has(id)) places.set(id, place);
  };

  function readTable(at: number): PdfDictionary {
    const reader = readPdfValues(bytes, at);
    reader.word();
    for (;;) {
      const word = reader.word();
      if (word === 'trailer') break;
      const [from, count] = [Number(word), Number(reader.word())];
      if (!/^\d+$/.test(word) || !Number.isInteger(count)) throw new PdfFault('table');
      for (let index = 0; index < count; index += 1) {
        const place = Number(reader.word());
        reader.word();
        const kind = reader.word();
        if (kind !== 'n' && kind !== 'f') throw new PdfFault('table');
        if (kind === 'n') keep(from + index, { at: place });
      }
    }
    const trailer = reader.value();
    if (!(trailer instanceof Map)) throw new PdfFault('trailer');
    return trailer;
  }

  async function readStreamTable(at: number): Promise<PdfDictionary> {
    const stream = await streamAt(at);
    const { dictionary } = stream;
    const widths = dictionary.get('W');
    if (!Array.isArray(widths)) throw new PdfFault('widths');
    const [one = 0, two = 0, three = 0] = widths.map((width) => numberOf(width) ?? 0);
    const row = one + two + three;
    if (row < 1 || row > 32) throw new PdfFault('widths');
    const plain = await unpack(stream);
    const sections = dictionary.get('Index') ?? [0, numberOf(dictionary.get('Size')) ?? 0];
    if (!Array.isArray(sections)) throw new PdfFault('index');
    const number = (from: number, width: number) => {
      let value = 0;
      for (let index = 0; index < width; index += 1) value = value * 256 + (plain[from + index] ?? 0);
      return value;
    };
    let place = 0;
    for (let section = 0; section + 1 < sections.length; section += 2) {
      const [from, count] = [numberOf(sections[section]) ?? 0, numberOf(sections[section + 1]) ?? 0];
      for (let index = 0; index < count && place + row <= plain.length; index += 1, place += row) {
        const kind = one === 0 ? 1 : number(place, one);
        if (kind === 1) keep(from + index, { at: number(place + one, two) });
        if (kind === 2) keep(from + index, { inside: number(place + one, two) });
      }
    }
    return dictionary;
  }

  const trailer: PdfDictionary = new Map();
  const open = [startOf(bytes)];
  const seen = new Set<number>();
  while (open.length > 0) {
    const at = open.shift()!;
    if (seen.has(at) || seen.size >= mostTables) continue;
    seen.add(at);
    const isTable = readPdfValues(bytes, at).word() === 'xref';
    const one = isTable ? readTable(at) : await readStreamTable(at);
    for (const [key, value] of one) if (!trailer.has(key)) trailer.set(key, value);
    for (const key of ['XRefStm', 'Prev']) if (numberOf(one.get(key)) !== undefined) open.push(numberOf(one.get(key))!);
  }
  return { trailer, resolve };
}

/** Where the newest table of contents stands, as the end of the file says. */
function startOf(bytes: Uint8Array): number {
  let found = -1;
  const from = Math.max(0, bytes.length - 2048);
  for (let at = findText(bytes, 'startxref', from); at >= 0; at = findText(bytes, 'startxref', at + 1)) found = at;
  const start = found < 0 ? undefined : numberOf(readPdfValues(bytes, found + 9).value());
  if (start === undefined || start <= 0 || start >= bytes.length) throw new PdfFault('no start');
  return start;
}

/** Takes back the PNG filter that tables are often packed with (7.4.4.4). */
function unpredict(plain: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const predictor = numberOf(parameters.get('Predictor')) ?? 1;
  if (predictor < 10) return plain;
  const columns = numberOf(parameters.get('Columns')) ?? 1;
  if (columns < 1 || columns > 64) throw new PdfFault('columns');
  const rows = Math.floor(plain.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = plain[row * (columns + 1)];
    if (filter !== 0 && filter !== 1 && filter !== 2) throw new PdfFault('filter');
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const before = filter === 1 ? (column > 0 ? out[at - 1]! : 0) : filter === 2 && row > 0 ? out[at - columns]! : 0;
      out[at] = plain[row * (columns + 1) + 1 + column]! + before;
    }
  }
  return out;
}
