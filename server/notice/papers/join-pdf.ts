import { type PdfObject, readObjects, readTrailer, referenceAfter } from '../../platform/pdf-objects.ts';

/**
 * Puts files that the press made one behind the other into one file. It knows what our press writes (a table of objects, none packed
 * into streams, pages that carry all they need) and nothing more; anything else is a bug and thrown. Objects go out one at a time, so
 * that a thousand files need no more memory than the longest of them.
 */

/** Receives the bytes of the joined file in their order. */
export type PdfSink = (bytes: Buffer) => Promise<void>;

/** A file being joined. */
export interface PdfJoiner {
  /** Adds every page of a file. With `frontSide` it begins on a front side: a blank page fills up the sheet before it. */
  add(pdf: Buffer, frontSide: boolean): Promise<void>;
  /** Ends the file; gives its pages and bytes. */
  end(): Promise<{ readonly pages: number; readonly bytes: number }>;
}

const catalogId = 1;
const pagesId = 2;
const blankPage = `<< /Type /Page /Parent ${pagesId} 0 R /MediaBox [0 0 595.276 841.89] /Resources << >> >>`;

export function openPdfJoiner(sink: PdfSink): PdfJoiner {
  const offsets = new Map<number, number>();
  const pages: number[] = [];
  /** Of the first file: the colour profile and the description that make it PDF/A. */
  let kept: string | undefined;
  let bytes = 0;
  let last = pagesId;

  async function write(part: Buffer | string): Promise<void> {
    const buffer = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    bytes += buffer.length;
    await sink(buffer);
  }
  async function object(id: number, ...body: (Buffer | string)[]): Promise<void> {
    offsets.set(id, bytes);
    await write(
      Buffer.concat([`${id} 0 obj\n`, ...body, '\nendobj\n'].map((one) => Buffer.from(one as string, 'latin1'))),
    );
  }

  return {
    async add(pdf, frontSide) {
      const file = readPdf(pdf);
      if (bytes === 0) await write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
      if (frontSide && pages.length % 2 === 1) {
        last += 1;
        await object(last, blankPage);
        pages.push(last);
      }
      const base = last;
      const moved = (id: number) => (file.structure.has(id) ? pagesId : base + id);
      for (const { id, head, body } of file.objects) {
        if (file.structure.has(id)) continue;
        await object(base + id, renumber(head, moved), body);
      }
      kept ??= renumber(keptOfCatalog(file.catalog), moved);
      pages.push(...file.pages.map(moved));
      last = base + file.largest;
    },
    async end() {
      const kids = pages.map((id) => `${id} 0 R`).join(' ');
      await object(pagesId, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
      await object(catalogId, `<< /Type /Catalog /Pages ${pagesId} 0 R ${kept ?? ''} >>`);
      const at = bytes;
      const ids = [...offsets.keys()].sort((a, b) => a - b);
      await write('xref\n0 1\n0000000000 65535 f \n');
      for (const id of ids) await write(`${id} 1\n${String(offsets.get(id)).padStart(10, '0')} 00000 n \n`);
      const name = `<${at.toString(16).padStart(32, '0')}>`;
      await write(
        `trailer\n<< /Size ${(ids.at(-1) ?? 0) + 1} /Root ${catalogId} 0 R /ID [${name} ${name}] >>\nstartxref\n${at}\n%%EOF\n`,
      );
      return { pages: pages.length, bytes };
    },
  };
}

interface ReadPdf {
  readonly objects: readonly PdfObject[];
  /** Catalog, description of the document and nodes of the page tree: made anew. */
  readonly structure: ReadonlySet<number>;
  readonly catalog: string;
  readonly pages: readonly number[];
  readonly largest: number;
}

function readPdf(pdf: Buffer): ReadPdf {
  const { root, info, tableAt } = readTrailer(pdf);
  const objects = readObjects(pdf, tableAt);
  const heads = new Map(objects.map((one) => [one.id, one.head]));
  const catalog = heads.get(root) ?? '';
  const structure = new Set<number>([root, ...(info === undefined ? [] : [info])]);
  const pages = pagesUnder(referenceAfter(catalog, '/Pages'), heads, structure);
  if (pages.length === 0) throw new Error('a file without pages');
  return { objects, structure, catalog, pages, largest: Math.max(...heads.keys()) };
}

/** The pages below a node, in their order; nodes are put into `structure`. */
function pagesUnder(id: number, heads: ReadonlyMap<number, string>, structure: Set<number>): number[] {
  const head = heads.get(id) ?? '';
  if (!/\/Type\s*\/Pages/.test(head)) {
    if (!/\/MediaBox/.test(head) || !/\/Resources/.test(head))
      throw new Error(`page ${id} rests on what stands above it`);
    return [id];
  }
  structure.add(id);
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(head)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) \d+ R/g)].flatMap(([, kid]) => pagesUnder(Number(kid), heads, structure));
}

/** What of a catalogue makes the file PDF/A. */
function keptOfCatalog(catalog: string): string {
  const intents = /\/OutputIntents\s*(\[[^\]]*\]|\d+ \d+ R)/.exec(catalog)?.[0] ?? '';
  const metadata = /\/Metadata\s+\d+ \d+ R/.exec(catalog)?.[0] ?? '';
  const lang = /\/Lang\s*\([^)]*\)/.exec(catalog)?.[0] ?? '';
  return `${intents} ${metadata} ${lang}`;
}

/** References of a dictionary under their new numbers. Strings, in brackets or angle brackets, are no references. */
function renumber(head: string, moved: (id: number) => number): string {
  return head.replace(/\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|(\d+) 0 R/g, (all, id?: string) =>
    id === undefined ? all : `${moved(Number(id))} 0 R`,
  );
}
