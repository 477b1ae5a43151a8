import { Button, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { NoticeRow } from '#contract/notice-queue.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAsk, useAskPages } from '../office/ask.ts';
import { Loaded } from '../office/Loaded.tsx';
import { LoadMore } from '../office/LoadMore.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { Page } from '../office/Page.tsx';
import { shortDay } from '../office/when.ts';

const ranges = [
  { value: 'all', label: '全部决定' },
  { value: 'made', label: '已制作告知书' },
  { value: 'served', label: '已送达' },
  { value: 'together', label: '同时送达' },
  { value: 'not-together', label: '没有同时送达' },
  { value: 'unserved', label: '还没有送达' },
  { value: 'unmade', label: '还没有制作' },
] as const;
type Range = (typeof ranges)[number]['value'];

/** The decisions behind a figure of 两书同达, with the filters in the address. */
export function ServedDecisionsPage() {
  const [filters, change] = useFilters();
  const go = useGo();
  const units = useAsk('listUnits', { query: { kind: 'authority' } }, { staleTime: 3_600_000 });
  const what: Range = ranges.find((one) => one.value === filters.what)?.value ?? 'all';
  const { from, to, region, unit } = filters;
  const list = useAskPages('listServedDecisions', { query: { from, to, region, unit, what } });
  const unitName = units.data?.units.find((one) => one.unitId === unit)?.name;
  return (
    <Page title="两书同达：决定清单" acts={<Button onClick={() => go('/supervision')}>回到督办</Button>}>
      <search className="filters">
        <Select aria-label="范围" value={what} options={[...ranges]} onChange={(value) => change({ what: value })} />
        {unit && (
          <Button onClick={() => change({ unit: undefined })} title="去掉单位条件">
            {unitName ?? '一个单位'} ×
          </Button>
        )}
        {region && (
          <Button onClick={() => change({ region: undefined })} title="去掉地区条件">
            所选地区 ×
          </Button>
        )}
        {(from || to) && (
          <Button onClick={() => change({ from: undefined, to: undefined })} title="去掉日期条件">
            {shortDay(from, '最早')}至{shortDay(to, '今天')} ×
          </Button>
        )}
      </search>
      <Loaded
        query={list}
        rows={10}
        isEmpty={(it) => (it.pages[0]?.rows.length ?? 0) === 0}
        emptyText="没有符合条件的决定。"
      >
        {(it) => {
          const rows = it.pages.flatMap((page) => page.rows);
          return (
            <>
              <OfficeTable<NoticeRow>
                name="served-decisions"
                caption="决定清单"
                fixedKeys={['decision']}
                columns={columns}
                dataSource={rows}
                rowKey="recordId"
              />
              <LoadMore query={list} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const columns: ColumnsType<NoticeRow> = [
  {
    key: 'decision',
    title: '决定',
    render: (_, it) => (
      <div className="two-lines">
        <strong>{it.docNumber}</strong>
        <span className="quiet">{it.plain}</span>
      </div>
    ),
  },
  { key: 'unit', title: '单位', render: (_, it) => it.unitName },
  { key: 'subject', title: '主体', render: (_, it) => it.subjectName },
  { key: 'finding', title: '决定日期', className: 'figures', render: (_, it) => shortDay(it.findingDate) },
  { key: 'recorded', title: '录入日期', className: 'figures', render: (_, it) => shortDay(it.recordedOn) },
  { key: 'notice', title: '告知书', render: (_, it) => it.noticeNumber ?? '没有制作' },
  {
    key: 'served',
    title: '送达',
    render: (_, it) => {
      if (!it.servedOn) return <span className="chip chip-attention">还没有送达</span>;
      const late = it.daysAfterDecision ?? 0;
      return (
        <span className={`chip chip-${late > 0 ? 'attention' : 'good'}`}>
          {late > 0 ? '！' : '✓'} {shortDay(it.servedOn)}
          {late > 0 ? `，晚 ${late} 天` : '，同时送达'}
        </span>
      );
    },
  },
];
