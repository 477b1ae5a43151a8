import type { PdfDict, PdfFile } from './read-pdf.ts';

/** A face embedded in a printed file: its outlines, and of each glyph the width (in thousandths) and the text it stands for. */
export interface PdfFont {
  readonly name: string;
  readonly file: Buffer;
  widthOf(glyph: number): number;
  textOf(glyph: number): string;
}

/** Reads the face of a Type0 font. */
export function readFont(file: PdfFile, dict: PdfDict, name: string): PdfFont {
  const inner = file.dict((file.follow(dict.DescendantFonts) as PdfDict[])[0]);
  const widths = new Map<number, number>();
  const list = file.follow(inner.W) as (number | number[])[];
  for (let i = 0; i < list.length; ) {
    const [first, second, third] = [list[i] as number, list[i + 1], list[i + 2]];
    if (Array.isArray(second)) for (const [k, width] of second.entries()) widths.set(first + k, width);
    else for (let glyph = first; glyph <= (second as number); glyph++) widths.set(glyph, third as number);
    i += Array.isArray(second) ? 2 : 3;
  }
  const texts = new Map<number, string>();
  const map = file.stream(dict.ToUnicode).toString('latin1');
  for (const [, from, to] of map.matchAll(/^<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>$/gim))
    texts.set(Number.parseInt(from!, 16), Buffer.from(to!, 'hex').swap16().toString('utf16le'));
  return {
    name,
    file: file.stream(file.dict(inner.FontDescriptor).FontFile2),
    widthOf: (glyph) => widths.get(glyph) ?? Number(inner.DW ?? 1000),
    textOf: (glyph) => texts.get(glyph) ?? '',
  };
}
