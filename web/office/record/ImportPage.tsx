import { useParams } from '@tanstack/react-router';
import { Alert, Button, Progress, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ImportView } from '#contract/imports.ts';
import { addressOf, type ReplyTo } from '../../api.ts';
import { useFilters, useGo } from '../address.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { countText, momentText } from '../when.ts';
import { importOutcomes, importOutcomeWord } from '../words.ts';
import { ImportState } from './ImportState.tsx';

type Row = ReplyTo<'listImportRows'>['rows'][number];

/** One batch: how far it is, what came of it, and every row that needs a look. */
export function ImportPage() {
  const { importId } = useParams({ strict: false }) as { importId: string };
  const go = useGo();
  const first = useAsk('getImport', { params: { importId } });
  const running = first.data?.state === 'waiting' || first.data?.state === 'running';
  const batch = useAsk('getImport', { params: { importId } }, { refetchInterval: running ? 1000 : false });
  return (
    <Loaded query={batch} screen="导入批次">
      {(view) => (
        <Page
          title={view.fileName}
          intro={`${view.uploadedBy}，${momentText(view.createdAt)}上传`}
          acts={<Button onClick={() => go('/imports')}>回到批次列表</Button>}
        >
          <Progressing view={view} />
          {view.state === 'done' && <Report view={view} />}
        </Page>
      )}
    </Loaded>
  );
}

/** Seconds still to go, from the share read and the time taken so far. */
function secondsLeft(view: ImportView): number | null {
  const taken = (Date.now() - new Date(view.createdAt).getTime()) / 1000;
  if (view.state !== 'running' || view.bytesRead === 0 || taken < 3) return null;
  return Math.ceil((taken * (view.bytesTotal - view.bytesRead)) / view.bytesRead);
}

function Progressing({ view }: { view: ImportView }) {
  const share = view.state === 'done' ? 100 : Math.floor((view.bytesRead / Math.max(1, view.bytesTotal)) * 100);
  const left = secondsLeft(view);
  const figures = [
    ['读到', view.rowsRead],
    ['入库', view.accepted],
    ['更新', view.updated],
    ['与已有信息相同', view.duplicate],
    ['没有入库', view.rejected],
  ] as const;
  return (
    <section className="card" aria-label="导入进度">
      <p>
        <ImportState view={view} />{' '}
        {left !== null && <span className="quiet">大约还要 {left} 秒。可以离开这一页，导入会继续。</span>}
      </p>
      {view.state !== 'failed' && (
        <Progress percent={share} aria-label="导入进度" status={share < 100 ? 'active' : 'normal'} />
      )}
      {view.failure && (
        <Alert type="error" showIcon title="这个文件没有导入，已有信息没有变化。" description={view.failure.text} />
      )}
      <dl className="figures-row" aria-live="polite">
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{countText(count)} 行</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const columns: ColumnsType<Row> = [
  { key: 'sheet', title: '工作表', render: (_, it) => it.sheet || '—' },
  { key: 'row', title: '行', align: 'right', className: 'figures', render: (_, it) => it.rowNo },
  { key: 'outcome', title: '结果', render: (_, it) => importOutcomeWord(it.outcome) },
  {
    key: 'why',
    title: '原因和提示',
    render: (_, it) => (
      <ul className="tight wrap">
        {it.faults.map((one) => (
          <li key={one.field + one.text}>
            <strong>{one.field}</strong>：{one.text}
          </li>
        ))}
        {it.warnings.map((one) => (
          <li key={one.field + one.text}>
            <span className="chip chip-attention">▲ 提示</span> <strong>{one.field}</strong>：{one.text}
          </li>
        ))}
      </ul>
    ),
  },
];

function Report({ view }: { view: ImportView }) {
  const [filters, change] = useFilters();
  const outcome = importOutcomes.find((one) => one.value === filters.outcome)?.value as Row['outcome'] | undefined;
  const rows = useAskPages('listImportRows', {
    params: { importId: view.importId },
    query: outcome ? { outcome } : {},
  });
  return (
    <section className="card" aria-labelledby="report-title">
      <h2 id="report-title">逐行报告</h2>
      <div className="filters">
        <Select
          aria-label="按结果筛选"
          placeholder="全部结果"
          allowClear
          value={outcome}
          options={importOutcomes}
          onChange={(value?: string) => change({ outcome: value })}
        />
        <Button href={addressOf('downloadImportReport', { params: { importId: view.importId } })} download>
          下载报告（CSV）
        </Button>
      </div>
      <Loaded
        query={rows}
        isEmpty={(it) => (it.pages[0]?.rows.length ?? 0) === 0}
        emptyText="没有需要看的行：顺利入库且没有提示的行只计数，不逐行列出。"
      >
        {(it) => {
          const all = it.pages.flatMap((page) => page.rows);
          return (
            <>
              <OfficeTable<Row>
                name="import-rows"
                caption="逐行报告"
                columns={columns}
                dataSource={all}
                rowKey={(row) => `${row.sheet}-${row.rowNo}`}
              />
              <LoadMore query={rows} shown={all.length} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
