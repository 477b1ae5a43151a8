import type { Item } from '#domain/item/item.ts';
import type { Tx } from '../platform/database.ts';
import type { GatheredItem } from './gather-news.ts';
import type { MessageChannel } from './tell.ts';

// SQL of messages and ratings. Messages are written by tell.ts.

export async function listItemsOf(tx: Tx, subjectKey: string, applicationId: string): Promise<Item[]> {
  const rows = await tx.query<{ fold: Item }>(
    'items-of-application',
    'select fold from item where subject_key = $1 and application_id = $2 order by number',
    [subjectKey, applicationId],
  );
  return rows.map((row) => row.fold);
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
  readonly gathered: GatheredItem[] | null;
}

const messageColumns =
  'subject_key, message_id, application_id, item_id, record_ids, title, body, channels, created_at, read_at, gathered';

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

/** What of an application has not gone out yet to its applicant, held, the earliest first; with the application's number. */
export async function findQueuedOf(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
): Promise<{ number: string; rows: MessageRow[] }> {
  const rows = await tx.query<MessageRow>(
    'messages-queued',
    `select ${messageColumns} from message where subject_key = $1 and application_id = $2 and recipient = 'applicant'
       and channels @> '[{"state": "queued"}]' order by created_at, message_id for update`,
    [subjectKey, applicationId],
  );
  const named = await tx.query<{ number: string }>(
    'messages-application',
    'select number from application where subject_key = $1 and application_id = $2',
    [subjectKey, applicationId],
  );
  return { number: named[0]?.number ?? '', rows };
}

/** The messages that another one carries, held. */
export async function listCarried(tx: Tx, subjectKey: string, carrier: string): Promise<MessageRow[]> {
  return tx.query<MessageRow>(
    'messages-carried',
    `select ${messageColumns} from message where subject_key = $1 and channels @> $2::jsonb order by message_id for update`,
    [subjectKey, JSON.stringify([{ sentWith: carrier }])],
  );
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
