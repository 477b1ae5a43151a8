import { Button } from 'antd';
import { useState } from 'react';
import type { ReplyTo } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { DueChip } from '../DueChip.tsx';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { useOfficer } from '../session.ts';
import { CorrectDrawer } from './CorrectDrawer.tsx';
import { HandOutDrawer } from './HandOutDrawer.tsx';

type Return = ReplyTo<'listWindowReturns'>['returns'][number];

const emptyTexts = {
  corrections: '现在没有要补正的。办理单位要求补正时会出现在这里，同时短信通知来访人。',
  results: '现在没有要发放的结果。有结果时会出现在这里，同时短信通知来访人。',
} as const;

/** Items that wait for something from the visitor, or results that nobody has been given. */
export function ReturnList({ list }: { list: 'corrections' | 'results' }) {
  const query = useAskPages('listWindowReturns', { query: { list } });
  const [open, setOpen] = useState<Return | null>(null);
  return (
    <>
      <Loaded query={query} isEmpty={(it) => (it.pages[0]?.returns.length ?? 0) === 0} emptyText={emptyTexts[list]}>
        {(it) => {
          const all = it.pages.flatMap((page) => page.returns);
          return (
            <>
              <ul className="plain-list">
                {all.map((one) => (
                  <Line key={one.item.itemId} one={one} list={list} open={() => setOpen(one)} />
                ))}
              </ul>
              <LoadMore query={query} shown={all.length} />
            </>
          );
        }}
      </Loaded>
      {open && list === 'corrections' && <Correcting one={open} close={() => setOpen(null)} />}
      {open && list === 'results' && <HandOutDrawer one={open} close={() => setOpen(null)} />}
    </>
  );
}

function Line({ one, list, open }: { one: Return; list: 'corrections' | 'results'; open: () => void }) {
  const { today } = useOfficer();
  const go = useGo();
  const { item } = one;
  // In an outside system the correction is made there; the window tells the visitor.
  const against = item.state === 'declined' || item.state === 'refused';
  const here = list === 'results' || item.state === 'correcting';
  return (
    <li className="line-card line-split">
      <div>
        <p>
          <strong>{item.subjectName}</strong> <span className="figures">{item.number}</span>{' '}
          <span className="quiet">电话 {one.phone}</span>
        </p>
        <p>
          {list === 'corrections' && <DueChip due={item.due} today={today} closed={false} />} {item.matterName}：
          {item.stateText}
        </p>
        <p className="quiet">{item.yourTurn ?? item.unitName}</p>
      </div>
      <div className="line-acts">
        {here && (
          <Button
            type="primary"
            onClick={open}
            aria-label={`${list === 'results' ? '发放结果' : '代交补正材料'}：${item.number}`}
          >
            {list === 'results' ? '发放结果' : '代交补正材料'}
          </Button>
        )}
        {against && (
          <Button
            onClick={() => go(`/window/${item.subjectKey}/objection`, { record: item.recordId, item: item.itemId })}
            aria-label={`代提异议：${item.number}`}
          >
            代提异议
          </Button>
        )}
        <Button onClick={() => go(`/window/${item.subjectKey}/receipt/${item.applicationId}`)}>整份申请</Button>
        <Button type="link" onClick={() => go(`/items/${item.subjectKey}/${item.itemId}`)}>
          查看
        </Button>
      </div>
    </li>
  );
}

function Correcting({ one, close }: { one: Return; close: () => void }) {
  const { subjectKey, itemId } = one.item;
  const view = useAsk('getItem', { params: { subjectKey, itemId } });
  return view.data ? <CorrectDrawer view={view.data} close={close} done={close} /> : null;
}
