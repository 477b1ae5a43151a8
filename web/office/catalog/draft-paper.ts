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

/** The paper as a basis: 《…》（文号）. */
export function basisOf({ title, number, office }: DraftPaper): string {
  const inner = [number.trim(), office.trim()].filter(Boolean).join('，');
  return title.trim() ? `《${title.trim()}》${inner ? `（${inner}）` : ''}` : '';
}
