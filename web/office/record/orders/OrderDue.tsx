import type { RecordOrderView } from '#contract/record-order-views.ts';
import { shortDay } from '../../when.ts';

/** The day of an order: done, running, over, or that no clause gives one. */
export function OrderDue({ order }: { order: Pick<RecordOrderView, 'closedOn' | 'dueOn' | 'overdue'> }) {
  if (order.closedOn) return <span className="chip chip-good">✓ {shortDay(order.closedOn)}办结</span>;
  if (!order.dueOn) return <span className="chip chip-none">条文没有写日数</span>;
  return (
    <span className={`chip chip-${order.overdue ? 'bad' : 'plain'}`}>
      {order.overdue ? '! 已超期，' : ''}
      {shortDay(order.dueOn)}
      {order.overdue ? '' : '前'}
    </span>
  );
}
