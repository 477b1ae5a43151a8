import type { ImportView } from '#contract/imports.ts';

const words = { waiting: '排队等候', running: '正在导入', done: '导入完成', failed: '没有导入' } as const;

/** How a batch stands: a sign and a word. */
export function ImportState({ view }: { view: Pick<ImportView, 'state' | 'rejected'> }) {
  if (view.state === 'failed') return <span className="chip chip-bad">! {words.failed}</span>;
  if (view.state !== 'done') return <span className="chip chip-plain">{words[view.state]}</span>;
  return view.rejected > 0 ? (
    <span className="chip chip-attention">▲ 完成，有行没有入库</span>
  ) : (
    <span className="chip chip-good">✓ {words.done}</span>
  );
}
