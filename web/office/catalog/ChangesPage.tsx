import { Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { CatalogChange } from '#contract/catalog-changes.ts';
import { changeKindName, changeKinds } from '#domain/catalog/changes/catalog-change.ts';
import { useFilters } from '../address.ts';
import { useAskPages } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { momentText, shortDay } from '../when.ts';
import { CatalogFrame } from './CatalogFrame.tsx';
import { ChangeLink } from './ChangeCard.tsx';
import { standing, stateWords } from './catalog-words.ts';

const kindOptions = changeKinds.map((value) => ({ value, label: changeKindName[value] }));
const stateOptions = Object.entries(stateWords).map(([value, label]) => ({ value, label }));

/** Every filing there was, latest day first; nothing is ever removed. */
export function ChangesPage() {
  const [filters, change] = useFilters();
  const search = {
    ...(filters.kind ? { kind: filters.kind as CatalogChange['kind'] } : {}),
    ...(filters.state ? { state: filters.state as CatalogChange['state'] } : {}),
    ...(filters.target ? { target: filters.target } : {}),
  };
  const query = useAskPages('listCatalogChanges', { query: search }, { continuedBy: 'cursor' });
  return (
    <CatalogFrame title="报备" intro="全部报备记录，生效日晚的在前。谁报备、谁审核、改了什么，都长期保存。">
      <div className="filters">
        <Choice label="类别" value={filters.kind} options={kindOptions} choose={(kind) => change({ kind })} />
        <Choice label="状态" value={filters.state} options={stateOptions} choose={(state) => change({ state })} />
      </div>
      <Loaded
        query={query}
        rows={8}
        isEmpty={(it) => it.pages[0]?.changes.length === 0}
        emptyText="没有这样的报备。可以放宽类别或状态。"
      >
        {(it) => {
          const all = it.pages.flatMap((page) => page.changes);
          return (
            <>
              <Changes rows={all} />
              <LoadMore query={query} shown={all.length} />
            </>
          );
        }}
      </Loaded>
    </CatalogFrame>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: { value: string; label: string }[];
  readonly choose: (value: string | undefined) => void;
}

function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Select id={id} value={value ?? ''} options={[{ value: '', label: '全部' }, ...options]} onChange={choose} />
      )}
    </Labelled>
  );
}

function Changes({ rows }: { rows: readonly CatalogChange[] }) {
  const columns: ColumnsType<CatalogChange> = [
    {
      key: 'title',
      title: '报备内容',
      render: (_, it) => (
        <div className="wrap-narrow">
          <ChangeLink change={it}>{it.title}</ChangeLink>
        </div>
      ),
    },
    { key: 'kind', title: '类别', render: (_, it) => changeKindName[it.kind] },
    { key: 'effective', title: '生效日', className: 'figures', render: (_, it) => shortDay(it.effectiveOn) },
    {
      key: 'state',
      title: '状态',
      render: (_, it) => <span className={`chip ${standing(it).tone}`}>{standing(it).text}</span>,
    },
    { key: 'by', title: '报备人', render: (_, it) => <div className="wrap-narrow">{it.filedBy}</div> },
    { key: 'at', title: '报备时间', className: 'figures', render: (_, it) => momentText(it.filedAt) },
    { key: 'decided', title: '审核人', render: (_, it) => <div className="wrap-narrow">{it.decidedBy ?? '—'}</div> },
  ];
  return (
    <OfficeTable<CatalogChange>
      name="catalog-changes"
      caption="报备"
      fixedKeys={['title']}
      columns={columns}
      dataSource={rows}
      rowKey="changeId"
    />
  );
}
