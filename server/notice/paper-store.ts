import type { PaperModel } from '#contract/paper-models.ts';
import { insertRows, type Tx } from '../platform/database.ts';

// SQL of papers. They are written by catalog/order-paper.ts.

/** A paper without its file. */
export interface PaperRow {
  readonly subject_key: string;
  readonly paper_id: string;
  readonly kind: PaperModel['kind'];
  readonly doc_number: string | null;
  readonly verification_code: string;
  readonly issued_on: string;
  readonly model: PaperModel;
  readonly state: 'ordered' | 'printed' | 'failed';
  readonly digest: string | null;
  readonly digest_sm3: string | null;
  /** Who sealed it; null: printed before papers were sealed. */
  readonly seal_party: string | null;
  readonly seal_certificate: string | null;
  readonly sealed_at: string | null;
  /** Instant of the seal's time stamp; null where it bears none. */
  readonly time_stamped_at: string | null;
  readonly application_id: string | null;
  readonly item_id: string | null;
  readonly unit_ids: readonly string[];
  readonly failure: string | null;
}

const paperColumns =
  'subject_key, paper_id, kind, doc_number, verification_code, issued_on, model, state, digest, digest_sm3, seal_party, seal_certificate, sealed_at, time_stamped_at, application_id, item_id, unit_ids, failure';

export async function findPaper(tx: Tx, subjectKey: string, paperId: string): Promise<PaperRow | undefined> {
  const rows = await tx.query<PaperRow>(
    'paper-find',
    `select ${paperColumns} from paper where subject_key = $1 and paper_id = $2`,
    [subjectKey, paperId],
  );
  return rows[0];
}

/** The paper of a verification code: the directory first, in a statement of its own (design §8.2). */
export async function findPaperByCode(tx: Tx, code: string): Promise<PaperRow | undefined> {
  const rows = await tx.query<{ subject_key: string; paper_id: string }>(
    'paper-code',
    'select subject_key, paper_id from paper_code where code = $1',
    [code],
  );
  return rows[0] && findPaper(tx, rows[0].subject_key, rows[0].paper_id);
}

/** The paper of a file, by the SHA-256 of the file (hex). */
export async function findPaperByDigest(tx: Tx, digest: string): Promise<PaperRow | undefined> {
  const rows = await tx.query<{ subject_key: string; paper_id: string }>(
    'paper-digest',
    'select subject_key, paper_id from paper_digest where digest = $1',
    [digest],
  );
  return rows[0] && findPaper(tx, rows[0].subject_key, rows[0].paper_id);
}

export async function findPaperFile(tx: Tx, subjectKey: string, paperId: string): Promise<Uint8Array | undefined> {
  const rows = await tx.query<{ content: Uint8Array | null }>(
    'paper-content',
    'select content from paper where subject_key = $1 and paper_id = $2',
    [subjectKey, paperId],
  );
  return rows[0]?.content ?? undefined;
}

/** A printed and sealed file as it is kept. */
export interface PrintedFile {
  readonly subjectKey: string;
  readonly paperId: string;
  readonly content: Uint8Array;
  /** SHA-256, hex. */
  readonly digest: string;
  /** SM3, hex. */
  readonly digestSm3: string;
  readonly sealParty: string;
  readonly certificate: string;
  readonly timeStampedAt: Date | null;
  readonly at: Date;
}

/** Keeps the file, and its digest in the directory; a paper that was printed meanwhile stays as it is. */
export async function recordPrinted(tx: Tx, it: PrintedFile): Promise<void> {
  const changed = await tx.change(
    'paper-printed',
    `update paper set state = 'printed', content = $3, digest = $4, digest_sm3 = $5, seal_party = $6, seal_certificate = $7,
       sealed_at = $8, printed_at = $8, last_try_at = $8, time_stamped_at = $9, failure = null
     where subject_key = $1 and paper_id = $2 and state <> 'printed'`,
    [
      it.subjectKey,
      it.paperId,
      it.content,
      it.digest,
      it.digestSm3,
      it.sealParty,
      it.certificate,
      it.at,
      it.timeStampedAt,
    ],
  );
  if (changed === 1)
    await insertRows(
      tx,
      'paper_digest',
      ['digest', 'subject_key', 'paper_id'],
      [[it.digest, it.subjectKey, it.paperId]],
    );
}

/** Writes down why a paper is not there yet: `ordered`, it waits for its seal; `failed`, it did not print. */
export async function recordPrintFailure(
  tx: Tx,
  it: { subjectKey: string; paperId: string; state: 'ordered' | 'failed'; failure: string; at: Date },
): Promise<void> {
  await tx.change(
    'paper-failed',
    `update paper set state = $3, failure = $4, last_try_at = $5
     where subject_key = $1 and paper_id = $2 and state <> 'printed'`,
    [it.subjectKey, it.paperId, it.state, it.failure, it.at],
  );
}

/** Sets a failed paper, or one that waits for its seal, back to be printed. False: it was neither. */
export async function reopenPaper(tx: Tx, subjectKey: string, paperId: string): Promise<boolean> {
  const changed = await tx.change(
    'paper-reopen',
    `update paper set state = 'ordered', failure = null
     where subject_key = $1 and paper_id = $2 and state <> 'printed' and failure is not null`,
    [subjectKey, paperId],
  );
  return changed === 1;
}
