import { chineseNumber, formatCitation, leadsSomewhere, parseCitation } from '#law/cite.ts';
import { sources } from '#law/sources.ts';

/** A clause that can be cited: its id and how it reads. */
export interface Clause {
  readonly id: string;
  readonly text: string;
}

/** How the paper filed with the change is cited. */
export const filedPaper: Clause = { id: 'filing', text: '随报备附上的文件' };

/** `国家发展改革委令第36号第十四条`: without the title, where there is a number. */
export function clauseText(id: string): string {
  if (id === filedPaper.id) return filedPaper.text;
  return formatCitation(id).replace(/^《.+?》（([^）]*号[^）]*)）/, '$1');
}

const most = 8;
const digit = '[0-9零一二三四五六七八九十百]+';
const place = new RegExp(`第?(${digit})[条项]?(?:第?(${digit})款)?(?:第?(${digit})项)?$`);

/** Reads 14, 十四 or 一百零六; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  for (let value = 1; value <= 300; value += 1) if (chineseNumber(value) === text) return value;
  return undefined;
}

/**
 * Clauses of registered texts that what was typed may mean: `36号第十四条`, `107号令14条2款`, `市场监督管理信用修复 第八条第（三）项`.
 * Only places that exist as a citation are offered.
 */
export function findClauses(typed: string): Clause[] {
  const text = typed.replace(/[\s《》（）()〔〕[\]“”]/g, '');
  if (text.length < 2) return [];
  return Object.entries(sources)
    .flatMap(([id, source]) => placesIn(id, source.places, text).map((cite) => ({ id: cite, text: clauseText(cite) })))
    .slice(0, most);
}

function placesIn(id: string, places: Readonly<Record<string, string>> | undefined, text: string): string[] {
  const named = Object.entries(places ?? {})
    .filter(([, label]) => text.endsWith(label) && isAbout(id, text.slice(0, -label.length)))
    .map(([key]) => `${id}:${key}`);
  if (named.length > 0) return named;
  const found = place.exec(text);
  if (!found || !isAbout(id, text.slice(0, found.index))) return [];
  const [article, paragraph, item] = found.slice(1).map((one) => (one === undefined ? undefined : readNumber(one)));
  if (article === undefined) return [];
  const cite = `${id}:${article}${paragraph ? `.${paragraph}` : ''}${item ? `(${item})` : ''}`;
  const citation = parseCitation(cite);
  return citation && citation.article !== null && leadsSomewhere(citation) ? [cite] : [];
}

/** Whether words name a text: by its number, or by a part of its title. */
function isAbout(id: string, words: string): boolean {
  const citation = parseCitation(id);
  if (!citation || words === '') return false;
  const bare = (value: string) => value.replace(/[\s《》（）()〔〕[\]“”令第]/g, '');
  const asked = bare(words);
  return (
    asked.length >= 2 && (bare(citation.source.number).includes(asked) || bare(citation.source.title).includes(asked))
  );
}
