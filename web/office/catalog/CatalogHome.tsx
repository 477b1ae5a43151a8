import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CatalogChange } from '#contract/catalog-changes.ts';
import { addDays } from '#domain/plain-date.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { hasRole, type Officer, useOfficer } from '../session.ts';
import { CalendarAlarm } from './CalendarAlarm.tsx';
import { CatalogFrame } from './CatalogFrame.tsx';
import { ChangeCard } from './ChangeCard.tsx';
import { isMine } from './mine.ts';

/** How long a returned filing stays among what there is to do. */
const returnedDays = 60;

/** What waits for the keeper who looks: to decide, to see decided, to correct; and what takes effect next. */
export function CatalogHome() {
  const officer = useOfficer();
  return (
    <CatalogFrame
      title="目录管理"
      intro="事项、确认、分类标准、放假安排和单位的变更，都由一人报备、另一人审核，从生效日起自动生效。"
    >
      <CalendarAlarm />
      <Waiting officer={officer} />
      <div className="two-halves">
        <Returned officer={officer} />
        <Soon />
      </div>
      {hasRole(officer, ['catalog-keeper']) && <WhatToFile />}
    </CatalogFrame>
  );
}

function WhatToFile() {
  const doors = [
    ['/catalog/new-matter', '新增事项', '例如某领域新设的严重失信主体名单'],
    ['/catalog/matters', '变更或取消事项', '先打开事项，再报备变更'],
    ['/catalog/points', '录入确认', '有权机关对条文疑问的书面答复'],
    ['/catalog/standards', '录入分类标准', '罚款分档等，由各领域公布'],
    ['/catalog/calendar', '录入放假安排', '国务院办公厅每年的通知和调整'],
    ['/catalog/units', '变更单位信息', '名称、电话、地址'],
  ] as const;
  return (
    <section className="card" aria-labelledby="file-title">
      <h2 id="file-title">要报备什么</h2>
      <ul className="file-doors">
        {doors.map(([to, title, text]) => (
          <li key={to}>
            <Link className="link strong" to={to as never}>
              {title}
            </Link>
            <span className="quiet">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ officer }: { officer: Officer }) {
  const query = useAsk('listCatalogChanges', { query: { state: 'filed' } }, { refetchInterval: 60_000 });
  return (
    <Loaded query={query} rows={6}>
      {({ changes }) => {
        const mine = changes.filter((one) => isMine(one, officer));
        const others = changes.filter((one) => !one.mayDecide && !isMine(one, officer));
        return (
          <>
            <Part
              title="等我审核"
              changes={changes.filter((one) => one.mayDecide)}
              empty="没有等您审核的报备。"
              say={(one) => (one.trial === null && one.kind !== 'unit' ? '影响还在推算。' : null)}
            />
            {mine.length > 0 && (
              <Part title="我报备的，等别人审核" changes={mine} empty="" say={() => '请另一位目录管理人员审核。'} />
            )}
            {others.length > 0 && <Part title="其他等待审核的" changes={others} empty="" say={(one) => one.whyNot} />}
          </>
        );
      }}
    </Loaded>
  );
}

function Returned({ officer }: { officer: Officer }) {
  const query = useAsk('listCatalogChanges', { query: { state: 'rejected' } });
  const since = addDays(officer.today, -returnedDays);
  return (
    <Loaded query={query} rows={3}>
      {({ changes }) => (
        <Part
          title="退回给我的"
          changes={changes.filter((one) => isMine(one, officer) && one.filedOn >= since)}
          empty={`近 ${returnedDays} 天没有退回给您的报备。`}
          say={(one) => `退回理由：${one.note ?? '没有写明'}`}
        />
      )}
    </Loaded>
  );
}

function Soon() {
  const query = useAsk('listCatalogChanges', { query: { state: 'approved' } });
  return (
    <Loaded query={query} rows={3}>
      {({ changes }) => (
        <Part
          title="即将生效"
          changes={changes.filter((one) => !one.inForce).toReversed()}
          empty="没有等着生效的变更。"
        />
      )}
    </Loaded>
  );
}

interface PartProps {
  readonly title: string;
  readonly changes: readonly CatalogChange[];
  readonly empty: string;
  readonly say?: (change: CatalogChange) => ReactNode;
}

function Part({ title, changes, empty, say }: PartProps) {
  return (
    <section className="card" aria-label={title}>
      <h2>
        {title} <span className="count">{changes.length}</span>
      </h2>
      {changes.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul className="plain-list">
          {changes.map((change) => (
            <ChangeCard key={change.changeId} change={change}>
              {say?.(change) && <p className="quiet">{say(change)}</p>}
            </ChangeCard>
          ))}
        </ul>
      )}
    </section>
  );
}
