/** SQL of the desk of papers that are not there yet. */
import type { Tx } from '../platform/database.ts';

/** A paper whose last try failed. */
export interface StuckPaperRow {
  readonly subject_key: string;
  readonly paper_id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly organ_name: string;
  readonly doc_number: string | null;
  readonly state: 'ordered' | 'failed';
  readonly failure: string;
  readonly ordered_at: string;
  readonly last_try_at: string | null;
}

/** The oldest first; at most `limit`. */
export async function listStuckRows(tx: Tx, limit: number): Promise<StuckPaperRow[]> {
  return tx.query(
    'papers-stuck',
    `select subject_key, paper_id, kind, model -> 'head' ->> 'title' as title, model -> 'head' ->> 'organName' as organ_name, doc_number,
       state, failure, ordered_at, last_try_at
     from paper where failure is not null and state <> 'printed' order by ordered_at, paper_id limit $1`,
    [limit],
  );
}

/** Papers that wait for their seal and were not tried since; at most 500. */
export async function listUnsealedPapers(
  tx: Tx,
  since: Date,
): Promise<{ readonly subject_key: string; readonly paper_id: string }[]> {
  return tx.query(
    'papers-unsealed',
    `select subject_key, paper_id from paper where failure is not null and state = 'ordered' and last_try_at < $1
     order by ordered_at, paper_id limit 500`,
    [since],
  );
}

export async function noteRoused(tx: Tx, subjectKey: string, paperId: string, at: Date): Promise<void> {
  await tx.change('paper-roused', 'update paper set last_try_at = $3 where subject_key = $1 and paper_id = $2', [
    subjectKey,
    paperId,
    at,
  ]);
}
