import { App, Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReplyTo } from '../../api.ts';
import { useAct, useAsk } from '../ask.ts';
import { OfficeTable } from '../OfficeTable.tsx';
import { Refused } from '../Refused.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { momentText } from '../when.ts';

/** What one answer holds; the oldest come first. */
const most = 100;

type Stuck = ReplyTo<'listStuckPapers'>['papers'][number];

/** Papers that wait for their seal or did not print. Nothing is shown while there are none. */
export function StuckPapers() {
  const query = useAsk('listStuckPapers', {});
  const papers = query.data?.papers ?? [];
  return papers.length === 0 ? null : <Papers rows={papers} />;
}

function Papers({ rows }: { rows: readonly Stuck[] }) {
  const again = useAct('reprintPaper', ['listStuckPapers']);
  const officer = useOfficer();
  const { message } = App.useApp();
  const columns: ColumnsType<Stuck> = [
    { key: 'state', title: '状态', render: (_, it) => (it.waitsFor === 'seal' ? '! 等签章' : '× 没有生成') },
    {
      key: 'paper',
      title: '文书',
      render: (_, it) => (
        <div className="two-lines">
          <strong>{it.title}</strong>
          <span className="quiet">{it.docNumber ?? '没有文号'}</span>
        </div>
      ),
    },
    { key: 'organ', title: '出具单位', render: (_, it) => it.organName },
    { key: 'reason', title: '原因', render: (_, it) => <div className="wrap-narrow">{it.reason}</div> },
    {
      key: 'tried',
      title: '最近一次',
      responsive: ['xl'],
      className: 'figures',
      render: (_, it) => (it.lastTryAt ? momentText(it.lastTryAt) : '—'),
    },
  ];
  if (hasRole(officer, ['officer', 'operator']))
    columns.push({
      key: 'act',
      title: '处理',
      fixed: 'right',
      render: (_, { subjectKey, paperId, title, docNumber }) => (
        <Button
          size="small"
          loading={again.isPending && again.variables?.params.paperId === paperId}
          aria-label={`再试一次：${title} ${docNumber ?? ''}`}
          onClick={() =>
            again.mutate(
              { params: { subjectKey, paperId } },
              { onSuccess: () => void message.success('已经再试，几秒钟后刷新看结果。') },
            )
          }
        >
          再试一次
        </Button>
      ),
    });
  return (
    <section aria-labelledby="stuck-papers">
      <h2 id="stuck-papers">没有出具成的文书（{rows.length === most ? `${most} 份以上` : `${rows.length} 份`}）</h2>
      <p className="quiet">
        签好章以前不会交给申请人。等签章的会自动再试，每 10 分钟至少一次；对方恢复以后不用逐份处理。
      </p>
      <Refused error={again.error} />
      <OfficeTable<Stuck>
        name="stuck-papers"
        stacks
        caption="没有出具成的文书"
        fixedKeys={['state', 'paper', 'act']}
        columns={columns}
        dataSource={rows}
        rowKey={(row) => row.paperId}
      />
    </section>
  );
}
