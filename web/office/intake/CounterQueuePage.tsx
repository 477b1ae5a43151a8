import './counter.css';
import { Badge, Tabs } from 'antd';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Page } from '../Page.tsx';
import { HandOverList } from './HandOverList.tsx';
import { OriginalList } from './OriginalList.tsx';
import { WindowObjections } from './objections/WindowObjections.tsx';
import { ReturnList } from './ReturnList.tsx';
import { WhoIsTold } from './WhoIsTold.tsx';

/** What came back to this window: papers to be brought, results to hand out, hand-overs to answer, originals to give back. */
export function CounterQueuePage() {
  const [filters, change] = useFilters();
  const desk = useAsk('getWindowDesk', {}, { refetchInterval: 60_000 });
  const objections = useAsk('listWindowObjections', { query: {} }, { refetchInterval: 60_000 });
  const counted = (label: string, count: number | undefined, attention = false) => (
    <span>
      {label}{' '}
      <Badge
        count={count ?? 0}
        showZero
        title={`${count ?? 0} 件`}
        {...(attention ? {} : { className: 'badge-plain' })}
      />
    </span>
  );
  const { data } = desk;
  return (
    <Page title="窗口待办" intro={data ? `${data.unitName}。${data.scope}` : undefined}>
      <Tabs
        activeKey={filters.list ?? 'corrections'}
        onChange={(list) => change({ list })}
        destroyOnHidden
        items={[
          {
            key: 'corrections',
            label: counted('要补正的', data?.corrections, (data?.corrections ?? 0) > 0),
            children: <ReturnList list="corrections" />,
          },
          {
            key: 'results',
            label: counted('要发放的结果', data?.results, (data?.results ?? 0) > 0),
            children: <ReturnList list="results" />,
          },
          {
            key: 'hand-overs',
            label: counted('窗口移交', data?.handOvers, (data?.handOvers ?? 0) > 0),
            children: <HandOverList />,
          },
          {
            key: 'originals',
            label: counted('没有归还的原件', data?.originals, (data?.originalsOverdue ?? 0) > 0),
            children: <OriginalList />,
          },
          {
            key: 'objections',
            label: counted('代收的异议', objections.data?.counts.open),
            children: <WindowObjections />,
          },
          { key: 'who-is-told', label: '谁收到什么通知', children: <WhoIsTold /> },
        ]}
      />
    </Page>
  );
}
