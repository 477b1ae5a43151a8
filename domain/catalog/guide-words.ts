import type { Sureness } from '#law/dated.ts';
import type { ListClock } from '#law/list-waits.ts';

const sureWords: Readonly<Record<Sureness, string>> = {
  V: '',
  F: '（只见到片段，仅供参考）',
  S: '（转引，未见原文，仅供参考）',
  M: '（未见原文，仅供参考）',
  D: '（由条文推断，仅供参考）',
  '?': '（没有查到原文，仅供参考）',
};

/** What a reader must know about how surely a value is known; nothing for one read in its clause. */
export function sureWord(sure: Sureness): string {
  return sureWords[sure];
}

/** The day a period runs from, as people say it. */
export const clockWord: Readonly<Record<ListClock, string>> = {
  finding: '认定文书之日',
  published: '公布之日',
  correction: '改正之日',
};

/** 3 → 3个月, 12 → 1年, 18 → 1年6个月. */
export function monthsWord(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return `${years > 0 ? `${years}年` : ''}${rest > 0 || years === 0 ? `${rest}个月` : ''}`;
}
