import { setImmediate } from 'node:timers/promises';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { RowPiece } from './import/interpret-file.ts';
import { type ImportPlan, type PlacedRow, placeRow, type RejectedRow } from './import-plan.ts';

/** Rows that are written in one transaction. */
export interface RowBatch {
  readonly rows: readonly (PlacedRow | RejectedRow)[];
  /** Part of the file read, 0–1. */
  readonly progress: number;
}

/** Each statement of a batch waits for the reader to pause: the larger the batch, the fewer the waits; the memory grows with it. */
export const batchRows = 2_000;

/** Characters of facts that end a batch early: rows may be a thousand times as long as usual, and memory stays bounded. */
const batchText = 8 * 1024 * 1024;

/** Rows after which the reader lets the database's answers in; without it each answer waits for a whole chunk of the file. */
const rowsPerTurn = 25;

/**
 * Gathers the rows of a file into batches, leaving out the first `skip` (written by an earlier run). A batch ends early where a row
 * contradicts another of the same batch about the same record, so that the later one is compared with what the earlier one wrote.
 * The refusal of the file as a whole comes as the last value.
 */
export async function* inBatches(
  pieces: AsyncIterable<RowPiece | Refusal>,
  plan: ImportPlan,
  skip: number,
  size = batchRows,
): AsyncGenerator<RowBatch | Refusal> {
  let batch: (PlacedRow | RejectedRow)[] = [];
  let digests = new Map<string, string>();
  let progress = 0;
  let text = 0;
  let seen = 0;
  for await (const piece of pieces) {
    if (isRefusal(piece)) {
      if (batch.length > 0) yield { rows: batch, progress };
      yield piece;
      return;
    }
    for (const row of piece) {
      if (++seen % rowsPerTurn === 0) await setImmediate();
      if (seen <= skip) continue;
      const placed = placeRow(plan, row);
      const known = placed.rejected ? undefined : digests.get(placed.naturalKey);
      if (
        batch.length >= size ||
        text >= batchText ||
        (!placed.rejected && known !== undefined && known !== placed.digest)
      ) {
        yield { rows: batch, progress };
        batch = [];
        text = 0;
        digests = new Map();
      }
      if (!placed.rejected) {
        digests.set(placed.naturalKey, placed.digest);
        text += placed.facts.length;
      }
      batch.push(placed);
      progress = row.progress;
    }
  }
  if (batch.length > 0) yield { rows: batch, progress };
}
