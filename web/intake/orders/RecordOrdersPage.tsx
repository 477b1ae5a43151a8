import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { addressOf, call, type ReplyTo } from '../../api.ts';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState, Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { AskOrder } from './AskOrder.tsx';

type Order = ReplyTo<'listRecordOrders'>['orders'][number];

const tones: Readonly<Record<string, string>> = { asked: 'info', ordered: 'info', done: 'good', declined: 'bad' };

/** What happened to one record beside its repair, and what an enterprise in reorganisation can ask for. */
export function RecordOrdersPage() {
  const { subjectKey, recordId } = useParams({ strict: false }) as { subjectKey: string; recordId: string };
  const asked = useQuery({
    queryKey: ['record-orders', recordId],
    queryFn: () => call('listRecordOrders', { params: { subjectKey, recordId } }),
  });
  return (
    <Page
      title="屏蔽、撤回、恢复公示"
      lead="法院批准重整计划、认可和解协议的企业，可以在这里申请；决定被撤销、变更和期满停止公示的，也在这里看得到。"
    >
      <Loaded query={asked}>
        {(reply) => (
          <>
            {reply.orders.length === 0 && (
              <EmptyState title="这一条还没有屏蔽、撤回、恢复公示的情况">
                <p>公示期满的，由各平台自动停止，不用申请。</p>
              </EmptyState>
            )}
            <ul className="plain">
              {reply.orders.map((order) => (
                <OneOrder key={order.orderId} order={order} />
              ))}
            </ul>
            {reply.possible.map((law) => (
              <AskOrder key={law.kind} law={law} subjectKey={subjectKey} recordId={recordId} />
            ))}
          </>
        )}
      </Loaded>
      <p>
        <Link to="/records">回到我的信息</Link>
      </p>
    </Page>
  );
}

function OneOrder({ order }: { order: Order }) {
  return (
    <li className="record" style={{ maxWidth: 'none' }}>
      <div className="record-verdict">
        <p>
          <span className={`tag tag-${tones[order.state] ?? 'info'}`}>{order.stateText}</span>{' '}
          <strong>{order.name}</strong>
        </p>
        <p>{order.text}</p>
        {order.statement && (
          <p>
            公示处写明：“{order.statement}”
            {order.ground && (
              <>
                （{order.ground.office}
                {order.ground.number}，<DateText date={order.ground.day} />）
              </>
            )}
          </p>
        )}
        {order.changes.map((one) => (
          <p key={one.label}>
            {one.label}：由“{one.before || '空'}”改为“{one.after}”
          </p>
        ))}
        {order.reasons.length > 0 && <p>理由：{order.reasons.join('；')}</p>}
        <p className="small">
          <DateText date={order.openedOn} /> {order.from}
          {order.closedOn ? (
            <>
              ，<DateText date={order.closedOn} /> 办结
            </>
          ) : order.dueOn ? (
            <>
              ，最迟 <DateText date={order.dueOn} />
            </>
          ) : null}
          {order.ground ? `。依据：${order.ground.office}${order.ground.title}${order.ground.number}` : ''}
        </p>
        <OrderPapers order={order} />
        {order.open.length > 0 && (
          <details className="unfold">
            <summary>条文没有写明、没有一并结束的</summary>
            <ul>
              {order.open.map((one) => (
                <li key={one.text}>{one.text}</li>
              ))}
            </ul>
          </details>
        )}
        <p className="small">{order.cites.map((one) => one.text).join('；')}</p>
      </div>
    </li>
  );
}

/** What came on paper, to download. */
function OrderPapers({ order: { subjectKey, papers } }: { order: Order }) {
  return papers.map((paper) => (
    <p key={paper.paperId}>
      {paper.state === 'printed' ? (
        <a href={addressOf('downloadPaper', { params: { subjectKey, paperId: paper.paperId } })} download>
          下载《{paper.title}》
        </a>
      ) : (
        <>《{paper.title}》正在生成，稍后可以下载</>
      )}
      <br />
      <span className="small">
        {paper.docNumber}，<DateText date={paper.issuedOn} />
        <span className="number">，验证码 {paper.verificationCode}</span>
      </span>
    </p>
  ));
}
