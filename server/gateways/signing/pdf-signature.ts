import { createHash } from 'node:crypto';
import { readObjects, readObjectTable, readTrailer, referenceAfter } from '../../platform/pdf-objects.ts';

/** What the signature says of itself beside the certificate. */
export interface SignatureWords {
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
  /** Bytes that the signature may take at most: room is left before it is made. */
  readonly room: number;
}

/**
 * Puts a signature behind a PDF as an update of its own (ISO 32000-1 7.5.6, 12.8; PAdES baseline, ETSI EN 319 142-1): the press's bytes
 * stay, followed by an invisible field on the first page, the page and catalogue that name it, and the signature over everything else.
 * `sign` gets the SHA-256 of what is signed and answers with the CMS.
 */
export async function signPdf(
  pdf: Uint8Array,
  words: SignatureWords,
  sign: (digest: Buffer) => Promise<Buffer>,
): Promise<Buffer> {
  const original = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const trailer = readTrailer(original);
  const heads = new Map(readObjects(original, trailer.tableAt).map((one) => [one.id, one.head]));
  const size = Number(/\/Size\s+(\d+)/.exec(trailer.text)?.[1]);
  const catalog = heads.get(trailer.root) ?? '';
  const page = firstPage(heads, referenceAfter(catalog, '/Pages'));
  const [signature, field] = [size, size + 1];
  const pieces: Piece[] = [
    { id: page, text: withAnnotation(heads.get(page) ?? '', field) },
    { id: trailer.root, text: withForm(catalog, field) },
    { id: field, text: fieldOf(signature, page) },
    { id: signature, text: signatureOf(words) },
  ];
  const { update, contentsAt } = updateOf(original.length, pieces, trailer.text, size + 2, trailer.tableAt);
  return fill(Buffer.concat([original, update]), original.length + contentsAt, words.room, sign);
}

/** The file without the update that signed it, as the press made it; a file that bears none stays as it is. */
export function withoutSignature(pdf: Buffer): Buffer {
  const { text, tableAt } = readTrailer(pdf);
  if (!text.includes('/Prev')) return pdf;
  // The update begins with a line break before its first object.
  return pdf.subarray(0, Math.min(...readObjectTable(pdf, tableAt).values()) - 1);
}

interface Piece {
  readonly id: number;
  readonly text: string;
}

function firstPage(heads: ReadonlyMap<number, string>, id: number): number {
  const head = heads.get(id) ?? '';
  if (!/\/Type\s*\/Pages/.test(head)) return id;
  return firstPage(heads, Number(/\/Kids\s*\[\s*(\d+) \d+ R/.exec(head)?.[1] ?? Number.NaN));
}

function withAnnotation(page: string, field: number): string {
  const reference = `${field} 0 R`;
  if (/\/Annots\s*\[/.test(page)) return page.replace(/\/Annots\s*\[/, (found) => `${found}${reference} `);
  if (/\/Annots/.test(page)) throw new Error('a page whose annotations lie elsewhere');
  return beforeEnd(page, `/Annots [${reference}]`);
}

function withForm(catalog: string, field: number): string {
  if (/\/AcroForm/.test(catalog)) throw new Error('a file that is signed already');
  return beforeEnd(catalog, `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`);
}

const beforeEnd = (head: string, entry: string) => {
  const end = head.lastIndexOf('>>');
  return `${head.slice(0, end)}  ${entry}\n${head.slice(end)}`;
};

/** Without extent nothing is drawn, and PDF/A asks for no appearance (ISO 19005-2 6.3.3); printed and locked are its flags. */
const fieldOf = (signature: number, page: number) =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132 /T (seal) /V ${signature} 0 R /P ${page} 0 R >>`;

const emptyRange = '/ByteRange [0 0000000000 0000000000 0000000000]';

function signatureOf({ name, reason, at, room }: SignatureWords): string {
  const there = new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/Name ${textOf(name)} /Reason ${textOf(reason)} /M (D:${there}+08'00')`,
    `${emptyRange}`,
    `/Contents <${'0'.repeat(room * 2)}> >>`,
  ].join('\n');
}

const textOf = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

function updateOf(from: number, pieces: readonly Piece[], trailer: string, size: number, previous: number) {
  let text = '\n';
  const offsets: [number, number][] = [];
  for (const { id, text: body } of pieces) {
    offsets.push([id, from + text.length]);
    text += `${id} 0 obj\n${body.trim()}\nendobj\n`;
  }
  const contentsAt = text.lastIndexOf('/Contents <') + '/Contents '.length;
  const tableAt = from + text.length;
  text += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [id, at] of offsets.sort((a, b) => a[0] - b[0]))
    text += `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${size} ${keptOf(trailer, text)} /Prev ${previous} >>\nstartxref\n${tableAt}\n%%EOF\n`;
  return { update: Buffer.from(text, 'latin1'), contentsAt };
}

/** Root and description go on; of the file's two names the first stays and the second is new, as with every change (ISO 32000-1 14.4). */
function keptOf(trailer: string, changed: string): string {
  const found = [/\/Root\s+\d+ \d+ R/, /\/Info\s+\d+ \d+ R/].map((one) => one.exec(trailer)?.[0] ?? '');
  const first = /\/ID\s*\[\s*(<[^>]*>|\([^()]*\))/.exec(trailer)?.[1];
  const second = createHash('sha256').update(changed).digest('hex').slice(0, 32);
  return [...found, first ? `/ID [${first} <${second}>]` : ''].join(' ');
}

async function fill(
  file: Buffer,
  contentsAt: number,
  room: number,
  sign: (digest: Buffer) => Promise<Buffer>,
): Promise<Buffer> {
  const behind = contentsAt + room * 2 + 2;
  const digits = (value: number) => String(value).padStart(10, '0');
  const range = `/ByteRange [0 ${digits(contentsAt)} ${digits(behind)} ${digits(file.length - behind)}]`;
  file.write(range, file.lastIndexOf(emptyRange, contentsAt), 'latin1');
  const digest = createHash('sha256').update(file.subarray(0, contentsAt)).update(file.subarray(behind)).digest();
  const cms = await sign(digest);
  if (cms.length > room) throw new Error(`a signature of ${cms.length} bytes`);
  file.write(cms.toString('hex'), contentsAt + 1, 'latin1');
  return file;
}
