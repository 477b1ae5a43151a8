import { Drawer } from 'antd';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useAsk } from './ask.ts';
import { DrawerBody } from './DrawerBody.tsx';
import { Loaded } from './Loaded.tsx';
import { dayText } from './when.ts';

interface Cite {
  readonly id: string;
  readonly text: string;
}

const OpenArticle = createContext<(id: string) => void>(() => {});

/** Keeps one drawer that shows the article a citation names. */
export function ArticleReader({ children }: { children: ReactNode }) {
  const [id, setId] = useState<string | null>(null);
  return (
    <OpenArticle.Provider value={setId}>
      {children}
      <Drawer open={id !== null} onClose={() => setId(null)} title="条文摘要" size={440} destroyOnHidden>
        {id && (
          <DrawerBody label="条文摘要">
            <Article id={id} />
          </DrawerBody>
        )}
      </Drawer>
    </OpenArticle.Provider>
  );
}

function Article({ id }: { id: string }) {
  const article = useAsk('getLawArticle', { params: { citation: id } }, { staleTime: Infinity });
  return (
    <Loaded query={article}>
      {(it) => (
        <article className="prose">
          <h3>{it.citation}</h3>
          <p className="prewrap">{it.summary}</p>
          <dl className="facts">
            <dt>文件</dt>
            <dd>{it.source.title}</dd>
            {it.source.number && (
              <>
                <dt>文号</dt>
                <dd>{it.source.number}</dd>
              </>
            )}
            <dt>制定机关</dt>
            <dd>{it.source.issuer}</dd>
            <dt>施行日期</dt>
            <dd>{dayText(it.source.inForce, '未载明')}</dd>
            {it.source.repealed && (
              <>
                <dt>废止日期</dt>
                <dd>{dayText(it.source.repealed)}</dd>
              </>
            )}
          </dl>
          <p className="quiet">这是本平台的条文摘要，以正式文本为准。</p>
        </article>
      )}
    </Loaded>
  );
}

/** Citations one after another; each opens its article. */
export function Cites({ cites }: { cites: readonly Cite[] | undefined }) {
  const open = useContext(OpenArticle);
  if (!cites || cites.length === 0) return null;
  return (
    <span className="cites">
      {cites.map((cite) => (
        <button key={cite.id} type="button" className="cite" onClick={() => open(cite.id)}>
          {cite.text}
        </button>
      ))}
    </span>
  );
}
