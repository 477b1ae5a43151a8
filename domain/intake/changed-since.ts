import { type Catalog, findMatter, findMatterVersion } from '../catalog/catalog.ts';
import { diffMatter, sayDiff } from '../catalog/changes/diff-matter.ts';
import { formatChineseShort, type PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** The version of a matter a form was begun under. */
export interface BegunUnder {
  readonly matterKey: string;
  readonly version: number;
}

/** What became of a matter since a form was begun. */
export interface MatterChanged {
  readonly matterKey: string;
  readonly name: string;
  readonly from: number;
  /** The version now in force; null where the matter was withdrawn. */
  readonly to: number | null;
  readonly since: PlainDate | null;
  /** What differs, in Chinese sentences. */
  readonly sentences: readonly string[];
}

/** Which matters of a form have another version now than when it was begun, each once. */
export function changedSince(catalog: Catalog, begun: readonly BegunUnder[], today: PlainDate): MatterChanged[] {
  const matters = new Map(begun.map((one) => [one.matterKey, one]));
  return [...matters.values()].flatMap(({ matterKey, version }) => {
    const now = findMatter(catalog, matterKey, today);
    if (now?.version === version) return [];
    const before = findMatterVersion(catalog, matterKey, version);
    const name = now?.name ?? before?.name ?? matterKey;
    const sentences = now ? diffMatter(before, now).map(sayDiff) : ['这个事项已经取消，不再受理新的申请。'];
    return [{ matterKey, name, from: version, to: now?.version ?? null, since: now?.validFrom ?? null, sentences }];
  });
}

/** A form begun under an earlier version is not taken silently: its applicant reads first what changed (赣信用办〔2024〕4号 二（六）). */
export function refuseChanged(changed: readonly MatterChanged[]): Refusal | null {
  if (changed.length === 0) return null;
  const text = changed
    .map(
      (one) =>
        `“${one.name}”${one.since ? `自${formatChineseShort(one.since)}起` : ''}有变化：${one.sentences.join('；')}`,
    )
    .join(' ');
  return refuse(
    'conflict',
    'matter-changed',
    `您开始填写以后，办理要求有变化。${text} 请看过后再提交，已填写的内容都在。`,
    {
      cite: ['plan4:2-6'],
      more: { changes: changed },
    },
  );
}
