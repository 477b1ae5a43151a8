import './team.css';
import { Button } from 'antd';
import { useState } from 'react';
import type { Team, TeamLeave, TeamMember, TeamRule } from '#contract/queue.ts';
import { useGo } from '../../office/address.ts';
import { useAct, useAsk } from '../../office/ask.ts';
import { Loaded } from '../../office/Loaded.tsx';
import { OfficeTable } from '../../office/OfficeTable.tsx';
import { Page } from '../../office/Page.tsx';
import { Refused } from '../../office/Refused.tsx';
import { hasRole, useOfficer } from '../../office/session.ts';
import { dayText, momentText } from '../../office/when.ts';
import { roleWord } from '../../office/words.ts';
import { DepartureDrawer } from './DepartureDrawer.tsx';
import { LeaveDrawer } from './LeaveDrawer.tsx';
import { RuleDrawer } from './RuleDrawer.tsx';

type Open =
  | { readonly what: 'leave' | 'departure'; readonly officerId: string }
  | { readonly what: 'rule'; readonly rule: TeamRule | null };

/** 本单位人员: who has how much in hand, who is away and who stands in, how new items are shared out. */
export function TeamPage() {
  const officer = useOfficer();
  const team = useAsk('getTeam', {}, { refetchInterval: 60_000 });
  const [open, setOpen] = useState<Open | null>(null);
  const go = useGo();
  const close = () => setOpen(null);
  return (
    <Page
      title="人员分工"
      intro="谁手上有多少件、谁请假由谁代办、新件怎样分派。"
      acts={<Button onClick={() => setOpen({ what: 'leave', officerId: officer.officerId ?? '' })}>登记请假</Button>}
    >
      <Loaded query={team} rows={8}>
        {(it) => (
          <>
            <p>
              还没有承办人的有 <strong className="figures">{it.unassigned}</strong> 件。
              <button type="button" className="link" onClick={() => go('/queue', { list: 'unassigned' })}>
                去看待分派
              </button>
            </p>
            <People team={it} leave={(officerId) => setOpen({ what: 'departure', officerId })} />
            <Leaves leaves={it.leaves} />
            <Rules rules={it.rules} change={(rule) => setOpen({ what: 'rule', rule })} />
            {open?.what === 'leave' && <LeaveDrawer team={it} officerId={open.officerId} close={close} />}
            {open?.what === 'departure' && <DepartureDrawer team={it} officerId={open.officerId} close={close} />}
            {open?.what === 'rule' && <RuleDrawer team={it} rule={open.rule} close={close} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function People({ team, leave }: { team: Team; leave: (officerId: string) => void }) {
  const head = hasRole(useOfficer(), ['head']);
  const go = useGo();
  const away = new Map(team.leaves.filter((one) => one.now).map((one) => [one.officer.officerId, one]));
  const count = (holder: string, list: string, n: number) =>
    n === 0 ? (
      '0'
    ) : (
      <button type="button" className="link figures" onClick={() => go('/queue', { list, holder })}>
        {n}
      </button>
    );
  return (
    <OfficeTable<TeamMember>
      name="team"
      caption="人员和名下的件"
      fixedKeys={['name', 'open']}
      dataSource={team.people}
      rowKey="officerId"
      scroll={undefined}
      columns={[
        {
          key: 'name',
          title: '姓名',
          render: (_, one) => {
            const leaveNow = away.get(one.officerId);
            return (
              <div className="two-lines">
                <strong>{one.name}</strong>
                <span className="quiet">
                  {one.here
                    ? one.roles
                        .filter((role) => role !== 'officer')
                        .map(roleWord)
                        .join('、') || roleWord('officer')
                    : '已离岗'}
                  {leaveNow && `，请假到${dayText(leaveNow.until)}，由${leaveNow.deputy.name}代办`}
                </span>
              </div>
            );
          },
        },
        {
          key: 'open',
          title: '名下未办结',
          width: 112,
          className: 'figures',
          render: (_, one) => count(one.officerId, 'todo', one.open),
        },
        {
          key: 'dueSoon',
          title: '即将到期',
          width: 96,
          className: 'figures',
          responsive: ['sm'],
          render: (_, one) => count(one.officerId, 'due-soon', one.dueSoon),
        },
        {
          key: 'overdue',
          title: '已超期',
          width: 88,
          className: 'figures',
          responsive: ['sm'],
          render: (_, one) => count(one.officerId, 'overdue', one.overdue),
        },
        ...(head
          ? [
              {
                key: 'acts',
                title: '离岗',
                width: 104,
                render: (_: unknown, one: TeamMember) =>
                  one.open > 0 && (
                    <Button
                      size="small"
                      onClick={() => leave(one.officerId)}
                      aria-label={`全部移交：${one.name}名下的件`}
                    >
                      全部移交
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Leaves({ leaves }: { leaves: readonly TeamLeave[] }) {
  const end = useAct('endLeave', ['getTeam', 'listQueue', 'getItem']);
  return (
    <section className="card" aria-labelledby="leaves-title">
      <h2 id="leaves-title">请假和代办</h2>
      <Refused error={end.error} />
      {leaves.length === 0 ? (
        <p className="quiet">没有人请假。</p>
      ) : (
        <ul className="plain-list team-lines">
          {leaves.map((one) => (
            <li key={one.leaveId}>
              <span>
                <strong>{one.officer.name}</strong> {dayText(one.from)}至{dayText(one.until)}
                请假，由{one.deputy.name}代办
                {one.now && <span className="chip chip-attention">今天代办中</span>}
              </span>
              {one.mayEnd && (
                <Button
                  size="small"
                  loading={end.isPending}
                  onClick={() => end.mutate({ params: { leaveId: one.leaveId } })}
                >
                  {one.now ? '提前结束' : '取消'}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Rules({ rules, change }: { rules: readonly TeamRule[]; change: (rule: TeamRule | null) => void }) {
  const head = hasRole(useOfficer(), ['head']);
  return (
    <section className="card" aria-labelledby="rules-title">
      <h2 id="rules-title">新件分派规则</h2>
      <p className="quiet">
        新件登记后自动分给规则里名下最少的人；请假的由代办人接。没有规则的，在“待分派”里等认领或者分派。
      </p>
      {rules.length > 0 && (
        <ul className="plain-list team-lines">
          {rules.map((one) => (
            <li key={one.matterKey ?? '*'}>
              <span>
                <strong>{one.matterName}</strong>：{one.officers.map(({ name }) => name).join('、')}
                <span className="quiet">
                  　{one.setBy} {momentText(one.setAt)}设置
                </span>
              </span>
              {head && (
                <Button size="small" onClick={() => change(one)} aria-label={`修改“${one.matterName}”的规则`}>
                  修改
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {head ? (
        <Button onClick={() => change(null)}>增加规则</Button>
      ) : (
        rules.length === 0 && <p>还没有规则，由负责人设置。</p>
      )}
    </section>
  );
}
