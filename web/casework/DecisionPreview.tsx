import { useEffect, useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { ChainAct } from '#domain/item/proposal.ts';
import { useAsk } from '../office/ask.ts';
import { Loaded } from '../office/Loaded.tsx';
import { dayText } from '../office/when.ts';

interface Props {
  readonly view: ItemView;
  /** Absent: what is proposed already. */
  readonly act?: ChainAct;
  readonly content?: object;
}

/** The paper as it would be worded today, beside the act: what law and facts fix is marked, the rest follows what is typed. */
export function DecisionPreview({ view, act, content = {} }: Props) {
  const { subjectKey, itemId, version } = view.summary;
  const body = useSettled(JSON.stringify(act ? { act, ...content } : {}));
  const preview = useAsk(
    'previewDecision',
    { params: { subjectKey, itemId }, body: JSON.parse(body) as object, version } as never,
    { keep: true, staleTime: 5_000 },
  );
  return (
    <section className="paper-preview" aria-label="文书预览">
      <Loaded query={preview} rows={6}>
        {(it) => (
          <article>
            <h3>{it.title}</h3>
            {it.refused && (
              <p>
                <span className="chip chip-attention">▲ 还不能这样决定</span> {it.refused}
              </p>
            )}
            {it.parts.map((part) => (
              <div key={part.heading} className={part.fixed ? 'paper-part paper-part-fixed' : 'paper-part'}>
                <h4>
                  {part.heading}
                  <span className="quiet">{part.fixed ? '　固定' : '　按您写的'}</span>
                </h4>
                {part.lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            ))}
            <p className="quiet">
              {it.organName}　{dayText(it.issuedOn)}　文号在作出时编
            </p>
          </article>
        )}
      </Loaded>
    </section>
  );
}

/** The value once typing has paused for half a second: no question for every key. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), 500);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
