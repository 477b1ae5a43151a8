import { Drawer } from 'antd';
import type { UnitRecordView } from '#contract/record.ts';
import { Cites } from '../Cites.tsx';
import { VerdictReasons } from '../VerdictReasons.tsx';
import { dayText } from '../when.ts';
import { classWord, recordTypeWord } from '../words.ts';
import { RecordOrders } from './orders/RecordOrders.tsx';
import { RecordDates } from './RecordDates.tsx';
import { OpenItem } from './RecordStanding.tsx';

/** One record with its verdict and every reason. */
export function RecordDrawer({ record, close }: { record: UnitRecordView; close: () => void }) {
  return (
    <Drawer open onClose={close} title="失信信息" size={520}>
      <p className="lead">{record.plain}</p>
      <dl className="facts">
        <dt>主体</dt>
        <dd>
          {record.subjectName}，<span className="figures">{record.subjectCode}</span>
        </dd>
        <dt>类型</dt>
        <dd>{recordTypeWord(record.recordType)}</dd>
        <dt>事项</dt>
        <dd>{record.matterName}</dd>
        <dt>文书号</dt>
        <dd>{record.docNumber}</dd>
        <dt>认定机关</dt>
        <dd>{record.organName}</dd>
        <dt>认定日期</dt>
        <dd>{dayText(record.findingDate)}</dd>
        <dt>登记的公示日期</dt>
        <dd>{dayText(record.publishedDate, '没有登记')}</dd>
        <dt>类别</dt>
        <dd>{classWord(record.verdict.class)}</dd>
        {record.repairedOn && (
          <>
            <dt>已修复</dt>
            <dd>{dayText(record.repairedOn)}</dd>
          </>
        )}
        {record.heldBack && (
          <>
            <dt>不公示</dt>
            <dd>
              {record.heldBack.text}，{dayText(record.heldBack.since)}起
              {record.heldBack.ground &&
                `。依据${record.heldBack.ground.office}${record.heldBack.ground.number}，${dayText(record.heldBack.ground.day)}`}
            </dd>
            {record.heldBack.statement && (
              <>
                <dt>公示处写明</dt>
                <dd>“{record.heldBack.statement}”</dd>
              </>
            )}
            {record.heldBack.stays.length > 0 && (
              <>
                <dt>没有一并结束</dt>
                <dd>
                  {record.heldBack.stays.map((one) => (
                    <div key={one.text}>
                      {one.text} <Cites cites={one.cites} />
                    </div>
                  ))}
                </dd>
              </>
            )}
          </>
        )}
        {record.openItem && (
          <>
            <dt>正在办理</dt>
            <dd>
              <OpenItem record={record} />
            </dd>
          </>
        )}
      </dl>
      {!record.repairedOn && <RecordDates record={record} />}
      <VerdictReasons verdict={record.verdict} />
      <RecordOrders record={record} />
    </Drawer>
  );
}
