import { Button } from 'antd';
import { useState } from 'react';
import type { ReplyTo } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAct, useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { Refused } from '../Refused.tsx';
import { TextLine } from '../TextInput.tsx';
import { momentText } from '../when.ts';

type HandOver = ReplyTo<'listHandOvers'>['handOvers'][number];
type Answer = HandOver['may'][number];
const verbs: Readonly<Record<Answer, string>> = { accepted: '接收', declined: '退回', 'taken-back': '收回' };

/** Hand-overs to and from this window: those that wait for an answer first, then the history. */
export function HandOverList() {
  const query = useAsk('listHandOvers', {});
  return (
    <Loaded
      query={query}
      isEmpty={(it) => it.handOvers.length === 0}
      emptyText="没有窗口之间的移交。要把一份申请交给别的窗口跟进，请打开它的回执，按“移交给别的窗口”。"
    >
      {(it) => (
        <ul className="plain-list">
          {it.handOvers.map((one) => (
            <Line key={one.handOverId} one={one} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Line({ one }: { one: HandOver }) {
  const act = useAct('answerHandOver', [
    'listHandOvers',
    'getWindowDesk',
    'listWindowApplications',
    'listWindowReturns',
  ]);
  const [note, setNote] = useState('');
  const go = useGo();
  const { subjectKey, handOverId } = one;
  return (
    <li className="line-card">
      <p>
        <strong>{one.subjectName}</strong> <span className="figures">{one.applicationNumber}</span>{' '}
        <span className="quiet">{one.answerText}</span>
      </p>
      <p>
        {momentText(one.askedAt)} {one.fromName}（{one.askedBy}）移交{one.toName}：{one.reason}
        {one.withOriginals && '（原件一并移交）'}
      </p>
      {one.answeredAt && (
        <p className="quiet">
          {momentText(one.answeredAt)} {one.answerText}（{one.answeredBy}）{one.note}
        </p>
      )}
      <Refused error={act.error} />
      <div className="line-acts">
        {one.may.map((answer) => (
          <Button
            key={answer}
            type={answer === 'accepted' ? 'primary' : 'default'}
            loading={act.isPending}
            aria-label={`${verbs[answer]}：${one.applicationNumber}`}
            onClick={() => act.mutate({ params: { subjectKey, handOverId }, body: { answer, note } })}
          >
            {verbs[answer]}
          </Button>
        ))}
        {one.may.includes('declined') && (
          <TextLine
            aria-label="退回原因"
            placeholder="退回时写明原因"
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        {one.answer === 'accepted' && (
          <Button onClick={() => go(`/window/${subjectKey}/receipt/${one.applicationId}`)}>整份申请</Button>
        )}
      </div>
    </li>
  );
}
