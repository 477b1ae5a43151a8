import { Button, Input } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { RecordView, UnitRecordView } from '#contract/record.ts';
import { addressOf } from '../../api.ts';
import { useFilters, useGo } from '../address.ts';
import { useAct, useAskPages } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { Refused } from '../Refused.tsx';
import { dayText, shortDay } from '../when.ts';
import { RecordDrawer } from './RecordDrawer.tsx';
import { RecordStanding } from './RecordStanding.tsx';
import { ServiceDrawer } from './ServiceDrawer.tsx';

/** The unit's own findings: the repair notice that goes out with each decision, and how it was served. */
export function RecordsPage() {
  const [filters, change] = useFilters();
  const go = useGo();
  const query = useAskPages('listUnitRecords', { query: { q: filters.q } });
  return (
    <Page
      title="失信信息"
      intro="本单位认定的失信信息。每份处罚或列入决定都要附《信用修复告知书》一并送达（两书同达）。"
      acts={
        <Button type="primary" onClick={() => go('/records/new')}>
          登记一条决定
        </Button>
      }
    >
      <search className="filters">
        <Input.Search
          key={filters.q}
          aria-label="查找主体名称、代码或文书号"
          placeholder="主体名称、代码或文书号"
          allowClear
          defaultValue={filters.q}
          onSearch={(q) => change({ q: q.trim() })}
        />
      </search>
      <Loaded
        query={query}
        rows={10}
        isEmpty={(it) => (it.pages[0]?.records.length ?? 0) === 0}
        emptyText={filters.q ? '没有查到，换个说法再查。' : '本单位还没有失信信息。可以在“导入信息”里上传。'}
      >
        {(it) => {
          const all = it.pages.flatMap((page) => page.records);
          return (
            <>
              <Records records={all} />
              <LoadMore query={query} shown={all.length} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Records({ records }: { records: readonly UnitRecordView[] }) {
  const go = useGo();
  const make = useAct('makeRepairNotice', ['listUnitRecords']);
  const [serving, serve] = useState<RecordView | null>(null);
  const [shown, show] = useState<UnitRecordView | null>(null);
  const columns: ColumnsType<UnitRecordView> = [
    {
      key: 'record',
      title: '失信信息',
      render: (_, it) => (
        <div className="two-lines">
          <button type="button" className="link strong" onClick={() => show(it)}>
            {it.plain}
          </button>
          <span className="quiet">{it.matterName}</span>
          {it.openObjections.map(({ objectionId, number }) => (
            <span key={objectionId}>
              <span className="chip chip-attention">异议处理中</span>{' '}
              <button type="button" className="link" onClick={() => go(`/objections/${it.subjectKey}/${objectionId}`)}>
                看异议 {number}
              </button>
            </span>
          ))}
        </div>
      ),
    },
    {
      key: 'subject',
      title: '主体',
      render: (_, it) => (
        <div className="two-lines">
          <span>{it.subjectName}</span>
          <span className="quiet figures">{it.subjectCode}</span>
        </div>
      ),
    },
    {
      key: 'doc',
      title: '文书号和认定日期',
      render: (_, it) => (
        <div className="two-lines">
          <span>{it.docNumber}</span>
          <span className="quiet figures">{dayText(it.findingDate)}</span>
        </div>
      ),
    },
    {
      key: 'verdict',
      title: '现在能不能修复',
      render: (_, it) => <RecordStanding record={it} />,
    },
    {
      key: 'notice',
      title: '信用修复告知书',
      render: (_, it) => (
        <NoticeCell
          record={it}
          making={make.isPending && make.variables?.params.recordId === it.recordId}
          make={() => make.mutate({ params: { subjectKey: it.subjectKey, recordId: it.recordId } })}
          serve={() => serve(it)}
        />
      ),
    },
  ];
  return (
    <>
      <Refused error={make.error} />
      <OfficeTable<UnitRecordView>
        name="records"
        stacks
        caption="本单位的失信信息"
        fixedKeys={['record', 'notice']}
        columns={columns}
        dataSource={records}
        rowKey="recordId"
      />
      {serving && <ServiceDrawer record={serving} close={() => serve(null)} />}
      {shown && <RecordDrawer record={shown} close={() => show(null)} />}
    </>
  );
}

interface CellProps {
  readonly record: RecordView;
  readonly making: boolean;
  readonly make: () => void;
  readonly serve: () => void;
}

function NoticeCell({ record, making, make, serve }: CellProps) {
  const notice = record.repairNotice;
  if (!notice && (record.heldBack?.why === 'annulled' || record.repairedOn))
    return <span className="quiet">不用制作</span>;
  if (!notice)
    return (
      <Button size="small" onClick={make} loading={making} aria-label={`为${record.docNumber}制作告知书`}>
        制作告知书
      </Button>
    );
  return (
    <div className="cell-acts">
      <Button
        size="small"
        href={addressOf('downloadPaper', { params: { subjectKey: record.subjectKey, paperId: notice.paperId } })}
        target="_blank"
        rel="noopener"
        aria-label={`打开告知书：${record.docNumber}`}
      >
        打开告知书
      </Button>
      {record.heldBack?.why === 'annulled' ? (
        <span className="quiet">决定已被撤销，不用再送达</span>
      ) : notice.servedOn ? (
        <span className={`chip chip-${notice.servedWithDecision ? 'good' : 'attention'}`}>
          {notice.servedWithDecision ? '✓' : '！'} {shortDay(notice.servedOn)}送达
        </span>
      ) : (
        <Button size="small" onClick={serve} aria-label={`登记送达：${record.docNumber}`}>
          登记送达
        </Button>
      )}
    </div>
  );
}
