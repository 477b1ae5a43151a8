import { articles } from './articles.ts';
import type { Source } from './source.ts';
import { findSource } from './sources.ts';

/** A citation id taken apart: `samr107:8.2` → article 8, paragraph 2; `ndrc36:10(3)` → article 10, item 3. */
export interface Citation {
  readonly id: string;
  readonly sourceId: string;
  readonly source: Source;
  /** Number of the article or name of the place; null when the whole text is meant. */
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

const SHAPE = /^([a-z0-9-]+)(?::([a-z0-9-]+)(?:\.(\d+))?(?:\((\d+)\))?)?$/;
const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** Reads a citation id; undefined when it is malformed or names no registered text. */
export function parseCitation(id: string): Citation | undefined {
  const match = SHAPE.exec(id);
  const source = match?.[1] === undefined ? undefined : findSource(match[1]);
  if (!match || !source) return undefined;
  const numberOf = (group: string | undefined) => (group === undefined ? null : Number(group));
  return {
    id,
    sourceId: match[1]!,
    source,
    article: match[2] ?? null,
    paragraph: numberOf(match[3]),
    item: numberOf(match[4]),
  };
}

/** Chinese numeral 1–999: 12 → 十二, 106 → 一百零六. */
export function chineseNumber(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return `${head}${ten}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** The heading under which texts/<id>.md summarises the place: 第十四条, 附件3; undefined for a whole text or an unknown place. */
export function headingOf(citation: Citation): string | undefined {
  if (citation.article === null) return undefined;
  const place = citation.source.places?.[citation.article];
  if (place) return place;
  const number = Number(citation.article);
  return Number.isInteger(number) && number > 0
    ? `第${chineseNumber(number)}${citation.source.unit ?? '条'}`
    : undefined;
}

/** Rows that offices add under the law (law-book.ts): which paper one is stands in the catalogue, here only what it is. */
const rowNames: readonly (readonly [prefix: string, name: string])[] = [
  ['confirmation:', '有权机关书面确认'],
  ['standard:', '行业主管部门分类标准'],
  ['filing:', '目录报备文件'],
];

/** Whether a citation leads to a row people entered and not to a text of the register. */
export function isRowCitation(id: string): boolean {
  return rowNames.some(([prefix]) => id.startsWith(prefix));
}

/** Whether the text has the article or place a citation names, as far as law/texts summarises it; a whole text has itself. */
export function leadsSomewhere({ sourceId, source, article }: Citation): boolean {
  if (article === null || source.places?.[article]) return true;
  const number = Number(article);
  return (articles[sourceId] ?? '').split(' ').some((run) => {
    const [first, last = first] = run.split('-');
    return Number(first) <= number && number <= Number(last);
  });
}

/** `ndrc36:14(3)` → 《信用修复管理办法》（国家发展改革委令第36号）第十四条第（三）项. An unknown id is returned as it is. */
export function formatCitation(id: string): string {
  const citation = parseCitation(id);
  if (!citation) return rowNames.find(([prefix]) => id.startsWith(prefix))?.[1] ?? id;
  const paragraph = citation.paragraph === null ? '' : `第${chineseNumber(citation.paragraph)}款`;
  const item = citation.item === null ? '' : `第（${chineseNumber(citation.item)}）项`;
  return `《${citation.source.title}》（${citation.source.number}）${headingOf(citation) ?? ''}${paragraph}${item}`;
}

/** Where the article's summary is shown, relative to the site: `/law/ndrc36#第十四条`. */
export function citationLink(id: string): string | undefined {
  const citation = parseCitation(id);
  if (!citation) return isRowCitation(id) ? `/law/${id}` : undefined;
  const heading = headingOf(citation);
  return `/law/${citation.sourceId}${heading ? `#${heading}` : ''}`;
}
