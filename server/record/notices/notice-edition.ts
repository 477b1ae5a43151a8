import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { daysOfLaw } from '#domain/catalog/guide-law.ts';
import { versionOn } from '#domain/catalog/guide-versions.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { editionsOf } from '../../catalog/guide/guide-editions.ts';

/** Which wording of 《信用修复告知书》 holds for a matter and a field on a day. */
export interface NoticeEdition {
  /** 1 for the first wording of the matter since the catalogue began, one more with each change of law, confirmation or guide text. */
  readonly edition: number;
  /** Its first day; null where the matter stands in no guide. */
  readonly from: PlainDate | null;
  /** SHA-256 of guide text and class standard, hex; '' where the matter stands in no guide. */
  readonly digest: string;
}

const none: NoticeEdition = { edition: 1, from: null, digest: '' };
const held = new WeakMap<Catalog, Map<string, NoticeEdition>>();

/**
 * The edition on a day. It rests on the text of the matter's guide (which names the confirmations in force) and on the class standard
 * of the unit's field: what a notice says follows from them and from the record.
 */
export function noticeEdition(catalog: Catalog, matterKey: string, sector: string, today: PlainDate): NoticeEdition {
  const known = held.get(catalog) ?? new Map<string, NoticeEdition>();
  held.set(catalog, known);
  const key = `${matterKey}|${sector}|${today}`;
  const found = known.get(key) ?? lastEdition(catalog, matterKey, sector, today);
  known.set(key, found);
  return found;
}

function lastEdition(catalog: Catalog, matterKey: string, sector: string, today: PlainDate): NoticeEdition {
  const editions = editionsOf(catalog, today);
  const days = [...new Set([...editions.map((one) => one.from), ...daysOfLaw(catalog)])];
  let last: NoticeEdition | undefined;
  for (const day of days.filter((one) => one <= today).sort()) {
    const text = versionOn(editions, day)?.matterDigests.get(matterKey);
    if (text === undefined) continue;
    const digest = sha256(`${text}|${canonicalJson(catalog.law.standard(sector, day) ?? null)}`);
    if (digest !== last?.digest) last = { edition: (last?.edition ?? 0) + 1, from: day, digest };
  }
  return last ?? none;
}

/** SHA-256 of what a notice says of its record, hex. The address of its code and its edition are left out: they are the paper's own. */
export function contentDigest(content: object): string {
  return sha256(canonicalJson({ ...content, applyUrl: null, edition: null }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
