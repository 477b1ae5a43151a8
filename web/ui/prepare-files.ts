import type { Paper } from '#domain/intake/files/picture-findings.ts';
import { checkPdf } from './upload-check-pdf.ts';
import { picturesToPdf } from './upload-pdf.ts';
import { findingTexts, readShot, shotToPage } from './upload-picture.ts';

/** Files ready to be sent, and what is to be said of them. */
export interface PreparedFiles {
  readonly files: readonly File[];
  /** Doubts: the files go all the same, whoever sends them looks again. */
  readonly doubts: readonly string[];
  /** What could not be read at all, and does not go. */
  readonly faults: readonly string[];
}

/** Files as somebody chose them at once, for a practised hand: photos become one upright PDF, PDFs are looked into, nothing is asked. */
export async function prepareFiles(chosen: readonly File[], label: string, paper: Paper): Promise<PreparedFiles> {
  const files: File[] = [];
  const doubts: string[] = [];
  const faults: string[] = [];
  const pages = [];
  for (const file of chosen) {
    if (file.type === 'application/pdf' || /\.pdf$/i.test(file.name)) {
      const said = await checkPdf(file, paper);
      if (said.fault) faults.push(`“${file.name}”：${said.fault}`);
      else files.push(file);
      doubts.push(...said.doubts.map((text) => `“${file.name}”：${text}`));
      continue;
    }
    const shot = await readShot(file, paper).catch(() => null);
    if (!shot) {
      faults.push(`“${file.name}”打不开：不是照片或 PDF，或者已经损坏。Word、Excel 请另存为 PDF。`);
      continue;
    }
    pages.push(await shotToPage(shot));
    doubts.push(...findingTexts(shot).map((text) => `照片第 ${pages.length} 页：${text}`));
  }
  if (pages.length > 0) {
    const name = `${[...label].slice(0, 30).join('')}（照片 ${pages.length} 页）.pdf`;
    files.push(new File([picturesToPdf(pages) as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' }));
  }
  return { files, doubts, faults };
}
