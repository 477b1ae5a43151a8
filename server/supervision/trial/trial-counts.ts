import type { Trial } from '#contract/catalog-changes.ts';
import type { Fares } from '#domain/record/compare-verdicts.ts';

type Of = 'record' | 'item';
type Count = { total: number; better: number; worse: number; unchanged: number };
type Example = Trial['examples'][number];

const perKind = 5;
const none = (): Count => ({ total: 0, better: 0, worse: 0, unchanged: 0 });

/** Counts who fares how, per matter, and keeps a few examples of each kind. */
export class TrialCounts {
  readonly #counts = new Map<string, Record<Of, Count>>();
  readonly #examples: Example[] = [];
  readonly #kept = new Map<string, number>();
  readonly #nameOf: (matterKey: string) => string;

  constructor(nameOf: (matterKey: string) => string) {
    this.#nameOf = nameOf;
  }

  add(of: Of, matterKey: string, fares: Fares, say: () => Pick<Example, 'number' | 'before' | 'after'>): void {
    let counts = this.#counts.get(matterKey);
    if (!counts) {
      counts = { record: none(), item: none() };
      this.#counts.set(matterKey, counts);
    }
    counts[of].total += 1;
    counts[of][fares] += 1;
    if (fares === 'unchanged') return;
    const kind = `${of} ${matterKey} ${fares}`;
    const kept = this.#kept.get(kind) ?? 0;
    if (kept >= perKind) return;
    this.#kept.set(kind, kept + 1);
    this.#examples.push({ of, matterName: this.#nameOf(matterKey), change: fares, ...say() });
  }

  total(): { records: Count; items: Count } {
    const sum = { records: none(), items: none() };
    for (const { record, item } of this.#counts.values())
      for (const key of ['total', 'better', 'worse', 'unchanged'] as const) {
        sum.records[key] += record[key];
        sum.items[key] += item[key];
      }
    return sum;
  }

  byMatter(): Trial['byMatter'] {
    return [...this.#counts].map(([matterKey, { record, item }]) => ({
      matterKey,
      name: this.#nameOf(matterKey),
      records: record,
      items: item,
    }));
  }

  examples(): Example[] {
    return this.#examples.slice(0, 100);
  }
}
