import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Static } from 'typebox';
import type { LawArticle } from '#contract/catalog.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { formatCitation, headingOf, parseCitation } from '#law/cite.ts';

const texts = resolve(import.meta.dirname, '../../law/texts');

/** What a citation points at: the register's entry of the text and our summary of the place. */
export async function getLawArticle(id: string): Promise<Static<typeof LawArticle> | Refusal> {
  const citation = parseCitation(id);
  if (!citation) return refuse('not-found', 'no-such-citation', `没有登记“${id}”这条引用。`);
  const { source, sourceId } = citation;
  const text = await readFile(resolve(texts, `${sourceId}.md`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const heading = headingOf(citation);
  const summary = heading ? sectionOf(text, heading) : text.trim();
  if (!summary) return refuse('not-found', 'not-summarised', `${formatCitation(id)}还没有摘要（${source.readNote}）。`);
  const { title, number, issuer, inForce, repealed } = source;
  return {
    id,
    citation: formatCitation(id),
    source: { id: sourceId, title, number, issuer, inForce, repealed: repealed ?? null },
    summary,
  };
}

/** The part of a Markdown text under a heading that begins with these words, down to the next heading of its level or above. */
export function sectionOf(markdown: string, heading: string): string {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^#{1,6}\\s+${heading}(?![\\p{Script=Han}\\d])`, 'u').test(line));
  if (start < 0) return '';
  const level = /^#+/.exec(lines[start]!)![0].length;
  const length = lines.slice(start + 1).findIndex((line) => (/^#+(?=\s)/.exec(line)?.[0].length ?? 7) <= level);
  return lines
    .slice(start + 1, length < 0 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
}
