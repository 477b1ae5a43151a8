import type { ReplyOf } from '#contract/endpoint.ts';
import type { listMessages as listContract, MessageView } from '#contract/notice.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkSubject, isAgent, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Scope } from '../platform/database.ts';
import { countUnread, listMessageRows, type MessageRow, type Reader, recordRead } from './notice-store.ts';
import type { MessageChannel } from './tell.ts';

const channelNames: Readonly<Record<MessageChannel['channel'], string>> = {
  'in-app': '站内消息',
  sms: '短信',
  ganfutong: '赣服通',
};

function stateText(channel: MessageChannel): string {
  switch (channel.state) {
    case 'queued':
      return channel.error === null ? '等待发送' : '暂时没有发出，正在重试';
    case 'sent':
      return channel.error === null ? '已发出，等待送达回执' : `已发出（${channel.error}）`;
    case 'delivered':
      return '已送达';
    case 'failed':
      return `未送达：${channel.error ?? '原因不明'}`;
  }
}

function toMessageView(row: MessageRow): MessageView {
  return {
    messageId: row.message_id,
    subjectKey: row.subject_key,
    applicationId: row.application_id,
    itemId: row.item_id,
    recordIds: row.record_ids ?? [],
    title: row.title,
    body: row.body,
    createdAt: row.created_at,
    readAt: row.read_at,
    gathered: (row.gathered ?? []).map(({ subjectKey, itemId, line }) => ({ subjectKey, itemId, text: line })),
    channels: row.channels.map((one) => ({
      channel: one.channel,
      name: channelNames[one.channel],
      state: one.state,
      stateText: stateText(one),
      at: one.at,
    })),
  };
}

/** In which capacities somebody reads: an officer who also stands at a window reads both kinds. */
function readersOf(actor: Actor): { reader: Reader; scope: Scope }[] {
  if (actor.kind === 'guest') return [];
  if (actor.kind === 'applicant')
    return [
      {
        reader: {
          as: 'applicant',
          subjectKeys: actor.subjects.map((one) => one.subjectKey),
          agentOf: actor.subjects.filter((one) => isAgent(actor, one.subjectKey)).map((one) => one.subjectKey),
        },
        scope: scopeOf(actor),
      },
    ];
  const { unitId } = actor.unit;
  const unit: { reader: Reader; scope: Scope } = {
    reader: { as: 'unit', unitId, officerId: actor.officerId },
    scope: { sees: 'unit', unit: unitId },
  };
  const window: { reader: Reader; scope: Scope } = {
    reader: { as: 'window', unitId },
    scope: { sees: 'window', unit: unitId },
  };
  return [
    ...(actor.roles.includes('officer') ? [unit] : []),
    ...(actor.roles.includes('window-clerk') ? [window] : []),
  ];
}

/** Messages for whoever asks, newest first, at most 100, with the number of unread ones among all. */
export async function readMessages(services: Services, actor: Actor): Promise<ReplyOf<typeof listContract>> {
  const messages: MessageRow[] = [];
  let unread = 0;
  for (const { reader, scope } of readersOf(actor)) {
    const [rows, count] = await services.db.read(scope, async (tx) => [
      await listMessageRows(tx, reader),
      await countUnread(tx, reader),
    ]);
    messages.push(...rows);
    unread += count;
  }
  messages.sort((a, b) => (a.created_at < b.created_at ? 1 : a.created_at > b.created_at ? -1 : 0));
  return { messages: messages.slice(0, 100).map(toMessageView), unread };
}

/** Marks a message as read; a second time changes nothing. */
export async function markRead(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly messageId: string },
): Promise<MessageView | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const at = services.clock.now();
  for (const { reader, scope } of readersOf(actor)) {
    const row = await services.db.transaction(scope, (tx) => recordRead(tx, reader, { ...key, at }));
    if (row) return isRefusal(row) ? row : toMessageView(row);
  }
  return refuse('not-found', 'message-not-found', '没有找到这条消息。');
}
