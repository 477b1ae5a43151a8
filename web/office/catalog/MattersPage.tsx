import { Link } from '@tanstack/react-router';
import type { ColumnsType } from 'antd/es/table';
import type { MatterView } from '#contract/catalog.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Loaded } from '../Loaded.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { dayText, shortDay } from '../when.ts';
import { CatalogFrame } from './CatalogFrame.tsx';
import { limitText, receivers } from './catalog-words.ts';

/** The catalogue as it is, was or will be on any day. */
export function MattersPage() {
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const on = filters.on ?? officer.today;
  const matters = useAsk('listMatters', { query: { on } }, { keep: true });
  const count = matters.data?.matters.length;
  return (
    <CatalogFrame
      title="事项"
      intro="某一天有效的修复事项目录，过去和将来都可以看。打开一个事项，可以看全部版本，报备变更或者取消。"
      acts={
        hasRole(officer, ['catalog-keeper']) && (
          <Link className="button-link" to={'/catalog/new-matter' as never}>
            新增事项
          </Link>
        )
      }
    >
      <div className="filters">
        <DayField label="看哪一天的目录" value={on} change={(day) => change({ on: day })} />
        {count !== undefined && (
          <span className="quiet" role="status">
            {dayText(on)}有效的事项 {count} 个
          </span>
        )}
      </div>
      <Loaded query={matters} rows={10} isEmpty={(it) => it.matters.length === 0} emptyText="这一天还没有目录。">
        {(it) => <Matters matters={it.matters} />}
      </Loaded>
    </CatalogFrame>
  );
}

function Matters({ matters }: { matters: readonly MatterView[] }) {
  const columns: ColumnsType<MatterView> = [
    { key: 'position', title: '序号', align: 'right', className: 'figures', render: (_, it) => it.position },
    {
      key: 'name',
      title: '事项',
      render: (_, it) => (
        <Link
          className="link strong"
          to={`/catalog/matters/${it.matterKey}` as never}
          search={{ version: String(it.version) } as never}
        >
          {it.name}
        </Link>
      ),
    },
    { key: 'authority', title: '认定和决定单位', render: (_, it) => <div className="wrap-narrow">{it.authority}</div> },
    { key: 'receiver', title: '统一受理', render: (_, it) => receivers[it.receiver] },
    { key: 'decider', title: '在哪里决定', render: (_, it) => (it.decider === 'our-desk' ? '本平台' : '外部系统') },
    { key: 'accept', title: '受理', className: 'figures', render: (_, it) => limitText(it.limits.accept) },
    { key: 'decide', title: '决定', className: 'figures', render: (_, it) => limitText(it.limits.decide) },
    { key: 'extend', title: '可延长', className: 'figures', render: (_, it) => limitText(it.limits.extend) },
    {
      key: 'from',
      title: '这一版有效',
      className: 'figures',
      render: (_, it) => `${shortDay(it.validFrom)}起${it.validTo ? `，到${shortDay(it.validTo)}` : ''}`,
    },
  ];
  return (
    <OfficeTable<MatterView>
      name="matters"
      caption="事项目录"
      fixedKeys={['name']}
      columns={columns}
      dataSource={matters}
      rowKey="matterKey"
    />
  );
}
