import { Button } from 'antd';
import { useState } from 'react';
import { useGo } from '../address.ts';
import { useAct, useAsk } from '../ask.ts';
import { momentText } from '../when.ts';
import { dropBackup } from './use-visit.ts';

/** Visits of this window that were begun and not finished: any of its computers goes on with them. */
export function DraftList() {
  const drafts = useAsk('listWindowDrafts', {}, { refetchInterval: 30_000, staleTime: 0 });
  const remove = useAct('deleteDraft', ['listWindowDrafts', 'getWindowDesk']);
  const [asking, ask] = useState<string | null>(null);
  const go = useGo();
  const all = drafts.data?.drafts ?? [];
  if (all.length === 0) return null;
  return (
    <section className="card" aria-labelledby="drafts-title">
      <h2 id="drafts-title">未完成的来访</h2>
      <ul className="plain-list">
        {all.map(({ draftId, subjectKey, subjectName, records, updatedAt, by }) => (
          <li key={draftId} className="line-card line-split">
            <p>
              <strong>{subjectName}</strong> <span className="quiet">已勾选 {records} 条</span>{' '}
              <span className="quiet">
                {momentText(updatedAt)}保存（{by}）
              </span>
            </p>
            <div className="line-acts">
              <Button
                size="small"
                type="primary"
                aria-label={`接着办：${subjectName}`}
                onClick={() => go(`/window/${subjectKey}`, { visit: draftId })}
              >
                接着办
              </Button>
              {asking === draftId ? (
                <Button
                  size="small"
                  danger
                  loading={remove.isPending}
                  onClick={() =>
                    remove.mutate({ params: { subjectKey, draftId } }, { onSuccess: () => dropBackup(draftId) })
                  }
                >
                  确实不办了，删除
                </Button>
              ) : (
                <Button size="small" aria-label={`不办了：${subjectName}`} onClick={() => ask(draftId)}>
                  不办了
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
