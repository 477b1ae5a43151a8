import { formatCitation } from '#law/cite.ts';

/** Says where something stands in law: with title and number the first time, by title alone once the text has been named. */
export type CiteOnce = (citation: string) => string;

/** Cites for one paper; `named` are the texts whose full name stands further up. */
export function openCiteOnce(named: readonly string[]): CiteOnce {
  const seen = new Set(named);
  return (citation) => {
    const source = citation.split(':')[0]!;
    const full = formatCitation(citation);
    if (seen.has(source)) return full.replace(/^(《[^》]+》)（[^）]*）/, '$1');
    seen.add(source);
    return full;
  };
}
