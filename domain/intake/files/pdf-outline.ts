import { type Inflate, openPdfObjects, type PdfObjects } from './pdf-objects.ts';
import { findText, nameOf, numberOf, type PdfDictionary, type PdfValue, referenceOf } from './pdf-syntax.ts';

/** What a PDF is, as far as its table of contents tells: nothing is drawn. */
export interface PdfOutline {
  /** Pages, counted up to `most` + 1; null where a locked file hides its tree. */
  readonly pages: number | null;
  /** The encryption dictionary and the file's first id, where it is locked. */
  readonly lock: { readonly dictionary: PdfDictionary; readonly id: Uint8Array } | null;
  /** First page in points; null where it is not said. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Reads a PDF without drawing it. undefined: it cannot be read at all (cut off, or no PDF). `most`: counting stops above. */
export async function pdfOutline(bytes: Uint8Array, inflate: Inflate, most: number): Promise<PdfOutline | undefined> {
  const objects = await openPdfObjects(bytes, inflate).catch(() => undefined);
  if (!objects) return scan(bytes, most);
  const lock = await lockOf(objects).catch(() => null);
  const walked = await walk(objects, most).catch(() => undefined);
  if (walked) return { pages: walked.pages, lock, size: walked.size };
  // A locked file may keep its page tree behind the lock.
  if (lock) return { pages: null, lock, size: null };
  return scan(bytes, most);
}

async function lockOf({ trailer, resolve }: PdfObjects): Promise<PdfOutline['lock']> {
  if (!trailer.has('Encrypt')) return null;
  const dictionary = await resolve(trailer.get('Encrypt'));
  const ids = await resolve(trailer.get('ID'));
  const id = Array.isArray(ids) && ids[0] instanceof Uint8Array ? ids[0] : new Uint8Array();
  return { dictionary: dictionary instanceof Map ? dictionary : new Map(), id };
}

interface Walked {
  readonly pages: number;
  readonly size: PdfOutline['size'];
}

/** Counts the leaves of the page tree itself: the number a file states of itself may be anything. */
async function walk({ trailer, resolve }: PdfObjects, most: number): Promise<Walked | undefined> {
  const root = await resolve(trailer.get('Root'));
  if (!(root instanceof Map)) return undefined;
  const open: { readonly node: PdfValue | undefined; readonly box: PdfValue | undefined }[] = [
    { node: root.get('Pages'), box: undefined },
  ];
  const seen = new Set<number>();
  let pages = 0;
  let size: PdfOutline['size'] = null;
  while (open.length > 0 && pages <= most) {
    const { node, box } = open.pop()!;
    const id = referenceOf(node);
    if (id !== undefined && seen.has(id)) continue;
    if (id !== undefined) seen.add(id);
    const one = await resolve(node);
    if (!(one instanceof Map)) continue;
    const own = one.get('MediaBox') ?? box;
    const kids = await resolve(one.get('Kids'));
    if (Array.isArray(kids)) {
      for (let index = kids.length - 1; index >= 0; index -= 1) open.push({ node: kids[index], box: own });
      continue;
    }
    if (nameOf(one.get('Type')) === 'Pages') continue;
    pages += 1;
    if (pages === 1) size = sizeOf(await resolve(own), numberOf(await resolve(one.get('Rotate'))) ?? 0);
  }
  return { pages, size };
}

function sizeOf(box: PdfValue | undefined, turned: number): PdfOutline['size'] {
  if (!Array.isArray(box)) return null;
  const [left, low, right, high] = box;
  if (![left, low, right, high].every((one) => typeof one === 'number')) return null;
  const [width, height] = [
    Math.abs((right as number) - (left as number)),
    Math.abs((high as number) - (low as number)),
  ];
  if (width === 0 || height === 0) return null;
  return turned % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** A file whose table of contents is broken, as scanners and old programs leave them: its pages are counted where they stand. */
function scan(bytes: Uint8Array, most: number): PdfOutline | undefined {
  if (findText(bytes, '%%EOF', Math.max(0, bytes.length - 2048)) < 0) return undefined;
  let pages = 0;
  for (let at = findText(bytes, '/Type', 0); at >= 0 && pages <= most; at = findText(bytes, '/Type', at + 5)) {
    let next = at + 5;
    while (bytes[next] === 32 || bytes[next] === 10 || bytes[next] === 13) next += 1;
    const after = bytes[next + 5];
    const isPage = findText(bytes, '/Page', next, next + 5) === next;
    // /Pages, /PageLabel and the like go on with a letter.
    if (isPage && !(after !== undefined && after >= 65 && after <= 122)) pages += 1;
  }
  if (pages === 0) return undefined;
  const locked = findText(bytes, '/Encrypt', 0) >= 0;
  return { pages, lock: locked ? { dictionary: new Map(), id: new Uint8Array() } : null, size: null };
}
