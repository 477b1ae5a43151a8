/** What may be handed in, by its first bytes and not by its name. */
export type AcceptedKind = 'application/pdf' | 'image/jpeg' | 'image/png';

const endings: Readonly<Record<AcceptedKind, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};
const accepted: readonly (readonly [AcceptedKind, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

/** The media type of a file by its first bytes; undefined for what is not accepted. */
export function acceptedKindOf(content: Buffer): AcceptedKind | undefined {
  return accepted.find(([, magic]) => content.subarray(0, magic.length).equals(magic))?.[0];
}

/** The file's name with the ending its content has: “凭证.exe” that is a PDF becomes “凭证.exe.pdf”. */
export function nameFor(name: string, kind: AcceptedKind): string {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return endings[kind].includes(ending) ? name : `${name}.${endings[kind][0]}`;
}

interface Other {
  readonly magic: readonly string[];
  readonly at?: number;
  readonly text: string;
}

const asPicture = '请在手机上截屏，或另存为 JPG 后再传。';
/** What people try by mistake, and what others try on purpose: each is told what it is and what to do. Magic in Latin letters. */
const others: readonly Other[] = [
  {
    magic: ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe'],
    text: '这是一个程序文件，不管叫什么名字都不能上传。请选择材料的照片或 PDF。',
  },
  { magic: ['#!', '<?php'], text: '这是一段程序，不能上传。请选择材料的照片或 PDF。' },
  {
    magic: ['\xd0\xcf\x11\xe0'],
    text: '这是旧版 Word、Excel 文件（可能带宏），不能上传。请在电脑上打开后“另存为 PDF”再传。',
  },
  {
    magic: ['Rar!', '7z\xbc\xaf\x27\x1c', '\x1f\x8b', 'BZh'],
    text: '这是压缩包，不能上传。请解压后把里面的照片或 PDF 一份一份上传。',
  },
  {
    magic: ['ftypheic', 'ftypheix', 'ftypmif1', 'ftyphevc', 'ftypavif'],
    at: 4,
    text: `这是 HEIC 照片（苹果手机的格式），办理单位打不开。${asPicture}`,
  },
  { magic: ['ftyp'], at: 4, text: '这是视频，不能上传。请拍照片或上传 PDF。' },
  { magic: ['GIF8', 'BM', 'II*\0', 'MM\0*'], text: `这种图片（GIF、BMP、TIFF）不能上传。${asPicture}` },
  { magic: ['WEBP'], at: 8, text: `这种图片（WebP）不能上传。${asPicture}` },
  { magic: ['{\\rtf'], text: '这是 RTF 文档，不能上传。请另存为 PDF 再传。' },
];

/** Why a file of another kind is not taken, in one Chinese sentence; zip files are told apart in zip-kinds.ts. */
export function otherKindText(content: Buffer): string {
  const letters = content.subarray(0, 512).toString('latin1');
  const known = others.find(({ magic, at = 0 }) => magic.some((one) => letters.startsWith(one, at)));
  if (known) return known.text;
  if (/^\s*(<!doctype|<html|<svg|<\?xml|<script)/i.test(letters.replace(/^\xef\xbb\xbf/, '')))
    return '这是网页或网页图形，不能上传。请打印或另存为 PDF 再传。';
  return '只接受 PDF、JPG、PNG，这份文件的内容不是其中任何一种。请换成照片或 PDF 再上传。';
}
