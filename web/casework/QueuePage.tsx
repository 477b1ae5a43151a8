import './desk.css';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAskPages } from '../office/ask.ts';
import { KeysDialog } from '../office/KeysDialog.tsx';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { LoadMore } from '../office/LoadMore.tsx';
import { Page } from '../office/Page.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { useKeys } from '../office/use-keys.ts';
import { OpenQuestions } from './OpenQuestions.tsx';
import { QueueFilterBar } from './QueueFilterBar.tsx';
import { QueueNav } from './QueueNav.tsx';
import { QueuePreview } from './QueuePreview.tsx';
import { QueueTable } from './QueueTable.tsx';
import { addressOf, filtersOf, type QueueFilters, type QueueList, queueListOf, queueLists } from './queue.ts';
import { forgetTrail } from './reading/use-trail.ts';
import { PickedItems } from './team/PickedItems.tsx';
import { useHolding } from './team/use-holding.tsx';

const keyNames = [
  ['j', '下一件'],
  ['k', '上一件'],
  ['Enter', '打开这一件'],
  ['c', '认领或接手这一件'],
  ['a', '分派这一件（负责人）'],
  ['x', '选中或取消选中'],
  ['/', '查找'],
  ['r', '刷新列表'],
] as const;

/** The desk of a unit: lists with counts, the list, and a preview of the line in hand. */
export function QueuePage() {
  const [address, setAddress] = useFilters();
  useEffect(forgetTrail, []);
  const list = queueListOf(address.list);
  const filters = useMemo(() => filtersOf(address), [address]);
  const query = useAskPages('listQueue', { query: { list, ...filters } });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const first = query.data?.pages[0];
  const { chosen, choose } = useChosen(items, query.isFetchingNextPage ? () => {} : () => void query.fetchNextPage());
  const { picked, pick, toggle } = usePicked(list, items);
  const show = useCallback(
    (next: QueueList, narrowed: QueueFilters) => setAddress(addressOf(next, narrowed)),
    [setAddress],
  );
  const officer = useOfficer();
  const holding = useHolding();
  const open = useOpenItem(list, filters);
  useKeys({
    j: () => choose(1),
    k: () => choose(-1),
    Enter: () => chosen && open(chosen),
    c: () => chosen && holding.claim(chosen),
    a: () => chosen && hasRole(officer, ['head']) && holding.assign(chosen),
    x: () => chosen && toggle(chosen),
    '/': () => document.getElementById('queue-search')?.focus(),
    r: () => void query.refetch(),
  });
  const empty = queueLists.find((one) => one.key === list)!.empty;
  return (
    <Page
      title="办件"
      intro={<Intro standsInFor={first?.standsInFor ?? []} />}
      acts={
        <>
          <Button onClick={() => void query.refetch()} loading={query.isRefetching}>
            刷新
          </Button>
          <KeysDialog keys={keyNames}>{(show) => <Button onClick={show}>快捷键 ?</Button>}</KeysDialog>
        </>
      }
    >
      <OpenQuestions />
      <div className="desk">
        <QueueNav
          list={list}
          filters={filters}
          counts={first?.counts}
          choose={(next) => setAddress({ list: next })}
          show={show}
        />
        <section className="desk-middle" aria-label="办件列表">
          <QueueFilterBar filters={filters} change={setAddress} />
          <PickedItems items={items.filter((one) => picked.includes(one.itemId))} done={() => pick([])} />
          <Loaded query={query} rows={10}>
            {() =>
              items.length === 0 ? (
                <Nothing>
                  {Object.keys(filters).length > 0 ? '这个列表里没有符合条件的件，换个条件或者换个列表再查。' : empty}
                </Nothing>
              ) : (
                <>
                  <QueueTable
                    items={items}
                    chosen={chosen}
                    choose={(item) => choose(item)}
                    open={open}
                    picked={picked}
                    pick={pick}
                  />
                  <LoadMore query={query} shown={items.length} />
                </>
              )
            }
          </Loaded>
        </section>
        <QueuePreview item={chosen} open={open} holding={holding} />
      </div>
      {holding.drawer}
    </Page>
  );
}

function Intro({ standsInFor }: { standsInFor: readonly { officerId: string; name: string }[] }) {
  return (
    <>
      打开这一页就记为本单位今天已经查询。
      {standsInFor.length > 0 && (
        <strong>今天您代{standsInFor.map((one) => one.name).join('、')}办理，名下的件也在“我的”里。</strong>
      )}
    </>
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

/** Ticked lines of this list; those that went out of it are no longer ticked. */
function usePicked(list: QueueList, items: readonly ItemSummary[]) {
  const [kept, keep] = useState<{ list: QueueList; ids: readonly string[] }>({ list, ids: [] });
  const picked = kept.list === list ? kept.ids.filter((id) => items.some((one) => one.itemId === id)) : [];
  const pick = (ids: readonly string[]) => keep({ list, ids });
  const toggle = ({ itemId }: ItemSummary) =>
    pick(picked.includes(itemId) ? picked.filter((id) => id !== itemId) : [...picked, itemId]);
  return { picked, pick, toggle };
}

function useOpenItem(list: QueueList, filters: QueueFilters) {
  const go = useGo();
  const client = useQueryClient();
  return (item: ItemSummary) => {
    void client.invalidateQueries({ queryKey: ['getItem'] });
    go(`/items/${item.subjectKey}/${item.itemId}`, { list, ...filters });
  };
}
