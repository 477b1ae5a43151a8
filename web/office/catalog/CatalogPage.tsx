import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { MatterView } from '#contract/catalog.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Loaded } from '../Loaded.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { useOfficer } from '../session.ts';
import { shortDay } from '../when.ts';
import { MatterDrawer } from './MatterDrawer.tsx';

const receivers = { 'credit-china': '信用中国', 'market-platform': '市场监管平台', court: '执行法院' } as const;
export const limitText = (days: number | null): string => (days === null ? '没有规定' : `${days} 个工作日`);

/** The catalogue as of a day, and its changes: filed at least one month before their day. */
export function CatalogPage() {
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const on = filters.on ?? officer.today;
  const matters = useAsk('listMatters', { query: { on } }, { keep: true });
  return (
    <Page title="事项目录" intro="某一天有效的修复事项。变更要在生效前至少一个月报备。">
      <div className="filters">
        <DayField label="看哪一天的目录" value={on} change={(day) => change({ on: day })} />
      </div>
      <Loaded query={matters} rows={10} isEmpty={(it) => it.matters.length === 0} emptyText="这一天还没有目录。">
        {(it) => <Matters matters={it.matters} />}
      </Loaded>
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
