import type { FigureRow } from '#contract/supervision.ts';

/** `97.5%`; `没有到期件` where nothing was due. */
export function rateText(rate: number | null): string {
  return rate === null ? '没有到期件' : `${(rate * 100).toFixed(rate === 1 ? 0 : 1)}%`;
}

/** Four steps of an on-time rate, each with a word, so that colour is never alone. */
export function rateStep(rate: number | null): { look: 'none' | 'good' | 'attention' | 'bad'; word: string } {
  if (rate === null) return { look: 'none', word: '无到期件' };
  if (rate >= 0.98) return { look: 'good', word: '好' };
  return rate >= 0.9 ? { look: 'attention', word: '要注意' } : { look: 'bad', word: '差' };
}

/** The row of a city: its own, or the sum of what lies below it. */
export function rowOfCity(rows: readonly FigureRow[], code: string): FigureRow | null {
  const own = rows.find((one) => one.key === code);
  if (own) return own;
  const below = rows.filter((one) => one.key.startsWith(code.slice(0, 4)));
  if (below.length === 0) return null;
  const sum = (pick: (row: FigureRow) => number) => below.reduce((total, row) => total + pick(row), 0);
  const [onTime, late] = [sum((one) => one.onTime), sum((one) => one.late)];
  return {
    key: code,
    name: '',
    opened: sum((one) => one.opened),
    closed: sum((one) => one.closed),
    onTime,
    late,
    open: sum((one) => one.open),
    overdue: sum((one) => one.overdue),
    onTimeRate: onTime + late === 0 ? null : onTime / (onTime + late),
    averageRating: null,
    ratings: sum((one) => one.ratings),
  };
}
