import type { OfficePaper } from '#law/law-book.ts';

/** A paper as it is written down. */
export interface DraftPaper {
  readonly title: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly office: string;
}
export const noPaper: DraftPaper = { title: '', number: '', issuedOn: '', office: '' };

/** The paper as the proposal holds it; a day that was not written is missing, and said to be. */
export function paperOf({ title, number, issuedOn, office }: DraftPaper): OfficePaper {
  return {
    title: title.trim(),
    number: number.trim() || null,
    ...(issuedOn ? { issuedOn } : {}),
    office: office.trim(),
  } as OfficePaper;
}

/** The paper as a basis: 《…》（文号，单位）. Until it is whole a word stands for it, so that a refusal names the paper's fields and not a basis nobody is asked for. */
export function basisOf({ title, number, office }: DraftPaper): string {
  if (!title.trim() || !office.trim()) return '（文件还没有写全）';
  return `《${title.trim()}》（${[number.trim(), office.trim()].filter(Boolean).join('，')}）`;
}
