import { Button, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { ListedOrder } from '#contract/record-order-views.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAskPages } from '../office/ask.ts';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { LoadMore } from '../office/LoadMore.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { Page } from '../office/Page.tsx';
import { OrderDrawer } from '../office/record/orders/OrderDrawer.tsx';
import { OrderDue } from '../office/record/orders/OrderDue.tsx';
import { dayText, shortDay } from '../office/when.ts';
import { UrgeOrderDrawer } from './UrgeOrderDrawer.tsx';

const lists = {
  overdue: { label: '已超期', empty: '没有超期的处置。' },
  near: { label: '快到期', empty: '没有快到期的处置。' },
  open: { label: '全部在办', empty: '没有在办的处置。' },
} as const;

/** 信息处置 in the supervisor's region: figures by unit, each opening the list it counts; each line can be urged. */
export function SupervisedOrders() {
  const [filters, change] = useFilters();
  const go = useGo();
  const list = filters.list === 'near' || filters.list === 'open' ? filters.list : 'overdue';
  const query = useAskPages('listSupervisedOrders', { query: { list, unit: filters.unit } });
  const [chosen, choose] = useState<string | null>(null);
  const [urging, urge] = useState<ListedOrder | null>(null);
  const head = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.orders) ?? [];
  const open = rows.find((one) => one.orderId === chosen);
  return (
    <Page
      title="信息处置"
      intro={
        head &&
        `${dayText(head.asOf)}：在办 ${head.total.open} 项，其中 2 个工作日以内到期 ${head.total.near} 项，已超期 ${head.total.overdue} 项。条文没有写日数的不算超期。`
      }
      acts={<Button onClick={() => go('/supervision')}>回到督办</Button>}
    >
      <search className="filters">
        <Select
          aria-label="范围"
          value={list}
          options={(Object.keys(lists) as (keyof typeof lists)[]).map((value) => ({
            value,
            label: `${lists[value].label}${head ? `（${head.total[value]}）` : ''}`,
          }))}
          onChange={(value: string) => change({ list: value })}
          style={{ minWidth: 160 }}
        />
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          value={filters.unit}
          options={(head?.units ?? []).map((one) => ({
            value: one.unitId,
            label: `${one.unitName}（${one.regionName}）：在办 ${one.open}，快到期 ${one.near}，超期 ${one.overdue}`,
          }))}
          onChange={(unit?: string) => change({ unit })}
          style={{ minWidth: 'min(320px, 100%)' }}
        />
      </search>
      <Loaded query={query} rows={8}>
        {() =>
          rows.length === 0 ? (
            <Nothing>{lists[list].empty}</Nothing>
          ) : (
            <>
              <OfficeTable<ListedOrder>
                name="supervised-orders"
                caption="信息处置清单"
                stacks
                fixedKeys={['due', 'what', 'act']}
                columns={columnsFor((it) => choose(it.orderId), urge)}
                dataSource={rows}
                rowKey="orderId"
              />
              <LoadMore query={query} shown={rows.length} />
            </>
          )
        }
      </Loaded>
      {open && <OrderDrawer order={open} mayAct={false} close={() => choose(null)} />}
      {urging && <UrgeOrderDrawer order={urging} close={() => urge(null)} />}
    </Page>
  );
}

function columnsFor(open: (it: ListedOrder) => void, urge: (it: ListedOrder) => void): ColumnsType<ListedOrder> {
  return [
    { key: 'due', title: '期限', render: (_, it) => <OrderDue order={it} /> },
    {
      key: 'what',
      title: '处置',
      render: (_, it) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => open(it)}>
            {it.name}
          </button>
          <span className="quiet">{it.stateText}</span>
        </div>
      ),
    },
    {
      key: 'subject',
      title: '主体',
      render: (_, it) => (
        <div className="two-lines">
          <span>{it.subjectName}</span>
          <span className="quiet">{it.docNumber}</span>
        </div>
      ),
    },
    { key: 'unit', title: '单位', render: (_, it) => it.unitName },
    { key: 'opened', title: '开始', className: 'figures', render: (_, it) => shortDay(it.openedOn) },
    {
      key: 'act',
      title: '催办',
      render: (_, it) => (
        <div className="two-lines">
          <span>
            <Button
              size="small"
              aria-label={`催办${it.unitName}：${it.subjectName}，${it.name}`}
              onClick={() => urge(it)}
            >
              催办
            </Button>
          </span>
          {it.urgings.length > 0 && <span className="quiet">已催办 {it.urgings.length} 次</span>}
        </div>
      ),
    },
  ];
}
