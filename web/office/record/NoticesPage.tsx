import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useFilters, useGo } from '../address.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { Page } from '../Page.tsx';
import { countText } from '../when.ts';
import { NoticeBatches } from './NoticeBatches.tsx';
import { NoticeTable } from './NoticeTable.tsx';

const stages = [
  { value: 'unserved', label: '待送达' },
  { value: 'outdated', label: '有新版的' },
  { value: 'unmade', label: '没有告知书的' },
  { value: 'served', label: '已送达' },
  { value: 'later', label: '晚于决定书送达' },
] as const;
type Stage = (typeof stages)[number]['value'];

const emptyTexts: Readonly<Record<Stage, string>> = {
  unserved: '没有待送达的告知书，都送达了。',
  outdated: '待送达的告知书都是最新的版本。',
  unmade: '每条决定都有告知书了。',
  served: '还没有登记过送达。',
  later: '没有晚于决定书送达的。',
};

/** 两书同达: the unit's decisions whose notice has still to be served, the oldest first; served and printed many at once. */
export function NoticesPage() {
  const [filters, change] = useFilters();
  const go = useGo();
  const stage: Stage = stages.find((one) => one.value === filters.stage)?.value ?? 'unserved';
  const query = { stage, q: filters.q, matter: filters.matter, from: filters.from, to: filters.to };
  const list = useAskPages('listNotices', { query });
  const first = list.data?.pages[0];
  return (
    <Page
      title="两书同达"
      intro={
        first &&
        `待送达 ${countText(first.waiting)} 条。决定日期在近 ${first.madeForDays} 天以内的，录入后自动制作告知书，和决定书一并送达。`
      }
      acts={
        <Button type="primary" onClick={() => go('/records/new')}>
          登记一条决定
        </Button>
      }
    >
      <search className="filters">
        <Select<Stage>
          aria-label="范围"
          value={stage}
          options={[...stages]}
          onChange={(value) => change({ stage: value === 'unserved' ? undefined : value })}
        />
        <Input.Search
          key={filters.q}
          aria-label="查找主体名称、代码或文书号"
          placeholder="主体名称、代码或文书号"
          allowClear
          defaultValue={filters.q}
          onSearch={(q) => change({ q: q.trim() })}
        />
        <MatterFilter value={filters.matter} change={(matter) => change({ matter })} />
        <DayField label="决定日期从" inline value={filters.from ?? ''} change={(from) => change({ from })} />
        <DayField label="到" inline value={filters.to ?? ''} change={(to) => change({ to })} />
      </search>
      <Printing>
        {(watch) => (
          <Loaded
            query={list}
            rows={10}
            isEmpty={(it) => (it.pages[0]?.rows.length ?? 0) === 0}
            emptyText={filters.q || filters.from || filters.to ? '没有符合条件的决定。' : emptyTexts[stage]}
          >
            {(it) => {
              const rows = it.pages.flatMap((page) => page.rows);
              return (
                <>
                  <NoticeTable rows={rows} stage={stage} printing={watch} />
                  <LoadMore query={list} shown={rows.length} />
                </>
              );
            }}
          </Loaded>
        )}
      </Printing>
    </Page>
  );
}

function MatterFilter({ value, change }: { value: string | undefined; change: (matter?: string) => void }) {
  const matters = useAsk('listMatters', { query: {} }, { staleTime: 3_600_000 });
  return (
    <Select
      aria-label="事项"
      placeholder="全部事项"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value || undefined}
      options={matters.data?.matters.map((one) => ({ value: one.matterKey, label: one.name })) ?? []}
      onChange={(matter?: string) => change(matter)}
    />
  );
}

/** Printed batches stand above the list as soon as one was ordered. */
function Printing({ children }: { children: (watch: () => void) => React.ReactNode }) {
  const [open, show] = useState(false);
  return (
    <>
      {!open && (
        <p>
          <Button size="small" onClick={() => show(true)}>
            看最近的批量打印
          </Button>
        </p>
      )}
      {open && <NoticeBatches />}
      {children(() => show(true))}
    </>
  );
}
