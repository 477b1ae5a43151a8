import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';

/** A citation: its id and how it reads. */
export interface Citation {
  readonly id: string;
  readonly text: string;
}

/** 《信用修复管理办法》（国家发展改革委令第36号）第十四条 → 国家发展改革委令第36号第十四条: the full name stands in the panel. */
function short(text: string): string {
  return text.replace(/^《.+?》（([^）]*号)）/, '$1');
}

/** One citation that unfolds what the article says, in our own summary. */
export function Cite({ cite }: { cite: Citation }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <>
      <button type="button" className="cite" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        {short(cite.text)}
      </button>
      {open && <Article id={panel} citation={cite.id} />}
    </>
  );
}

function Article({ id, citation }: { id: string; citation: string }) {
  const article = useQuery({
    queryKey: ['law', citation],
    queryFn: () => call('getLawArticle', { params: { citation } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <span className="cite-panel" id={id} role="note">
      {article.isPending && '正在打开条文…'}
      {article.error && `条文没有打开：${asProblem(article.error).detail}`}
      {article.data && (
        <>
          <strong>{article.data.citation}</strong>
          <span>{article.data.summary}</span>
          <small>
            {article.data.source.title}
            {article.data.source.number && `（${article.data.source.number}）`}
            {article.data.source.repealed && `，${article.data.source.repealed} 起废止`}
            。以上是条文大意，以公布的原文为准。
          </small>
        </>
      )}
    </span>
  );
}

/** The articles a sentence rests on, one after another. */
export function Cites({ cites }: { cites: readonly Citation[] }) {
  if (cites.length === 0) return null;
  return (
    <span className="cites">
      {cites.map((cite) => (
        <Cite key={cite.id} cite={cite} />
      ))}
    </span>
  );
}

/** Sentences, each with the articles it rests on. */
export function CitedReasons({ reasons }: { reasons: readonly { text: string; cites: readonly Citation[] }[] }) {
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.text}>
          {reason.text} <Cites cites={reason.cites} />
        </li>
      ))}
    </ul>
  );
}
