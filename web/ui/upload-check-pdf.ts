import { pdfOutline } from '#domain/intake/files/pdf-outline.ts';
import { type Paper, paperOfSize } from '#domain/intake/files/picture-findings.ts';

/** What is to be said of a PDF before it is sent: a fault that cannot be passed over, or doubts that can. */
export interface PdfSaid {
  readonly fault: string | null;
  readonly doubts: readonly string[];
}

const mostPages = 2_000;

/** Looks into a PDF in the browser, without drawing it and without asking the server. */
export async function checkPdf(file: Blob, expected: Paper): Promise<PdfSaid> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (String.fromCharCode(...bytes.subarray(0, 5)) !== '%PDF-')
    return { fault: '这份文件不是 PDF，只是名字像。请重新选择，或者直接拍照。', doubts: [] };
  const outline = await pdfOutline(bytes, inflate, mostPages);
  if (!outline)
    return { fault: null, doubts: ['这份 PDF 好像不完整，办理单位可能打不开。最好重新导出或重新扫描一份。'] };
  if (outline.pages === 0) return { fault: '这份 PDF 里一页也没有。请重新导出后再选。', doubts: [] };
  const doubts: string[] = [];
  if (outline.lock)
    doubts.push('这份 PDF 加了锁。如果打开它要输密码，办理单位就看不了；请去掉密码，或者“打印为 PDF”再选。');
  const looks = outline.size && paperOfSize(outline.size);
  if (looks && looks !== expected)
    doubts.push(
      looks === 'card'
        ? '这一页只有证件大小，而这里要的是整页的材料。选对了吗？'
        : '这是整页的文件，而这里要的是证件。选对了吗？',
    );
  if (outline.pages !== null && outline.pages >= 50)
    doubts.push(
      `这份 PDF 有 ${outline.pages > mostPages ? `${mostPages} 多` : outline.pages} 页。只交与这份材料有关的几页就可以。`,
    );
  return { fault: null, doubts };
}

async function inflate(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > most) throw new RangeError('too much');
    parts.push(value);
  }
  const out = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
