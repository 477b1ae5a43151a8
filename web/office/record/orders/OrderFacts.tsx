import type { RecordOrderView } from '#contract/record-order-views.ts';
import { addressOf } from '../../../api.ts';
import { Cites } from '../../Cites.tsx';
import { dayText, shortDay } from '../../when.ts';

/** Everything an order says: ground, changes, open points, receipts, chain. */
export function OrderFacts({ order }: { order: RecordOrderView }) {
  const { ground } = order;
  return (
    <>
      <p className="lead">{order.text}</p>
      <dl className="facts">
        <dt>现在</dt>
        <dd>{order.stateText}</dd>
        <dt>提出</dt>
        <dd>
          {order.from}，{dayText(order.openedOn)}
        </dd>
        {order.dueOn && (
          <>
            <dt>期限</dt>
            <dd>
              {dayText(order.dueOn)}
              {order.overdue && <span className="chip chip-bad">! 已超期</span>}
            </dd>
          </>
        )}
        {ground && (
          <>
            <dt>依据的文书</dt>
            <dd>
              {ground.office}
              {ground.title}
              {ground.number}，{dayText(ground.day)}
            </dd>
          </>
        )}
        {order.statement && (
          <>
            <dt>公示处的声明</dt>
            <dd>
              “{order.statement}”{ground && `，${ground.office}${ground.number}，${dayText(ground.day)}`}
            </dd>
          </>
        )}
        {order.note && (
          <>
            <dt>说明</dt>
            <dd className="prewrap">{order.note}</dd>
          </>
        )}
        {order.changes.map((one) => (
          <Change key={one.label} {...one} />
        ))}
        {order.reasons.length > 0 && (
          <>
            <dt>不予办理的理由</dt>
            <dd>{order.reasons.join('；')}</dd>
          </>
        )}
        {order.cites.length > 0 && (
          <>
            <dt>条文</dt>
            <dd>
              <Cites cites={order.cites} />
            </dd>
          </>
        )}
      </dl>
      {order.open.map((one) => (
        <p key={one.text}>
          <span className="chip chip-attention">▲ 没有写明</span> {one.text} <Cites cites={one.cites} />
        </p>
      ))}
      <OrderPapers order={order} />
      {order.effects.length > 0 && (
        <>
          <h3>给各平台的通知</h3>
          <ul className="tight">
            {order.effects.map((one) => (
              <li key={one.effectId}>
                {one.systemName}：{one.effectName}，{one.stateText}
                {one.receiptNo ? `（${one.receiptNo}）` : ''}
                {one.lastError && one.state !== 'confirmed' ? `。${one.lastError}` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>经过</h3>
      <ul className="tight">
        {order.history.map((one) => (
          <li key={one.hash}>
            {shortDay(one.on)} {one.title}，{one.by}
          </li>
        ))}
      </ul>
    </>
  );
}

function Change({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {before || '（空）'} → {after}
      </dd>
    </>
  );
}

/** What the subject was told on paper; one that is still being sealed says so. */
function OrderPapers({ order: { subjectKey, papers } }: { order: RecordOrderView }) {
  if (papers.length === 0) return null;
  return (
    <>
      <h3>告知主体的文书</h3>
      <ul className="tight">
        {papers.map((paper) => (
          <li key={paper.paperId}>
            {paper.state === 'printed' ? (
              <a
                href={addressOf('downloadPaper', { params: { subjectKey, paperId: paper.paperId } })}
                target="_blank"
                rel="noopener"
              >
                {paper.title}
              </a>
            ) : (
              `${paper.title}（正在生成）`
            )}
            ，{paper.docNumber}，{shortDay(paper.issuedOn)}，验证码 {paper.verificationCode}
          </li>
        ))}
      </ul>
    </>
  );
}
