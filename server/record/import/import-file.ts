import type { ImportRow } from '#domain/record/import-header.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

/** Bounds of one import. They hold against what is really read, not against what the file says of itself. */
export interface ImportLimits {
  /** Size of the file as uploaded. */
  readonly maxBytes: number;
  /** Rows with content in all sheets together, the heading included. */
  readonly maxRows: number;
  /** All parts of a workbook together once unpacked. */
  readonly maxUnpackedBytes: number;
  /** The texts a workbook's cells share, which are held in memory while the sheets stream. */
  readonly maxSharedBytes: number;
  /** Parts in a workbook's archive. */
  readonly maxEntries: number;
}

/** 100 MB uploaded, 500 000 rows, 1 GB unpacked: several times the largest file a province's unit hands in. */
export const importLimits: ImportLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxRows: 500_000,
  maxUnpackedBytes: 1024 * 1024 * 1024,
  maxSharedBytes: 256 * 1024 * 1024,
  maxEntries: 2000,
};

/** Rows in file order and how many of the file's bytes had been read when they were complete. */
export interface RowBatch {
  readonly rows: readonly ImportRow[];
  readonly bytesRead: number;
}

/** One sheet; a CSV file has exactly one. Blank rows are left out, row numbers stay those the user sees. */
export interface ImportSheet {
  readonly name: string;
  /** The first rows with content, among which the heading is looked for. */
  readonly head: readonly ImportRow[];
  /** Bytes that reading the sheet goes through, for progress. */
  readonly bytes: number;
  /** Streams the whole sheet from its first row; throws {@link BrokenFile} where the file turns out damaged. */
  rows(): AsyncGenerator<RowBatch>;
}

/** A file that was found readable and within bounds before its first row is handed out. */
export interface ImportFile {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly ImportSheet[];
  close(): void;
}

/** How many rows with content are looked at for a heading. */
export const HEAD_ROWS = 20;

/**
 * A stream can only report damage by throwing. This carries the refusal to interpret-file.ts, which hands it on as a
 * value; nothing else catches it.
 */
export class BrokenFile extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The refusal of a file as a whole: its codes all begin with `import-`. */
export function refuseFile(code: string, text: string, more?: Readonly<Record<string, unknown>>): Refusal {
  return refuse('invalid', `import-${code}`, text, more === undefined ? {} : { more });
}

/** Refusal of a file with more rows than the bound. */
export function tooManyRows(maxRows: number): Refusal {
  return refuseFile('too-many-rows', `文件超过 ${maxRows} 行，请分成几个文件导入`);
}
