import './desk.css';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAsk, useAskPages } from '../office/ask.ts';
import { KeyHelp } from '../office/KeyHelp.tsx';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { LoadMore } from '../office/LoadMore.tsx';
import { Page } from '../office/Page.tsx';
import { useKeys } from '../office/use-keys.ts';
import { OpenQuestions } from './OpenQuestions.tsx';
import { QueuePreview } from './QueuePreview.tsx';
import { QueueTable } from './QueueTable.tsx';
import { type QueueList, queueListOf, queueLists } from './queue.ts';

const keyNames = [
  ['j', '下一件'],
  ['k', '上一件'],
  ['Enter', '打开这一件'],
  ['/', '查找'],
  ['r', '刷新列表'],
  ['?', '显示或收起快捷键'],
] as const;

/** The desk of a unit: lists with counts, the list, and a preview of the line in hand. */
export function QueuePage() {
  const [filters, setFilters] = useFilters();
  const list = queueListOf(filters.list);
  const query = useAskPages('listQueue', { query: { list, matter: filters.matter, q: filters.q } });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const counts = query.data?.pages[0]?.counts;
  const { chosen, choose } = useChosen(items, query.isFetchingNextPage ? () => {} : () => void query.fetchNextPage());
  const [help, showHelp] = useState(false);
  const open = useOpenItem(list);
  useKeys({
    j: () => choose(1),
    k: () => choose(-1),
    Enter: () => chosen && open(chosen),
    '/': () => document.getElementById('queue-search')?.focus(),
    r: () => void query.refetch(),
    '?': () => showHelp(!help),
  });
  const empty = queueLists.find((one) => one.key === list)!.empty;
  return (
    <Page
      title="办件"
      intro="打开这一页就记为本单位今天已经查询。"
      acts={
        <>
          <Button onClick={() => void query.refetch()} loading={query.isRefetching}>
            刷新
          </Button>
          <Button onClick={() => showHelp(!help)} aria-expanded={help}>
            快捷键 ?
          </Button>
        </>
      }
    >
      {help && <KeyHelp keys={keyNames} />}
      <OpenQuestions />
      <div className="desk">
        <QueueListNav list={list} counts={counts} choose={(next) => setFilters({ list: next })} />
        <section className="desk-middle" aria-label="办件列表">
          <QueueFilters filters={filters} change={setFilters} />
          <Loaded query={query} rows={10}>
            {() =>
              items.length === 0 ? (
                <Nothing>{filters.q || filters.matter ? '没有符合条件的件，换个条件再查。' : empty}</Nothing>
              ) : (
                <>
                  <QueueTable items={items} chosen={chosen} choose={(item) => choose(item)} open={open} />
                  <LoadMore query={query} shown={items.length} />
                </>
              )
            }
          </Loaded>
        </section>
        <QueuePreview item={chosen} open={open} />
      </div>
    </Page>
  );
}

/** The line in hand: moved by keys or a click, kept by its id while the list refreshes. */
function useChosen(items: readonly ItemSummary[], more: () => void) {
  const [id, setId] = useState<string | null>(null);
  const at = Math.max(
    0,
    items.findIndex((one) => one.itemId === id),
  );
  const choose = (to: number | ItemSummary) => {
    if (typeof to !== 'number') return setId(to.itemId);
    if (at + to >= items.length) more();
    const next = items[Math.min(items.length - 1, Math.max(0, at + to))];
    if (next) setId(next.itemId);
  };
  return { chosen: items[at] ?? null, choose };
}

function useOpenItem(list: QueueList) {
  const go = useGo();
  const client = useQueryClient();
  return (item: ItemSummary) => {
    void client.invalidateQueries({ queryKey: ['getItem'] });
    go(`/items/${item.subjectKey}/${item.itemId}`, { list });
  };
}

function QueueListNav(props: { list: QueueList; counts?: Record<string, number>; choose: (list: QueueList) => void }) {
  return (
    <nav className="desk-lists" aria-label="队列">
      <ul>
        {queueLists.map((one) => {
          const count = props.counts?.[one.key];
          return (
            <li key={one.key}>
              <button
                type="button"
                className={one.key === props.list ? 'list-link list-here' : 'list-link'}
                aria-current={one.key === props.list ? 'true' : undefined}
                onClick={() => props.choose(one.key)}
              >
                <span>{one.label}</span>
                <span
                  className={one.key === 'overdue' && count ? 'count count-bad' : count === undefined ? '' : 'count'}
                >
                  {count}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function QueueFilters(props: {
  filters: Record<string, string>;
  change: (next: Record<string, string | undefined>) => void;
}) {
  const matters = useAsk('listMatters', { query: {} }, { staleTime: 3_600_000 });
  const [text, setText] = useState(props.filters.q ?? '');
  useEffect(() => setText(props.filters.q ?? ''), [props.filters.q]);
  return (
    <search className="filters">
      <Input.Search
        id="queue-search"
        aria-label="查找主体名称或办件编号"
        placeholder="主体名称或办件编号"
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={(q) => props.change({ q: q.trim() })}
      />
      <Select
        aria-label="按事项筛选"
        placeholder="全部事项"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={props.filters.matter || undefined}
        options={matters.data?.matters.map((one) => ({ value: one.matterKey, label: one.name })) ?? []}
        onChange={(matter?: string) => props.change({ matter })}
      />
    </search>
  );
}
