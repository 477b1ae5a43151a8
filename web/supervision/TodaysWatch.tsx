import { Button } from 'antd';
import { useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import type { ReplyTo } from '../api.ts';
import { UrgeDrawer } from '../casework/acts/UrgeDrawer.tsx';
import { useGo } from '../office/address.ts';
import { useAsk } from '../office/ask.ts';
import { CalendarAlarm } from '../office/catalog/CalendarAlarm.tsx';
import { DueChip } from '../office/DueChip.tsx';
import { Loaded } from '../office/Loaded.tsx';
import { useOfficer } from '../office/session.ts';
import { dayText, momentText } from '../office/when.ts';

type Checks = ReplyTo<'listDailyChecks'>;
const shown = 6;

/** 今天要管的事: exceptions with names, one act each. */
export function TodaysWatch() {
  const checks = useAsk('listDailyChecks', { query: { onlyMissed: '1' } }, { refetchInterval: 120_000 });
  const overdue = useAsk('listSupervisedItems', { query: { what: 'overdue' } }, { refetchInterval: 120_000 });
  const dueSoon = useAsk('listSupervisedItems', { query: { what: 'due-soon' } }, { refetchInterval: 120_000 });
  const [urging, urge] = useState<ItemSummary | null>(null);
  return (
    <section className="card watch" aria-labelledby="watch-title">
      <h2 id="watch-title">今天要管的事</h2>
      <CalendarAlarm />
      <LateAnswers />
      <WaitingProposals />
      <OrdersUnderWay />
      <div className="three-columns">
        <div>
          <Loaded query={checks} rows={3}>
            {(it) => <MissedUnits checks={it} />}
          </Loaded>
        </div>
        <div>
          <Loaded query={overdue} rows={3}>
            {(it) => <WatchedItems title="已超期" what="overdue" list={it} urge={urge} />}
          </Loaded>
        </div>
        <div>
          <Loaded query={dueSoon} rows={3}>
            {(it) => <WatchedItems title="快到期" what="due-soon" list={it} urge={urge} />}
          </Loaded>
        </div>
      </div>
      {urging && <UrgeDrawer view={{ summary: urging }} close={() => urge(null)} done={() => urge(null)} />}
    </section>
  );
}

/** Questions of applicants that wait past the day promised: the number alone, what was asked stays with the unit. */
function LateAnswers() {
  const counted = useAsk('countQuestions', {}, { refetchInterval: 120_000 });
  if (!counted.data) return null;
  const { open, overdue } = counted.data;
  return (
    <p>
      申请人的提问：等答复 {open} 条，其中过了承诺日的{' '}
      <span className={overdue > 0 ? 'count count-bad' : 'count'}>{overdue}</span> 条。
      <span className="quiet">承诺日是平台的服务承诺，不是法定期限；内容只有办理单位能看。</span>
    </p>
  );
}

/** What waits for review or signature while its day comes: a proposal stops no clock. Nothing where none is near. */
function WaitingProposals() {
  const go = useGo();
  const counted = useAsk('listSupervisedProposals', { query: { list: 'overdue' } }, { refetchInterval: 120_000 });
  if (!counted.data || counted.data.total.near + counted.data.total.overdue === 0) return null;
  const { near, overdue } = counted.data.total;
  return (
    <p>
      等着审核、签发的提请：快到期 {near} 件，已超期{' '}
      <span className={overdue > 0 ? 'count count-bad' : 'count'}>{overdue}</span> 件。
      <Button type="link" onClick={() => go('/supervision/sign-offs', { list: overdue > 0 ? 'overdue' : 'near' })}>
        看是哪几件
      </Button>
    </p>
  );
}

/** Orders about records near or past their day (3, 7, 10, 15 working days by clause). Nothing where none is. */
function OrdersUnderWay() {
  const go = useGo();
  const counted = useAsk('listSupervisedOrders', { query: { list: 'overdue' } }, { refetchInterval: 120_000 });
  if (!counted.data || counted.data.total.near + counted.data.total.overdue === 0) return null;
  const { near, overdue } = counted.data.total;
  return (
    <p>
      信息处置（撤回、变更、屏蔽）：快到期 {near} 项，已超期{' '}
      <span className={overdue > 0 ? 'count count-bad' : 'count'}>{overdue}</span> 项。
      <Button type="link" onClick={() => go('/supervision/record-orders', { list: overdue > 0 ? 'overdue' : 'near' })}>
        看是哪几项
      </Button>
    </p>
  );
}

function MissedUnits({ checks }: { checks: Checks }) {
  const go = useGo();
  const [all, showAll] = useState(false);
  const missed = checks.units.filter((one) => !one.looked && one.open > 0);
  if (!checks.workingDay)
    return (
      <>
        <h3>今天还没有查询的单位</h3>
        <p>{dayText(checks.day)}不是工作日，不要求查询。</p>
      </>
    );
  return (
    <>
      <h3>
        今天还没有查询、手上有件的单位{' '}
        <span className={missed.length > 0 ? 'count count-bad' : 'count'}>{missed.length}</span>
      </h3>
      <p className="quiet">
        每个工作日都要查询一次。截至{momentText(checks.asOf)}，已查询 {checks.lookedCount} 个单位。
      </p>
      {missed.length === 0 && <p>手上有件的单位今天都查询过了。</p>}
      <ul className="plain-list">
        {(all ? missed : missed.slice(0, shown)).map((one) => (
          <li key={one.unitId} className="line-split">
            <span>
              {one.unitName}
              <br />
              <span className="quiet">
                在办 {one.open} 件{one.daysMissed > 0 && `，近 10 个工作日有 ${one.daysMissed} 天没查`}
              </span>
            </span>
            <Button
              size="small"
              aria-label={`看在办件：${one.unitName}`}
              onClick={() => go('/supervision/items', { what: 'open', unit: one.unitId })}
            >
              看在办件
            </Button>
          </li>
        ))}
      </ul>
      {missed.length > shown && (
        <Button type="link" onClick={() => showAll(!all)}>
          {all ? '收起' : `再看 ${missed.length - shown} 个`}
        </Button>
      )}
    </>
  );
}

interface WatchedProps {
  readonly title: string;
  readonly what: 'overdue' | 'due-soon';
  readonly list: ReplyTo<'listSupervisedItems'>;
  readonly urge: (item: ItemSummary) => void;
}

function WatchedItems({ title, what, list, urge }: WatchedProps) {
  const { today } = useOfficer();
  const go = useGo();
  const count = list.next ? `${list.items.length} 以上` : String(list.items.length);
  return (
    <>
      <h3>
        {title}的办件{' '}
        <span className={what === 'overdue' && list.items.length > 0 ? 'count count-bad' : 'count'}>{count}</span>
      </h3>
      {list.items.length === 0 && <p>没有{title}的办件。</p>}
      <ul className="plain-list">
        {list.items.slice(0, shown).map((item) => (
          <li key={item.itemId} className="line-split">
            <span>
              <DueChip due={item.due} today={today} />{' '}
              <button type="button" className="link" onClick={() => go(`/items/${item.subjectKey}/${item.itemId}`)}>
                {item.subjectName}
              </button>
              <br />
              <span className="quiet">
                {item.unitName} · {item.stateText}
              </span>
            </span>
            <Button size="small" aria-label={`催办${item.unitName}：${item.subjectName}`} onClick={() => urge(item)}>
              催办
            </Button>
          </li>
        ))}
      </ul>
      {list.items.length > shown && (
        <Button type="link" onClick={() => go('/supervision/items', { what })}>
          看全部
        </Button>
      )}
    </>
  );
}
