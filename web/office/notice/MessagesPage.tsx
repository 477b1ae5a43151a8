import { Button } from 'antd';
import type { MessageView } from '#contract/notice.ts';
import { useGo } from '../address.ts';
import { useAct, useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { Page } from '../Page.tsx';
import { momentText } from '../when.ts';

/** What the person was told: urgings, corrections handed in, results. */
export function MessagesPage() {
  const query = useAsk('listMessages', {}, { refetchInterval: 60_000 });
  return (
    <Page title="消息" intro={query.data ? `${query.data.unread} 条未读` : undefined}>
      <Loaded
        query={query}
        isEmpty={(it) => it.messages.length === 0}
        emptyText="没有消息。催办和申请人的补正会发到这里。"
      >
        {(it) => (
          <ul className="plain-list messages">
            {it.messages.map((one) => (
              <Message key={one.messageId} message={one} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

function Message({ message }: { message: MessageView }) {
  const read = useAct('readMessage', ['listMessages']);
  const go = useGo();
  const mark = () =>
    !message.readAt && read.mutate({ params: { subjectKey: message.subjectKey, messageId: message.messageId } });
  const [only] = message.gathered;
  const opens = message.gathered.length === 1 && only ? only : message.itemId ? message : null;
  return (
    <li className={message.readAt ? 'card' : 'card message-unread'}>
      <h2>
        {!message.readAt && <span className="mark-new">未读</span>} {message.title}
      </h2>
      <p className="prewrap prose">{message.body}</p>
      <p className="quiet">{momentText(message.createdAt)}</p>
      <div className="page-acts">
        {opens && (
          <Button
            size="small"
            onClick={() => {
              mark();
              go(`/items/${opens.subjectKey}/${opens.itemId}`);
            }}
          >
            打开办件
          </Button>
        )}
        {message.gathered.length > 1 && (
          <Button
            size="small"
            onClick={() => {
              mark();
              go('/sign-off');
            }}
          >
            打开审核签发
          </Button>
        )}
        {!message.readAt && (
          <Button size="small" onClick={mark} loading={read.isPending}>
            标为已读
          </Button>
        )}
      </div>
    </li>
  );
}
