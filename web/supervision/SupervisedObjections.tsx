import { Button, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ObjectionSummary } from '#contract/objection-views.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAskPages } from '../office/ask.ts';
import { DueChip } from '../office/DueChip.tsx';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { LoadMore } from '../office/LoadMore.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { Page } from '../office/Page.tsx';
import { useOfficer } from '../office/session.ts';
import { dayText, shortDay } from '../office/when.ts';

/** 异议 in the supervisor's region: figures by unit, each opening the list it counts. */
export function SupervisedObjections() {
  const [filters, change] = useFilters();
  const go = useGo();
  const { today } = useOfficer();
  const list = filters.list === 'open' ? 'open' : 'overdue';
  const query = useAskPages('listSupervisedObjections', { query: { list, unit: filters.unit } });
  const head = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.objections) ?? [];
  return (
    <Page
      title="异议"
      intro={head && `${dayText(head.asOf)}：在办 ${head.open} 件，超期 ${head.overdue} 件。超期按条文写明的期限计算。`}
      acts={<Button onClick={() => go('/supervision')}>回到督办</Button>}
    >
      <search className="filters">
        <Select
          aria-label="范围"
          value={list}
          options={[
            { value: 'overdue', label: '已超期' },
            { value: 'open', label: '全部在办' },
          ]}
          onChange={(value: string) => change({ list: value })}
        />
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          value={filters.unit}
          options={(head?.units ?? []).map((one) => ({
            value: one.unitId,
            label: `${one.unitName}（${one.regionName}）：在办 ${one.open}，超期 ${one.overdue}`,
          }))}
          onChange={(unit?: string) => change({ unit })}
          style={{ minWidth: 280 }}
        />
      </search>
      <Loaded query={query} rows={8}>
        {() =>
          rows.length === 0 ? (
            <Nothing>{list === 'overdue' ? '没有超期的异议。' : '没有在办的异议。'}</Nothing>
          ) : (
            <>
              <OfficeTable<ObjectionSummary>
                name="supervised-objections"
                caption="异议清单"
                fixedKeys={['due', 'subject']}
                columns={columnsFor(today, (it) => go(`/objections/${it.subjectKey}/${it.objectionId}`))}
                dataSource={rows}
                rowKey="objectionId"
              />
              <LoadMore query={query} shown={rows.length} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function columnsFor(today: string, open: (it: ObjectionSummary) => void): ColumnsType<ObjectionSummary> {
  return [
    { key: 'due', title: '期限', width: 144, render: (_, it) => <DueChip due={it.due} today={today} /> },
    {
      key: 'subject',
      title: '主体和事由',
      render: (_, it) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => open(it)}>
            {it.subjectName}
          </button>
          <span className="quiet">
            {it.groundText} · {it.docNumber}
          </span>
        </div>
      ),
    },
    { key: 'unit', title: '单位', render: (_, it) => it.unitName },
    { key: 'state', title: '状态', render: (_, it) => it.stateText },
    { key: 'openedOn', title: '提出日期', className: 'figures', render: (_, it) => shortDay(it.openedOn) },
  ];
}
