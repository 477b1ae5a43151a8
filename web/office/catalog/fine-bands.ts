import type { FineBand } from '#law/law-book.ts';

/** A stretch of amounts and the bands that claim it: none is a gap, several an overlap. */
export interface Stretch {
  readonly over: number;
  readonly upTo: number | null;
  readonly bands: readonly FineBand[];
}

/** The whole line of amounts from nothing up, cut where bands begin and end. */
export function stretchesOf(bands: readonly FineBand[]): Stretch[] {
  const cuts = [...new Set([0, ...bands.flatMap((one) => [one.over, ...(one.upTo === null ? [] : [one.upTo])])])]
    .filter((cut) => cut >= 0)
    .sort((a, b) => a - b);
  return cuts.map((over, index) => {
    const upTo = cuts[index + 1] ?? null;
    return {
      over,
      upTo,
      bands: bands.filter((one) => one.over <= over && (one.upTo === null || (upTo !== null && upTo <= one.upTo))),
    };
  });
}
