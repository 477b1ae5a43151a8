import { App, Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReplyTo } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAct, useAsk, useAskPages } from '../ask.ts';
import { ExchangeState } from '../ExchangeState.tsx';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { Refused } from '../Refused.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { momentText } from '../when.ts';
import { ExchangeWhat } from './ExchangeWhat.tsx';
import { StuckPapers } from './StuckPapers.tsx';
import { ToldOutside } from './ToldOutside.tsx';
import { waitText } from './wait-text.ts';

type Stuck = ReplyTo<'listStuck'>['exchanges'][number];

/** What outside systems have not confirmed yet, the stuck ones first, each with one act. */
export function ExchangesPage() {
  const query = useAskPages('listStuck', { query: {} });
  const told = useAskPages('listToldOutside', { query: {} });
  const papers = useAsk('listStuckPapers', {});
  return (
    <Page
      title="外部回执"
      intro="已经发给外部系统、还没有收到回执的事项。系统会自动重发；多次不成的，请看原因后处理。"
      acts={
        <Button
          onClick={() => {
            for (const one of [query, told, papers]) void one.refetch();
          }}
          loading={query.isRefetching || told.isRefetching}
        >
          刷新
        </Button>
      }
    >
      <StuckPapers />
      <ToldOutside />
      <h2>办件</h2>
      <Loaded
        query={query}
        isEmpty={(it) => (it.pages[0]?.exchanges.length ?? 0) === 0}
        emptyText="办件没有等着的回执，全部已经确认。"
      >
        {(it) => {
          const all = it.pages.flatMap((page) => page.exchanges);
          return (
            <>
              <Exchanges rows={all} />
              <LoadMore query={query} shown={all.length} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Exchanges({ rows }: { rows: readonly Stuck[] }) {
  const retry = useAct('retryExchange', ['listStuck']);
  const officer = useOfficer();
  const go = useGo();
  const { message } = App.useApp();
  const opens = hasRole(officer, ['officer', 'supervisor']);
  const columns: ColumnsType<Stuck> = [
    { key: 'state', title: '状态', render: (_, it) => <ExchangeState exchange={it.exchange} /> },
    {
      key: 'what',
      title: '要做的事',
      render: (_, it) => <ExchangeWhat exchange={it.exchange} />,
    },
    {
      key: 'item',
      title: '办件',
      render: (_, it) => (
        <div className="two-lines">
          {opens ? (
            <button type="button" className="link" onClick={() => go(`/items/${it.item.subjectKey}/${it.item.itemId}`)}>
              {it.item.subjectName}
            </button>
          ) : (
            <span>{it.item.subjectName}</span>
          )}
          <span className="quiet">
            {it.item.matterName} · {it.item.unitName}
          </span>
        </div>
      ),
    },
    { key: 'wait', title: '已等', className: 'figures', render: (_, it) => waitText(it.waitingHours) },
    {
      key: 'attempts',
      title: '发送次数',
      align: 'right',
      className: 'figures',
      render: (_, it) => it.exchange.attempts,
    },
    {
      key: 'error',
      title: '最近一次的原因',
      render: (_, it) => <div className="wrap-narrow">{it.exchange.lastError ?? '还没有答复'}</div>,
    },
    {
      key: 'at',
      title: '发出时间',
      responsive: ['xl'],
      className: 'figures',
      render: (_, it) => momentText(it.exchange.requestedAt),
    },
  ];
  if (hasRole(officer, ['officer', 'operator']))
    columns.push({
      key: 'act',
      title: '处理',
      fixed: 'right',
      render: (_, it) => (
        <Button
          size="small"
          loading={retry.isPending && retry.variables?.params.exchangeId === it.exchange.exchangeId}
          aria-label={`重新发送：${it.item.subjectName}，${it.exchange.kindName}`}
          onClick={() =>
            retry.mutate(
              { params: { subjectKey: it.item.subjectKey, exchangeId: it.exchange.exchangeId } },
              { onSuccess: () => void message.success('已重新发送，等对方答复。') },
            )
          }
        >
          重新发送
        </Button>
      ),
    });
  return (
    <>
      <Refused error={retry.error} />
      <OfficeTable<Stuck>
        name="exchanges"
        stacks
        caption="没有确认的回执"
        fixedKeys={['state', 'what', 'act']}
        columns={columns}
        dataSource={rows}
        rowKey={(row) => row.exchange.exchangeId}
      />
    </>
  );
}
