import { Button } from 'antd';
import { useState } from 'react';
import type { RecordView } from '#contract/record.ts';
import type { ReplyTo } from '../../../api.ts';
import { useAsk } from '../../ask.ts';
import { Loaded } from '../../Loaded.tsx';
import { EnterOrderDrawer } from './EnterOrderDrawer.tsx';
import { OrderDrawer } from './OrderDrawer.tsx';

type Order = ReplyTo<'listRecordOrders'>['orders'][number];
type Law = ReplyTo<'listRecordOrders'>['possible'][number];

/** The orders of one record, and what its unit can enter today. */
export function RecordOrders({ record }: { record: RecordView }) {
  const { subjectKey, recordId } = record;
  const asked = useAsk('listRecordOrders', { params: { subjectKey, recordId } });
  const [open, show] = useState<Order | null>(null);
  const [entering, enter] = useState<Law | null>(null);
  return (
    <section aria-labelledby="orders-title">
      <h3 id="orders-title">信息处置</h3>
      <Loaded query={asked} rows={2}>
        {(it) => (
          <>
            {it.orders.length === 0 && <p className="quiet">没有修复以外的处置。</p>}
            <ul className="tight">
              {it.orders.map((one) => (
                <li key={one.orderId}>
                  <button type="button" className="link" onClick={() => show(one)}>
                    {one.name}
                  </button>
                  ：{one.stateText}
                </li>
              ))}
            </ul>
            <div className="cell-acts">
              {it.possible.map((law) => (
                <Button key={law.kind} size="small" onClick={() => enter(law)}>
                  登记：{law.name}
                </Button>
              ))}
            </div>
            {entering && <EnterOrderDrawer record={record} law={entering} facts={it.facts} close={() => enter(null)} />}
          </>
        )}
      </Loaded>
      {open && <OrderDrawer order={open} mayAct close={() => show(null)} />}
    </section>
  );
}
