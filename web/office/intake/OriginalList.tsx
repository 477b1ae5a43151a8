import { Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { diffDays } from '#domain/plain-date.ts';
import type { ReplyTo } from '../../api.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct, useAsk, useAskPages } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { useOfficer } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { dayText, momentText, shortDay } from '../when.ts';
import { OriginalsSheet } from './OriginalsSheet.tsx';
import { noReceiver, type Receiver, ReceiverFields, receiverBody } from './ReceiverFields.tsx';

type Original = ReplyTo<'listOriginals'>['originals'][number];
const standings = {
  overdue: ['超过归还日期', 'chip chip-bad'],
  due: ['今天归还', 'chip chip-attention'],
  kept: ['留存', 'chip'],
  returned: ['已归还', 'chip chip-good'],
} as const;

/** No list is longer on paper: what stands there is gone through by hand. */
const pagesOnPaper = 40;

/** Originals not yet given back, the overdue ones first; those of one application are given back together. */
export function OriginalList() {
  const [list, setList] = useState<'kept' | 'returned'>('kept');
  const query = useAskPages('listOriginals', { query: { list } });
  const [returning, setReturning] = useState<readonly Original[] | null>(null);
  const [printing, setPrinting] = useState(false);
  const print = async () => {
    flushSync(() => setPrinting(true));
    let { hasNextPage } = query;
    for (let page = 1; hasNextPage && page < pagesOnPaper; page += 1) {
      const next = await query.fetchNextPage();
      hasNextPage = next.hasNextPage && !next.isFetchNextPageError;
    }
    flushSync(() => setPrinting(false));
    window.print();
  };
  return (
    <>
      <div className="originals-screen row-acts">
        <Segmented
          value={list}
          onChange={(value) => setList(value === 'returned' ? 'returned' : 'kept')}
          options={[
            { value: 'kept', label: '没有归还的' },
            { value: 'returned', label: '已经归还的' },
          ]}
        />
        <Button loading={printing} onClick={() => void print()}>
          打印清单
        </Button>
      </div>
      {list === 'kept' && <Overdue />}
      <Loaded
        query={query}
        isEmpty={(it) => (it.pages[0]?.originals.length ?? 0) === 0}
        emptyText={list === 'kept' ? '本窗口没有留存的原件。' : '还没有归还过原件。'}
      >
        {(it) => {
          const all = it.pages.flatMap((page) => page.originals);
          return (
            <>
              <div className="originals-screen">
                <ul className="plain-list originals" aria-label="原件">
                  {all.map((one) => (
                    <Line
                      key={one.originalId}
                      one={one}
                      giveBack={() => setReturning(all.filter((other) => other.applicationId === one.applicationId))}
                    />
                  ))}
                </ul>
                <LoadMore query={query} shown={all.length} />
              </div>
              <OriginalsSheet originals={all} list={list} more={query.hasNextPage} />
            </>
          );
        }}
      </Loaded>
      {returning && <ReturnDrawer originals={returning} close={() => setReturning(null)} />}
    </>
  );
}

/** What the window owes today: nobody else reminds it, and no message goes to the visitor for it. */
function Overdue() {
  const { data } = useAsk('getWindowDesk', {});
  if (!data || data.originalsOverdue === 0) return null;
  return (
    <p className="originals-screen originals-owed" role="status">
      <strong>{data.originalsOverdue} 份超过了回执上写的归还日期</strong>
      ，排在最前。请打电话约来访人来取；平台不会为这件事通知来访人。
    </p>
  );
}

function Line({ one, giveBack }: { one: Original; giveBack: () => void }) {
  const { today } = useOfficer();
  const [word, chip] = standings[one.standing];
  return (
    <li className="line-card line-split">
      <div>
        <p>
          <span className={chip}>
            {word}
            {one.standing === 'overdue' && ` ${diffDays(one.returnBy, today)} 天`}
          </span>{' '}
          <strong>{one.name}</strong> {one.pages} 页，{one.place}
        </p>
        <p className="quiet">
          {one.subjectName} <span className="figures">{one.applicationNumber}</span> · 电话 {one.phone} ·{' '}
          {shortDay(one.keptOn)}留存（{one.keptBy}），
          {one.returned
            ? `${momentText(one.returned.at)}还给${one.returned.to}${one.returned.document ? `（${one.returned.document}）` : ''}，经手人${one.returned.by}`
            : `最迟${dayText(one.returnBy)}归还`}
        </p>
      </div>
      {!one.returned && (
        <Button onClick={giveBack} aria-label={`归还：${one.name}（${one.applicationNumber}）`}>
          归还
        </Button>
      )}
    </li>
  );
}

function ReturnDrawer({ originals, close }: { originals: readonly Original[]; close: () => void }) {
  const act = useAct('returnOriginals', ['listOriginals', 'getWindowDesk', 'getVisit']);
  const draft = useKept(`${originals[0]?.applicationId}/give-back`);
  const [ticked, setTicked] = draft.field<readonly string[]>(
    'ticked',
    originals.map((one) => one.originalId),
  );
  const [receiver, setReceiver] = draft.field<Receiver>('receiver', noReceiver);
  const subjectKey = originals[0]?.subjectKey ?? '';
  return (
    <ActDrawer
      draft={draft}
      title={`归还原件：${originals[0]?.subjectName ?? ''}`}
      open
      close={close}
      verb="记下已归还"
      busy={act.isPending}
      error={act.error}
      submit={() =>
        act.mutate(
          { params: { subjectKey }, body: { originalIds: [...ticked], ...receiverBody(receiver) } },
          { onSuccess: draft.over(close) },
        )
      }
    >
      <ul className="tight">
        {originals.map((one) => (
          <li key={one.originalId}>
            <Checkbox
              checked={ticked.includes(one.originalId)}
              onChange={(event) =>
                setTicked(
                  event.target.checked ? [...ticked, one.originalId] : ticked.filter((id) => id !== one.originalId),
                )
              }
            >
              {one.name} {one.pages} 页（{one.place}）
            </Checkbox>
          </li>
        ))}
      </ul>
      <ReceiverFields value={receiver} change={(part) => setReceiver((was) => ({ ...was, ...part }))} />
    </ActDrawer>
  );
}
