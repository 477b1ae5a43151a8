import { Cites } from '../Cites.tsx';
import { DiffTable } from './DiffTable.tsx';
import type { Filing, FilingBase } from './use-filing.ts';

/** What the filing would change as it stands, or what is still missing. */
export function FilingPreview<D extends FilingBase>({ filing }: { filing: Filing<D> }) {
  const { preview, missing, looking } = filing;
  return (
    <section className="card" aria-labelledby="preview-title">
      <h2 id="preview-title">变更预览 {looking && <span className="quiet">正在比对…</span>}</h2>
      <div aria-live="polite">
        {missing && (
          <>
            <p>
              <span className="chip chip-attention">还不能报备</span> {missing.detail}
            </p>
            {missing.fields.length > 1 && (
              <ul className="tight">
                {missing.fields.map((one) => (
                  <li key={one.field + one.text}>{one.text}</li>
                ))}
              </ul>
            )}
            <Cites cites={missing.cite} />
          </>
        )}
        {preview && (
          <>
            <p>
              <span className="chip chip-good">✓ 符合报备规定</span> {preview.title}
            </p>
            <div className="diff-narrow">
              <DiffTable diff={preview.diff} caption="变更预览" />
            </div>
          </>
        )}
        {!missing && !preview && <p className="quiet">正在与现行内容比对。</p>}
      </div>
    </section>
  );
}
