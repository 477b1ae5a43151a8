import type { CatalogChange } from '#contract/catalog-changes.ts';

type Line = CatalogChange['diff'][number];

/** What differs, before and after side by side; on a phone one below the other. */
export function DiffTable({ diff, caption = '变更前后对照' }: { diff: readonly Line[]; caption?: string }) {
  if (diff.length === 0) return <p className="quiet">没有内容上的差别。</p>;
  return (
    <table className="diff">
      <caption className="hidden-words">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">变更前</th>
          <th scope="col">变更后</th>
        </tr>
      </thead>
      <tbody>
        {diff.map((line, index) => (
          <tr key={`${line.label}-${index}`}>
            <th scope="row">{line.label}</th>
            <td className={line.after === null ? 'diff-gone' : undefined} data-label="变更前">
              {line.before ?? <span className="quiet">（没有）</span>}
            </td>
            <td className={line.after === null ? undefined : 'diff-new'} data-label="变更后">
              {line.after ?? <span className="quiet">（取消）</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
