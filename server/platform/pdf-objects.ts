/**
 * Reads what our press writes: one table of objects in the plain form, none packed into streams. Anything else is a bug and thrown.
 */

/** The end of a file, as readers find their way into it. */
export interface PdfTrailer {
  /** The dictionary as text. */
  readonly text: string;
  readonly root: number;
  readonly info: number | undefined;
  /** Where the table of objects begins. */
  readonly tableAt: number;
}

/** An object apart: its dictionary, and from `stream` on the bytes that stay as they are. */
export interface PdfObject {
  readonly id: number;
  readonly head: string;
  readonly body: Buffer;
}

export function readTrailer(pdf: Buffer): PdfTrailer {
  const tail = pdf.subarray(-2048).toString('latin1');
  const text = tail.slice(tail.lastIndexOf('trailer'));
  return {
    text,
    root: referenceAfter(text, '/Root'),
    info: text.includes('/Info') ? referenceAfter(text, '/Info') : undefined,
    tableAt: Number(/startxref\s+(\d+)/.exec(text)?.[1]),
  };
}

/** Where each object begins. */
export function readObjectTable(pdf: Buffer, at: number): Map<number, number> {
  const text = pdf.subarray(at).toString('latin1');
  if (!text.startsWith('xref')) throw new Error('a file without a table of objects');
  const offsets = new Map<number, number>();
  const lines = text
    .slice(0, text.indexOf('trailer'))
    .split(/\r?\n|\r/)
    .slice(1);
  let id = 0;
  for (const line of lines) {
    const section = /^(\d+) (\d+)\s*$/.exec(line);
    if (section) id = Number(section[1]);
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (!entry) continue;
    if (entry[2] === 'n') offsets.set(id, Number(entry[1]));
    id += 1;
  }
  return offsets;
}

/** The object at an offset; `next` is where the one behind it begins. */
export function splitObject(pdf: Buffer, id: number, from: number, next: number | undefined): PdfObject {
  const whole = pdf.subarray(from, next);
  const begin = whole.indexOf('obj') + 3;
  const stream = whole.indexOf('stream');
  const end = whole.lastIndexOf('endobj');
  if (begin < 3 || end < 0) throw new Error(`object ${id} is not where the table has it`);
  const cut = stream >= 0 && stream < end ? stream : end;
  return { id, head: whole.subarray(begin, cut).toString('latin1'), body: whole.subarray(cut, end) };
}

/** Every object in the order of the file. */
export function readObjects(pdf: Buffer, tableAt: number): PdfObject[] {
  const ordered = [...readObjectTable(pdf, tableAt)].sort((a, b) => a[1] - b[1]);
  return ordered.map(([id, from], index) => splitObject(pdf, id, from, ordered[index + 1]?.[1]));
}

/** The object a key of a dictionary refers to. */
export function referenceAfter(text: string, key: string): number {
  const found = new RegExp(`${key}\\s+(\\d+) \\d+ R`).exec(text)?.[1];
  if (found === undefined) throw new Error(`a file without ${key}`);
  return Number(found);
}
