import { checkObjections, numberOfObjection } from './casework/objections/check-objections.ts';
import type { OtherLedger } from './item/covered-ledger.ts';
import { checkOrders, nameOfOrder } from './record/orders/check-orders.ts';

/** The ledgers beside that of the items: checked with it, and covered by the same heads. New ones go to the end. */
export const otherLedgers: readonly OtherLedger[] = [
  {
    ledger: 'objection',
    table: 'objection_event',
    id: 'objection_id',
    name: '异议',
    check: checkObjections,
    numberOf: numberOfObjection,
  },
  {
    ledger: 'record-order',
    table: 'record_order_event',
    id: 'order_id',
    name: '处置',
    check: checkOrders,
    numberOf: nameOfOrder,
  },
];
