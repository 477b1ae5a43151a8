import { Button, Drawer } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { GuideCopy, PortalView } from '#contract/portals.ts';
import type { ReplyTo } from '../../api.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { countText, dayText, momentText } from '../when.ts';
import { PortalSnippet } from './PortalSnippet.tsx';

type Copies = ReplyTo<'listGuideCopies'>;

const kinds = {
  province: '省级入口',
  credit: '信用网站',
  market: '公示系统',
  local: '地方信用网站',
  department: '部门网站',
} as const;
const forms = { data: '取用数据', block: '嵌入小页面', paper: '印刷版', reported: '自己核对' } as const;

/** Which version of the guide each portal shows, how stale it is, and how many came through it. */
export function GuideCopiesPage() {
  const query = useAsk('listGuideCopies', {});
  return (
    <Page
      title="各网站的指引"
      intro="指引由目录和法规自动生成。各网站取用数据、嵌入小页面或者自己核对时，这里记下它手里是哪一版。"
      acts={
        <Button href="/guide-versions" target="_blank">
          看指引的各个版本
        </Button>
      }
    >
      <Loaded query={query} rows={10}>
        {(copies) => (
          <>
            <Summary copies={copies} />
            <Portals portals={copies.portals} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const isStale = (portal: PortalView) => portal.copies.some((one) => !one.isCurrent);

function Summary({ copies: { current, portals } }: { copies: Copies }) {
  const [stale, none] = [portals.filter(isStale).length, portals.filter((one) => one.copies.length === 0).length];
  const visits = portals.reduce((total, one) => total + one.visits.last30Days, 0);
  return (
    <p>
      现行版本 <strong className="figures">{current.version}</strong>，{dayText(current.from)}起有效
      {current.to && `，到${dayText(current.to)}`}。{portals.length} 个网站：
      {stale > 0 ? <strong>{stale} 个手里的已经过期</strong> : '没有过期的'}，{none} 个还没有取用过；近 30
      天从这些网站点进来 {countText(visits)} 次。
    </p>
  );
}

/** The copy that matters most: a stale one before a current one, the latest before older ones. */
function foremost(copies: readonly GuideCopy[]): GuideCopy | undefined {
  return copies.toSorted(
    (a, b) => Number(a.isCurrent) - Number(b.isCurrent) || b.fetchedAt.localeCompare(a.fetchedAt),
  )[0];
}

function stateText(copy: GuideCopy | undefined) {
  if (!copy) return <span className="quiet">还没有取用过</span>;
  if (copy.isCurrent) return <span className="chip chip-good">✓ 现行</span>;
  const days = copy.daysStale === null ? '认不出是哪一版' : `过期 ${copy.daysStale} 天`;
  return <span className="chip chip-attention">▲ {days}</span>;
}

function Portals({ portals }: { portals: readonly PortalView[] }) {
  const [shown, show] = useState<PortalView | null>(null);
  const columns: ColumnsType<PortalView> = [
    {
      key: 'name',
      title: '网站',
      render: (_, it) => (
        <button type="button" className="link strong" onClick={() => show(it)}>
          {it.name}
        </button>
      ),
    },
    { key: 'kind', title: '类别', render: (_, it) => kinds[it.kind] },
    { key: 'state', title: '手里的指引', render: (_, it) => stateText(foremost(it.copies)) },
    { key: 'version', title: '版本', className: 'figures', render: (_, it) => foremost(it.copies)?.version ?? '—' },
    { key: 'fetched', title: '最近取用', className: 'figures', render: (_, it) => momentText(latest(it.copies)) },
    { key: 'today', title: '今天访问', align: 'right', className: 'figures', render: (_, it) => it.visits.today },
    {
      key: 'recent',
      title: '近 30 天访问',
      align: 'right',
      className: 'figures',
      render: (_, it) => countText(it.visits.last30Days),
    },
    {
      key: 'applications',
      title: '近 30 天申请',
      align: 'right',
      className: 'figures',
      render: (_, it) => countText(it.applications.last30Days),
    },
  ];
  return (
    <>
      <OfficeTable<PortalView>
        name="guide-copies"
        caption="各网站的指引"
        fixedKeys={['name']}
        columns={columns}
        dataSource={portals.toSorted((a, b) => Number(isStale(b)) - Number(isStale(a)))}
        rowKey="channel"
      />
      {shown && <Portal portal={shown} close={() => show(null)} />}
    </>
  );
}

function latest(copies: readonly GuideCopy[]): string | undefined {
  return copies
    .map((one) => one.fetchedAt)
    .toSorted()
    .at(-1);
}

function Portal({ portal, close }: { portal: PortalView; close: () => void }) {
  return (
    <Drawer open onClose={close} title={portal.name} size={640}>
      <h3>手里的指引</h3>
      {portal.copies.length === 0 && (
        <p className="quiet">还没有取用过。把下面的代码贴到网页里，或者让网站定时取用数据。</p>
      )}
      <ul className="tight">
        {portal.copies.map((one) => (
          <li key={`${one.form}-${one.matterKey}`}>
            {forms[one.form]}：{one.matterName ?? '全文'}，版本 <span className="figures">{one.version}</span>{' '}
            {stateText(one)} <span className="quiet">{momentText(one.fetchedAt)}</span>
          </li>
        ))}
      </ul>
      <h3>近 30 天访问</h3>
      {portal.pages.length === 0 && <p className="quiet">还没有人从这个网站点进来。</p>}
      <ul className="tight">
        {portal.pages.map((one) => (
          <li key={one.name}>
            {one.name}：{countText(one.visits)} 次
          </li>
        ))}
      </ul>
      <PortalSnippet portal={portal} />
    </Drawer>
  );
}
