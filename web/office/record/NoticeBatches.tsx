import { Button, Progress } from 'antd';
import type { NoticeBatchView } from '#contract/notice-queue.ts';
import { addressOf } from '../../api.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { momentText, sizeText } from '../when.ts';

const isOnItsWay = (one: NoticeBatchView) => one.state === 'ordered' || one.state === 'running';

/** Files of many notices: how far each is, and the finished ones to open. One may leave the page and come back. */
export function NoticeBatches() {
  const list = useAsk('listNoticeBatches', {}, { refetchInterval: 2000 });
  return (
    <section className="card" aria-labelledby="batches-title">
      <h2 id="batches-title">批量打印</h2>
      <p className="quiet">合成的文件保留 7 天。可以离开这一页，稍后回来打开。</p>
      <Loaded query={list} rows={2} isEmpty={(it) => it.batches.length === 0} emptyText="近 7 天没有批量打印。">
        {(it) => (
          <ul className="plain-list">
            {it.batches.map((one) => (
              <Batch key={one.batchId} batch={one} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Batch({ batch }: { batch: NoticeBatchView }) {
  const { total, done } = batch;
  return (
    <li className="line-split">
      <span>
        {batch.title}
        {batch.twoSided && '（双面打印）'}
        <br />
        <span className="quiet">
          {momentText(batch.orderedAt)}
          {batch.state === 'done' && `，${batch.pages} 页，${sizeText(batch.bytes)}`}
        </span>
        {batch.failure && (
          <>
            <br />
            <span className="bad">！{batch.failure}</span>
          </>
        )}
      </span>
      {isOnItsWay(batch) ? (
        <span role="status">
          {batch.state === 'ordered' ? '排队中' : `已合成 ${done} / ${total} 份${leftText(batch)}`}
          <Progress percent={Math.round((done / Math.max(1, total)) * 100)} size="small" showInfo={false} />
        </span>
      ) : batch.state === 'done' ? (
        <>
          <Button
            size="small"
            href={addressOf('downloadNoticeBatch', { params: { batchId: batch.batchId } })}
            target="_blank"
            rel="noopener"
            aria-label={`打开合成的告知书：${batch.title}`}
          >
            打开（PDF）
          </Button>
          <Button
            size="small"
            href={addressOf('downloadNoticeOriginals', { params: { batchId: batch.batchId } })}
            download
            aria-label={`下载签好章的原件：${batch.title}`}
          >
            下载原件（带签章）
          </Button>
        </>
      ) : (
        <span className="chip chip-bad">没有合成</span>
      )}
    </li>
  );
}

/** A paper takes about a second where it was not printed before. */
function leftText({ total, done }: NoticeBatchView): string {
  const left = total - done;
  return left > 10 ? `，大约还要 ${Math.ceil(left / 60)} 分钟` : '';
}
