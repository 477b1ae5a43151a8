import './item.css';
import { Button } from 'antd';
import { useState } from 'react';
import type { AskedOpinionView } from '#contract/opinions.ts';
import { addressOf } from '../api.ts';
import { useFilters } from '../office/address.ts';
import { useAct, useAsk, useRequestId } from '../office/ask.ts';
import { Labelled } from '../office/Labelled.tsx';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { Page } from '../office/Page.tsx';
import { Refused } from '../office/Refused.tsx';
import { TextBox } from '../office/TextInput.tsx';
import { dayText } from '../office/when.ts';

const lists = [
  { key: 'open', label: '待答复', empty: '没有等着本单位答复的。' },
  { key: 'done', label: '已结束', empty: '还没有答复过。' },
] as const;

/** What other units ask of this one: question, facts, papers, and an answer. */
export function AskedOpinionsPage() {
  const [filters, setFilters] = useFilters();
  const list = lists.find((one) => one.key === filters.list) ?? lists[0];
  const asked = useAsk('listAskedOpinions', { query: { list: list.key } }, { refetchInterval: 30_000 });
  return (
    <Page title="征求意见" intro="其他单位办理信用修复时向本单位征求的意见。这里只有所问的事和一并给看的材料。">
      <nav className="parts" aria-label="征求意见的列表">
        {lists.map((one) => (
          <button
            key={one.key}
            type="button"
            className={one.key === list.key ? 'part part-here' : 'part'}
            aria-current={one.key === list.key ? 'true' : undefined}
            onClick={() => setFilters({ list: one.key })}
          >
            {one.label}
            {one.key === 'open' && asked.data && `（${asked.data.open}）`}
          </button>
        ))}
      </nav>
      <Loaded query={asked} rows={6}>
        {(it) =>
          it.opinions.length === 0 ? (
            <Nothing>{list.empty}</Nothing>
          ) : (
            <ul className="plain-list">
              {it.opinions.map((one) => (
                <li key={one.opinionId} className="line-card">
                  <Asked one={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Asked({ one }: { one: AskedOpinionView }) {
  const waits = one.standing === 'waiting' || one.standing === 'overdue';
  return (
    <article>
      <p>
        {one.standing === 'overdue' && <span className="chip chip-bad">! 已过答复日</span>}{' '}
        <strong>{one.fromUnit}</strong>　{dayText(one.askedOn)}征求，请于{dayText(one.dueOn)}前答复
      </p>
      <p className="prewrap">{one.question}</p>
      <dl className="facts">
        <dt>当事人</dt>
        <dd>{one.shown.subjectName}</dd>
        <dt>事项</dt>
        <dd>{one.shown.matterName}</dd>
        <dt>失信信息</dt>
        <dd>
          {one.shown.organName}　{one.shown.docNumber}　{dayText(one.shown.findingDate)}
          <br />
          {one.shown.plain}
        </dd>
      </dl>
      {one.files.map((file) => (
        <p key={file.attachmentId}>
          <a
            href={addressOf('readOpinionFile', {
              params: { subjectKey: one.subjectKey, opinionId: one.opinionId, attachmentId: file.attachmentId },
            })}
            target="_blank"
            rel="noopener"
          >
            {file.fileName}
          </a>
        </p>
      ))}
      {one.answer && <p className="prewrap">本单位答复：{one.answer}</p>}
      {one.standing === 'withdrawn' && (
        <p>
          <span className="chip chip-plain">已结束</span> {one.endedOn && dayText(one.endedOn)}
          结束，没有答复，也不用再答复：
          {one.withdrawnReason}
        </p>
      )}
      {waits && <Answer one={one} />}
    </article>
  );
}

function Answer({ one }: { one: AskedOpinionView }) {
  const [text, setText] = useState('');
  const give = useAct('giveOpinion', ['listAskedOpinions', 'countWaiting']);
  const requestId = useRequestId();
  return (
    <>
      <Labelled label={`答复${one.fromUnit}`}>
        {(id) => (
          <TextBox
            id={id}
            value={text}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 10 }}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
      <Refused error={give.error} />
      <Button
        type="primary"
        loading={give.isPending}
        onClick={() =>
          give.mutate(
            {
              params: { subjectKey: one.subjectKey, opinionId: one.opinionId },
              body: { requestId: requestId.current(), text },
            },
            { onSettled: (_, error) => requestId.answered(error ?? undefined) },
          )
        }
      >
        发出答复
      </Button>
    </>
  );
}
