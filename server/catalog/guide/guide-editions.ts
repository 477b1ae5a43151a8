import { createHash } from 'node:crypto';
import type { GuideEdition } from '#contract/guide.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { matterChanges } from '#domain/catalog/guide-changes.ts';
import type { MatterGuide } from '#domain/catalog/guide-text.ts';
import { type GuideVersion, guideVersions } from '#domain/catalog/guide-versions.ts';
import { addMonths, type PlainDate } from '#domain/plain-date.ts';

/** A version with its digest and those of its matters. */
export interface Edition extends Omit<GuideVersion, 'content'> {
  readonly digest: string;
  readonly matterDigests: ReadonlyMap<string, string>;
}

/** A span of days over which the guide of one matter reads the same. */
export interface MatterEdition extends GuideEdition {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** Changes are filed a month ahead; nobody plans further than this. */
const monthsAhead = 60;
const held = new WeakMap<Catalog, { readonly today: PlainDate; readonly editions: readonly Edition[] }>();

/** Every version of the guide known today, oldest first. Made once for a catalogue as it was read. */
export function editionsOf(catalog: Catalog, today: PlainDate): readonly Edition[] {
  const known = held.get(catalog);
  if (known?.today === today) return known.editions;
  const editions = guideVersions(catalog, addMonths(today, monthsAhead)).map(({ content, ...version }) => ({
    ...version,
    digest: sha256(content),
    matterDigests: new Map(version.guide.matters.map((one) => [one.matterKey, digestOf(one)])),
  }));
  held.set(catalog, { today, editions });
  return editions;
}

/** SHA-256 of the text of one matter. */
function digestOf(guide: MatterGuide): string {
  return sha256(canonicalJson(guide));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The versions of one matter: those of the whole in which its own text changed, oldest first; a withdrawn one ends. */
export function matterEditions(editions: readonly Edition[], matterKey: string): MatterEdition[] {
  const spans: MatterEdition[] = [];
  let before: MatterGuide | undefined;
  for (const { version, from, to, guide, matterDigests } of editions) {
    const now = guide.matters.find((one) => one.matterKey === matterKey);
    const digest = matterDigests.get(matterKey);
    const last = spans.at(-1);
    if (now && digest && before && last?.digest === digest) spans[spans.length - 1] = { ...last, to };
    else if (now && digest) {
      const sentences = before ? matterChanges(before, now) : ['目录自这一天起收录这个事项。'];
      spans.push({ version, from, to, digest, name: now.name, sentences });
    }
    before = now;
  }
  return spans;
}
