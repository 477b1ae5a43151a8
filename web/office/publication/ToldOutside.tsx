import { App, Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReplyTo } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAct, useAskPages } from '../ask.ts';
import { ExchangeState } from '../ExchangeState.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Refused } from '../Refused.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { momentText } from '../when.ts';
import { ExchangeWhat } from './ExchangeWhat.tsx';
import { waitText } from './wait-text.ts';

type Answer = ReplyTo<'listToldOutside'>;
type Told = Answer['told'][number];

/** What platforms have not confirmed of objections and of orders about records. Nothing is shown while there is none. */
export function ToldOutside() {
  const query = useAskPages('listToldOutside', { query: {} });
  const first = query.data?.pages[0];
  return first && first.told.length > 0 ? (
    <AllTold {...first} told={query.data?.pages.flatMap((page) => page.told) ?? []} query={query} />
  ) : null;
}

interface Props extends Pick<Answer, 'told' | 'stuck' | 'open'> {
  readonly query: Parameters<typeof LoadMore>[0]['query'];
}

function AllTold({ told, stuck, open, query }: Props) {
  const retry = useAct('retryTold', ['listToldOutside']);
  const officer = useOfficer();
  const { message } = App.useApp();
  const columns = useColumns();
  if (hasRole(officer, ['officer', 'operator']) && told.some((one) => one.mayRetry))
    columns.push({
      key: 'act',
      title: '处理',
      fixed: 'right',
      render: (_, { subjectKey, mayRetry, subjectName, exchange: { exchangeId, kindName, systemName } }) =>
        mayRetry && (
          <Button
            size="small"
            loading={retry.isPending && retry.variables?.params.exchangeId === exchangeId}
            aria-label={`重新发送：${subjectName}，${kindName}，${systemName}`}
            onClick={() =>
              retry.mutate(
                { params: { subjectKey, exchangeId } },
                { onSuccess: () => void message.success('已重新发送，等对方答复。') },
              )
            }
          >
            重新发送
          </Button>
        ),
    });
  return (
    <section aria-labelledby="told-outside">
      <h2 id="told-outside">异议和信息处置</h2>
      <p className="quiet">
        没有确认的 {open} 项{stuck > 0 && `，其中 ${stuck} 项已经停下、要人处理`}
        {open > told.length && `；先要处理的排在前面，已列出 ${told.length} 项`}。
      </p>
      <Refused error={retry.error} />
      <OfficeTable<Told>
        name="told-outside"
        stacks
        caption="异议和信息处置里没有确认的通知"
        fixedKeys={['state', 'what', 'act']}
        columns={columns}
        dataSource={told}
        rowKey={(row) => row.exchange.exchangeId}
      />
      <LoadMore query={query} shown={told.length} />
    </section>
  );
}

function useColumns(): ColumnsType<Told> {
  const officer = useOfficer();
  const go = useGo();
  const opens = hasRole(officer, ['officer', 'supervisor']);
  const open = (it: Told) =>
    it.about === 'objection'
      ? go(`/objections/${it.subjectKey}/${it.aboutId}`)
      : go('/record-orders', it.mayRetry ? { list: 'stuck' } : {});
  return [
    {
      key: 'state',
      title: '状态和原因',
      render: (_, it) => (
        <div className="two-lines">
          <span>
            <ExchangeState exchange={it.exchange} /> <span className="quiet">已等 {waitText(it.waitingHours)}</span>
          </span>
          <span className="quiet wrap-narrow">{it.exchange.lastError ?? '还没有答复'}</span>
        </div>
      ),
    },
    {
      key: 'what',
      title: '要做的事',
      render: (_, it) => <ExchangeWhat exchange={it.exchange} />,
    },
    {
      key: 'about',
      title: '为了什么',
      render: (_, it) => (
        <div className="two-lines">
          {opens ? (
            <button type="button" className="link" onClick={() => open(it)}>
              {it.subjectName}
            </button>
          ) : (
            <span>{it.subjectName}</span>
          )}
          <span className="quiet">
            {it.aboutText} · {it.unitName}
          </span>
        </div>
      ),
    },
    {
      key: 'attempts',
      title: '发送次数',
      responsive: ['xxl'],
      align: 'right',
      className: 'figures',
      render: (_, it) => it.exchange.attempts,
    },
    {
      key: 'at',
      title: '发出时间',
      responsive: ['xxl'],
      className: 'figures',
      render: (_, it) => momentText(it.exchange.requestedAt),
    },
  ];
}
