import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Refusal } from '#domain/refusal.ts';
import { type ImportLimits, refuseFile } from './import-file.ts';
import { createXmlScanner, type XmlEvents } from './xml-scanner.ts';

/** The parts of a workbook's archive, by name. */
export interface WorkbookArchive {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

const DAMAGED = '压缩结构损坏，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入';

/** Parts of a workbook seldom compress better than 60:1; a bomb does 1000:1. Small parts are not worth refusing. */
const STEEPEST = 400;
const SMALL = 16 * 1024 * 1024;

/** Judges one entry by what the archive's directory says; the directory itself is checked in {@link verifyParts}. */
function judgeEntry(entry: Entry): Refusal | undefined {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return refuseFile('damaged', DAMAGED);
  if (entry.isEncrypted()) return refuseFile('encrypted', '工作簿加了密码，请取消密码后再导入');
  if (/vbaProject\.bin$/i.test(entry.fileName))
    return refuseFile('macros', '工作簿带有宏，不能导入，请另存为不带宏的 .xlsx');
  if (entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * STEEPEST)
    return refuseFile('zip-bomb', '文件解压后异常庞大，不能导入');
  return undefined;
}

/** Opens the archive and reads its directory within bounds. */
export async function openArchive(path: string, limits: ImportLimits): Promise<WorkbookArchive | Refusal> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false });
  } catch {
    return refuseFile('damaged', DAMAGED);
  }
  const entries = new Map<string, Entry>();
  const stop = (refusal: Refusal): Refusal => {
    zip.close();
    return refusal;
  };
  let unpacked = 0;
  if (zip.entryCount > limits.maxEntries) return stop(refuseFile('zip-bomb', '文件内的部件过多，不能导入'));
  try {
    for await (const entry of zip.eachEntry()) {
      const refusal = judgeEntry(entry);
      if (refusal) return stop(refusal);
      unpacked += entry.uncompressedSize;
      if (unpacked > limits.maxUnpackedBytes) return stop(refuseFile('zip-bomb', '文件解压后异常庞大，不能导入'));
      entries.set(entry.fileName.replace(/^\//, ''), entry);
    }
  } catch {
    return stop(refuseFile('damaged', DAMAGED));
  }
  if (!entries.has('[Content_Types].xml') || !entries.has('xl/workbook.xml'))
    return stop(refuseFile('not-xlsx', '这是压缩包而不是 .xlsx 工作簿，请上传其中的表格文件（.xlsx 或 CSV）'));
  return { zip, entries };
}

/** A part is larger than the archive's directory says: the directory's sizes were lies. */
class OversizePart extends Error {}

/**
 * Unpacks a part in pieces, never past the size in the directory. The archive's own reader unpacks in steps of 16 KB,
 * each a round through the thread pool; larger steps save a second on a sheet of 100 000 rows.
 */
async function* unpack(archive: WorkbookArchive, entry: Entry): AsyncGenerator<Buffer> {
  const packed = await archive.zip.openReadStreamPromise(entry, { decodeFileData: false });
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  // Errors of either stream end the loop below; the callback only keeps them from being thrown a second time.
  if (entry.compressionMethod !== 0) pipeline(packed, inflate, () => undefined);
  let bytes = 0;
  for await (const chunk of entry.compressionMethod === 0 ? packed : inflate) {
    bytes += (chunk as Buffer).length;
    if (bytes > entry.uncompressedSize) throw new OversizePart();
    yield chunk as Buffer;
  }
  if (bytes !== entry.uncompressedSize) throw new Error('part shorter than its directory entry');
}

/** Occurrences of `row ` in a piece: cheap, and not fewer than the rows but for those cut by a border between pieces. */
function countRows(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf('row '); at >= 0; at = chunk.indexOf('row ', at + 4)) count++;
  return count;
}

/**
 * Unpacks the parts once without keeping anything, so that a part that is larger than the directory says, or damaged, is
 * known before the first row is handed out. Gives the number of row tags, an upper estimate of the rows.
 */
export async function verifyParts(archive: WorkbookArchive, entries: readonly Entry[]): Promise<number | Refusal> {
  let rowTags = 0;
  for (const entry of entries) {
    try {
      for await (const chunk of unpack(archive, entry)) rowTags += countRows(chunk);
    } catch (error) {
      return error instanceof OversizePart
        ? refuseFile('zip-bomb', '文件实际大小与其目录不符，不能导入')
        : refuseFile('damaged', DAMAGED);
    }
  }
  return rowTags;
}

/** The text of a part in pieces, with the bytes read so far. Call for parts that were verified. */
export async function* readPieces(archive: WorkbookArchive, entry: Entry): AsyncGenerator<readonly [string, number]> {
  const decoder = new TextDecoder('utf-8');
  let bytesRead = 0;
  for await (const chunk of unpack(archive, entry)) {
    bytesRead += chunk.length;
    yield [decoder.decode(chunk, { stream: true }), bytesRead];
  }
  yield [decoder.decode(), bytesRead];
}

/** Runs a part through the XML scanner. */
export async function scanPart(archive: WorkbookArchive, entry: Entry, events: XmlEvents): Promise<void> {
  const scanner = createXmlScanner(events);
  for await (const [piece] of readPieces(archive, entry)) scanner.write(piece);
  scanner.end();
}
