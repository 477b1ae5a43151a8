import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { QueueView } from '#contract/queue.ts';
import { newRequestId } from '../api.ts';
import { ActDrawer } from '../office/ActDrawer.tsx';
import { useFilters } from '../office/address.ts';
import { useAct, useAsk } from '../office/ask.ts';
import { Labelled } from '../office/Labelled.tsx';
import { TextLine } from '../office/TextInput.tsx';
import { useKept } from '../office/use-kept.ts';
import { type QueueFilters, type QueueList, queueLists } from './queue.ts';

interface Props {
  readonly list: QueueList;
  readonly filters: QueueFilters;
  readonly show: (list: QueueList, filters: QueueFilters) => void;
}

const sameFilters = (a: QueueFilters, b: QueueFilters) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** 我的视图: a list with filters under a name, kept on the server; one of them may be what 办件 opens with. */
export function QueueViews({ list, filters, show }: Props) {
  const saved = useAsk('listQueueViews', {}, { staleTime: 60_000 });
  const views = saved.data?.views ?? [];
  const [open, setOpen] = useState<'new' | 'all' | null>(null);
  useDefaultView(saved.data?.views, show);
  const here = (view: QueueView) => view.list === list && sameFilters(view.filters, filters);
  return (
    <section className="desk-views" aria-label="我的视图">
      <h2>我的视图</h2>
      <ul>
        {views.map((view) => (
          <li key={view.viewId}>
            <button
              type="button"
              className={here(view) ? 'list-link list-here' : 'list-link'}
              aria-current={here(view) ? 'true' : undefined}
              onClick={() => show(view.list, view.filters)}
            >
              <span>{view.name}</span>
              {view.isDefault && <span className="quiet">默认</span>}
            </button>
          </li>
        ))}
      </ul>
      <p className="desk-view-acts">
        {!views.some(here) && (
          <Button size="small" onClick={() => setOpen('new')} disabled={!saved.data || views.length >= 30}>
            存为视图
          </Button>
        )}
        {views.length > 0 && (
          <Button size="small" onClick={() => setOpen('all')}>
            整理
          </Button>
        )}
      </p>
      {open === 'new' && <NewView list={list} filters={filters} views={views} close={() => setOpen(null)} />}
      {open === 'all' && <ArrangeViews views={views} close={() => setOpen(null)} />}
    </section>
  );
}

/** Opened without a list or filters, the desk shows the default view; once, so that one can leave it. */
function useDefaultView(views: readonly QueueView[] | undefined, show: Props['show']): void {
  const [address] = useFilters();
  const bare = useRef(Object.keys(address).length === 0);
  useEffect(() => {
    if (!views || !bare.current) return;
    bare.current = false;
    const first = views.find((one) => one.isDefault);
    if (first) show(first.list, first.filters);
  }, [views, show]);
}

function useSaveViews(close: () => void) {
  const client = useQueryClient();
  const act = useAct('saveQueueViews');
  const save = (views: readonly QueueView[]) =>
    act.mutate(
      { body: { views: [...views] } },
      {
        onSuccess: (answer) => {
          client.setQueryData(['listQueueViews', {}], answer);
          close();
        },
      },
    );
  return { save, busy: act.isPending, error: act.error };
}

function NewView({
  list,
  filters,
  views,
  close,
}: Omit<Props, 'show'> & { views: readonly QueueView[]; close: () => void }) {
  const draft = useKept('queue-view/new');
  const [name, setName] = draft.field('name', '');
  const [isDefault, setDefault] = draft.field('isDefault', false);
  const { save, busy, error } = useSaveViews(draft.over(close));
  const submit = () =>
    save([
      ...views.map((one) => ({ ...one, isDefault: one.isDefault && !isDefault })),
      { viewId: newRequestId(), name: name.trim(), list, filters, isDefault },
    ]);
  return (
    <ActDrawer
      draft={draft}
      title="存为视图"
      open
      close={close}
      verb="保存视图"
      busy={busy}
      error={error}
      submit={submit}
    >
      <p>
        记下现在的列表“{queueLists.find((one) => one.key === list)?.label}”
        {Object.keys(filters).length > 0 && '和筛选条件'}，只有您自己看到，换一台电脑也在。
      </p>
      <Labelled label="名称">
        {(id) => <TextLine id={id} value={name} maxLength={20} onChange={(event) => setName(event.target.value)} />}
      </Labelled>
      <Checkbox checked={isDefault} onChange={(event) => setDefault(event.target.checked)}>
        打开“办件”时先看它
      </Checkbox>
    </ActDrawer>
  );
}

function ArrangeViews({ views, close }: { views: readonly QueueView[]; close: () => void }) {
  const [kept, keep] = useState(views);
  const { save, busy, error } = useSaveViews(close);
  const change = (viewId: string, over: Partial<QueueView>) =>
    keep(kept.map((one) => (one.viewId === viewId ? { ...one, ...over } : one)));
  const up = (at: number) => keep([...kept.slice(0, at - 1), kept[at]!, kept[at - 1]!, ...kept.slice(at + 1)]);
  return (
    <ActDrawer title="整理视图" open close={close} verb="保存" busy={busy} error={error} submit={() => save(kept)}>
      <ul className="plain-list view-lines">
        {kept.map((view, at) => (
          <li key={view.viewId}>
            <TextLine
              aria-label={`视图“${view.name}”的名称`}
              value={view.name}
              maxLength={20}
              onChange={(event) => change(view.viewId, { name: event.target.value })}
            />
            <Checkbox
              checked={view.isDefault}
              onChange={(event) =>
                keep(kept.map((one) => ({ ...one, isDefault: event.target.checked && one.viewId === view.viewId })))
              }
            >
              默认
            </Checkbox>
            <Button size="small" disabled={at === 0} onClick={() => up(at)}>
              上移
            </Button>
            <Button size="small" danger onClick={() => keep(kept.filter((one) => one.viewId !== view.viewId))}>
              删除
            </Button>
          </li>
        ))}
      </ul>
      {kept.length === 0 && <p>保存后就没有视图了。</p>}
    </ActDrawer>
  );
}
