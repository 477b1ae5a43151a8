import { Button, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReplyTo } from '../api.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAskPages } from '../office/ask.ts';
import { DueChip } from '../office/DueChip.tsx';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { LoadMore } from '../office/LoadMore.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { Page } from '../office/Page.tsx';
import { useOfficer } from '../office/session.ts';
import { dayText, shortDay } from '../office/when.ts';

type Reply = ReplyTo<'listSupervisedProposals'>;
type Line = Reply['items'][number];

const lists = {
  overdue: { label: '已超期', empty: '没有超期的提请。' },
  near: { label: '快到期', empty: '没有快到期的提请。' },
  waiting: { label: '全部等着的', empty: '没有等着审核、签发的提请。' },
} as const;

/** What waits for review or signature in the supervisor's region: figures by unit, each opening the list it counts. */
export function SupervisedProposals() {
  const [filters, change] = useFilters();
  const go = useGo();
  const { today } = useOfficer();
  const list = filters.list === 'near' || filters.list === 'overdue' ? filters.list : 'waiting';
  const query = useAskPages('listSupervisedProposals', { query: { list, unit: filters.unit } });
  const head = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="等着审核、签发的提请" intro={head && <Intro head={head} />} acts={<Back />}>
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
            label: `${one.unitName}（${one.regionName}）：等着 ${one.waiting}，快到期 ${one.near}，超期 ${one.overdue}`,
          }))}
          onChange={(unit?: string) => change({ unit })}
          style={{ minWidth: 320 }}
        />
      </search>
      <Loaded query={query} rows={8}>
        {() =>
          rows.length === 0 ? (
            <Nothing>{lists[list].empty}</Nothing>
          ) : (
            <>
              <OfficeTable<Line>
                name="supervised-proposals"
                caption="等着审核、签发的提请清单"
                fixedKeys={['due', 'subject']}
                columns={columnsFor(today, ({ item }) => go(`/items/${item.subjectKey}/${item.itemId}`))}
                dataSource={rows}
                rowKey={({ item }) => item.itemId}
              />
              <LoadMore query={query} shown={rows.length} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Back() {
  const go = useGo();
  return <Button onClick={() => go('/supervision')}>回到督办</Button>;
}

function Intro({ head: { asOf, total } }: { head: Reply }) {
  return (
    <>
      {dayText(asOf)}：等着 {total.waiting} 件，其中 2 个工作日以内到期 {total.near} 件，已超期 {total.overdue}{' '}
      件。提请不停止计时，期限是受理、决定的期限。
    </>
  );
}

function columnsFor(today: string, open: (line: Line) => void): ColumnsType<Line> {
  return [
    { key: 'due', title: '期限', width: 144, render: (_, { item }) => <DueChip due={item.due} today={today} /> },
    {
      key: 'subject',
      title: '主体和事项',
      render: (_, line) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => open(line)}>
            {line.item.subjectName}
          </button>
          <span className="quiet">
            {line.item.matterName} · {line.item.number}
          </span>
        </div>
      ),
    },
    { key: 'unit', title: '单位', render: (_, { item }) => item.unitName },
    {
      key: 'step',
      title: '等什么',
      render: (_, { actName, step }) => `${actName}：等待${step === 'review' ? '审核' : '签发'}`,
    },
    {
      key: 'on',
      title: '提请日期',
      className: 'figures',
      render: (_, { on, waited }) => `${shortDay(on)}（${waited} 个工作日）`,
    },
  ];
}
