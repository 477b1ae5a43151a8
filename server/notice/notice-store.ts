import type { PaperModel } from '#contract/paper-models.ts';
import type { Item } from '#domain/item/item.ts';
import { insertRows, type Tx } from '../platform/database.ts';
import type { MessageChannel } from './tell.ts';

// SQL of messages, papers and ratings. Messages and papers are written by tell.ts and catalog/order-paper.ts.

export async function listItemsOf(tx: Tx, subjectKey: string, applicationId: string): Promise<Item[]> {
  const rows = await tx.query<{ fold: Item }>(
    'items-of-application',
    'select fold from item where subject_key = $1 and application_id = $2 order by number',
    [subjectKey, applicationId],
  );
  return rows.map((row) => row.fold);
}

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
  readonly application_id: string | null;
  readonly item_id: string | null;
  readonly unit_ids: readonly string[];
  readonly failure: string | null;
}

const paperColumns =
  'subject_key, paper_id, kind, doc_number, verification_code, issued_on, model, state, digest, digest_sm3, seal_party, seal_certificate, sealed_at, application_id, item_id, unit_ids, failure';

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
  readonly at: Date;
}

/** Keeps the file, and its digest in the directory; a paper that was printed meanwhile stays as it is. */
export async function recordPrinted(tx: Tx, it: PrintedFile): Promise<void> {
  const changed = await tx.change(
    'paper-printed',
    `update paper set state = 'printed', content = $3, digest = $4, digest_sm3 = $5, seal_party = $6, seal_certificate = $7,
       sealed_at = $8, printed_at = $8, last_try_at = $8, failure = null
     where subject_key = $1 and paper_id = $2 and state <> 'printed'`,
    [it.subjectKey, it.paperId, it.content, it.digest, it.digestSm3, it.sealParty, it.certificate, it.at],
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

export interface MessageRow {
  readonly subject_key: string;
  readonly message_id: string;
  readonly application_id: string | null;
  readonly item_id: string | null;
  readonly record_ids: string[] | null;
  readonly title: string;
  readonly body: string;
  readonly channels: MessageChannel[];
  readonly created_at: string;
  readonly read_at: string | null;
}

const messageColumns =
  'subject_key, message_id, application_id, item_id, record_ids, title, body, channels, created_at, read_at';

/** Whose messages are read. An applicant's own subjects; a unit with the officer who asks; a window. */
export type Reader =
  | { readonly as: 'applicant'; readonly subjectKeys: readonly string[]; readonly agentOf?: readonly string[] }
  | { readonly as: 'unit'; readonly unitId: string; readonly officerId: string }
  | { readonly as: 'window'; readonly unitId: string };

/** The condition on messages for a reader; its values stand at $1 and, for a unit, $2. */
function readerCondition(reader: Reader): { where: string; values: readonly unknown[] } {
  if (reader.as === 'applicant' && reader.agentOf?.length)
    // An agent reads of the items that are his to see; what concerns the whole application bears the query code.
    return {
      where: `subject_key = any ($1) and recipient = 'applicant' and (not subject_key = any ($2)
        or exists (select 1 from item i where i.subject_key = message.subject_key and i.item_id = message.item_id))`,
      values: [reader.subjectKeys, reader.agentOf],
    };
  if (reader.as === 'applicant')
    return { where: `subject_key = any ($1) and recipient = 'applicant'`, values: [reader.subjectKeys] };
  if (reader.as === 'window') return { where: `window_unit_id = $1 and recipient = 'window'`, values: [reader.unitId] };
  return {
    where: `unit_id = $1 and (recipient = 'unit' or (recipient = 'officer' and officer_id = $2))`,
    values: [reader.unitId, reader.officerId],
  };
}

/** Each wording of the condition is a statement of its own. */
const nameOf = (reader: Reader) => (reader.as === 'applicant' && reader.agentOf?.length ? 'agent' : reader.as);

/** Newest first, at most 100. */
export async function listMessageRows(tx: Tx, reader: Reader): Promise<MessageRow[]> {
  const { where, values } = readerCondition(reader);
  return tx.query<MessageRow>(
    `messages-${nameOf(reader)}`,
    `select ${messageColumns} from message where ${where} order by created_at desc, message_id desc limit 100`,
    values,
  );
}

export async function countUnread(tx: Tx, reader: Reader): Promise<number> {
  const { where, values } = readerCondition(reader);
  const rows = await tx.query<{ count: number }>(
    `unread-${nameOf(reader)}`,
    `select count(*) as count from message where ${where} and read_at is null`,
    values,
  );
  return rows[0]!.count;
}

/** Marks as read, the first time only; undefined where the reader has no such message. */
export async function recordRead(
  tx: Tx,
  reader: Reader,
  it: { subjectKey: string; messageId: string; at: Date },
): Promise<MessageRow | undefined> {
  const { where, values } = readerCondition(reader);
  const n = values.length;
  const rows = await tx.query<MessageRow>(
    `message-read-${nameOf(reader)}`,
    `update message set read_at = coalesce(read_at, $${n + 3}) where ${where} and subject_key = $${n + 1} and message_id = $${n + 2}
     returning ${messageColumns}`,
    [...values, it.subjectKey, it.messageId, it.at],
  );
  return rows[0];
}

export async function findMessage(tx: Tx, subjectKey: string, messageId: string): Promise<MessageRow | undefined> {
  const rows = await tx.query<MessageRow>(
    'message-find',
    `select ${messageColumns} from message where subject_key = $1 and message_id = $2`,
    [subjectKey, messageId],
  );
  return rows[0];
}

/** The message, held while its channels are rewritten. */
export async function lockMessage(tx: Tx, subjectKey: string, messageId: string): Promise<MessageRow | undefined> {
  const rows = await tx.query<MessageRow>(
    'message-lock',
    `select ${messageColumns} from message where subject_key = $1 and message_id = $2 for update`,
    [subjectKey, messageId],
  );
  return rows[0];
}

export async function updateChannels(
  tx: Tx,
  subjectKey: string,
  messageId: string,
  channels: readonly MessageChannel[],
): Promise<void> {
  await tx.change('message-channels', 'update message set channels = $3 where subject_key = $1 and message_id = $2', [
    subjectKey,
    messageId,
    JSON.stringify(channels),
  ]);
}

export async function recordRating(
  tx: Tx,
  it: { ratingId: string; item: Item; score: number; comment: string | null; at: Date },
): Promise<void> {
  const { item } = it;
  await tx.change(
    'rating-insert',
    `insert into rating (subject_key, rating_id, application_id, item_id, unit_id, region_code, window_unit_id, score, comment, rated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      item.subjectKey,
      it.ratingId,
      item.applicationId,
      item.itemId,
      item.unitId,
      item.regionCode,
      item.windowUnitId,
      it.score,
      it.comment,
      it.at,
    ],
  );
}
