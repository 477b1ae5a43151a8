import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { NoticeRow } from '#contract/notice-queue.ts';
import type { RepairNoticeView, ServiceEntry } from '#contract/repair-notices.ts';
import { addressOf, type ReplyTo } from '../../api.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { dayText, momentText, shortDay } from '../when.ts';
import { serviceWays } from '../words.ts';
import { ServiceDrawer } from './ServiceDrawer.tsx';

/** Every edition of a decision's notice and every entry of its service; a wrong entry is corrected here. */
export function NoticeHistory({ row, close }: { row: NoticeRow; close: () => void }) {
  const params = { subjectKey: row.subjectKey, recordId: row.recordId };
  const history = useAsk('getNoticeHistory', { params });
  const [correcting, correct] = useState<RepairNoticeView | null>(null);
  return (
    <Drawer open onClose={close} title={`告知书和送达：${row.docNumber}`} size={600}>
      <p>
        {row.subjectName}，{row.plain}
      </p>
      <Loaded query={history} rows={5} isEmpty={(it) => it.notices.length === 0} emptyText="还没有制作告知书。">
        {(it) => <Body row={row} history={it} correct={correct} />}
      </Loaded>
      {correcting && (
        <ServiceDrawer
          record={row}
          before={beforeOf(correcting, history.data?.services[0])}
          close={() => correct(null)}
        />
      )}
    </Drawer>
  );
}

function beforeOf(notice: RepairNoticeView, last: ServiceEntry | undefined) {
  const apart = notice.decisionServedOn !== notice.servedOn && notice.decisionServedOn !== null;
  return {
    servedHow: notice.servedHow as ServiceEntry['servedHow'],
    servedOn: notice.servedOn ?? '',
    ...(apart ? { decisionServedOn: notice.decisionServedOn! } : {}),
    ...(last?.announcedOn ? { announcedOn: last.announcedOn } : {}),
    receivedBy: notice.receivedBy ?? '',
    receiptNumber: notice.receiptNumber ?? '',
  };
}

interface BodyProps {
  readonly row: NoticeRow;
  readonly history: ReplyTo<'getNoticeHistory'>;
  readonly correct: (notice: RepairNoticeView) => void;
}

function Body({ row, history, correct }: BodyProps) {
  const current = history.notices.find((one) => one.supersededAt === null);
  return (
    <>
      <h3>各版</h3>
      <ul className="plain-list">
        {history.notices.map((one) => (
          <li key={one.noticeId} className="line-split">
            <span>
              第 {one.edition} 版{one.editionFrom && `（${shortDay(one.editionFrom)}起适用）`}
              {one.supersededAt ? '，没有送达，已换新版' : one.servedOn ? '，已送达，保持原样' : '，待送达'}
              <br />
              <span className="quiet">{momentText(one.madeAt)}制作</span>
            </span>
            <Button
              size="small"
              href={addressOf('downloadPaper', { params: { subjectKey: row.subjectKey, paperId: one.paperId } })}
              target="_blank"
              rel="noopener"
            >
              打开
            </Button>
          </li>
        ))}
      </ul>
      {history.outdated && <p className="chip chip-attention">！规定或者内容有变，送达前可以换新版。</p>}
      <h3>送达</h3>
      {history.services.length === 0 && <p>还没有登记送达。</p>}
      <ul className="plain-list">
        {history.services.map((one, index) => (
          <Entry key={`${one.version}-${one.notedAt}`} entry={one} row={row} isCurrent={index === 0} />
        ))}
      </ul>
      {current?.servedOn && <Button onClick={() => correct(current)}>更正登记</Button>}
    </>
  );
}

function Entry({ entry, row, isCurrent }: { entry: ServiceEntry; row: NoticeRow; isCurrent: boolean }) {
  const way = serviceWays.find((one) => one.value === entry.servedHow)?.label;
  return (
    <li>
      {isCurrent ? <strong>{way}</strong> : <s>{way}</s>}，告知书 {dayText(entry.servedOn)}，决定书{' '}
      {dayText(entry.decisionServedOn)}
      {entry.announcedOn && `，公告 ${dayText(entry.announcedOn)}发出`}
      {entry.receivedBy && `，签收人 ${entry.receivedBy}`}
      {entry.receiptNumber && `，编号 ${entry.receiptNumber}`}
      {entry.proofId && (
        <>
          ，
          <a
            href={addressOf('openServiceProof', {
              params: { subjectKey: row.subjectKey, recordId: row.recordId, proofId: entry.proofId },
            })}
            target="_blank"
            rel="noopener"
          >
            看凭证
          </a>
        </>
      )}
      {!entry.receivedBy && !entry.receiptNumber && !entry.proofId && (
        <span className="chip chip-attention">！没有登记回证、编号或者签收人</span>
      )}
      <br />
      <span className="quiet">
        {entry.notedBy}，{momentText(entry.notedAt)}登记{entry.reason && `；更正理由：${entry.reason}`}
      </span>
    </li>
  );
}
