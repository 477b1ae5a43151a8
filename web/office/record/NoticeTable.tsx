import { App, Button, Checkbox } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { NoticeRow } from '#contract/notice-queue.ts';
import { addressOf } from '../../api.ts';
import { useAct } from '../ask.ts';
import { OfficeTable } from '../OfficeTable.tsx';
import { Refused } from '../Refused.tsx';
import { useRemembered } from '../remembered.ts';
import { shortDay } from '../when.ts';
import { ManyServices } from './ManyServices.tsx';
import { NoticeHistory } from './NoticeHistory.tsx';
import { ServiceDrawer } from './ServiceDrawer.tsx';

interface Props {
  readonly rows: readonly NoticeRow[];
  readonly stage: string;
  /** Called when a batch was ordered. */
  readonly printing: () => void;
}

const keyOf = ({ subjectKey, recordId }: NoticeRow) => ({ subjectKey, recordId });

/** Decisions with their notices: what waits how long, and the acts for one and for many. */
export function NoticeTable({ rows, stage, printing }: Props) {
  const [chosen, choose] = useState<readonly string[]>([]);
  const [serving, serve] = useState<NoticeRow | null>(null);
  const [looking, look] = useState<NoticeRow | null>(null);
  const [many, serveMany] = useState(false);
  const selected = rows.filter((one) => chosen.includes(one.recordId));
  return (
    <>
      <OfficeTable<NoticeRow>
        name="notices"
        caption="决定和告知书"
        fixedKeys={['decision', 'acts']}
        columns={columnsOf({ stage, serve, look })}
        dataSource={rows}
        rowKey="recordId"
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => choose(keys.map(String)),
          getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
          getCheckboxProps: (row) => ({ 'aria-label': `选择 ${row.docNumber}` }),
        }}
        toolbar={
          <ManyActs selected={selected} serve={() => serveMany(true)} printing={printing} done={() => choose([])} />
        }
      />
      {serving && <ServiceDrawer record={serving} close={() => serve(null)} />}
      {looking && <NoticeHistory row={looking} close={() => look(null)} />}
      {many && (
        <ManyServices
          rows={selected}
          close={() => {
            serveMany(false);
            choose([]);
          }}
        />
      )}
    </>
  );
}

interface ManyProps {
  readonly selected: readonly NoticeRow[];
  readonly serve: () => void;
  readonly printing: () => void;
  readonly done: () => void;
}

function ManyActs({ selected, serve, printing, done }: ManyProps) {
  const print = useAct('printNotices', ['listNoticeBatches']);
  const renew = useAct('renewNotices', ['listNotices']);
  const [twoSided, remember] = useRemembered('two-sided', true);
  const { message } = App.useApp();
  const records = selected.map(keyOf);
  const outdated = selected.filter((one) => one.outdated || one.noticeId === null);
  const none = selected.length === 0;
  return (
    <>
      <span className="cell-acts">
        <span>{none ? '先选择决定' : `已选 ${selected.length} 条`}</span>
        <Button size="small" disabled={none} onClick={serve}>
          登记送达
        </Button>
        <Button
          size="small"
          disabled={none}
          loading={print.isPending}
          onClick={() => print.mutate({ body: { records, twoSided } }, { onSuccess: printing })}
        >
          合成一个 PDF 打印
        </Button>
        <Checkbox checked={twoSided} onChange={(event) => remember(event.target.checked)}>
          双面
        </Checkbox>
        {outdated.length > 0 && (
          <Button
            size="small"
            loading={renew.isPending}
            onClick={() =>
              renew.mutate(
                { body: { records: outdated.map(keyOf) } },
                {
                  onSuccess: (it) => {
                    void message.success(`已制作 ${it.done} 份${it.left > 0 ? `，${it.left} 份没有换` : ''}。`);
                    done();
                  },
                },
              )
            }
          >
            制作新版（{outdated.length}）
          </Button>
        )}
      </span>
      <Refused error={print.error ?? renew.error} />
    </>
  );
}

interface Acts {
  readonly stage: string;
  readonly serve: (row: NoticeRow) => void;
  readonly look: (row: NoticeRow) => void;
}

function columnsOf({ stage, serve, look }: Acts): ColumnsType<NoticeRow> {
  const waits = stage === 'unserved' || stage === 'outdated' || stage === 'unmade';
  return [
    {
      key: 'decision',
      title: '决定',
      render: (_, it) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => look(it)}>
            {it.docNumber}
          </button>
          <span className="quiet">{it.plain}</span>
        </div>
      ),
    },
    { key: 'subject', title: '主体', render: (_, it) => it.subjectName },
    { key: 'finding', title: '决定日期', className: 'figures', render: (_, it) => shortDay(it.findingDate) },
    waits
      ? { key: 'waiting', title: '已等', className: 'figures', render: (_, it) => <Waiting row={it} /> }
      : { key: 'served', title: '送达', className: 'figures', render: (_, it) => <Served row={it} /> },
    { key: 'edition', title: '告知书', render: (_, it) => <Edition row={it} /> },
    { key: 'acts', title: '办理', render: (_, it) => <RowActs row={it} serve={serve} look={look} /> },
  ];
}

/** What waits longer than a week stands out: a hint for the eye, no limit of law. */
function Waiting({ row }: { row: NoticeRow }) {
  const { waitingDays: days } = row;
  return (
    <span className={`chip chip-${days > 7 ? 'bad' : days > 4 ? 'attention' : 'none'}`}>
      {days > 4 && '！'}
      {days} 天
    </span>
  );
}

function Served({ row }: { row: NoticeRow }) {
  const late = row.daysAfterDecision ?? 0;
  return (
    <span className={`chip chip-${late > 0 ? 'attention' : 'good'}`}>
      {late > 0 ? '！' : '✓'} {shortDay(row.servedOn)}
      {late > 0 ? `，晚 ${late} 天` : '，同时送达'}
    </span>
  );
}

function Edition({ row }: { row: NoticeRow }) {
  if (row.noticeId === null) return <span className="chip chip-attention">还没有制作</span>;
  return (
    <div className="two-lines">
      <span>
        {row.noticeNumber ?? ''}
        {!row.printed && <span className="quiet"> 正在生成</span>}
      </span>
      <span className="quiet">
        第 {row.edition} 版{row.outdated && <span className="chip chip-attention">！规定或内容有变，可换新版</span>}
      </span>
      {row.classNeeded && <span className="chip chip-attention">！先定失信程度，告知书上还没有日期</span>}
    </div>
  );
}

function RowActs({ row, serve, look }: { row: NoticeRow } & Omit<Acts, 'stage'>) {
  const make = useAct('renewRepairNotice', ['listNotices']);
  const { subjectKey, recordId, paperId } = row;
  return (
    <div className="cell-acts">
      {paperId && (
        <Button
          size="small"
          href={addressOf('downloadPaper', { params: { subjectKey, paperId } })}
          target="_blank"
          rel="noopener"
          disabled={!row.printed}
          aria-label={`打开告知书：${row.docNumber}`}
        >
          打开
        </Button>
      )}
      {!row.servedOn && (row.outdated || !row.noticeId) && (
        <Button
          size="small"
          loading={make.isPending}
          onClick={() => make.mutate({ params: { subjectKey, recordId } })}
          aria-label={`${row.noticeId ? '换新版' : '制作'}：${row.docNumber}`}
        >
          {row.noticeId ? '换新版' : '制作'}
        </Button>
      )}
      {row.noticeId && !row.servedOn && (
        <Button size="small" onClick={() => serve(row)} aria-label={`登记送达：${row.docNumber}`}>
          登记送达
        </Button>
      )}
      {row.servedOn && (
        <Button size="small" onClick={() => look(row)} aria-label={`看送达情况：${row.docNumber}`}>
          送达情况
        </Button>
      )}
    </div>
  );
}
