import { canonicalJson } from '../canonical-json.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Catalog } from './catalog.ts';
import { wholeGuide } from './guide.ts';
import { type GuideChange, guideChanges } from './guide-changes.ts';
import { daysOfLaw } from './guide-law.ts';
import type { WholeGuide } from './guide-text.ts';

/** One version of the guide and the days it holds. The digest is SHA-256 of `content`, computed by the server. */
export interface GuideVersion {
  /** Its first day as eight digits, 20260401: the same for everybody and for ever. */
  readonly version: string;
  readonly from: PlainDate;
  /** Last day; null while nothing known follows. */
  readonly to: PlainDate | null;
  readonly guide: WholeGuide;
  /** Canonical JSON of the guide. */
  readonly content: string;
  /** Against the version before; for the first, that the catalogue began. */
  readonly whatChanged: readonly GuideChange[];
}

/** Days on which the guide may read differently, in order: the first day of a rule or version, the day after a version's last. */
export function candidateDays(catalog: Catalog, until: PlainDate): PlainDate[] {
  const first = catalog.matters.map((one) => one.validFrom).sort()[0];
  if (first === undefined) return [];
  const rows = catalog.matters.flatMap((one) => [one.validFrom, ...(one.validTo ? [addDays(one.validTo, 1)] : [])]);
  const days = new Set([...rows, ...daysOfLaw(catalog)]);
  return [...days].filter((day) => first <= day && day <= until).sort();
}

/** Every version of the guide that begins until a day, oldest first; days that change nothing make none. */
export function guideVersions(catalog: Catalog, until: PlainDate): GuideVersion[] {
  const versions: GuideVersion[] = [];
  for (const from of candidateDays(catalog, until)) {
    const guide = wholeGuide(catalog, from);
    const content = canonicalJson(guide);
    const before = versions.at(-1);
    if (before?.content === content) continue;
    if (before) versions[versions.length - 1] = { ...before, to: addDays(from, -1) };
    const whatChanged = before ? guideChanges(before.guide, guide) : begun(guide);
    versions.push({ version: from.replaceAll('-', ''), from, to: null, guide, content, whatChanged });
  }
  return versions;
}

function begun({ matters }: WholeGuide): GuideChange[] {
  return matters.map(({ matterKey, name }) => ({
    matterKey,
    name,
    sentences: ['本平台的目录自这一天起收录这个事项。'],
  }));
}

/** The version that holds on a day; undefined before the catalogue began. */
export function versionOn<V extends Pick<GuideVersion, 'from' | 'to'>>(
  versions: readonly V[],
  on: PlainDate,
): V | undefined {
  return versions.find((one) => one.from <= on && (one.to === null || on <= one.to));
}
