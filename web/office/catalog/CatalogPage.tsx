import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { MatterView } from '#contract/catalog.ts';
import type { ReplyTo } from '../../api.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Loaded } from '../Loaded.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { dayText, momentText, shortDay } from '../when.ts';
import { ChangeDrawer } from './ChangeDrawer.tsx';
import { MatterDrawer } from './MatterDrawer.tsx';

type Change = ReplyTo<'listMatterChanges'>['changes'][number];

const receivers = { 'credit-china': '信用中国', 'market-platform': '市场监管平台', court: '执行法院' } as const;
export const limitText = (days: number | null): string => (days === null ? '没有规定' : `${days} 个工作日`);

/** The catalogue as of a day, and its changes: filed at least one month before their day. */
export function CatalogPage() {
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const on = filters.on ?? officer.today;
  const matters = useAsk('listMatters', { query: { on } }, { keep: true });
  const [filing, file] = useState(false);
  return (
    <Page
      title="事项目录"
      intro="某一天有效的修复事项。变更要在生效前至少一个月报备。"
      acts={
        hasRole(officer, ['catalog-keeper']) && (
          <Button type="primary" onClick={() => file(true)}>
            报备事项变更
          </Button>
        )
      }
    >
      <div className="filters">
        <DayField label="看哪一天的目录" value={on} change={(day) => change({ on: day })} />
      </div>
      <Loaded query={matters} rows={10} isEmpty={(it) => it.matters.length === 0} emptyText="这一天还没有目录。">
        {(it) => <Matters matters={it.matters} />}
      </Loaded>
      <Changes />
      {filing && <ChangeDrawer matters={matters.data?.matters ?? []} close={() => file(false)} />}
    </Page>
  );
}

function Matters({ matters }: { matters: readonly MatterView[] }) {
  const [shown, show] = useState<MatterView | null>(null);
  const columns: ColumnsType<MatterView> = [
    { key: 'position', title: '序号', align: 'right', className: 'figures', render: (_, it) => it.position },
    {
      key: 'name',
      title: '事项',
      render: (_, it) => (
        <button type="button" className="link strong" onClick={() => show(it)}>
          {it.name}
        </button>
      ),
    },
    { key: 'authority', title: '认定和决定单位', render: (_, it) => <div className="wrap-narrow">{it.authority}</div> },
    { key: 'receiver', title: '统一受理', render: (_, it) => receivers[it.receiver] },
    { key: 'decider', title: '在哪里决定', render: (_, it) => (it.decider === 'our-desk' ? '本平台' : '外部系统') },
    { key: 'accept', title: '受理', className: 'figures', render: (_, it) => limitText(it.limits.accept) },
    { key: 'decide', title: '决定', className: 'figures', render: (_, it) => limitText(it.limits.decide) },
    { key: 'extend', title: '可延长', className: 'figures', render: (_, it) => limitText(it.limits.extend) },
    { key: 'from', title: '生效', className: 'figures', render: (_, it) => shortDay(it.validFrom) },
  ];
  return (
    <>
      <OfficeTable<MatterView>
        name="matters"
        caption="事项目录"
        fixedKeys={['name']}
        columns={columns}
        dataSource={matters}
        rowKey="matterKey"
      />
      {shown && <MatterDrawer matter={shown} close={() => show(null)} />}
    </>
  );
}

const kinds = { new: '新增', change: '变更', withdraw: '取消' } as const;
const states = { filed: '已报备，等生效', applied: '已生效', rejected: '没有同意' } as const;

function Changes() {
  const query = useAsk('listMatterChanges', {});
  const matters = useAsk('listMatters', { query: {} }, { staleTime: 3_600_000 });
  const names = Object.fromEntries(matters.data?.matters.map((one) => [one.matterKey, one.name]) ?? []);
  const columns: ColumnsType<Change> = [
    { key: 'matter', title: '事项', render: (_, it) => names[it.matterKey] ?? String(it.content.name ?? '新事项') },
    { key: 'kind', title: '类别', render: (_, it) => kinds[it.kind] },
    { key: 'effective', title: '生效日', className: 'figures', render: (_, it) => dayText(it.effectiveOn) },
    { key: 'filed', title: '报备日', className: 'figures', render: (_, it) => dayText(it.filedOn) },
    { key: 'state', title: '状态', render: (_, it) => states[it.state] },
    { key: 'basis', title: '依据', render: (_, it) => it.basis },
    { key: 'by', title: '报备人', render: (_, it) => it.filedBy },
    { key: 'at', title: '时间', className: 'figures', render: (_, it) => momentText(it.createdAt) },
  ];
  return (
    <section className="card" aria-labelledby="changes-title">
      <h2 id="changes-title">变更报备</h2>
      <Loaded query={query} isEmpty={(it) => it.changes.length === 0} emptyText="还没有报备过变更。">
        {(it) => (
          <OfficeTable<Change>
            name="changes"
            caption="变更报备"
            fixedKeys={['matter']}
            columns={columns}
            dataSource={it.changes}
            rowKey="changeId"
          />
        )}
      </Loaded>
    </section>
  );
}
