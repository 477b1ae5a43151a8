import type { Unit } from '#domain/catalog/catalog.ts';
import type { Tx } from '../platform/database.ts';
import { wholePlatform } from '../platform/outbox.ts';
import { derivedId } from './derived-id.ts';

/** One item of a message that gathers several. */
export interface GatheredItem {
  readonly subjectKey: string;
  readonly itemId: string;
  /** The event that is told; telling it twice adds nothing. */
  readonly version: number;
  /** One line that names the item and what is done with it. */
  readonly line: string;
}

/** What one officer is told of one item, and how it is said when it is one of several. */
export interface OfficerNews {
  readonly officerId: string;
  /** Key of what is gathered with each other. */
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly item: GatheredItem;
  /** Title for several, and the sentence under the list. */
  readonly many: (count: number) => { readonly title: string; readonly end: string };
}

/** News that come within this time are one message, milliseconds. */
const gatherMs = 10 * 60_000;
/** A task runs again within this time, milliseconds. */
const tellAgainMs = 7 * 86_400_000;
/** Lines of a message; the rest stands in the list that it leads to. */
const mostLines = 20;

/**
 * Writes a message to an officer, or adds to the one of the same kind that is not ten minutes old: a batch of a hundred is one message
 * with its count. What was added makes it unread again. Running twice tells once.
 */
export async function gatherNews(
  tx: Tx,
  unit: Pick<Unit, 'unitId' | 'regionCode'>,
  news: OfficerNews,
  now: Date,
): Promise<void> {
  const { officerId, kind, item } = news;
  const told = await tx.query<{ gathered: GatheredItem[] }>(
    'gathered-told',
    `select gathered from message where subject_key = $1 and unit_id = $2 and officer_id = $3 and gathered @> $4::jsonb
       and created_at > $5::timestamptz`,
    [
      wholePlatform,
      unit.unitId,
      officerId,
      JSON.stringify([{ itemId: item.itemId }]),
      new Date(now.getTime() - tellAgainMs),
    ],
  );
  const isSame = (one: GatheredItem) => one.itemId === item.itemId;
  if (told.some((row) => row.gathered.some((one) => isSame(one) && one.version >= item.version))) return;
  // One row for each stretch of time: two at once meet in its key.
  const messageId = derivedId('gathered', officerId, kind, Math.floor(now.getTime() / gatherMs));
  const inApp = [
    { channel: 'in-app', state: 'delivered', at: now, receipt: null, error: null, attempts: 0, checks: 0 },
  ];
  await tx.change(
    'gathered-begin',
    `insert into message (subject_key, message_id, recipient, unit_id, region_code, officer_id, title, body, channels, created_at, gathered)
     values ($1, $2, 'officer', $3, $4, $5, '', '', $6, $7, '[]') on conflict (subject_key, message_id) do nothing`,
    [wholePlatform, messageId, unit.unitId, unit.regionCode, officerId, JSON.stringify(inApp), now],
  );
  const rows = await tx.query<{ message_id: string; gathered: GatheredItem[] }>(
    'gathered-lock',
    `select message_id, gathered from message where subject_key = $1 and message_id = $2 for update`,
    [wholePlatform, messageId],
  );
  const row = rows[0];
  if (!row) throw new Error(`no gathered message ${messageId}`);
  const gathered = [...row.gathered.filter((one) => !isSame(one)), item];
  const { title, body } = wordsOf(news, gathered);
  await tx.change(
    'gathered-add',
    `update message set title = $3, body = $4, gathered = $5, read_at = null where subject_key = $1 and message_id = $2`,
    [wholePlatform, row.message_id, title, body, JSON.stringify(gathered)],
  );
}

function wordsOf(news: OfficerNews, gathered: readonly GatheredItem[]): { title: string; body: string } {
  if (gathered.length === 1) return news;
  const { title, end } = news.many(gathered.length);
  const lines = gathered.slice(0, mostLines).map((one, index) => `${index + 1}. ${one.line}`);
  if (gathered.length > mostLines) lines.push(`……共 ${gathered.length} 件`);
  return { title, body: [...lines, end].join('\n') };
}
