import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MessageView } from '#contract/notice.ts';
import { LoginGate } from '../access/LoginGate.tsx';
import { call } from '../api.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { InstantText } from '../ui/DateText.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { StopReminding } from './StopReminding.tsx';

/** 消息: what was told, when, and by which ways it was sent. */
export function Messages() {
  return (
    <LoginGate title="消息" why="消息里有您的办理情况。">
      {() => <List />}
    </LoginGate>
  );
}

const step = 15;

function List() {
  const [shown, setShown] = useState(step);
  const messages = useQuery({ queryKey: ['messages'], queryFn: () => call('listMessages') });
  return (
    <Page title="消息" lead={messages.data && messages.data.unread > 0 ? `${messages.data.unread} 条未读` : undefined}>
      <Loaded query={messages}>
        {(reply) =>
          reply.messages.length === 0 ? (
            <EmptyState title="还没有消息">
              <p>申请的每一步有了结果，都会在这里告诉您，同时发短信。</p>
              <Link to="/applications">看我的申请</Link>
            </EmptyState>
          ) : (
            <ul className="plain stack">
              {reply.messages.slice(0, shown).map((message) => (
                <Message key={message.messageId} message={message} />
              ))}
              {reply.messages.length > shown && (
                <li>
                  <Button kind="secondary" onClick={() => setShown(shown + step)}>
                    看更早的（还有 {reply.messages.length - shown} 条）
                  </Button>
                </li>
              )}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Message({ message }: { message: MessageView }) {
  const queries = useQueryClient();
  const { subjectKey, applicationId, itemId, messageId, recordIds } = message;
  const read = async () => {
    await call('readMessage', { params: { subjectKey, messageId } });
    await queries.invalidateQueries({ queryKey: ['messages'] });
  };
  return (
    <li className="card" style={{ maxWidth: 'none' }}>
      <h2>
        {!message.readAt && <span className="tag tag-info">未读</span>} {message.title}
      </h2>
      <p style={{ whiteSpace: 'pre-line' }}>{message.body}</p>
      <p className="small">
        <InstantText at={message.createdAt} />
        {message.channels.map((channel) => (
          <span key={channel.channel}>
            {' '}
            · {channel.name}：{channel.stateText}
          </span>
        ))}
      </p>
      <div className="row">
        {recordIds.length > 0 && (
          <Link
            className={buttonClass('secondary')}
            to="/repair/$subjectKey/$recordIds"
            params={{ subjectKey, recordIds: recordIds.join(',') }}
            onClick={() => void (message.readAt ?? read())}
          >
            现在申请
          </Link>
        )}
        {recordIds.length > 0 && <StopReminding subjectKey={subjectKey} recordIds={recordIds} />}
        {applicationId && (
          <Link
            to={
              itemId ? '/applications/$subjectKey/$applicationId/$itemId' : '/applications/$subjectKey/$applicationId'
            }
            params={{ subjectKey, applicationId, ...(itemId ? { itemId } : {}) } as never}
            onClick={() => void (message.readAt ?? read())}
          >
            去看看
          </Link>
        )}
        {!message.readAt && (
          <Button kind="quiet" onClick={() => void read()}>
            标为已读
          </Button>
        )}
      </div>
    </li>
  );
}
