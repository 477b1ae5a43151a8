import { useState } from 'react';
import type { TimelineEntry } from '#contract/item.ts';
import { Cites } from '../office/Cites.tsx';
import { momentText } from '../office/when.ts';

/** The ledger, newest first; the hashes show on request, each row chained to the one before. */
export function ItemTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const [hashes, showHashes] = useState(false);
  const rows = [...entries].reverse();
  return (
    <section className="card" aria-labelledby="ledger-title">
      <h2 id="ledger-title">办理记录</h2>
      <ol className="ledger">
        {rows.map((entry) => (
          <li key={entry.version}>
            <p>
              <strong>{entry.title}</strong> <span className="quiet figures">第 {entry.version} 笔</span>
            </p>
            {entry.text && <p className="prewrap">{entry.text}</p>}
            <p className="quiet">
              {entry.by} · {momentText(entry.at)}
            </p>
            <Cites cites={entry.cites} />
            {hashes && entry.hash && <code className="hash">{entry.hash}</code>}
          </li>
        ))}
      </ol>
      {entries.some((one) => one.hash) && (
        <button type="button" className="link" aria-expanded={hashes} onClick={() => showHashes(!hashes)}>
          {hashes ? '收起校验值' : '显示校验值'}
        </button>
      )}
      <p className="quiet">每一笔的校验值都包含前一笔，改动任何一笔都会被发现。</p>
    </section>
  );
}
