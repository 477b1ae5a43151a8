import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { UnitView } from '#contract/catalog.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { Loaded, Nothing } from '../Loaded.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { useOfficer } from '../session.ts';
import { CatalogFrame } from './CatalogFrame.tsx';
import { mayFileFor } from './StandardsPage.tsx';

const most = 50;

/** Units and windows with telephone and address; one is changed by a filing like everything else. */
export function UnitsPage() {
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const words = (filters.text ?? '').trim().split(/\s+/).filter(Boolean);
  const query = useAsk('listUnits', { query: {} }, { staleTime: 300_000 });
  return (
    <CatalogFrame title="单位" intro="办理单位和综合窗口的名称、电话、地址，指引和文书都用这里的。">
      <div className="filters">
        <Labelled label="查找单位">
          {(id) => (
            <Input.Search
              id={id}
              allowClear
              value={filters.text ?? ''}
              placeholder="如：瑞金 应急"
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      <Loaded query={query} rows={10}>
        {({ units }) => {
          const own = units.filter((one) => one.sector === officer.unit?.sector);
          const found = (words.length > 0 ? units : own).filter((one) =>
            words.every((word) => one.name.includes(word)),
          );
          if (found.length === 0) return <Nothing>没有找到这样的单位。可以只写地名，或者换个词。</Nothing>;
          return (
            <>
              <p className="quiet" role="status">
                {words.length > 0 ? '找到' : '本领域'} {found.length} 个单位
                {found.length > most && `，显示前 ${most} 个，请多写几个字`}。
              </p>
              <Units rows={found.slice(0, most)} mayFile={(unit) => mayFileFor(officer, unit.sector)} />
            </>
          );
        }}
      </Loaded>
    </CatalogFrame>
  );
}

function Units({ rows, mayFile }: { rows: readonly UnitView[]; mayFile: (unit: UnitView) => boolean }) {
  const columns: ColumnsType<UnitView> = [
    { key: 'name', title: '单位', render: (_, it) => <strong>{it.name}</strong> },
    { key: 'phone', title: '电话', className: 'figures', render: (_, it) => it.phone ?? '没有登记' },
    { key: 'address', title: '地址', render: (_, it) => <div className="wrap-narrow">{it.address ?? '没有登记'}</div> },
    {
      key: 'act',
      title: '变更',
      render: (_, it) =>
        mayFile(it) ? (
          <Link className="link" to={`/catalog/units/${it.unitId}` as never} aria-label={`变更：${it.name}`}>
            变更
          </Link>
        ) : (
          <span className="quiet">由该领域变更</span>
        ),
    },
  ];
  return (
    <OfficeTable<UnitView>
      name="units"
      caption="单位"
      fixedKeys={['name', 'act']}
      columns={columns}
      dataSource={rows}
      rowKey="unitId"
    />
  );
}
