import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { pdfOutline } from '#domain/intake/files/pdf-outline.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import type { Cleaned, PictureFault } from './cleaned.ts';
import { type AcceptedKind, acceptedKindOf, otherKindText } from './file-kinds.ts';
import { opensWithoutPassword } from './opens-without-password.ts';
import { endsAsZip, isZip, zipKindText } from './zip-kinds.ts';

/** A file that may be kept, as it will be kept. */
export interface Inspected {
  readonly kind: AcceptedKind;
  readonly content: Buffer;
  /** Of a PDF; null for pictures and where a lock hides them. */
  readonly pages: number | null;
}

const mostPixels = 100_000_000;
const unpack = promisify(inflate);

/**
 * Looks into a file before it is kept: by its bytes and not by its name, bounded in time and memory whatever it claims of itself, without
 * drawing or running anything. Pictures come back without the camera's notes.
 */
export async function inspectFile(content: Buffer, pdfPageLimit: number): Promise<Inspected | Refusal> {
  const kind = acceptedKindOf(content);
  if (!kind) return wrong('file-type', isZip(content) ? await zipKindText(content) : otherKindText(content));
  if (kind === 'application/pdf') return inspectPdf(content, pdfPageLimit);
  const cleaned = kind === 'image/jpeg' ? cleanJpeg(content) : await cleanPng(content);
  if (typeof cleaned === 'string') return wrong('file-damaged', pictureFaults[cleaned]);
  return twoInOne(content, cleaned) ?? tooManyPixels(cleaned) ?? { kind, content: cleaned.content, pages: null };
}

const pictureFaults: Readonly<Record<PictureFault, string>> = {
  'cut-off': '这张照片不完整，后面一截没有了。请重新拍照，或者重新选择原来的照片再传。',
  damaged: '这张照片已经损坏，打不开。请重新拍照再传。',
};

async function inspectPdf(content: Buffer, limit: number): Promise<Inspected | Refusal> {
  const hidden = pdfIsMore(content);
  if (hidden) return hidden;
  const outline = await pdfOutline(content, (packed, most) => unpack(packed, { maxOutputLength: most }), limit);
  if (!outline) return wrong('file-damaged', '这份 PDF 已经损坏或者不完整，打不开。请重新导出或重新扫描后再传。');
  const { pages, lock } = outline;
  if (lock && opensWithoutPassword(lock) !== true)
    return wrong('file-locked', '这份 PDF 要密码才能打开，办理单位看不了。请去掉密码，或者打开后“打印为 PDF”再传。');
  if (pages === 0) return wrong('file-empty', '这份 PDF 里一页也没有。请重新导出后再传。');
  if (pages !== null && pages > limit)
    return wrong('file-too-many-pages', `这份 PDF 超过 ${limit} 页。请只留下与这份材料有关的页，或者分成几份再传。`);
  return { kind: 'application/pdf', content, pages };
}

const foreign = ['MZ\x90', '\x7fELF', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', 'PK\x03\x04', '%PDF-'];
const scripts = /<\?php|<script[\s>]|<html[\s>]|<!doctype html|<svg[\s>]|^#!\s*\//i;
const twoInOneText = '这份文件里还夹着另一个文件或一段程序，不能上传。请重新拍照，或者重新导出为 PDF 再传。';

/** A picture that is something else besides: an archive behind it, a script in its notes. */
function twoInOne(content: Buffer, cleaned: Cleaned): Refusal | undefined {
  const found =
    endsAsZip(content) ||
    content.subarray(0, 1024).includes('%PDF-', 0, 'latin1') ||
    cleaned.left.some((piece) => {
      const letters = piece.toString('latin1');
      return foreign.some((magic) => letters.startsWith(magic)) || scripts.test(letters);
    });
  return found ? wrong('file-two-in-one', twoInOneText) : undefined;
}

/** A PDF that is an archive, a page or a program besides. */
function pdfIsMore(content: Buffer): Refusal | undefined {
  const end = content.lastIndexOf('%%EOF', undefined, 'latin1');
  const behind =
    end < 0
      ? ''
      : content
          .subarray(end + 5)
          .toString('latin1')
          .trimStart();
  const found =
    endsAsZip(content) ||
    foreign.some((magic) => behind.startsWith(magic)) ||
    scripts.test(behind) ||
    scripts.test(content.subarray(0, 1024).toString('latin1'));
  return found ? wrong('file-two-in-one', twoInOneText) : undefined;
}

function tooManyPixels({ width, height }: Cleaned): Refusal | undefined {
  if (width * height <= mostPixels) return undefined;
  return wrong('file-too-many-pixels', `这张图片有 ${width}×${height} 个点，大得打不开。请缩小后再传。`);
}

function wrong(code: string, text: string): Refusal {
  return refuse('invalid', code, text, { fields: [{ field: 'file', text }] });
}
