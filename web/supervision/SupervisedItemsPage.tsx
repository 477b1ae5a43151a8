import { Button, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import { addressOf } from '../api.ts';
import { UrgeDrawer } from '../casework/acts/UrgeDrawer.tsx';
import { SignOffChip } from '../casework/SignOffChip.tsx';
import { useFilters, useGo } from '../office/address.ts';
import { useAsk, useAskPages } from '../office/ask.ts';
import { DueChip } from '../office/DueChip.tsx';
import { Loaded } from '../office/Loaded.tsx';
import { LoadMore } from '../office/LoadMore.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { Page } from '../office/Page.tsx';
import { SaveFile } from '../office/SaveFile.tsx';
import { useOfficer } from '../office/session.ts';
import { shortDay } from '../office/when.ts';

const ranges = [
  { value: 'all', label: '全部' },
  { value: 'open', label: '在办' },
  { value: 'overdue', label: '超期未办' },
  { value: 'due-soon', label: '快到期' },
  { value: 'closed', label: '办结' },
  { value: 'on-time', label: '按时办结' },
  { value: 'late', label: '逾期办结' },
] as const;
type Range = (typeof ranges)[number]['value'];

/** The items behind a figure, with the filters in the address and an export of exactly this list. */
export function SupervisedItemsPage() {
  const [filters, change] = useFilters();
  const go = useGo();
  const what: Range = ranges.find((one) => one.value === filters.what)?.value ?? 'all';
  const query = {
    from: filters.from,
    to: filters.to,
    region: filters.region,
    unit: filters.unit,
    matter: filters.matter,
    what,
  };
  const items = useAskPages('listSupervisedItems', { query });
  return (
    <Page
      title="办件清单"
      acts={
        <>
          <Button onClick={() => go('/supervision')}>回到督办</Button>
          <SaveFile address={addressOf('exportSupervisedItems', { query })} fallback="办件清单.csv">
            导出这份清单（CSV）
          </SaveFile>
        </>
      }
    >
      <ItemFilters filters={filters} what={what} change={change} />
      <Loaded
        query={items}
        rows={10}
        isEmpty={(it) => (it.pages[0]?.items.length ?? 0) === 0}
        emptyText="没有符合条件的办件。"
      >
        {(it) => {
          const all = it.pages.flatMap((page) => page.items);
          return (
            <>
              <Items items={all} />
              <LoadMore query={items} shown={all.length} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface FilterProps {
  readonly filters: Record<string, string>;
  readonly what: Range;
  readonly change: (next: Record<string, string | undefined>) => void;
}

function ItemFilters({ filters, what, change }: FilterProps) {
  const regions = useAsk('listRegions', {}, { staleTime: 3_600_000 });
  const matters = useAsk('listMatters', { query: {} }, { staleTime: 3_600_000 });
  const units = useAsk('listUnits', { query: { kind: 'authority' } }, { staleTime: 3_600_000 });
  const unitName = units.data?.units.find((one) => one.unitId === filters.unit)?.name;
  return (
    <search className="filters">
      <Select aria-label="范围" value={what} options={[...ranges]} onChange={(value) => change({ what: value })} />
      <Select
        aria-label="地区"
        placeholder="全部地区"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filters.region || undefined}
        options={regions.data?.regions.map((one) => ({ value: one.code, label: one.name })) ?? []}
        onChange={(region?: string) => change({ region })}
      />
      <Select
        aria-label="事项"
        placeholder="全部事项"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filters.matter || undefined}
        options={matters.data?.matters.map((one) => ({ value: one.matterKey, label: one.name })) ?? []}
        onChange={(matter?: string) => change({ matter })}
      />
      {filters.unit && (
        <Button onClick={() => change({ unit: undefined })} title="去掉单位条件">
          {unitName ?? '一个单位'} ×
        </Button>
      )}
      {(filters.from || filters.to) && (
        <Button onClick={() => change({ from: undefined, to: undefined })} title="去掉日期条件">
          {shortDay(filters.from, '最早')}至{shortDay(filters.to, '今天')} ×
        </Button>
      )}
    </search>
  );
}

function Items({ items }: { items: readonly ItemSummary[] }) {
  const { today } = useOfficer();
  const go = useGo();
  const [urging, urge] = useState<ItemSummary | null>(null);
  const columns: ColumnsType<ItemSummary> = [
    {
      key: 'due',
      title: '期限',
      render: (_, it) => <DueChip due={it.due} today={today} closed={it.closedOn !== null} />,
    },
    {
      key: 'subject',
      title: '主体和事项',
      render: (_, it) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => go(`/items/${it.subjectKey}/${it.itemId}`)}>
            {it.subjectName}
          </button>
          <span className="quiet">{it.matterName}</span>
        </div>
      ),
    },
    { key: 'unit', title: '办理单位', render: (_, it) => it.unitName },
    {
      key: 'state',
      title: '状态',
      render: (_, it) => (
        <>
          {it.stateText} <SignOffChip item={it} />
        </>
      ),
    },
    { key: 'holder', title: '承办人', render: (_, it) => it.holder?.name ?? '—' },
    { key: 'number', title: '办件编号', className: 'figures', render: (_, it) => it.number },
    { key: 'opened', title: '提交日期', className: 'figures', render: (_, it) => shortDay(it.openedOn) },
    { key: 'closed', title: '办结日期', className: 'figures', render: (_, it) => shortDay(it.closedOn) },
    {
      key: 'act',
      title: '处理',
      fixed: 'right',
      render: (_, it) =>
        !it.closedOn && (
          <Button size="small" aria-label={`催办：${it.subjectName}`} onClick={() => urge(it)}>
            催办
          </Button>
        ),
    },
  ];
  return (
    <>
      <OfficeTable<ItemSummary>
        name="supervised"
        caption="办件清单"
        fixedKeys={['due', 'subject', 'act']}
        columns={columns}
        dataSource={items}
        rowKey="itemId"
      />
      {urging && <UrgeDrawer view={{ summary: urging }} close={() => urge(null)} done={() => urge(null)} />}
    </>
  );
}
