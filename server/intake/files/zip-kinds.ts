import yauzl from 'yauzl';

const mostEntries = 10_000;
const bombBytes = 500 * 1024 * 1024;

interface Contents {
  readonly names: ReadonlySet<string>;
  readonly unpacked: number;
  readonly packed: number;
  readonly more: boolean;
}

/** Whether the file begins as a zip does. */
export const isZip = (content: Buffer) =>
  ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((magic) => content.subarray(0, 4).toString('latin1') === magic);

/** Why a zip file, or an office document that is one inside, is not taken. Only its table of contents is read; nothing is unpacked. */
export async function zipKindText(content: Buffer): Promise<string> {
  const contents = await listZip(content).catch(() => undefined);
  if (!contents) return '这是压缩包，而且已经损坏，不能上传。请直接上传照片或 PDF。';
  const { names, unpacked, packed, more } = contents;
  if (more || (unpacked > bombBytes && unpacked > packed * 100))
    return '这个压缩包解开以后大得不正常，不能上传。请直接上传照片或 PDF。';
  const has = (end: RegExp) => [...names].some((name) => end.test(name));
  if (has(/(^|\/)vbaProject\.bin$/i))
    return '这份 Word、Excel 文件带有宏（会自动运行的程序），不能上传。请另存为 PDF 再传。';
  if (names.has('OFD.xml')) return '这是 OFD 文件，不能上传。请用 OFD 阅读器“导出为 PDF”再传。';
  for (const [folder, what] of [
    ['word/', 'Word 文档'],
    ['xl/', 'Excel 表格'],
    ['ppt/', 'PPT'],
  ] as const)
    if ([...names].some((name) => name.startsWith(folder)))
      return `这是 ${what}，不能直接上传。请打开后“另存为 PDF”再传。`;
  if (names.has('AndroidManifest.xml') || has(/\.class$/))
    return '这是一个程序文件，不管叫什么名字都不能上传。请选择材料的照片或 PDF。';
  return '这是压缩包，不能上传。请解压后把里面的照片或 PDF 一份一份上传。';
}

function listZip(content: Buffer): Promise<Contents> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      content,
      { lazyEntries: true, strictFileNames: false, validateEntrySizes: false },
      (error, zip) => {
        if (error) return reject(error);
        const names = new Set<string>();
        let [unpacked, packed] = [0, 0];
        const done = (more: boolean) => resolve({ names, unpacked, packed, more });
        zip.on('error', reject);
        zip.on('end', () => done(false));
        zip.on('entry', (entry: yauzl.Entry) => {
          names.add(entry.fileName);
          unpacked += entry.uncompressedSize;
          packed += entry.compressedSize;
          if (names.size >= mostEntries) done(true);
          else zip.readEntry();
        });
        zip.readEntry();
      },
    );
  });
}

/** Whether the bytes end as a zip does, wherever it begins: such a file is a zip to everybody who opens it as one. */
export function endsAsZip(content: Buffer): boolean {
  const from = Math.max(0, content.length - 65_557);
  for (let at = content.length - 22; at >= from; at -= 1) {
    at = content.lastIndexOf('PK\x05\x06', at, 'latin1');
    if (at < from) return false;
    // The comment goes to the very end: an archive inside a PDF's own attachment does not.
    if (at + 22 + content.readUInt16LE(at + 20) >= content.length - 2 && content.readUInt16LE(at + 10) > 0) return true;
  }
  return false;
}
