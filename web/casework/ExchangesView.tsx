import type { ItemView } from '#contract/casework.ts';
import { ExchangeState } from '../office/ExchangeState.tsx';
import { Nothing } from '../office/Loaded.tsx';
import { momentText } from '../office/when.ts';
import { OutsideRoad } from './OutsideRoad.tsx';

/** What was sent to outside systems for this item, and their receipts. */
export function ExchangesView({ view }: { view: ItemView }) {
  return (
    <>
      {view.outside && <OutsideRoad road={view.outside} />}
      {view.outside && <h3>往来记录</h3>}
      <Exchanges view={view} />
    </>
  );
}

function Exchanges({ view }: { view: ItemView }) {
  if (view.exchanges.length === 0) return <Nothing>还没有和外部系统往来。</Nothing>;
  return (
    <ul className="plain-list">
      {view.exchanges.map((one) => (
        <li key={one.exchangeId} className="line-card">
          <p>
            <strong>{one.kindName}</strong> <span className="quiet">{one.systemName}</span>{' '}
            <ExchangeState exchange={one} />
          </p>
          <p className="quiet">
            {momentText(one.requestedAt)}发出
            {one.confirmedAt && `，${momentText(one.confirmedAt)}收到回执`}
            {one.receiptNo && ` ${one.receiptNo}`}
            {one.attempts > 1 && `，共发送 ${one.attempts} 次`}
          </p>
          {one.lastError && !one.confirmedAt && <p>最近一次没有送到：{one.lastError}</p>}
        </li>
      ))}
    </ul>
  );
}
