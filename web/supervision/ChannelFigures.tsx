import type { ColumnsType } from 'antd/es/table';
import type { ReplyTo } from '../api.ts';
import { useAsk } from '../office/ask.ts';
import { Loaded } from '../office/Loaded.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { countText, dayText } from '../office/when.ts';

type Channel = ReplyTo<'getChannelFigures'>['channels'][number];

const ownDoors: readonly string[] = ['direct', 'window'];
const columns: ColumnsType<Channel> = [
  { key: 'name', title: '入口', render: (_, it) => it.name },
  {
    key: 'visits',
    title: '访问（次）',
    align: 'right',
    className: 'figures',
    render: (_, it) => (ownDoors.includes(it.channel) ? '不计' : countText(it.visits)),
  },
  {
    key: 'applications',
    title: '申请（份）',
    align: 'right',
    className: 'figures',
    render: (_, it) => countText(it.applications),
  },
];

/** Through which entrances people came and applied: the most used first, those without a count named below. */
export function ChannelFigures({ from, to }: { from: string | undefined; to: string | undefined }) {
  const figures = useAsk('getChannelFigures', { query: { from, to } }, { keep: true });
  return (
    <section className="card" aria-labelledby="channels-title">
      <h2 id="channels-title">从哪里来</h2>
      <Loaded query={figures} rows={5}>
        {(it) => (
          <>
            <Channels channels={it.channels} />
            <p className="quiet">
              {dayText(it.from)}到{dayText(it.to)}。{it.definition}
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Channels({ channels }: { channels: readonly Channel[] }) {
  const used = channels
    .filter((one) => one.visits + one.applications > 0)
    .toSorted((a, b) => b.applications - a.applications || b.visits - a.visits);
  const unused = channels.length - used.length;
  if (used.length === 0) return <p className="quiet">这一段时间还没有从各入口来的访问和申请。</p>;
  return (
    <>
      <OfficeTable<Channel>
        name="channel-figures"
        caption="各入口的访问和申请"
        fixedKeys={['name']}
        columns={columns}
        dataSource={used}
        rowKey="channel"
      />
      {unused > 0 && <p className="quiet">另有 {unused} 个入口没有访问，也没有申请。</p>}
    </>
  );
}
