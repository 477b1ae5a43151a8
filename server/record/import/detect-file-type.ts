import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Refusal } from '#domain/refusal.ts';
import { refuseFile, tooManyRows } from './import-file.ts';
import { type TextEncodingName, wholeCharacters } from './text-pieces.ts';

/** What a file is by its content. File names and declared types are not looked at. */
export type FileType =
  | { readonly type: 'zip'; readonly bytes: number }
  | { readonly type: 'text'; readonly encoding: TextEncodingName; readonly bytes: number };

const SAVE_AS = '请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV（UTF-8）后再导入';

/** Beginnings (as Latin-1) of files that people take for tables. OLE is both the old .xls and a workbook with a password. */
const FOREIGN: readonly (readonly [readonly string[], string, string])[] = [
  [['\xd0\xcf\x11\xe0'], 'old-xls', `这是旧版 .xls 或加了密码的工作簿，${SAVE_AS}（不设密码）`],
  [['%PDF'], 'wrong-type', `这是 PDF 文件，${SAVE_AS}`],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8'], 'wrong-type', '这是图片，不能导入，请上传表格文件（.xlsx 或 CSV）'],
  [['Rar!', '7z\xbc\xaf', '\x1f\x8b'], 'wrong-type', '这是压缩包，请解压后上传其中的表格文件（.xlsx 或 CSV）'],
  [['PK\x05\x06', 'PK\x07\x08'], 'wrong-type', '这是空的或分卷的压缩包，请上传表格文件（.xlsx 或 CSV）'],
  [['<?xml', '<html', '<!doctype', '<table'], 'wrong-type', `这是网页格式的表格（扩展名可能是 .xls），${SAVE_AS}`],
];

/** What a scan has seen so far: lines outside of quotes. */
interface LineCount {
  lines: number;
  quoted: boolean;
}

/**
 * Counts the line ends of a piece outside of quotes, from one line end or quote to the next. Works on bytes of UTF-8
 * (no later byte of a character is a quote or line end) as on text.
 */
function countLines(piece: Buffer | string, count: LineCount): void {
  const find = (mark: string, from: number) => {
    const at = typeof piece === 'string' ? piece.indexOf(mark, from) : piece.indexOf(mark.charCodeAt(0), from);
    return at < 0 ? piece.length : at;
  };
  let quote = find('"', 0);
  let at = 0;
  while (at < piece.length) {
    if (!count.quoted) for (let end = find('\n', at); end < quote; end = find('\n', end + 1)) count.lines++;
    if (quote === piece.length) return;
    count.quoted = !count.quoted;
    at = quote + 1;
    quote = find('"', at);
  }
}

/** Looks through the whole file once, strictly, and counts lines outside of quotes; undefined where it is not in this encoding. */
async function scanText(path: string, encoding: TextEncodingName): Promise<{ readonly lines: number } | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const handle = await open(path);
  const count: LineCount = { lines: 1, quoted: false };
  try {
    const stream = handle.createReadStream({ highWaterMark: 256 * 1024, autoClose: false });
    let held = Buffer.alloc(0);
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      if (encoding === 'utf-8') {
        const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
        const whole = all.subarray(0, wholeCharacters(all));
        held = Buffer.from(all.subarray(whole.length));
        if (!isUtf8(whole) || whole.includes(0)) return undefined;
        countLines(whole, count);
      } else {
        const text = decoder.decode(bytes, { stream: true });
        if (text.includes('\0')) return undefined;
        countLines(text, count);
      }
    }
    if (held.length > 0) return undefined;
    decoder.decode();
    return { lines: count.lines };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  } finally {
    await handle.close();
  }
}

async function detectText(path: string, bytes: number, start: Buffer, maxRows: number): Promise<FileType | Refusal> {
  const utf16 = start[0] === 0xff && start[1] === 0xfe;
  for (const encoding of utf16 ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const)) {
    const scan = await scanText(path, encoding);
    if (scan === undefined) continue;
    // One more than the bound is let through here: the last line may end in a line break.
    return scan.lines > maxRows + 1 ? tooManyRows(maxRows) : { type: 'text', encoding, bytes };
  }
  return refuseFile('encoding', `不是表格文件，或文字编码不是 UTF-8、GB18030；${SAVE_AS}`);
}

/** Looks at the beginning (and for text at the whole) of a file: workbook archive, text in a known encoding, or a refusal. */
export async function detectFileType(path: string, maxBytes: number, maxRows: number): Promise<FileType | Refusal> {
  const handle = await open(path);
  const start = Buffer.alloc(512);
  let bytes = 0;
  try {
    bytes = (await handle.stat()).size;
    if (bytes > 0) await handle.read(start, 0, 512, 0);
  } finally {
    await handle.close();
  }
  if (bytes === 0) return refuseFile('empty', '文件是空的');
  if (bytes > maxBytes) {
    const megabytes = (number: number) => (number / 1024 / 1024).toFixed(number < 10 * 1024 * 1024 ? 1 : 0);
    return refuseFile(
      'too-large',
      `文件 ${megabytes(bytes)} MB，超过 ${megabytes(maxBytes)} MB 的上限，请分成几个文件导入`,
    );
  }
  const beginning = start.subarray(0, Math.min(bytes, 512)).toString('latin1');
  if (beginning.startsWith('PK\x03\x04')) return { type: 'zip', bytes };
  const plain = beginning
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  const foreign = FOREIGN.find(([starts]) => starts.some((start) => plain.startsWith(start.toLowerCase())));
  if (foreign) return refuseFile(foreign[1], foreign[2]);
  return detectText(path, bytes, start, maxRows);
}
