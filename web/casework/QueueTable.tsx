import type { ColumnsType } from 'antd/es/table';
import { useEffect, useMemo } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import { DueChip } from '../office/DueChip.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { useOfficer } from '../office/session.ts';
import { shortDay } from '../office/when.ts';
import { changeSince, seenVersions } from './queue.ts';
import { SignOffChip } from './SignOffChip.tsx';

interface Props {
  readonly items: readonly ItemSummary[];
  readonly chosen: ItemSummary | null;
  readonly choose: (item: ItemSummary) => void;
  readonly open: (item: ItemSummary) => void;
  /** Ids of the ticked lines. */
  readonly picked: readonly string[];
  readonly pick: (itemIds: readonly string[]) => void;
}

const changeWords = { new: '未看', changed: '有变化', same: '' } as const;

function columnsFor(today: string, open: (item: ItemSummary) => void): ColumnsType<ItemSummary> {
  const seen = seenVersions();
  return [
    {
      key: 'due',
      title: '期限',
      width: 144,
      render: (_, it) => <DueChip due={it.due} today={today} closed={it.closedOn !== null} />,
    },
    {
      key: 'subject',
      title: '主体和事项',
      className: 'queue-subject',
      render: (_, it) => {
        const change = changeWords[changeSince(it, seen)];
        return (
          <div className="two-lines">
            <span className="inline-gap">
              <button type="button" className="link strong" onClick={() => open(it)}>
                {it.subjectName}
              </button>
              {change && <span className="mark-new">{change}</span>}
            </span>
            <span className="quiet queue-record" title={`${it.matterName} · ${it.docNumber}`}>
              <span>{it.matterName}</span>
              <span> · {it.docNumber}</span>
            </span>
            <span className="quiet only-narrow">{it.holder ? `承办人 ${it.holder.name}` : '还没有承办人'}</span>
          </div>
        );
      },
    },
    { key: 'state', title: '状态', width: 112, responsive: ['sm'], render: (_, it) => <StateCell it={it} /> },
    {
      key: 'number',
      title: '办件编号',
      width: 210,
      className: 'figures',
      responsive: ['xxl'],
      render: (_, it) => it.number,
    },
    {
      key: 'openedOn',
      title: '提交日期',
      width: 128,
      className: 'figures',
      responsive: ['xxl'],
      render: (_, it) => shortDay(it.openedOn),
    },
    { key: 'holder', title: '承办人', width: 96, responsive: ['lg'], render: (_, it) => it.holder?.name ?? '待分派' },
  ];
}

function StateCell({ it }: { it: ItemSummary }) {
  return (
    <div className="two-lines">
      <span>{it.stateText}</span>
      <SignOffChip item={it} />
    </div>
  );
}

/** The list of a desk: due chip first, the line in hand marked, the name opens the item. */
export function QueueTable({ items, chosen, choose, open, picked, pick }: Props) {
  const { today } = useOfficer();
  const columns = useMemo(() => columnsFor(today, open), [today, open, items]);
  useEffect(() => {
    if (chosen) document.querySelector(`tr[data-row-key="${chosen.itemId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <OfficeTable<ItemSummary>
      name="queue"
      caption="办件列表"
      fixedKeys={['due', 'subject']}
      columns={columns}
      dataSource={items}
      rowKey="itemId"
      scroll={undefined}
      rowSelection={{
        selectedRowKeys: [...picked],
        onChange: (keys) => pick(keys as string[]),
        columnWidth: 36,
        getCheckboxProps: (it) => ({ 'aria-label': `选中 ${it.subjectName} ${it.number}` }) as object,
        getTitleCheckboxProps: () => ({ 'aria-label': '选中列出的全部' }),
      }}
      rowClassName={(it) => (it.itemId === chosen?.itemId ? 'row-chosen' : '')}
      onRow={(it) => ({
        onClick: () => choose(it),
        onDoubleClick: () => open(it),
        'aria-current': it.itemId === chosen?.itemId ? 'true' : undefined,
      })}
    />
  );
}
