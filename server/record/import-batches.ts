import { setImmediate } from 'node:timers/promises';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { RowOutcome } from './import/interpret-file.ts';
import { type ImportPlan, type PlacedRow, placeRow, type RejectedRow } from './import-plan.ts';

/** Rows that are written in one transaction. */
export interface RowBatch {
  readonly rows: readonly (PlacedRow | RejectedRow)[];
  /** Part of the file read, 0–1. */
  readonly progress: number;
}

/** Tried 500 to 5 000: the work per row is the same, the memory is not. */
export const batchRows = 1_000;

/** Rows after which the reader lets the database's answers in; without it each answer waits for a whole chunk of the file. */
const rowsPerTurn = 100;

/**
 * Gathers the rows of a file into batches, leaving out the first `skip` (written by an earlier run). A batch ends early where a row
 * contradicts another of the same batch about the same record, so that the later one is compared with what the earlier one wrote.
 * The refusal of the file as a whole comes as the last value.
 */
export async function* inBatches(
  rows: AsyncIterable<RowOutcome | Refusal>,
  plan: ImportPlan,
  skip: number,
  size = batchRows,
): AsyncGenerator<RowBatch | Refusal> {
  let batch: (PlacedRow | RejectedRow)[] = [];
  let digests = new Map<string, string>();
  let progress = 0;
  let seen = 0;
  for await (const row of rows) {
    if (isRefusal(row)) {
      if (batch.length > 0) yield { rows: batch, progress };
      yield row;
      return;
    }
    if (++seen % rowsPerTurn === 0) await setImmediate();
    if (seen <= skip) continue;
    const placed = placeRow(plan, row);
    const known = placed.rejected ? undefined : digests.get(placed.naturalKey);
    if (batch.length >= size || (!placed.rejected && known !== undefined && known !== placed.digest)) {
      yield { rows: batch, progress };
      batch = [];
      digests = new Map();
    }
    if (!placed.rejected) digests.set(placed.naturalKey, placed.digest);
    batch.push(placed);
    progress = row.progress;
  }
  if (batch.length > 0) yield { rows: batch, progress };
}
