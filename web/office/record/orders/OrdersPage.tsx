import { Button, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { ReplyTo } from '../../../api.ts';
import { useFilters } from '../../address.ts';
import { useAskPages } from '../../ask.ts';
import { Loaded } from '../../Loaded.tsx';
import { LoadMore } from '../../LoadMore.tsx';
import { OfficeTable } from '../../OfficeTable.tsx';
import { Page } from '../../Page.tsx';
import { hasRole, useOfficer } from '../../session.ts';
import { shortDay } from '../../when.ts';
import { DeregisterDrawer } from './DeregisterDrawer.tsx';
import { OrderDrawer } from './OrderDrawer.tsx';
import { OrderDue } from './OrderDue.tsx';
import { RenameDrawer } from './RenameDrawer.tsx';

type Listed = ReplyTo<'listOrders'>['orders'][number];

const lists = [
  { value: 'open', label: '在办', empty: '现在没有在办的处置。' },
  { value: 'asked', label: '等单位决定', empty: '没有等着决定的申请。' },
  { value: 'overdue', label: '已超期', empty: '没有超期的处置。' },
  { value: 'stuck', label: '平台没有收到', empty: '没有停下的通知，平台都收到了。' },
  { value: 'done', label: '已办结', empty: '还没有办结的处置。' },
] as const;

/** 信息处置: what happens to records beside their repair; of the unit, or of the region for those who supervise it. */
export function OrdersPage() {
  const [filters, change] = useFilters();
  const officer = useOfficer();
  const { value: list, empty } = lists.find((one) => one.value === filters.list) ?? lists[0];
  const query = useAskPages('listOrders', { query: { list } });
  const counts: Readonly<Record<string, number>> | undefined = query.data?.pages[0]?.counts;
  const [chosen, choose] = useState<string | null>(null);
  const [entering, enter] = useState<'deregister' | 'rename' | null>(null);
  const mine = hasRole(officer, ['officer']);
  const all = query.data?.pages.flatMap((page) => page.orders) ?? [];
  const open = all.find((one) => one.orderId === chosen);
  return (
    <Page
      title="信息处置"
      intro="修复以外的变动：决定被撤销或者变更、重整和解期间屏蔽、期满停止公示、主体注销、撤销修复。逐条的在“失信信息”里登记。"
      acts={
        mine && (
          <>
            <Button onClick={() => enter('deregister')}>登记主体注销</Button>
            <Button onClick={() => enter('rename')}>登记更名</Button>
          </>
        )
      }
    >
      <search className="filters">
        <Select
          aria-label="清单"
          value={list}
          options={lists.map((one) => ({
            value: one.value,
            label: counts ? `${one.label}（${counts[one.value] ?? 0}）` : one.label,
          }))}
          onChange={(value: string) => change({ list: value })}
          style={{ minWidth: 180 }}
        />
        <Button onClick={() => change({ list: list === 'done' ? 'open' : 'done' })}>
          {list === 'done' ? `看在办的 ${counts?.open ?? 0} 项` : `看已办结的 ${counts?.done ?? 0} 项`}
        </Button>
        {(['overdue', 'stuck'] as const)
          .filter((one) => one !== list && (counts?.[one] ?? 0) > 0)
          .map((one) => (
            <Button key={one} danger onClick={() => change({ list: one })}>
              ! {lists.find(({ value }) => value === one)?.label} {counts?.[one]} 项
            </Button>
          ))}
      </search>
      <Loaded query={query} rows={8} isEmpty={(it) => (it.pages[0]?.orders.length ?? 0) === 0} emptyText={empty}>
        {() => (
          <>
            <Orders rows={all} ownOnly={mine} choose={choose} />
            <LoadMore query={query} shown={all.length} />
          </>
        )}
      </Loaded>
      {open && <OrderDrawer order={open} mayAct={mine} close={() => choose(null)} />}
      {entering === 'deregister' && <DeregisterDrawer close={() => enter(null)} />}
      {entering === 'rename' && <RenameDrawer close={() => enter(null)} />}
    </Page>
  );
}

function Orders({
  rows,
  ownOnly,
  choose,
}: {
  rows: readonly Listed[];
  ownOnly: boolean;
  choose: (orderId: string) => void;
}) {
  const columns: ColumnsType<Listed> = [
    {
      key: 'due',
      title: '期限',
      render: (_, it) => <OrderDue order={it} />,
    },
    {
      key: 'what',
      title: '处置',
      render: (_, it) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => choose(it.orderId)}>
            {it.name}
          </button>
          <span className="quiet">
            {it.stateText} · {it.from}
          </span>
        </div>
      ),
    },
    {
      key: 'subject',
      title: '主体',
      render: (_, it) => (
        <div className="two-lines">
          <span>{it.subjectName}</span>
          <span className="quiet">
            {it.matterName} · {it.docNumber}
            {!ownOnly && ` · ${it.unitName}`}
          </span>
        </div>
      ),
    },
    {
      key: 'effects',
      title: '平台回执',
      render: (_, it) => <Receipts order={it} />,
    },
    {
      key: 'opened',
      title: '开始',
      responsive: ['lg'],
      className: 'figures',
      render: (_, it) => shortDay(it.openedOn),
    },
  ];
  return (
    <OfficeTable<Listed>
      name="record-orders"
      stacks
      caption="信息处置清单"
      fixedKeys={['due', 'what']}
      columns={columns}
      dataSource={rows}
      rowKey="orderId"
    />
  );
}

/** How far the platforms are: nobody is told before there is a decision. */
function Receipts({ order: { state, effects } }: { order: Listed }) {
  if (state === 'asked') return <span className="quiet">决定后通知</span>;
  if (effects.length === 0) return <span className="quiet">不用通知</span>;
  const confirmed = effects.filter((one) => one.state === 'confirmed').length;
  const stuck = effects.filter((one) => one.state === 'stuck').length;
  return (
    <div className="two-lines">
      <span>
        {effects.length} 个平台，{confirmed} 个已确认
      </span>
      {stuck > 0 && (
        <span>
          <span className="chip chip-bad">! {stuck} 个没有收到</span>
        </span>
      )}
    </div>
  );
}
