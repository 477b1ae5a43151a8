import type { Config } from '../platform/config.ts';
import type { Tx } from '../platform/database.ts';
import { longestSms } from './message-words.ts';
import { findQueuedOf, listCarried, type MessageRow, updateChannels } from './notice-store.ts';
import type { Brief, MessageChannel, OutsideWords } from './tell.ts';

/**
 * What happened to items of one application and has not gone out yet becomes one text: the earliest message carries it, the others say
 * with which they went. In the platform each stays a message of its own. The grouping is written before anything is sent, so that a
 * second try sends the very same text under the same key.
 */
export async function gatherTexts(tx: Tx, config: Pick<Config, 'publicUrl'>, message: MessageRow): Promise<void> {
  const { subject_key: subjectKey, application_id: applicationId } = message;
  if (applicationId === null) return;
  const { number, rows } = await findQueuedOf(tx, subjectKey, applicationId);
  const page = `${config.publicUrl}/applications/${subjectKey}/${applicationId}`;
  const changed = new Map<string, MessageChannel[]>();
  const channelsOf = (row: MessageRow) => changed.get(row.message_id) ?? row.channels;
  for (const name of ['ganfutong', 'sms'] as const) {
    const free = (row: MessageRow) => channelsOf(row).find((one) => one.channel === name && isFree(one))?.words;
    const groups = Map.groupBy(
      rows.filter((row) => free(row)),
      (row) => free(row)!.to,
    );
    for (const group of groups.values()) {
      const [carrier, ...carried] = group as [MessageRow, ...MessageRow[]];
      // Whatever else is alone waits for its own job: it may still find company.
      if (carried.length === 0 && carrier.message_id !== message.message_id) continue;
      const words =
        carried.length > 0
          ? together(
              number,
              group.map((row) => free(row)!),
              page,
            )
          : free(carrier)!;
      const replace = (row: MessageRow, how: Partial<MessageChannel>) =>
        changed.set(
          row.message_id,
          channelsOf(row).map((one) => (one.channel === name ? { ...one, ...how } : one)),
        );
      replace(carrier, { carries: group.length, words });
      for (const row of carried) replace(row, { sentWith: carrier.message_id });
    }
  }
  for (const [messageId, channels] of changed) await updateChannels(tx, subjectKey, messageId, channels);
}

/** The words for all of a group: to one number or account, opening the application instead of one item. */
function together(number: string, all: readonly OutsideWords[], page: string): OutsideWords {
  const { to, link } = all[0]!;
  const text = gatheredText(
    number,
    all.map((one) => one.brief!),
  );
  return { to, text, ...(link ? { link: page, title: `您的申请有 ${all.length} 项进展` } : {}) };
}

/** Queued, never tried, in no group yet, and with a short form. */
function isFree({ state, attempts, sentWith, carries, words }: MessageChannel): boolean {
  return state === 'queued' && attempts === 0 && !sentWith && !carries && words?.brief !== undefined;
}

/** What became of a carrier holds for those that went with it: the receipt is the proof of each. */
export async function tellCarried(tx: Tx, carrier: MessageRow, channels: readonly MessageChannel[]): Promise<void> {
  if (!channels.some((one) => (one.carries ?? 0) > 1)) return;
  for (const row of await listCarried(tx, carrier.subject_key, carrier.message_id)) {
    const own = row.channels.map((one) => {
      const told = channels.find((other) => other.channel === one.channel);
      if (!told || one.sentWith !== carrier.message_id) return one;
      return { ...one, state: told.state, at: told.at, receipt: told.receipt, error: told.error };
    });
    await updateChannels(tx, row.subject_key, row.message_id, own);
  }
}

/** Texts that ask something come first, in full; the others are named by what happened. What does not fit is counted. */
export function gatheredText(number: string, briefs: readonly Brief[]): string {
  const asking = briefs.filter((one) => one.ask).map((one) => `${one.title}（${one.about}），${one.ask}`);
  const rest = Map.groupBy(
    briefs.filter((one) => !one.ask),
    (one) => one.title,
  );
  const named = [...rest].map(
    ([title, all]) => `${title}${all.length > 1 ? `${all.length}项` : ''}（${all.map((one) => one.about).join('、')}）`,
  );
  const head = `【江西信用修复】您的申请${number}有${briefs.length}项进展：`;
  const end = '详情和文书请登录查看，也可以用申请编号和查询码在“查进度”里看。';
  const parts: string[] = [];
  for (const part of [...asking, ...named]) {
    const line = part.replace(/[。；]+$/, '');
    const length = head.length + end.length + [...parts, line].join('；').length + 12;
    if (length <= longestSms) parts.push(line);
  }
  const left = asking.length + named.length - parts.length;
  return `${head}${parts.join('；')}${left > 0 ? `；另有${left}类见平台` : ''}。${end}`;
}
