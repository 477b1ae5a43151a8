import type { ItemView } from '#contract/casework.ts';
import { paperIsReady } from '../../office/words.ts';

/** One paper of the file that can be read in its page: a file that was handed in, or a paper that was issued. */
export interface FilePaper {
  readonly id: string;
  readonly kind: 'material' | 'issued';
  /** What the matter, or the paper's own title, calls it. */
  readonly name: string;
  /** Under which name it is saved. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly scan: ItemView['attachments'][number]['scan'] | 'ours';
}

const namesOfOthers: Readonly<Record<string, string>> = {
  verification: '核实时取得的材料',
  'signed-form': '签名的申请表和承诺书',
  authorisation: '授权委托书',
};

/** Everything of the file that opens in the page, materials first, each in the order it came. Files of one name are numbered. */
export function papersOfFile(view: Pick<ItemView, 'attachments' | 'papers' | 'materials' | 'missing'>): FilePaper[] {
  const names = new Map([...view.missing, ...view.materials].map((one) => [one.key, one.name]));
  const materials = view.attachments.map((one) => ({
    id: one.attachmentId,
    kind: 'material' as const,
    name: names.get(one.materialKey) ?? namesOfOthers[one.materialKey] ?? '补交的材料',
    fileName: one.fileName,
    mediaType: one.mediaType,
    scan: one.scan,
  }));
  const issued = view.papers
    .filter((one) => paperIsReady(one.state))
    .map((one) => ({
      id: one.paperId,
      kind: 'issued' as const,
      name: one.title,
      fileName: `${one.title}${one.docNumber ?? ''}.pdf`,
      mediaType: 'application/pdf',
      scan: 'ours' as const,
    }));
  return numbered([...materials, ...issued]);
}

function numbered(papers: readonly FilePaper[]): FilePaper[] {
  return papers.map((one, index) => {
    const alike = papers.filter((other) => other.name === one.name);
    if (alike.length === 1) return one;
    const place = papers.slice(0, index).filter((other) => other.name === one.name).length + 1;
    return { ...one, name: `${one.name}（${place}）` };
  });
}

/** The paper so many places further; at either end it stays. */
export function paperAfter(papers: readonly FilePaper[], id: string | null, by: 1 | -1): FilePaper | undefined {
  const at = papers.findIndex((one) => one.id === id);
  return at < 0 ? papers[0] : papers[Math.min(papers.length - 1, Math.max(0, at + by))];
}

/** `PDF，3 页`, `JPG 图片` */
export function kindText(mediaType: string, pages: number | null): string {
  if (mediaType === 'application/pdf') return pages === null ? 'PDF' : `PDF，${pages} 页`;
  return mediaType === 'image/png' ? 'PNG 图片' : mediaType === 'image/jpeg' ? 'JPG 图片' : '文件';
}
