import { Button } from 'antd';
import { useState } from 'react';
import { addressOf, type ReplyTo } from '../../api.ts';
import { useGo } from '../address.ts';
import { Page } from '../Page.tsx';
import { ServiceDrawer } from './ServiceDrawer.tsx';

const titles = { recorded: '已登记', updated: '已更新这条决定', known: '这条决定已经登记过', rejected: '没有登记' };

interface Props {
  readonly made: ReplyTo<'recordOne'>;
  /** To the next decision, the form empty. */
  readonly next: () => void;
  /** Back to the form as it was filled in. */
  readonly back: () => void;
}

/** After a decision was entered: its notice to open, and the next thing to do. */
export function RecordDone({ made, next, back }: Props) {
  const go = useGo();
  const [serving, serve] = useState(false);
  const { subjectKey, recordId, notice } = made;
  return (
    <Page title={`${titles[made.outcome]}：${made.docNumber ?? ''}`}>
      <section className="card drawer-body" role="status">
        {made.warnings.length > 0 && (
          <>
            <h2>请核对</h2>
            <ul>
              {made.warnings.map((one) => (
                <li key={`${one.field}${one.text}`}>
                  {one.field}：{one.text}
                </li>
              ))}
            </ul>
            <p className="cell-acts">
              <Button onClick={back}>回去改这一条</Button>
            </p>
          </>
        )}
        {notice && subjectKey && recordId ? (
          <>
            <p>
              《信用修复告知书》{notice.number ?? ''}（第 {notice.edition} 版）已经制作，正在生成 PDF，一般几秒钟。
            </p>
            <p className="cell-acts">
              <Button
                type="primary"
                href={addressOf('downloadPaper', { params: { subjectKey, paperId: notice.paperId } })}
                target="_blank"
                rel="noopener"
              >
                打开告知书
              </Button>
              <Button onClick={() => serve(true)}>登记送达</Button>
            </p>
            {serving && (
              <ServiceDrawer
                record={{ subjectKey, recordId, docNumber: made.docNumber ?? '' }}
                close={() => serve(false)}
              />
            )}
          </>
        ) : (
          <p>{made.noticeText}</p>
        )}
        <p className="cell-acts">
          <Button onClick={next}>再登记一条</Button>
          <Button onClick={() => go('/notices')}>去看待送达的</Button>
        </p>
      </section>
    </Page>
  );
}
