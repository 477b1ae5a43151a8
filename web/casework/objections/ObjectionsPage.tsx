import '../desk.css';
import { Button, Grid } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { ObjectionSummary } from '#contract/objection-views.ts';
import { useFilters, useGo } from '../../office/address.ts';
import { useAskPages } from '../../office/ask.ts';
import { DueChip } from '../../office/DueChip.tsx';
import { KeysDialog } from '../../office/KeysDialog.tsx';
import { Loaded, Nothing } from '../../office/Loaded.tsx';
import { LoadMore } from '../../office/LoadMore.tsx';
import { OfficeTable } from '../../office/OfficeTable.tsx';
import { Page } from '../../office/Page.tsx';
import { useOfficer } from '../../office/session.ts';
import { useKeys } from '../../office/use-keys.ts';
import { shortDay } from '../../office/when.ts';
import { SignOffChip } from '../SignOffChip.tsx';
import { ObjectionPreview } from './ObjectionPreview.tsx';

/** Lists of objections at a desk. */
const lists = [
  { key: 'todo', label: '待我单位办', empty: '现在没有等着办的异议。' },
  { key: 'overdue', label: '已超期', empty: '没有超期的异议。' },
  { key: 'correcting', label: '等平台更正', empty: '没有在等平台更正的异议。' },
  { key: 'closed', label: '已办结', empty: '还没有办结的异议。' },
] as const;

const keyNames = [
  ['j', '下一件'],
  ['k', '上一件'],
  ['Enter', '打开这一件'],
  ['r', '刷新列表'],
] as const;

/** The unit's objections, the first due first; moved through with the keys of the queue. */
export function ObjectionsPage() {
  const [filters, setFilters] = useFilters();
  const go = useGo();
  const list = lists.find((one) => one.key === filters.list) ?? lists[0];
  const query = useAskPages('listUnitObjections', { query: { list: list.key } });
  const rows = query.data?.pages.flatMap((page) => page.objections) ?? [];
  const counts: Readonly<Record<string, number>> | undefined = query.data?.pages[0]?.counts;
  const [chosenId, choose] = useState<string | null>(null);
  const at = Math.max(
    0,
    rows.findIndex((one) => one.objectionId === chosenId),
  );
  const open = (it: ObjectionSummary) => go(`/objections/${it.subjectKey}/${it.objectionId}`, { list: list.key });
  const move = (by: number) => choose(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.objectionId ?? null);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => rows[at] && open(rows[at]),
    r: () => void query.refetch(),
  });
  return (
    <Page
      title="异议"
      intro="对公示内容、公示期限、列入、不予受理、不予修复提出的异议，和办件分开计时。"
      acts={
        <>
          <Button onClick={() => void query.refetch()} loading={query.isRefetching}>
            刷新
          </Button>
          <KeysDialog keys={keyNames}>{(show) => <Button onClick={show}>快捷键 ?</Button>}</KeysDialog>
        </>
      }
    >
      {(counts?.stuck ?? 0) > 0 && (
        <p className="chip chip-bad">! {counts!.stuck} 项给其他平台的通知停下了，打开那一件可以重发</p>
      )}
      <div className="desk">
        <nav className="desk-lists" aria-label="异议列表的种类">
          <ul>
            {lists.map((one) => (
              <li key={one.key}>
                <button
                  type="button"
                  className={one.key === list.key ? 'list-link list-here' : 'list-link'}
                  aria-current={one.key === list.key ? 'true' : undefined}
                  onClick={() => setFilters({ list: one.key })}
                >
                  <span>{one.label}</span>
                  <span className={one.key === 'overdue' && counts?.overdue ? 'count count-bad' : 'count'}>
                    {counts?.[one.key]}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <section className="desk-middle" aria-label="异议列表">
          <Loaded query={query} rows={8}>
            {() =>
              rows.length === 0 ? (
                <Nothing>{list.empty}</Nothing>
              ) : (
                <>
                  <ObjectionTable rows={rows} chosen={rows[at]?.objectionId ?? null} choose={choose} open={open} />
                  <LoadMore query={query} shown={rows.length} />
                </>
              )
            }
          </Loaded>
        </section>
        <ObjectionPreview it={rows[at] ?? null} open={open} />
      </div>
    </Page>
  );
}

function columnsFor(
  today: string,
  narrow: boolean,
  open: (it: ObjectionSummary) => void,
): ColumnsType<ObjectionSummary> {
  return [
    {
      key: 'due',
      title: '期限',
      width: narrow ? 112 : 144,
      render: (_, it) => <DueChip due={it.due} today={today} closed={it.closedOn !== null} />,
    },
    {
      key: 'subject',
      title: '主体和事由',
      render: (_, it) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => open(it)}>
            {it.subjectName}
          </button>
          {narrow && <span>{it.stateText}</span>}
          <SignOffChip item={it} />
          <span className="quiet">
            {it.groundText} · {it.docNumber}
          </span>
        </div>
      ),
    },
    { key: 'state', title: '状态', width: 130, responsive: ['sm'], render: (_, it) => it.stateText },
    {
      key: 'number',
      title: '异议编号',
      width: 190,
      className: 'figures',
      responsive: ['xxl'],
      render: (_, it) => it.number,
    },
    {
      key: 'openedOn',
      title: '提出日期',
      width: 128,
      className: 'figures',
      responsive: ['xxl'],
      render: (_, it) => shortDay(it.openedOn),
    },
  ];
}

function ObjectionTable(props: {
  rows: readonly ObjectionSummary[];
  chosen: string | null;
  choose: (id: string) => void;
  open: (it: ObjectionSummary) => void;
}) {
  const { today } = useOfficer();
  const narrow = Grid.useBreakpoint().sm === false;
  return (
    <OfficeTable<ObjectionSummary>
      name="objections"
      caption="异议列表"
      fixedKeys={['due', 'subject']}
      columns={columnsFor(today, narrow, props.open)}
      dataSource={props.rows}
      rowKey="objectionId"
      scroll={undefined}
      rowClassName={(it) => (it.objectionId === props.chosen ? 'row-chosen' : '')}
      onRow={(it) => ({
        onClick: () => props.choose(it.objectionId),
        onDoubleClick: () => props.open(it),
        'aria-current': it.objectionId === props.chosen ? 'true' : undefined,
      })}
    />
  );
}
